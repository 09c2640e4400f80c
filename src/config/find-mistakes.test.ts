import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Files,
  findProblems,
  loadDesk,
  problemsOf,
  WATCH,
  writeFiles,
} from "../../test/support/daemon/desk-config.ts";
import { loadConfig } from "./load-config.ts";

/** A watch that uses a list, a person, an exclusion and a channel of other files. */
const USES = "watches:\n  - {id: w, title: W, match: '@offices NEAR/3 person:ada', exclude: [sport], notify: [desk]}\n";
const LONG = "a".repeat(65);

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
    ["a section of a later version", "plugins: {watch: true}\n", ["wirewatch.yaml:1:1 unknown-key"]],
    ["files that need not rest", "reload: {settle: 500ms}\n", ["wirewatch.yaml:1:18 bad-value"]],
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
      "an included file that is missing, and not what may be defined in it",
      `include: [none.yaml]\n${USES}`,
      ["wirewatch.yaml:1:11 include-missing"],
    ],
    [
      "a file of persons that is missing, and not who may be in it",
      `people: [{csv: none.csv}]\n${USES}`,
      ["wirewatch.yaml:1:16 people-unreadable"],
    ],
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
    const file = join(await writeFiles({ "desk/wirewatch.yaml": WATCH }), "desk", "wirewatch.yaml");
    const loaded = await loadConfig({ folder: file, env: {} });
    expect(loaded).toMatchObject({
      kind: "invalid",
      problems: [{ code: "no-config", file, excerpt: null, remedy: `write --config ${dirname(file)}` }],
    });
  });

  it("an environment variable that cannot be used", async () => {
    const loaded = await loadDesk(WATCH, { WIREWATCH_STORE: "mysql://x" });
    expect(problemsOf(loaded)).toMatchObject([
      { code: "bad-value", message: expect.stringContaining("WIREWATCH_STORE") },
    ]);
  });
});
