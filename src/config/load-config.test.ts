import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { findProblems, validConfig, WATCH, writeFiles } from "../../test/support/daemon/desk-config.ts";
import { initConfig } from "../app/init-config.ts";
import { loadConfig, type LoadedConfig } from "./load-config.ts";

describe("a configuration", () => {
  it("of defaults alone is complete", async () => {
    const root = await writeFiles({ "desk/wirewatch.yaml": WATCH });
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
        reload: { watch: false, settle: 3000 },
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
    const root = await writeFiles({});
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
    const root = await writeFiles({ "desk/wirewatch.yaml": WATCH });
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

  it("has the hash of a copy in another folder, also where secrets are in files", async () => {
    const files = {
      "desk/wirewatch.yaml": `${WATCH}include: [more/*.yaml]\nheartbeat: {url: {file: ../beat}}\n`,
      "desk/more/channels.yaml": "channels: {other: {teams: {webhook: {file: secrets/teams}}}}\n",
    };
    const hashes: string[] = [];
    for (const root of [await writeFiles(files), await writeFiles(files)]) {
      const loaded = await loadConfig({ folder: join(root, "desk"), env: {} });
      if (loaded.kind === "invalid") throw new Error(JSON.stringify(loaded.problems));
      const [channel] = loaded.config.channels.filter(({ id }) => id === "other");
      expect(channel?.transport.options).toMatchObject({
        webhook: { file: join(root, "desk/more/secrets/teams") },
      });
      expect(loaded.config.heartbeat?.url).toEqual({ file: join(root, "beat") });
      hashes.push(loaded.config.hash);
    }
    expect(new Set(hashes).size).toBe(1);
  });

  it("has a hash that follows its meaning, not the order of keys or comments", async () => {
    const { hash } = await validConfig(WATCH);
    const turned = `# why\nchannels: {screen: {console: {}}}\n${WATCH.split("channels:")[0]}`;
    expect((await validConfig(turned)).hash).toBe(hash);
    expect((await validConfig(WATCH.replace("defect*", "asylum"))).hash).not.toBe(hash);
  });
});

describe("another version of the file that defines a watch", () => {
  const entry = "include: [more/*.yaml]\nwatches:\n  - {id: w, title: Now, match: asylum}\n";
  const more = "watches:\n  - {id: other, title: Other, match: consul}\n";
  const files = { "desk/wirewatch.yaml": entry, "desk/more/other.yaml": more };

  async function loadWith(name: string): Promise<LoadedConfig> {
    const root = await writeFiles({ ...files, "before.yaml": entry.replace("Now", "Before") });
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

describe("what a configuration was read from", () => {
  async function sourcesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
    const root = await writeFiles(files);
    const { sources } = await loadConfig({ folder: join(root, "desk"), env: {} });
    return sources.map((path) => relative(join(root, "desk"), path)).toSorted();
  }

  it.each([
    ["the entry alone", "timezone: UTC\n", []],
    [
      "files that are included, and folders of patterns",
      "include: [a.yaml, rules/*.yaml]\n",
      ["a.yaml", "rules", "rules/r.yaml"],
    ],
    ["a folder without a file of the pattern", "include: [b/*.yaml]\n", ["b"]],
    ["a file that is not there", "include: [missing.yaml]\n", ["missing.yaml"]],
    [
      "feeds and persons",
      "feeds: [{opml: f.opml}]\npeople: [{csv: p.csv}, {ftm: p.json}]\n",
      ["f.opml", "p.csv", "p.json"],
    ],
  ])("is %s", async (_what, entry, expected) => {
    const files = { "desk/wirewatch.yaml": entry, "desk/a.yaml": "lists: {}\n", "desk/rules/r.yaml": "lists: {}\n" };
    expect(await sourcesOf(files)).toEqual([...expected, "wirewatch.yaml"].toSorted());
  });

  it("is the entry, where there is none", async () => {
    expect(await sourcesOf({ "desk/other.yaml": "" })).toEqual(["wirewatch.yaml"]);
  });

  it("says where the store is, also where it is wrong", async () => {
    const root = await writeFiles({ "desk/wirewatch.yaml": "store: sqlite:w.db\nwatches: 7\n" });
    const loaded = await loadConfig({ folder: join(root, "desk"), env: {} });
    expect(loaded).toMatchObject({ kind: "invalid", place: { store: { url: `sqlite:${join(root, "desk/w.db")}` } } });
  });
});
