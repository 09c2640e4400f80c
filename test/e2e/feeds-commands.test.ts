import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import {
  runWirewatch,
  startDaemonProcess,
  type RanWirewatch,
  type WirewatchProcess,
} from "../support/daemon/daemon-process.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { waitUntil } from "../support/wait-until.ts";

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Example Wire</title><language>en-GB</language>
<item><guid>1</guid><title>Envoy asks for asylum</title><link>https://news.example/1</link>
<pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate><description>He stayed.</description></item>
<item><guid>2</guid><title>No date and no link</title></item></channel></rss>`;
const TYPE = { "content-type": "application/rss+xml; charset=utf-8", etag: '"v1"', "cache-control": "max-age=300" };

const Listed = z.array(z.looseObject({ id: z.string(), state: z.string(), pause: z.unknown() }));

function wirewatch(...args: readonly string[]): Promise<RanWirewatch> {
  return runWirewatch(args);
}

let server: FeedServer;
let temporary: string;

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), "wirewatch-feeds-"));
  server = await startFeedServer();
  server.on("/feed.xml", answer(RSS, TYPE));
  server.on("/old.xml", answer("", { location: "/feed.xml" }, 301));
  const links = ["a", "b"].map((name) => `<link rel=alternate type="application/rss+xml" href="/${name}.xml">`);
  server.on(
    "/page",
    answer(`<!doctype html><html><head>${links.join("")}</head></html>`, { "content-type": "text/html" }),
  );
  server.on(
    "/home",
    answer(`<!doctype html><html><head><link rel=alternate type="application/rss+xml" href="/feed.xml"></head></html>`),
  );
});
afterAll(async () => {
  await server.close();
  rmSync(temporary, { recursive: true, force: true });
});

describe("feeds probe, without a configuration", () => {
  it("shows every hop, what was learned, the items as they would be stored, and warnings", async () => {
    const { code, stdout } = await wirewatch("feeds", "probe", server.url("/old.xml"), "--allow-private");
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^asked {6}${server.url("/old.xml")} {2}301, \\d+ ms\\nasked {6}${server.url("/feed.xml")} {2}200`),
    );
    for (const line of [
      `document   ${RSS.length} bytes, application/rss+xml; charset=utf-8, UTF-8`,
      'learned    ETag "v1", fresh for 300 s',
      'feed       rss, "Example Wire", 2 items',
      "item       Envoy asks for asylum",
      "           2026-11-03 10:00:00 UTC, en, news.example, key 1",
      `warning    The feed has moved for good: configure ${server.url("/feed.xml")} instead.`,
      "warning    1 of 2 items have no date that can be believed: they count as published when first seen.",
    ])
      expect(stdout).toContain(line);
  });

  it("shows what the page of the first item would give, and whether its robots.txt allows it", async () => {
    const words = "The envoy, who had served for six years, asked for asylum on Tuesday, officials said.";
    const html = `<html><body><article>${`<p>${words}</p>`.repeat(3)}</article></body></html>`;
    server.on("/full.xml", answer(RSS.replace("https://news.example/1", server.url("/1")), TYPE));
    server.on("/1", answer(html, { "content-type": "text/html" }));
    const target = [server.url("/full.xml"), "--allow-private", "--full-text"];
    const { stdout } = await wirewatch("feeds", "probe", ...target);
    expect(stdout).toContain(
      `page       ${server.url("/1")}\n           robots.txt allows it; ${3 * words.length + 4} characters, the item's new body:\n           ${words}`,
    );
    server.on("/robots.txt", answer("User-agent: wirewatch\nDisallow: /"));
    expect((await wirewatch("feeds", "probe", ...target)).stdout).toContain(
      "           robots.txt forbids it: items keep what the feed says",
    );
    const { stdout: json } = await wirewatch("feeds", "probe", ...target, "--json");
    expect(JSON.parse(json)).toMatchObject({ page: { url: server.url("/1"), outcome: "robots", text: "" } });
  });

  it("names the feeds of a web page, best first, and fails", async () => {
    const { code, stdout } = await wirewatch("feeds", "probe", server.url("/page"), "--allow-private");
    expect(code).toBe(1);
    expect(stdout).toContain(`names      ${server.url("/a.xml")}\nnames      ${server.url("/b.xml")}`);
    expect(stdout).toContain("warning    This is a web page, no feed: configure one of the feeds it names.");
  });

  it("gives the document itself, and everything as JSON", async () => {
    const target = [server.url("/feed.xml"), "--allow-private"];
    const file = join(temporary, "saved.xml");
    expect((await wirewatch("feeds", "probe", ...target, "--raw", "--save", file)).stdout).toBe(RSS);
    expect(readFileSync(file, "utf8")).toBe(RSS);
    const { stdout } = await wirewatch("feeds", "probe", ...target, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      failure: null,
      validators: { etag: '"v1"', lastModified: null },
      items: [{ identity: "1", title: "Envoy asks for asylum" }, { identity: "2" }],
    });
  });

  it.each([{ flags: [] }, { flags: ["--json"] }])(
    "shows what a terminal would obey, written out: $flags",
    async ({ flags }) => {
      const title = "Fire \u202Ewor";
      const feed = { version: "https://jsonfeed.org/version/1.1", title, items: [{ id: title, title }] };
      const headers = { "content-type": "application/feed+json", etag: '"\u009B31mv1"' };
      server.on("/hostile.json", answer(JSON.stringify(feed), headers));
      const { stdout } = await wirewatch("feeds", "probe", server.url("/hostile.json"), "--allow-private", ...flags);
      for (const part of [String.raw`Fire \u202ewor`, String.raw`\u009b31mv1`]) expect(stdout).toContain(part);
      expect(stdout).not.toMatch(/[\u009B\u202E]/u);
    },
  );

  it("asks no private address unless it is allowed, and no word that is no feed", async () => {
    const { code, stdout } = await wirewatch("feeds", "probe", server.url("/feed.xml"));
    expect(code).toBe(1);
    expect(stdout).toContain("failed     blocked-address: did not ask 127.0.0.1");
    expect(await wirewatch("feeds", "probe", "nobody", "--config", temporary)).toMatchObject({ code: 3 });
  });
});

