import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import { createLogger } from "../../src/telemetry/logger.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { startWirewatch } from "../support/daemon/daemon-process.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { runCommand, type RanCommand } from "../support/daemon/run-command.ts";
import { feed, newDelivery, newMatch, readItem } from "../support/store/store-builders.ts";

const DAY = 86_400_000;
const RULES = `watches:
  - id: asylum
    title: Asylum
    match: asylum
    unless: shelter
    notify: [screen]
  - id: fleeing
    title: Fleeing
    match: asylum AND consul
    unless_title: '@common'
    notify: [screen]
lists: {common: [weather]}
`;

let folder: DaemonFolder;

/** A store with news of the last days: the watch has recorded a match of "Consul …" and of "Old words …". */
async function fillArchive(url: string): Promise<void> {
  const log = createLogger("silent");
  const store = await openStore({ url, sync: "normal", migrate: true, now: Date.now, log });
  await store.feeds.sync([feed("wire")], () => 0);
  await store.items.addRead("wire", [], Date.now() - 20 * DAY);
  async function add(title: string, daysAgo: number, body = ""): Promise<string> {
    const at = Date.now() - daysAgo * DAY;
    const cleanedLink = `https://news.example/${title.replaceAll(" ", "-")}`;
    const read = readItem(title, { title, body, cleanedLink, publishedAt: at });
    const { added } = await store.items.addRead("wire", [read], at);
    return added[0] ?? "";
  }
  await add("Asylum long ago", 16);
  const consul = await add("Consul asks for asylum", 5);
  await add("Asylum for an attaché", 3);
  await add("Animal shelter is an asylum", 2);
  const words = await add("Old words that matched", 1);
  for (let index = 0; index < 1200; index += 1) await add(`Weather report ${index}`, 4);
  const storyId = await store.stories.create(Date.now());
  await store.matches.add(newMatch({ watchId: "asylum", itemId: words, storyId }));
  const { id: matchId } = await store.matches.add(newMatch({ watchId: "asylum", itemId: consul, storyId }));
  const decided = { kind: "send", reason: "first-report", detail: null, decidedAt: 0 } as const;
  await store.matches.addDecision({ matchId, channelId: "screen", ...decided });
  const { id } = await store.deliveries.add(newDelivery("alert|story|screen", { channelId: "screen", storyId }));
  await store.deliveries.attachMatches(id, [matchId]);
  await store.close();
}

function wirewatch(...args: string[]): RanCommand {
  return runCommand([...args, "--config", folder.config], { input: "Asylum in a shelter\nDogs only." });
}

beforeAll(async () => {
  folder = makeDaemonFolder(
    `store: sqlite:../data/wirewatch.db\ninclude: [watches.yaml]\nfeeds: [{id: wire, url: "https://wire.example/feed"}]\nchannels: {screen: {console: {}}}\n`,
  );
  writeFileSync(join(folder.config, "watches.yaml"), RULES);
  await fillArchive(`sqlite:${join(folder.data, "wirewatch.db")}`);
});
afterAll(() => folder.remove());

it("backtest tells what a watch would have sent, held back, and what differs from what was recorded", () => {
  const { code, out } = wirewatch("backtest", "--watch", "asylum", "--days", "14");
  expect(out).toContain("asylum: 1,204 items read, 2 matched, 1 held back by a veto");
  expect(out).toContain("screen: 2 alerts, 1 vetoed; about 0.1 a day");
  expect(out).toMatch(/Added, not in what was recorded: 1\n\+ .*Asylum for an attaché/);
  expect(out).toMatch(/Removed, only in what was recorded: 1\n- .*Old words that matched/);
  expect(out).toContain('held back by unless ("shelter")');
  expect(code).toBe(0);
});

it("backtest names what the watch misses by one part, with the part", () => {
  const { out } = wirewatch("backtest", "--watch", "fleeing", "--days", "14");
  expect(out).toContain("fleeing: 1,204 items read, 1 matched");
  expect(out).toMatch(
    /Missed by one part: 2\n {2}2 missing: consul\n {4}.*Animal shelter is an asylum\n {4}.*Asylum for/,
  );
});

