import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Config, ConfigProblem } from "./config.ts";
import { initConfig } from "../app/init-config.ts";
import { loadConfig, type LoadedConfig } from "./load-config.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

type Files = Readonly<Record<string, string>>;

async function write(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "wirewatch-config-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** Loads files as a configuration whose entry is `desk/wirewatch.yaml`. */
async function load(files: Files | string, env: NodeJS.ProcessEnv = {}): Promise<LoadedConfig & { root: string }> {
  const root = await write(typeof files === "string" ? { "desk/wirewatch.yaml": files } : files);
  return { ...(await loadConfig({ folder: join(root, "desk"), env })), root };
}

function problemsOf(loaded: LoadedConfig): readonly ConfigProblem[] {
  return loaded.kind === "valid" ? loaded.lints : loaded.problems;
}

/** Errors, or else lints, as `file:line:column code`. */
async function findProblems(files: Files | string, env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const loaded = await load(files, env);
  const told = problemsOf(loaded).filter(({ severity }) => loaded.kind === "valid" || severity === "error");
  return told.map(
    ({ file, line, column, code }) => `${relative(join(loaded.root, "desk"), file)}:${line}:${column} ${code}`,
  );
}

async function validConfig(files: Files | string, env: NodeJS.ProcessEnv = {}): Promise<Config> {
  const loaded = await load(files, env);
  if (loaded.kind === "valid") return loaded.config;
  throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
}

const LONG = "a".repeat(65);
const WATCH = `watches:
  - id: defection
    title: Diplomats who leave
    match: defect*
    notify: [screen]
    tests: [{name: plain, title: defects, expect: match}]
channels:
  screen: {console: {}}
`;

describe("a configuration", () => {
  it("of defaults alone is complete", async () => {
    const root = await write({ "desk/wirewatch.yaml": WATCH });
    const loaded = await loadConfig({ folder: join(root, "desk"), env: {} });
    expect(loaded).toMatchObject({
      kind: "valid",
      lints: [],
      config: {
        timezone: "UTC",
        store: { url: `sqlite:${join(root, "data/wirewatch.db")}`, sync: "normal" },
        queue: "local",
        http: { listen: "127.0.0.1:8420", public_url: null, auth: { tokens: {} } },
        fetch: { allow_private: [], per_host: { in_flight: 1, gap: 1000 }, min_interval: 60_000 },
        operators: { page: [], notice: [], summary_at: null },
        heartbeat: null,
        watches: [{ id: "defection", severity: "normal", maxAgeMs: 86_400_000, group: "story", notify: ["screen"] }],
        channels: [
          {
            id: "screen",
            timezone: "UTC",
            digest: null,
            rate: { every: 1000, burst: 20 },
            transport: { kind: "console", options: {} },
          },
        ],
        tests: [{ watchId: "defection", name: "plain", expect: "match", line: 6 }],
      },
    });
  });

  it("reads pages of the feeds that say so, or of all in a file", async () => {
    const config = await validConfig({
      "desk/wirewatch.yaml": `include: [more.yaml]
feeds: [{id: a, url: "https://a.example/"}, {id: b, url: "https://b.example/", full_text: true}]
${WATCH}`,
      "desk/more.yaml": `defaults: {feeds: {full_text: true}}
feeds: [{id: c, url: "https://c.example/"}, {id: d, url: "https://d.example/", full_text: false}]
`,
    });
    expect(config.feeds.map(({ id, fullText }) => `${id}: ${fullText}`).toSorted()).toEqual([
      "a: false",
      "b: true",
      "c: true",
      "d: false",
    ]);
  });

  it("that `init` writes has at most 20 lines, a store of its own, and loads with nothing to say", async () => {
    const root = await write({});
    const path = await initConfig(join(root, "desk"));
    const loaded = await loadConfig({ folder: join(root, "desk"), env: {} });
    expect(loaded).toMatchObject({
      kind: "valid",
      lints: [],
      config: {
        feeds: [{}, {}],
        watches: [{}],
        tests: [{}, {}],
        store: { url: `sqlite:${join(root, "data/desk.db")}` },
      },
    });
    await expect(initConfig(join(root, "desk"))).rejects.toThrow(`${path} exists`);
  });

  it("is written nowhere by `init` where no folder can be made, which says so", async () => {
    const root = await write({ "desk/wirewatch.yaml": WATCH });
    for (const folder of ["/proc/wirewatch/desk", join(root, "desk/wirewatch.yaml/deep")])
      await expect(initConfig(folder)).rejects.toThrow(`cannot write ${join(folder, "wirewatch.yaml")}: `);
  });

  it("has any section in any file, and each file once, however often and in whatever circle it is included", async () => {
    const config = await validConfig({
      "desk/wirewatch.yaml": "include: [rules/*.yaml, rules/a.yaml]\n",
      "desk/rules/a.yaml": `include: [../../shared/b.yaml]\n${WATCH}`,
      "desk/rules/c.yaml": "timezone: Europe/London\nclauses: {left: 'left OR departed'}\n",
      "shared/b.yaml": "include: [../desk/wirewatch.yaml, ../desk/rules/*.yaml]\nstore: sqlite:here.db\n",
    });
    expect(config.timezone).toBe("Europe/London");
    expect(config.store.url).toMatch(/shared\/here\.db$/);
    expect(config.rules.clauses).toEqual({ left: "left OR departed" });
    expect(config.watches.map(({ id }) => id)).toEqual(["defection"]);
  });

  it("takes the defaults of a file for the entries of that file", async () => {
    const config = await validConfig({
      "desk/wirewatch.yaml": `include: [other.yaml]
defaults:
  feeds: {kind: wire, tags: [world], every: 5m}
  watches: {severity: urgent, notify: [screen], unless: anniversary}
  channels: {timezone: Asia/Tehran}
feeds:
  - {id: a, url: "https://a.example/x"}
  - {id: b, url: "https://b.example/x", kind: state, tags: [own]}
watches: [{id: w, title: W, match: defect*, severity: low}]
channels: {screen: {console: {}}}
`,
      "desk/other.yaml": 'feeds: [{id: c, url: "https://c.example/x"}]\n',
    });
    expect(config.feeds.map(({ id, kind, tags, everyMs }) => [id, kind, tags, everyMs])).toEqual([
      ["a", "wire", ["world"], 300_000],
      ["b", "state", ["own"], 300_000],
      ["c", "independent", [], null],
    ]);
    expect(config.watches).toMatchObject([{ severity: "low", notify: ["screen"] }]);
    expect(config.rules.watches).toMatchObject([{ unless: "anniversary" }]);
    expect(config.channels).toMatchObject([{ timezone: "Asia/Tehran" }]);
  });

  it("takes feeds from OPML: folders are tags, ids are given or made of the address", async () => {
    const config = await validConfig({
      "desk/wirewatch.yaml":
        "feeds: [{opml: ../seeds/world.opml, defaults: {tags: [seeded], kind: wire, every: 10m}}]\n",
      "seeds/world.opml": `<opml version="2.0"><body>
<outline text="World"><outline text="Asia">
<outline text="A" xmlUrl="https://www.a.example/f?x=1&amp;y=2" wirewatchId="a-news" wirewatchKind="state" language="fa-IR" category="/politics,crime"/>
<outline text="B" xmlUrl="https://www.b.example/feed" language="unknown"/>
</outline></outline>
<outline text="Again"><outline text="B" xmlUrl="https://www.b.example/feed"/></outline>
</body></opml>`,
    });
    expect(config.feeds).toMatchObject([
      {
        id: "a-news",
        url: "https://www.a.example/f?x=1&y=2",
        kind: "state",
        lang: "fa",
        tags: ["seeded", "World", "Asia", "politics", "crime"],
        everyMs: 600_000,
      },
      { id: "b-example-d32025", kind: "wire", lang: null, tags: ["seeded", "World", "Asia", "Again"] },
    ]);
  });

  it("cuts ids that it makes of host names, which differ all the same", async () => {
    const host = `${"long-".repeat(12)}name.${"sub.".repeat(10)}example`;
    const outlines = ["a", "b"].map((path) => `<outline xmlUrl="https://${host}/${path}"/>`);
    const { feeds } = await validConfig({
      "desk/wirewatch.yaml": "feeds: [{opml: w.opml}]\n",
      "desk/w.opml": `<opml version="2.0"><body>${outlines.join("")}</body></opml>`,
    });
    expect(feeds.map(({ id }) => id.length)).toEqual([64, 64]);
    expect(new Set(feeds.map(({ id }) => id)).size).toBe(2);
  });

  it("puts a list together from files by language, additions and removals", async () => {
    const config = await validConfig({
      "desk/wirewatch.yaml": `include: [lists/*.yaml]
lists:
  missions:
    en: {add: [chancery], remove: [legation]}
    de: {add: [Botschaft]}
  plain: [one, {term: two, not: [two three]}]
${WATCH}`,
      "desk/lists/en.yaml": "lists: {missions: {en: [embassy, legation]}}\n",
      "desk/lists/fa.yaml": "lists: {missions: {fa: [{term: سفارت, en: embassy}]}}\n",
    });
    expect(config.rules.lists).toEqual({
      missions: {
        en: [
          { term: "embassy", gloss: null, not: [] },
          { term: "chancery", gloss: null, not: [] },
        ],
        fa: [{ term: "سفارت", gloss: "embassy", not: [] }],
        de: [{ term: "Botschaft", gloss: null, not: [] }],
      },
      plain: {
        "*": [
          { term: "one", gloss: null, not: [] },
          { term: "two", gloss: null, not: ["two three"] },
        ],
      },
    });
  });

  it("leaves watches that are off out, but checks them", async () => {
    const off = WATCH.replace("title: ", "status: off\n    title: ");
    const config = await validConfig(off);
    expect([config.watches, config.rules.watches, config.tests]).toEqual([[], [], []]);
    expect(await findProblems(off.replace("[screen]", "[scren]"))).toContain("wirewatch.yaml:6:14 dangling-reference");
  });

  it("takes store and queue from the environment before the files", async () => {
    const env = { WIREWATCH_STORE: "postgres://db.example/wire", WIREWATCH_QUEUE: "redis://queue.example" };
    const config = await validConfig(`store: sqlite:x.db\n${WATCH}`, env);
    expect([config.store.url, config.queue]).toEqual(["postgres://db.example/wire", "redis://queue.example"]);
    const other = await validConfig(WATCH, { WIREWATCH_STORE: "sqlite:../elsewhere.db" });
    expect(other.store.url).toBe(`sqlite:${join(dirname(other.folder), "elsewhere.db")}`);
  });

  it("is frozen, plain data, and keeps secrets unresolved with absolute paths", async () => {
    const config = await validConfig(
      `${WATCH}  mail: {email: {to: [a@b.example], from: c@d.example, smtp: {file: ../secrets/smtp}, dkim: {selector: w, key: {file: ../secrets/dkim}}}}
  chat: {slack: {channel: C1, token: {env: TOKEN}, app_token: {file: ../secrets/app}}}
  hook: {slack: {webhook: {file: ../secrets/hook}}}
  phone: {ntfy: {topic: {file: ../secrets/topic}, token: {file: ../secrets/ntfy}}}
  group: {telegram: {chat: -1001, token: {file: ../secrets/bot}}}
  team: {teams: {webhook: {file: ../secrets/team}}}
`,
      { TOKEN: "xoxb-0" },
    );
    expect(Object.isFrozen(config.channels[1]?.transport)).toBe(true);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
    expect(config.channels.map(({ transport }) => transport)).toMatchObject([
      { kind: "console" },
      {
        kind: "email",
        options: {
          smtp: { file: join(dirname(config.folder), "secrets/smtp") },
          dkim: { selector: "w", key: { file: join(dirname(config.folder), "secrets/dkim") } },
        },
      },
      {
        kind: "slack",
        options: {
          token: { env: "TOKEN" },
          app_token: { file: join(dirname(config.folder), "secrets/app") },
          api_url: "https://slack.com/api/",
        },
      },
      {
        kind: "slack-webhook",
        options: { webhook: { file: join(dirname(config.folder), "secrets/hook") }, unfurl: false },
      },
      {
        kind: "ntfy",
        options: {
          url: "https://ntfy.sh/",
          topic: { file: join(dirname(config.folder), "secrets/topic") },
          token: { file: join(dirname(config.folder), "secrets/ntfy") },
        },
      },
      { kind: "telegram", options: { chat: -1001, token: { file: join(dirname(config.folder), "secrets/bot") } } },
      { kind: "teams", options: { webhook: { file: join(dirname(config.folder), "secrets/team") } } },
    ]);
  });

  it("has a hash that follows its meaning, not the order of keys or comments", async () => {
    const { hash } = await validConfig(WATCH);
    const turned = `# why\nchannels: {screen: {console: {}}}\n${WATCH.split("channels:")[0]}`;
    expect((await validConfig(turned)).hash).toBe(hash);
    expect((await validConfig(WATCH.replace("defect*", "asylum"))).hash).not.toBe(hash);
  });
});

describe("a mistake in a configuration is named with its place", () => {
  it.each<[string, Files | string, string[]]>([
    ["no entry file", { "desk/other.yaml": "" }, ["wirewatch.yaml:1:1 no-config"]],
    ["broken YAML", "watches: [a, b\nfeeds: []\n", ["wirewatch.yaml:2:1 yaml-syntax"]],
    ["a key written twice", "timezone: UTC\ntimezone: UTC\n", ["wirewatch.yaml:2:1 yaml-syntax"]],
    ["a value that YAML takes for its own sign", `watches:\n  - match: @party\n`, ["wirewatch.yaml:2:12 yaml-quoting"]],
    [
      "a quoted phrase at the start of a value",
      `clauses:\n  x: "a b" NEAR/3 c\n`,
      ["wirewatch.yaml:2:12 yaml-quoting"],
    ],
    ["a scope in parentheses", `clauses:\n  x: (title: a) OR b\n`, ["wirewatch.yaml:2:6 yaml-quoting"]],
    ["an unknown alias", "timezone: *zone\n", ["wirewatch.yaml:1:1 yaml-refused"]],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${["b", "c", "d", "e", "f"].map((name, at) => `${name}: &${name} [${Array(10).fill(`*${"abcde"[at]}`).join(",")}]\n`).join("")}`,
      ["wirewatch.yaml:1:1 yaml-refused"],
    ],
    ["a file that contains itself", "feeds: &a [*a]\n", ["wirewatch.yaml:1:11 wrong-type"]],
    ["nesting without end", `feeds: ${"[".repeat(20_000)}${"]".repeat(20_000)}`, ["wirewatch.yaml:1:1 yaml-refused"]],
    ["a huge file", `# ${"x".repeat(5_000_000)}\n`, ["wirewatch.yaml:1:1 file-unreadable"]],
    ["a file that is no map", "- a\n", ["wirewatch.yaml:1:1 wrong-type"]],
    ["feeds that are no list", "feeds: {a: {}}\n", ["wirewatch.yaml:1:8 wrong-type"]],
    ["a section that is no list", "watches: {defection: {}}\n", ["wirewatch.yaml:1:10 wrong-type"]],
    ["a section of a later version", "reload: {watch: true}\n", ["wirewatch.yaml:1:1 unknown-key"]],
    ["an unknown key in an entry", WATCH.replace("notify", "notfy"), ["wirewatch.yaml:5:5 unknown-key"]],
    [
      "an unknown key deep inside",
      WATCH.replace("title: defects", "titel: defects"),
      ["wirewatch.yaml:6:27 unknown-key"],
    ],
    ["a missing key", WATCH.replace("    match: defect*\n", ""), ["wirewatch.yaml:2:5 missing-key"]],
    ["a number where text is wanted", WATCH.replace("defect*", "1954"), ["wirewatch.yaml:4:12 wrong-type"]],
    [
      "a word that is no choice",
      `feeds: [{id: a, url: "https://a.example", kind: wires}]`,
      ["wirewatch.yaml:1:49 bad-value"],
    ],
    [
      "an id of more than 64 characters, wherever one is given",
      `lists: {${LONG}: [defects]}
clauses: {${LONG}b: defects}
exclusions: {${LONG}: defects}
people: [{id: ${LONG}, name: Ada Example, groups: [${LONG}]}]
feeds: [{id: ${LONG}, url: "https://a.example"}]
watches: [{id: ${LONG}, title: T, match: defects, notify: [screen]}]
channels: {${LONG}: {console: {}}, screen: {console: {}}}
`,
      [
        "wirewatch.yaml:1:9 bad-key",
        "wirewatch.yaml:2:11 bad-key",
        "wirewatch.yaml:3:14 bad-key",
        "wirewatch.yaml:4:15 bad-value",
        "wirewatch.yaml:4:110 bad-value",
        "wirewatch.yaml:5:14 bad-value",
        "wirewatch.yaml:6:16 bad-value",
        "wirewatch.yaml:7:12 bad-key",
      ],
    ],
    [
      "editions between which no time lies",
      WATCH.replace("{console: {}}", "{console: {}, digest: {every: 0s}}"),
      ["wirewatch.yaml:8:41 bad-value"],
    ],
    [
      "a title or an owner that no message has room for",
      WATCH.replace("Diplomats who leave", `${"x".repeat(257)}\n    owner: ${"y".repeat(257)}`),
      ["wirewatch.yaml:3:12 bad-value", "wirewatch.yaml:4:12 bad-value"],
    ],
    [
      "a duration of more than a hundred years",
      WATCH.replace("notify:", "max_age: 36501d\n    notify:"),
      ["wirewatch.yaml:5:14 bad-value"],
    ],
    [
      "an address that no index takes",
      `feeds: [{id: a, url: "https://a.example/${"x".repeat(2000)}"}]`,
      ["wirewatch.yaml:1:22 bad-value"],
    ],
    [
      "more recipients than a mail server need take",
      `${WATCH}  desk: {email: {to: [${"a@b.example, ".repeat(101)}], from: a@b.example, smtp: {env: S}}}\n`,
      ["wirewatch.yaml:9:22 bad-value"],
    ],
    [
      "a trial channel that does not exist",
      `${WATCH}trial_channel: nobody\n`,
      ["wirewatch.yaml:9:1 dangling-reference"],
    ],
    [
      "an escalation to a channel that does not exist",
      WATCH.replace("notify:", "escalate: {after: 10m, to: [phone]}\n    notify:"),
      ["wirewatch.yaml:5:33 dangling-reference"],
    ],
    [
      "quiet hours that have no end",
      WATCH.replace("{console: {}}", '{console: {}, quiet_hours: {from: "22:00"}}'),
      ["wirewatch.yaml:8:25 missing-key"],
    ],
    [
      "a limit of no alert",
      WATCH.replace("{console: {}}", "{console: {}, at_most: {alerts: 0, per: 1h}}"),
      ["wirewatch.yaml:8:43 bad-value"],
    ],
    [
      "a limit in no time",
      WATCH.replace("{console: {}}", "{console: {}, at_most: {alerts: 1, per: 0s}}"),
      ["wirewatch.yaml:8:51 bad-value"],
    ],
    [
      "a digest at times and every so often",
      WATCH.replace("{console: {}}", '{console: {}, digest: {every: 1h, at: ["07:00"], empty: skip}}'),
      ["wirewatch.yaml:8:34 bad-value"],
    ],
    [
      "days of a digest that comes every so often",
      WATCH.replace("{console: {}}", "{console: {}, digest: {every: 1h, days: [mon]}}"),
      ["wirewatch.yaml:8:45 bad-value"],
    ],
    [
      "a subscription to a watch that does not exist",
      WATCH.replace("{console: {}}", "{console: {}, takes: {watch: [defection, defections]}}"),
      ["wirewatch.yaml:8:52 dangling-reference"],
    ],
    ["a zone that does not exist", "timezone: Europe/Londn\n", ["wirewatch.yaml:1:11 bad-value"]],
    [
      "a duration without unit",
      `feeds: [{id: a, url: "https://a.example", every: "15"}]`,
      ["wirewatch.yaml:1:50 bad-value"],
    ],
    [
      "a duration that is a number",
      `feeds: [{id: a, url: "https://a.example", every: 15}]`,
      ["wirewatch.yaml:1:50 bad-value"],
    ],
    [
      "a quote that is never closed, at its beginning",
      WATCH.replace("    match: defect*\n", '    match: defect*\n    unless: "anniversary\n'),
      ["wirewatch.yaml:5:13 yaml-syntax"],
    ],
    [
      "a mail address without its @, once",
      `${WATCH}  mail: {email: {to: [desk], from: a@b.example, smtp: {env: S}}}\n`,
      ["wirewatch.yaml:9:23 bad-value"],
    ],
    ["an address that is not http", `feeds: [{id: a, url: "ftp://a.example"}]`, ["wirewatch.yaml:1:22 bad-value"]],
    ["a language that is no code", "lists: {missions: {english: [embassy]}}\n", ["wirewatch.yaml:1:20 bad-key"]],
    [
      "a meaning under a key that is no language",
      "lists: {m: {fa: [{term: a, gloss: b}]}}\n",
      ["wirewatch.yaml:1:28 unknown-key"],
    ],
    [
      "a channel with two ways out",
      "channels: {x: {console: {}, slack: {channel: C1, token: {env: HOME}}}}\n",
      ["wirewatch.yaml:1:15 bad-value"],
    ],
    [
      "a Slack channel that is neither a bot's nor a webhook's",
      "channels: {x: {slack: {channel: C1}}}\n",
      ["wirewatch.yaml:1:16 missing-key"],
    ],
    [
      "a Slack webhook with a channel",
      "channels: {x: {slack: {channel: C1, webhook: {env: HOME}}}}\n",
      ["wirewatch.yaml:1:46 bad-value"],
    ],
    [
      "an app token without a bot's token",
      "channels: {x: {slack: {channel: C1, app_token: {env: HOME}}}}\n",
      ["wirewatch.yaml:1:16 missing-key"],
    ],
    [
      "an app token beside a webhook",
      "channels: {x: {slack: {webhook: {env: HOME}, app_token: {env: HOME}}}}\n",
      ["wirewatch.yaml:1:33 bad-value"],
    ],
    [
      "a mention that is too long to be shown whole",
      `channels: {x: {slack: {webhook: {env: HOME}, mention: {urgent: "${"<@U0123> ".repeat(60)}"}}}}\n`,
      ["wirewatch.yaml:1:64 bad-value"],
    ],
    [
      "a chat that is no id",
      "channels: {x: {telegram: {chat: desk, token: {env: HOME}}}}\n",
      ["wirewatch.yaml:1:33 bad-value"],
    ],
    ["defaults with an unknown key", "defaults: {watches: {sverity: low}}\n", ["wirewatch.yaml:1:22 unknown-key"]],
    ["a glob without files", `include: [none/*.yaml]\n${WATCH}`, ["wirewatch.yaml:1:11 include-without-files"]],
    ["an included file that is missing", `include: [none.yaml]\n${WATCH}`, ["wirewatch.yaml:1:11 include-missing"]],
    [
      "a mistake in an included file",
      { "desk/wirewatch.yaml": "include: [x.yaml]\n", "desk/x.yaml": "\n  wrong: 1\n" },
      ["x.yaml:2:3 unknown-key"],
    ],
    [
      "a list defined twice in a language",
      {
        "desk/wirewatch.yaml": "include: [x.yaml]\nclauses: {c: '@m'}\nlists: {m: {en: [a]}}\n",
        "desk/x.yaml": "lists: {m: {fa: [b], en: [c]}}\n",
      },
      ["x.yaml:1:22 defined-twice"],
    ],
    [
      "a change to a list that no file has",
      "clauses: {c: '@m'}\nlists: {m: {en: {add: [a]}}}\n",
      ["wirewatch.yaml:2:13 unknown-list"],
    ],
    [
      "a term to remove that is not there",
      `lists: {m: {en: [defects], fa: {remove: [gone]}}}\n${WATCH.replace("defect*", "'@m'")}`,
      ["wirewatch.yaml:1:42 nothing-to-remove"],
    ],
    [
      "a setting made in two files",
      { "desk/wirewatch.yaml": "include: [x.yaml]\ntimezone: UTC\n", "desk/x.yaml": "timezone: UTC\n" },
      ["x.yaml:1:1 defined-twice"],
    ],
    ["SQLite with a shared queue", "queue: redis://localhost\n", ["wirewatch.yaml:1:8 store-and-queue"]],
    ["a server open to others without a login", "http: {listen: 0.0.0.0:8420}\n", ["wirewatch.yaml:1:16 open-server"]],
    ["a public address that is none", "http: {public_url: news.example}\n", ["wirewatch.yaml:1:20 bad-value"]],
    [
      "a public address with more than a path",
      'http: {public_url: "https://u:p@news.example/?x"}\n',
      ["wirewatch.yaml:1:20 bad-value"],
    ],
    [
      "a heartbeat without an address, or too often",
      "heartbeat: {every: 500ms}\n",
      ["wirewatch.yaml:1:1 missing-key", "wirewatch.yaml:1:20 bad-value"],
    ],
    ["a summary at no time of day", 'operators: {summary_at: "25:00"}\n', ["wirewatch.yaml:1:25 bad-value"]],
    ["a port that does not exist", "http: {listen: 127.0.0.1:99999}\n", ["wirewatch.yaml:1:16 bad-value"]],
    [
      "operators told through an unknown channel",
      "operators: {page: [ops]}\n",
      ["wirewatch.yaml:1:20 dangling-reference"],
    ],
    [
      "a test that names an unknown feed and person",
      WATCH.replace("expect: match", "expect: match, feed: f, people: [p]"),
      ["wirewatch.yaml:6:64 dangling-reference", "wirewatch.yaml:6:76 dangling-reference"],
    ],
    [
      "a watch that reads an unknown feed",
      WATCH.replace("notify", "feeds: {ids: [nope]}\n    notify"),
      ["wirewatch.yaml:5:19 dangling-reference"],
    ],
    [
      "an expression that is none",
      WATCH.replace("defect*", "left OR\n      right AND gone"),
      ["wirewatch.yaml:5:13 and-or-mixed"],
    ],
    ["an unknown list", WATCH.replace("defect*", "gone NEAR/3 @missions"), ["wirewatch.yaml:4:24 unknown-list"]],
    ["an unknown person", WATCH.replace("defect*", "person:ivan"), ["wirewatch.yaml:4:12 unknown-person"]],
    [
      "an unknown exclusion",
      WATCH.replace("notify", "exclude: [sport]\n    notify"),
      ["wirewatch.yaml:5:15 unknown-exclusion"],
    ],
    [
      "no list that has a mistake of its own",
      `lists: {m: 5}\n${WATCH.replace("defect*", "'@m'")}`,
      ["wirewatch.yaml:1:12 wrong-type"],
    ],
    [
      "a clause that is a list as well",
      "lists: {same: [word]}\nclauses: {same: left}\n",
      ["wirewatch.yaml:2:11 name-twice"],
    ],
    [
      "an address with a password",
      `feeds: [{id: a, url: "https://u:p@a.example/"}]\n`,
      ["wirewatch.yaml:1:22 bad-value"],
    ],
    ["an OPML file that is missing", "feeds: [{opml: world.opml}]\n", ["wirewatch.yaml:1:16 opml-unreadable"]],
    [
      "an OPML feed that is no address",
      {
        "desk/wirewatch.yaml": "feeds: [{opml: w.opml}]\n",
        "desk/w.opml": `<opml version="2.0"><body>\n<outline xmlUrl="gopher://a.example"/></body></opml>`,
      },
      ["w.opml:2:18 opml-feed"],
    ],
    [
      "an OPML feed with the id of another",
      {
        "desk/wirewatch.yaml": `feeds: [{id: a, url: "https://b.example"}, {opml: w.opml}]\n`,
        "desk/w.opml": `<opml version="2.0"><body>\n<outline xmlUrl="https://a.example" wirewatchId="a"/></body></opml>`,
      },
      ["w.opml:2:18 defined-twice"],
    ],
  ])("%s", async (_mistake, files, expected) => {
    expect(await findProblems(files)).toEqual(expected);
  });

  it("a file in place of its folder", async () => {
    const file = join(await write({ "desk/wirewatch.yaml": WATCH }), "desk", "wirewatch.yaml");
    const loaded = await loadConfig({ folder: file, env: {} });
    expect(loaded).toMatchObject({
      kind: "invalid",
      problems: [{ code: "no-config", file, excerpt: null, remedy: `write --config ${dirname(file)}` }],
    });
  });

  it("an environment variable that cannot be used", async () => {
    const loaded = await load(WATCH, { WIREWATCH_STORE: "mysql://x" });
    expect(problemsOf(loaded)).toMatchObject([
      { code: "bad-value", message: expect.stringContaining("WIREWATCH_STORE") },
    ]);
  });
});

const WEBHOOK = `{webhook: {url: "https://hooks.example/in", secret: {env: HOOK}}}`;

describe("what is seldom wanted in a configuration is a lint", () => {
  it.each<[string, string, string[]]>([
    ["nothing, where all is well", WATCH, []],
    ["a watch without test", WATCH.replace(/ {4}tests.*\n/, ""), ["wirewatch.yaml:2:9 watch-without-test"]],
    [
      "a watch that tells nobody, and a channel that nobody uses",
      WATCH.replace(/ {4}notify.*\n/, ""),
      ["wirewatch.yaml:2:9 watch-without-channel", "wirewatch.yaml:7:3 unused-channel"],
    ],
    [
      "an urgent watch that reaches only digests",
      WATCH.replace("title: D", "severity: urgent\n    title: D").replace(
        "{console: {}}",
        "{console: {}, digest: {every: 1h}}",
      ),
      ["wirewatch.yaml:6:13 urgent-without-alert"],
    ],
    [
      "an urgent watch that reaches only what wakes nobody",
      WATCH.replace("title: D", "severity: urgent\n    title: D"),
      ["wirewatch.yaml:6:13 urgent-without-alert"],
    ],
    [
      "no urgent watch that reaches a phone when nobody claims it",
      `${WATCH.replace("title: D", "severity: urgent\n    escalate: {after: 10m, to: [hook]}\n    title: D")}  hook: ${WEBHOOK}\n`,
      [],
    ],
    [
      "an urgent watch whose only loud channel is quiet at night",
      `${WATCH.replace("title: D", "severity: urgent\n    title: D").replace("screen]", "hook]").replace("  screen: {console: {}}\n", "")}  hook: ${WEBHOOK.replace("{webhook", '{quiet_hours: {from: "22:00", to: "06:00", except: []}, webhook')}\n`,
      ["wirewatch.yaml:6:13 urgent-without-alert"],
    ],
    [
      "quiet hours of a channel that collects",
      WATCH.replace("{console: {}}", '{console: {}, digest: {every: 1h}, quiet_hours: {from: "22:00", to: "06:00"}}'),
      ["wirewatch.yaml:8:59 restraint-of-digest"],
    ],
    [
      "buttons of a channel that collects",
      WATCH.replace(
        "{console: {}}",
        "{digest: {every: 1h}, slack: {channel: C1, token: {env: HOOK}, app_token: {env: HOOK}}}",
      ),
      ["wirewatch.yaml:8:85 buttons-of-digest"],
    ],
    [
      "an escalation of a watch that is not urgent, to a channel that collects",
      WATCH.replace("notify:", "escalate: {after: 10m, to: [screen]}\n    notify:").replace(
        "{console: {}}",
        "{console: {}, digest: {every: 1h}}",
      ),
      ["wirewatch.yaml:5:15 escalate-not-urgent", "wirewatch.yaml:5:33 escalate-to-digest"],
    ],
    [
      "the name of a Slack channel in place of its id",
      WATCH.replace("{console: {}}", '{slack: {channel: "#desk", token: {env: HOOK}}}'),
      ["wirewatch.yaml:8:29 slack-channel-id"],
    ],
    [
      "an address that gets each mail twice",
      WATCH.replace(
        "{console: {}}",
        "{email: {to: [a@b.example, c@d.example, A@b.example], from: c@d.example, smtp: {env: HOOK}}}",
      ),
      ["wirewatch.yaml:8:51 repeated-address"],
    ],
    ["a list that no expression uses", `lists: {missions: [embassy]}\n${WATCH}`, ["wirewatch.yaml:1:9 unused-list"]],
    ["no list that an expression uses", `lists: {missions: [embassy]}\n${WATCH.replace("defect*", "'@missions'")}`, []],
    [
      "a secret written into the file",
      `${WATCH.replace("[screen]", "[screen, m]")}  m: {email: {to: [a@b.example], from: c@d.example, smtp: "smtps://u:p@c.example"}}\n`,
      ["wirewatch.yaml:9:59 literal-secret"],
    ],
    [
      "a password of a server in its address",
      `store: postgres://user:pw@db.example/news\nqueue: redis://:pw@queue.example:6379\n${WATCH}`,
      ["wirewatch.yaml:1:8 literal-secret", "wirewatch.yaml:2:8 literal-secret"],
    ],
    ["no password in an address without one", `store: postgres://user@db.example/news\nqueue: postgres\n${WATCH}`, []],
    [
      "a heartbeat address written into the file",
      `heartbeat: {url: "https://b.example/1"}\n${WATCH}`,
      ["wirewatch.yaml:1:18 literal-secret"],
    ],
    [
      "a heartbeat address that is not set",
      `heartbeat: {url: {env: NOT_SET}}\n${WATCH}`,
      ["wirewatch.yaml:1:18 unset-secret"],
    ],
    [
      "a secret that is not set",
      `${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK.replace("HOOK", "NOT_SET")}\n`,
      ["wirewatch.yaml:9:61 unset-secret"],
    ],
    [
      "operators that hear only through the provider of the alerts",
      `operators: {page: [ops]}\n${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK}\n  ops: ${WEBHOOK}\n`,
      ["wirewatch.yaml:1:1 operators-one-provider"],
    ],
    [
      "no operators that hear through the provider of digests",
      `operators: {page: [ops]}\n${WATCH.replace("[screen]", "[screen, hook]")}  hook: ${WEBHOOK.replace("{webhook", "{digest: {every: 1h}, webhook")}\n  ops: ${WEBHOOK}\n`,
      [],
    ],
    [
      "operators that hear through a second provider",
      `operators: {page: [hook, screen]}\n${WATCH}  hook: ${WEBHOOK}\n`,
      [],
    ],
    [
      "a watch that reads none of the feeds",
      `feeds: [{id: a, url: "https://a.example", tags: [world]}]\n${WATCH.replace("notify:", "feeds: {tags: [asia], kinds: [independent]}\n    notify:")}`,
      ["wirewatch.yaml:6:12 watch-without-feed"],
    ],
    [
      "no watch that reads one of the feeds",
      `feeds: [{id: a, url: "https://a.example", tags: [asia]}]\n${WATCH.replace("notify:", "feeds: {tags: [asia], kinds: [independent]}\n    notify:")}`,
      [],
    ],
    ["no watch where there are no feeds yet", WATCH.replace("notify:", "feeds: {tags: [asia]}\n    notify:"), []],
    [
      "an address that two feeds have",
      `feeds: [{id: a, url: "https://a.example/x"}, {id: b, url: "HTTPS://A.example:443/x"}]\n`,
      ["wirewatch.yaml:1:59 feed-twice"],
    ],
  ])("%s", async (_fact, yaml, expected) => {
    expect(await findProblems(yaml, { HOOK: "x" })).toEqual(expected);
  });
});

describe("an expression whose quotes YAML took away", () => {
  it("is explained", async () => {
    const loaded = await load(WATCH.replace("defect*", '"permanent mission"'));
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
    const loaded = await load(secrets);
    expect(problemsOf(loaded).map(({ line }) => line)).toEqual(expect.arrayContaining([1, 3, 4, 5, 6, 7, 8]));
    expect(JSON.stringify(problemsOf(loaded))).not.toContain("hush");
  });

  it("shows how often a secret address is called", async () => {
    const yaml = "heartbeat: {url: {env: B}, every: 100ms}";
    expect(problemsOf(await load(yaml))[0]?.excerpt?.text).toBe(yaml);
  });
});

describe("what to do about a mistake", () => {
  it.each([
    [
      "a secret that is missing",
      "channels: {m: {webhook: {url: 'https://a.example'}}}",
      "add secret: with {env} or {file} or text",
    ],
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
    const errors = problemsOf(await load(yaml)).filter(({ severity }) => severity === "error");
    expect(errors.map((problem) => problem.remedy)).toEqual([remedy]);
  });
});

describe("one run", () => {
  it("names every mistake of ten kinds with file, line, column and remedy", async () => {
    const loaded = await load({
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
    const loaded = await load({
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
      "broken.yaml:4:5 yaml-syntax: close what was opened with ], here or on a line before; what follows from it is not shown",
      "wirewatch.yaml:4:38 literal-secret: write {env: NAME} or {file: path} and change the secret, since files are shared and kept",
      "wirewatch.yaml:6:10 watch-without-test: add tests: with one item that must match and one that must stay quiet",
      "wirewatch.yaml:6:62 unknown-exclusion: define it under exclusions:, or remove it here",
    ]);
  });
});

describe("another version of the file that defines a watch", () => {
  const entry = "include: [more/*.yaml]\nwatches:\n  - {id: w, title: Now, match: asylum}\n";
  const more = "watches:\n  - {id: other, title: Other, match: consul}\n";
  const files = { "desk/wirewatch.yaml": entry, "desk/more/other.yaml": more };

  async function loadWith(name: string): Promise<LoadedConfig> {
    const root = await write({ ...files, "before.yaml": entry.replace("Now", "Before") });
    const substitute = { watch: "w", file: join(root, name) };
    return loadConfig({ folder: join(root, "desk"), env: {}, substitute });
  }

  it("is read in the place of the entry, with what the entry includes", async () => {
    const loaded = await loadWith("before.yaml");
    const watches = loaded.kind === "valid" ? loaded.config.watches.map(({ id, title }) => [id, title]) : loaded;
    expect(watches).toEqual([
      ["w", "Before"],
      ["other", "Other"],
    ]);
  });

  it("is an error when there is no such file", async () => {
    expect((await loadWith("nope.yaml")).kind).toBe("invalid");
  });
});
