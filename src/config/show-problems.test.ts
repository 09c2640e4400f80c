import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDesk, problemsOf, WATCH } from "../../test/support/daemon/desk-config.ts";

describe("an expression whose quotes YAML took away", () => {
  it("is explained", async () => {
    const loaded = await loadDesk(WATCH.replace("defect*", '"permanent mission"'));
    expect(problemsOf(loaded)).toMatchObject([
      { code: "bare-terms", line: 4, column: 13, remedy: expect.stringContaining("on its own line after `match: >-`") },
    ]);
  });
});

describe("an excerpt", () => {
  it("never shows a secret that is written into the file", async () => {
    const secrets = `http: {auth: {tokens: {desk: hush-1}}}
channels:
  a: {slack: {chanel: C1, token: hush-2}}
  b: {webhook: {url: "https://u:hush-3@hooks.example/", secret: hush-4, more: 1}}
  c: {slack: {tokn: xoxb-hush-5, app_tokn: xapp-1-hush-9, channel: C1}}
  d: {email: {to: [x], from: c@d.example, smtp: "smtp://u:hush-6@x.example"}}
heartbeat: {url: "hush-8", more: 1}
store: 5 # postgres://u:hush-7@db.example/x
`;
    const loaded = await loadDesk(secrets);
    expect(problemsOf(loaded).map(({ line }) => line)).toEqual(expect.arrayContaining([1, 3, 4, 5, 6, 7, 8]));
    expect(JSON.stringify(problemsOf(loaded))).not.toContain("hush");
  });

  it("shows how often a secret address is called", async () => {
    const yaml = "heartbeat: {url: {env: B}, every: 100ms}";
    expect(problemsOf(await loadDesk(yaml))[0]?.excerpt?.text).toBe(yaml);
  });
});

it.each([
  ["what was opened", "watches: [a, b\nfeeds: []\n", "[ was opened here or before, and not closed"],
  [
    "a sign of YAML at a beginning",
    "watches: [{id: x, match: @a AND b}]\n",
    "a value without quotes cannot begin with @",
  ],
  ["a key that stands twice", "timezone: UTC\ntimezone: UTC\n", "this key stands there twice"],
  ["a folder that is included", "include: [.]\n", '"." is a folder, not a file'],
])("a slip in a file is told in plain words: %s", async (_slip, yaml, message) => {
  expect(problemsOf(await loadDesk(yaml)).map((problem) => problem.message)).toEqual([message]);
});

describe("what to do about a mistake", () => {
  it.each([
    [
      "a secret that is missing",
      "channels: {m: {webhook: {url: 'https://a.example'}}}",
      "add secret: with {env: NAME} or {file: PATH}",
    ],
    [
      "a token that is missing",
      "channels: {m: {slack: {channel: C0123456789}}}",
      "add token: with {env: NAME} or {file: PATH}",
    ],
    ["a list of one that is no list", "operators: {page: [], notice: desk}", "write a list: [desk]"],
    ["an empty list", "channels: {m: {email: {to: [], from: a@b.example, smtp: {env: S}}}}", "write at least 1 entry"],
    ["a number that is too big", "fetch: {per_host: {in_flight: 9}}", "write at most 8"],
    [
      "keys that exclude each other",
      "channels: {m: {console: {}, digest: {every: 1h, at: ['07:00']}}}",
      "keep one of them",
    ],
    [
      "an expression on two lines",
      "clauses:\n  c: >-\n    left OR\n      gone w/5 away",
      "write left OR gone NEAR/5 away",
    ],
  ])("is said of %s", async (_mistake, yaml, remedy) => {
    const errors = problemsOf(await loadDesk(yaml)).filter(({ severity }) => severity === "error");
    expect(errors.map((problem) => problem.remedy)).toEqual([remedy]);
  });
});

describe("one run", () => {
  it("names every mistake of ten kinds with file, line, column and remedy", async () => {
    const loaded = await loadDesk({
      "desk/wirewatch.yaml": `timezone: Europe/Londn
queue: redis://queue.example
http: {listen: "0.0.0.0:8420"}
include: [feeds.yaml, rules/*.yaml]
channels:
  screen: {console: {}, rate: {every: 5}}
  mail: {email: {to: ["a@b.example, c@d.example"], from: x@y.example, smtp: {env: HOME}}}
`,
      "desk/feeds.yaml": `feeds:
  - {id: wire, url: "https://a.example/x", evry: 3m}
  - {id: wire, url: "https://b.example/x"}
`,
      "desk/rules/watches.yaml": `watches:
  - id: defection
    title: Diplomats
    match: >-
      (defect* OR asylum) NEAR/12
        (diplomat* OR embassy AND consul*)
    severity: urgnt
    notify: [scren]
    tests:
      - {name: plain, title: defects}
  - id: second
    title: Second
    match: "asylum" OR defect*
`,
    });
    expect(loaded.kind).toBe("invalid");
    const told = problemsOf(loaded).filter(({ severity }) => severity === "error");
    const lines = told.map(
      ({ file, line, column, code, remedy }) =>
        `${relative(join(loaded.root, "desk"), file)}:${line}:${column} ${code}: ${remedy}`,
    );
    expect(lines).toEqual([
      'feeds.yaml:2:44 unknown-key: write "every"',
      "feeds.yaml:3:10 defined-twice: rename one of the two, or remove it",
      "rules/watches.yaml:6:31 and-or-mixed: put parentheses around what belongs together",
      'rules/watches.yaml:7:15 bad-value: write "urgent"',
      'rules/watches.yaml:8:14 dangling-reference: write "screen"',
      "rules/watches.yaml:10:9 missing-key: add expect: with one of match, quiet",
      "rules/watches.yaml:13:21 yaml-quoting: put the expression on its own line after `match: >-`",
      "wirewatch.yaml:1:11 bad-value: unknown time zone: write an IANA name such as Europe/London or UTC",
      "wirewatch.yaml:2:8 store-and-queue: write queue: local, or store: postgres://user:password@host/database",
      "wirewatch.yaml:3:16 open-server: listen on 127.0.0.1, or give http.auth.tokens: {name: {env: VARIABLE}}",
      "wirewatch.yaml:6:39 bad-value: write a duration as a number with a unit: 90s, 15m, 2h, 1d",
      "wirewatch.yaml:7:23 bad-value: write one plain address such as desk@example.org",
    ]);
  });

  it("names what stands in the other files also when one cannot be read", async () => {
    const loaded = await loadDesk({
      "desk/wirewatch.yaml": `include: [broken.yaml]
lists: {offices: [embassy], unused: [xy]}
channels:
  desk: {slack: {channel: C1, token: xoxb-literal}}
watches:
  - {id: w, title: W, match: "uno AND '@offices'", exclude: [sport], notify: [desk]}
`,
      "desk/broken.yaml": "watches:\n  - id: x\n    title: [open\n    match: foo\n",
    });
    const lines = problemsOf(loaded).map(
      ({ file, line, column, code, remedy }) =>
        `${relative(join(loaded.root, "desk"), file)}:${line}:${column} ${code}: ${remedy}`,
    );
    expect(lines).toEqual([
      "broken.yaml:4:5 yaml-syntax: write the ] that closes it, here or on a line before; what follows from it is not shown",
      "wirewatch.yaml:4:38 literal-secret: write {env: NAME} or {file: path} and change the secret, since files are shared and kept",
      "wirewatch.yaml:6:10 watch-without-test: add tests: with one item that must match and one that must stay quiet",
      "wirewatch.yaml:6:62 unknown-exclusion: define it under exclusions:, or remove it here",
    ]);
  });
});