describe("feeds add, import and export", () => {
  const local = ["--allow-private", "--config"];

  it("print the entry, write it with every comment kept, and refuse it the second time", async () => {
    const yaml = `# ours
fetch: {allow_private: [127.0.0.1]}
feeds:
  - {id: a, url: "https://a.example/"}   # the first
watches: [{id: asylum, title: Asylum, match: asylum, notify: [screen]}]
channels: {screen: {console: {}}}
`;
    const folder = makeDaemonFolder(yaml);
    const file = join(folder.config, "wirewatch.yaml");
    const flags = [...local, folder.config, "--id", "wire", "--kind", "wire", "--tags", "world, un"];
    const entry = `  - {id: wire, url: ${server.url("/feed.xml")}, kind: wire, lang: en, tags: [world, un]}\n`;
    const printed = await wirewatch("feeds", "add", server.url("/home"), ...flags);
    expect(printed).toMatchObject({ code: 0, stdout: `feeds:\n${entry}` });
    expect(readFileSync(file, "utf8")).toBe(yaml);
    const written = await wirewatch("feeds", "add", server.url("/old.xml"), ...flags, "--to", file);
    expect(written).toMatchObject({ code: 0, stdout: `Added 1 feed to ${file}.\n` });
    expect(readFileSync(file, "utf8")).toBe(yaml.replace("# the first\n", `# the first\n${entry}`));
    const again = await wirewatch("feeds", "add", server.url("/feed.xml"), ...flags, "--to", file);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain("is configured already");
    folder.remove();
  });

  it("add nothing where there is no feed", async () => {
    const { code, stdout, stderr } = await wirewatch("feeds", "add", server.url("/page"), ...local, temporary);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Nothing was added");
  });

  it.each([
    ["--lang", "english", "write a two-letter language code such as en or fa"],
    ["--id", "my feed", "use letters, digits, - and _ only, starting with a letter or digit"],
    ["--kind", "wires", "write one of wire, official, state, independent, aggregator"],
  ])("refuse %s %s, which no configuration takes, before they ask anybody", async (flag, value, remedy) => {
    const refused = await wirewatch("feeds", "add", server.url("/feed.xml"), flag, value, ...local, temporary);
    expect(refused).toEqual({ code: 2, stdout: "", stderr: `${flag} ${value}: ${remedy}\n` });
  });

  it("carry feeds from one configuration to another", async () => {
    const folder = makeDaemonFolder(
      `feeds:\n  - {id: a, url: "https://a.example/?x=1&y=2", kind: state, lang: ru, tags: [world]}\n`,
    );
    const { stdout: opml } = await wirewatch("feeds", "export", "--config", folder.config);
    const file = join(temporary, "feeds.opml");
    writeFileSync(file, opml);
    const imported = await wirewatch("feeds", "import", file, "--config", temporary);
    expect(imported).toMatchObject({
      code: 0,
      stdout: "feeds:\n  - {id: a, url: https://a.example/?x=1&y=2, kind: state, lang: ru, tags: [world]}\n",
    });
    const again = await wirewatch("feeds", "import", file, "--config", folder.config);
    expect(again.stderr).toContain("There is no new feed.");
    writeFileSync(file, opml.replace("https://a.example/", "https://new.example/"));
    const moved = await wirewatch("feeds", "import", file, "--config", folder.config);
    expect(moved.stderr).toContain(
      "https://new.example/?x=1&y=2 was left out: the id a is configured with another address, https://a.example/?x=1&y=2, which stays",
    );
    writeFileSync(file, opml);

    // A file that no configuration includes yet.
    const target = join(temporary, "imported.yaml");
    for (const words of ["Added 1 feed", "There is no new feed."]) {
      const written = await wirewatch("feeds", "import", file, "--to", target, "--config", temporary);
      expect(written.stdout + written.stderr).toContain(words);
    }
    expect(readFileSync(target, "utf8").match(/id: a/g)).toHaveLength(1);
    folder.remove();
  });
});