it("check --days tells which terms of lists stand in very many stored items", () => {
  const { code, out } = wirewatch("check", "--days", "14");
  expect(out).toContain("1,204 stored items read");
  expect(out).toMatch(
    /watches\.yaml:\d+:\d+ lint common-terms: list common: in over 1 % of the items: weather 99\.7 %/,
  );
  expect(code).toBe(0);
  expect(wirewatch("check", "--days", "0.001").out).toContain("nothing is stored of the last 0.001 days: ");
  // One lint more than without the items: `--strict` counts lints.
  expect([wirewatch("check").out, out].map((each) => /\d+ lints/.exec(each)?.[0])).toEqual(["2 lints", "3 lints"]);
});

it("backtest compares with another version of the file that defines the watch", () => {
  const file = join(folder.config, "watches.before");
  writeFileSync(file, RULES.replace("match: asylum", "match: consul").replace("    unless: shelter\n", ""));
  const { code, out } = wirewatch("backtest", "--watch", "asylum", "--against", file, "--json");
  function titles(name: "added" | "removed"): unknown {
    return JSON.parse(out)[name].map(({ item }: { item: { title: string } }) => item.title);
  }
  expect([titles("added"), titles("removed")]).toEqual([["Asylum for an attaché"], []]);
  expect(code).toBe(0);
});

it("backtest says what only another version finds, and what only the configuration", () => {
  const file = join(folder.config, "watches.consul");
  writeFileSync(file, RULES.replace("match: asylum", "match: consul OR words").replace("    unless: shelter\n", ""));
  const { out } = wirewatch("backtest", "--watch", "asylum", "--against", file);
  expect(out).toMatch(/Added, only in the configuration: 1\n\+ .*Asylum for an attaché/);
  expect(out).toContain(`Removed, only in ${file}: 1\n- `);
});

it("backtest says that another version finds the same", () => {
  const file = join(folder.config, "watches.same");
  writeFileSync(file, RULES);
  const { code, out } = wirewatch("backtest", "--watch", "asylum", "--against", file);
  expect(out).toContain(`Against ${file}: nothing added, nothing removed`);
  expect(code).toBe(0);
});

it("backtest refuses another version that is not valid, with its place", () => {
  const file = join(folder.config, "watches.broken");
  writeFileSync(file, RULES.replace("match: asylum", "match: asylum consul"));
  const { code, err } = wirewatch("backtest", "--watch", "asylum", "--against", file);
  expect(err).toContain("watches.broken:4:");
  expect(code).toBe(3);
});

it.each([
  ["that does not exist", "/nope.yaml", "/nope.yaml:1:1 error file-unreadable: there is no such file\n"],
  ["that is a folder", "/tmp", "/tmp:1:1 error file-unreadable: it is a folder, not a file\n"],
])("backtest refuses another version %s, and says nothing of what follows from that", (_what, file, told) => {
  const { code, err } = wirewatch("backtest", "--watch", "asylum", "--against", file);
  expect(err.startsWith(told)).toBe(true);
  expect(err).not.toContain("dangling-reference");
  expect(code).toBe(3);
});

it("backtest refuses a file without the watch", () => {
  const file = join(folder.config, "watches.other");
  writeFileSync(file, RULES.replaceAll("asylum", "refuge"));
  const { code, err } = wirewatch("backtest", "--watch", "asylum", "--against", file);
  expect([err, code]).toEqual([`${file} defines no watch asylum.\n`, 3]);
});

it("search finds stored items by an expression, newest first, with the marked words", () => {
  const { code, out } = wirewatch("search", "asylum OR words", "--days", "4");
  expect(
    out
      .split("\n")
      .filter((line) => /^\d{4}/.test(line))
      .map((line) => line.replace(/^\S+ \S+ UTC {2}/, "")),
  ).toEqual([
    "news.example: Old words that matched",
    "news.example: Animal shelter is an asylum",
    "news.example: Asylum for an attaché",
  ]);
  expect(out).toContain("asylum  ← asylum");
  expect(out).toMatch(/3 of [\d,]+ items match\n$/);
  expect(code).toBe(0);
});

it("search points at what is wrong with an expression", () => {
  const { code, err } = wirewatch("search", "asylum AND consul OR envoy");
  expect(err).toContain("expression:1:19 error and-or-mixed: ");
  expect(err).toContain("  asylum AND consul OR envoy\n");
  expect(err).toMatch(/ \^+/);
  expect(code).toBe(2);
});