it.each([
  ["is not there", "nofile.opml", null, "there is no such file; give the path of an OPML file"],
  [
    "is no OPML",
    "page.opml",
    "<html><body>no feeds</body></html>",
    "give an OPML file that a feed reader has exported",
  ],
])("feeds import refuses a file that %s, with exit code 2", async (_fact, name, text, words) => {
  const file = join(temporary, name);
  if (text !== null) writeFileSync(file, text);
  const { code, stdout, stderr } = await wirewatch("feeds", "import", file, "--config", temporary);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`${file} cannot be imported: `);
  expect(stderr).toContain(words);
});

describe("feeds of a configuration", () => {
  let folder: DaemonFolder;
  let daemon: WirewatchProcess | undefined;
  let config: string[];

  beforeAll(() => {
    server.on("/bad.xml", answer("<rss", { "content-type": "text/xml" }));
    folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: desk@example.org, allow_private: [127.0.0.1], min_interval: 1s, per_host: {gap: 0s}}
feeds:
  - {id: good, url: "${server.url("/feed.xml")}", every: 1h}
  - {id: bad, url: "${server.url("/bad.xml")}", every: 1h}
watches: [{id: asylum, title: Asylum, match: asylum, notify: [screen]}]
channels: {screen: {console: {}}}
`);
    config = ["--config", folder.config];
  });
  afterAll(async () => {
    daemon?.kill("SIGKILL");
    await daemon?.ended;
    folder.remove();
  });

  function asked(path: string): number {
    return server.seen.filter((request) => request.path === path).length;
  }

  async function listed(id: string): Promise<z.infer<typeof Listed>[number]> {
    const { stdout } = await wirewatch("feeds", "list", "--json", ...config);
    const line = Listed.parse(JSON.parse(stdout)).find((feed) => feed.id === id);
    if (line === undefined) throw new Error(`${id} is not listed`);
    return line;
  }

  /** Time passed in: nothing runs meanwhile. */
  function sayPollsWereBefore(ms: number): void {
    const file = new DatabaseSync(join(folder.data, "wirewatch.db"));
    file.exec(`update polls set started_at = started_at - ${ms}, finished_at = finished_at - ${ms}`);
    file.close();
  }

  it("are listed before the first run, and known to the store only afterwards", async () => {
    const { code, stdout } = await wirewatch("feeds", "list", ...config);
    expect({ code, last: stdout.trim().split("\n").at(-1) }).toEqual({ code: 0, last: "2 feeds, 2 new" });
    expect(await wirewatch("feeds", "poll", "good", ...config)).toMatchObject({ code: 1 });
  });

  it("are looked at as the configuration allows when one is added", async () => {
    server.on("/more.xml", answer(RSS, TYPE));
    const { code, stdout } = await wirewatch("feeds", "add", server.url("/more.xml"), ...config);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining(server.url("/more.xml")) });
    expect(server.seen.at(-1)?.headers["user-agent"]).toContain("desk@example.org");
  });

  it("are paused and resumed in the store while nothing runs", async () => {
    const once = await wirewatch("run", "--once", "--json", ...config);
    expect({ code: once.code, summary: JSON.parse(once.stdout) as unknown }).toMatchObject({
      code: 1,
      summary: { feeds: 2, failed: [{ cause: expect.any(String) }], resting: [], sent: 0, waiting: 0, down: [] },
    });
    const pause = ["--for", "2h", "--author", "Ana", "--comment", "relaunch"];
    expect((await wirewatch("feeds", "pause", "good", ...pause, ...config)).stdout).toMatch(
      /^good is paused until 20.+ UTC;/,
    );
    expect((await wirewatch("feeds", "list", ...config)).stdout).toMatch(
      /good +paused .*\n +paused by Ana until .+: relaunch/,
    );
    expect((await wirewatch("feeds", "poll", "good", ...config)).stdout).toMatch(/^good: paused until/);
    expect((await wirewatch("feeds", "resume", "good", ...config)).stdout).toBe("good is polled again\n");
    expect((await wirewatch("feeds", "resume", "good", ...config)).stdout).toBe("good was not paused\n");
    const again = await wirewatch("feeds", "resume", "good", ...config, "--json");
    expect(JSON.parse(again.stdout)).toEqual({ feedId: "good", wasPaused: false });
    expect(await wirewatch("feeds", "pause", "nobody", ...pause, ...config)).toMatchObject({ code: 2 });
    expect(await wirewatch("feeds", "pause", "good", "--for", "soon", "--comment", "x", ...config)).toMatchObject({
      code: 2,
    });
  });

  it("show their failures with the cause, and the document that could not be read", async () => {
    const { stdout } = await wirewatch("feeds", "list", "--failing", "--json", ...config);
    expect(JSON.parse(stdout)).toMatchObject([{ id: "bad", state: "failing", failures: 1, cause: expect.any(String) }]);
    const kept = await wirewatch("feeds", "probe", "bad", "--kept", "bad", "--raw", ...config);
    expect(kept.stdout).toBe("<rss");
    expect(kept.stderr).toMatch(/^kept since .+; it could not be read then: /);
    const good = await wirewatch("feeds", "probe", "good", "--kept", "good", ...config);
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining("item       Envoy asks for asylum") });
    const shown = await wirewatch("feeds", "probe", "bad", "--kept", "bad", ...config);
    expect(shown.stdout).toMatch(/^what to do The address shows something else than a feed: (?!.*--kept)/m);
    expect(await wirewatch("feeds", "probe", "good", "--items", "abc", ...config)).toMatchObject({
      code: 2,
      stdout: "",
    });
    expect(await wirewatch("feeds", "probe", "good", "--kept", "bad", ...config)).toMatchObject({ code: 2 });
  });

  it("are polled by the running daemon when asked, and not twice within a minute", async () => {
    sayPollsWereBefore(2 * 60_000);
    daemon = await startDaemonProcess(config);
    const before = asked("/feed.xml");
    expect((await wirewatch("feeds", "poll", "good", ...config)).stdout).toBe(
      "good: due now\nThe daemon polls what is due within seconds; `wirewatch feeds list` says how that went.\n",
    );
    await waitUntil("the feed is asked", 10_000, () => asked("/feed.xml") > before);
    expect((await wirewatch("feeds", "poll", "good", ...config)).stdout).toMatch(
      /^good: polled less than a minute ago, so not at once: it is due at 20.+ UTC\n$/,
    );
    expect(asked("/feed.xml")).toBe(before + 1);
    for (const verb of ["poll", "probe"]) {
      const { code, stderr } = await wirewatch("feeds", verb, "goood", ...config);
      expect(code).toBe(2);
      expect(stderr).toContain("no feed has the id goood: did you mean good?");
    }
  });

  it("are paused in the running daemon, and resume by themselves", async () => {
    const pause = ["--for", "2s", "--author", "Ana", "--comment", "short"];
    const { stdout } = await wirewatch("feeds", "pause", "good", ...pause, ...config);
    const [, until = ""] = /^good is paused until (20.+ UTC);/.exec(stdout) ?? [];
    expect(Date.parse(until)).toBeLessThanOrEqual(Date.now() + 2000);
    await waitUntil("the feed resumes by itself", 20_000, async () => (await listed("good")).pause === null);
    expect(await listed("good")).toMatchObject({ state: "good" });
  });

  it("are kept by a prune while nothing is old enough", async () => {
    expect(await wirewatch("prune", ...config)).toMatchObject({ code: 0, stdout: "Nothing is old enough to go.\n" });
  });
});