describe("explain", () => {
  it("tells by its link the whole life of an item, and what the watches say of it today", () => {
    const { code, out } = wirewatch("explain", "https://news.example/Consul-asks-for-asylum?utm_source=y");
    expect(out).toContain("Consul asks for asylum\n  news.example · en · feed wire · revision 1");
    expect(out).toContain("    screen: send, first-report\n");
    expect(out).toMatch(/ {4}alert dlv_\S+ on screen: pending due /);
    expect(out).toContain("asylum: match\n  title: Consul asks for [asylum]\n  clause: asylum\n");
    expect(code).toBe(0);
  });

  it("names the feeds that could have carried a link that is not stored", () => {
    const { code, out } = wirewatch("explain", "https://www.wire.example/story");
    expect(out).toContain("no stored item has the link https://www.wire.example/story");
    expect(out).toContain("wire  https://wire.example/feed");
    expect(code).toBe(1);
  });

  it("counts a feed that has carried links of the host among them, wherever the feed itself is", () => {
    const { out } = wirewatch("explain", "https://news.example/another-story");
    expect(out).toContain("Feeds that could have carried it:\n  wire  https://wire.example/feed");
    expect(wirewatch("explain", "https://nowhere.example/story").out).toContain(
      "no configured feed is on its host, or",
    );
  });

  describe("with --fetch", () => {
    let server: FeedServer;

    beforeAll(async () => {
      server = await startFeedServer();
      const item = `<item><title>Envoy asks for asylum</title><link>${server.url("/in-feed")}</link></item>`;
      const rss = `<rss version="2.0"><channel><title>Wire</title><link>${server.url("/")}</link>${item}</channel></rss>`;
      const paragraph =
        "<p>The consul, who left in the night with all his family, has now asked for asylum, officials said.</p>";
      const page = `<html><head><title>Consul leaves</title></head><body><article>${paragraph.repeat(3)}</article></body></html>`;
      server.on("/rss", answer(rss, { "content-type": "application/rss+xml" }));
      server.on("/on-page", answer(page, { "content-type": "text/html" }));
      const settings = `fetch: {contact: test, allow_private: [127.0.0.1]}\nfeeds: [{id: near, url: "${server.url("/rss")}", lang: en}]\n`;
      const store = `sqlite:${join(folder.data, "wirewatch.db")}`;
      const yaml = `store: ${store}\ninclude: [${join(folder.config, "watches.yaml")}]\nchannels: {screen: {console: {}}}\n${settings}`;
      near = makeDaemonFolder(yaml);
    });
    afterAll(async () => {
      near.remove();
      await server.close();
    });

    let near: DaemonFolder;

    /** The server is in this process, which therefore must not wait for the command without turning. */
    async function explainFetched(path: string): Promise<{ code: number | null; out: string }> {
      const run = startWirewatch(["explain", server.url(path), "--fetch", "--config", near.config]);
      const { code } = await run.ended;
      return { code, out: run.stdout() };
    }

    it("tells what would have matched by the entry of a feed of its host", async () => {
      const { code, out } = await explainFetched("/in-feed");
      expect(out).toContain("Envoy asks for asylum · en\n  fetched now from the feed near");
      expect(out).toContain("asylum: match\n  title: Envoy asks for [asylum]");
      expect(code).toBe(0);
    });

    it("tells what would have matched by its page, and which feeds do not show it", async () => {
      const { code, out } = await explainFetched("/on-page");
      expect(out).toContain("near does not show the link today");
      expect(out).toContain("Consul leaves · en\n  fetched now from its page");
      expect(out).toMatch(/asylum: match\n {2}body: .*asked for \[asylum\]/);
      expect(code).toBe(0);
    });

    it("says what was tried where there is nothing", async () => {
      const { code, out } = await explainFetched("/gone");
      expect(out).toMatch(/the page could not be read: .*404/);
      expect(code).toBe(1);
    });
  });

  it("shows every part of a watch on a pasted text, with the veto that held it back", () => {
    const { code, out } = wirewatch("explain", "-", "--watch", "asylum");
    expect(out).toContain(
      'asylum: vetoed by unless ("shelter", title)\n  title: [Asylum] in a shelter\n  clause: asylum\n' +
        '  blocked by: unless shelter: "shelter" (title)\n  parts:\n    ✓ asylum: "Asylum" (title)\n',
    );
    expect(code).toBe(0);
  });
});
