import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { summariseNewFeeds } from "../../src/pipeline/summarise-feeds.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";
import { feed, feedChange, matchedText, pollRecord, readItem } from "../support/store/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const SECOND = 1000;
const FEEDS = [feed("one"), feed("two"), feed("three"), feed("quiet", { onAdd: "silent" })];
const PLAN = planOf([], [], { feeds: new Map(FEEDS.map((one) => [one.id, one])) });

describe.each(["sqlite", "postgres"] as const)("what new feeds held, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;

  beforeEach(async () => {
    now = START;
    opened = await openTestStore(dialect, () => now);
    await opened.store.feeds.sync(FEEDS, () => START);
  });
  afterEach(() => opened.remove());

  async function store(feedId: string): Promise<string> {
    const { added } = await opened.store.items.addRead(feedId, [readItem(`news of ${feedId}`)], now);
    await opened.store.feeds.recordPoll(pollRecord(feedId, { startedAt: now }), feedChange({ lastGoodAt: now }));
    return added[0] ?? "";
  }

  async function read(feedId: string): Promise<void> {
    await opened.store.items.markAllMatched([matchedText(await store(feedId), 1)]);
  }

  async function fail(feedId: string): Promise<void> {
    const failed = pollRecord(feedId, { startedAt: now, outcome: "failed", failureKind: "timeout" });
    await opened.store.feeds.recordPoll(failed, feedChange({ failures: 1, firstFailureAt: now, goodInRow: 0 }));
  }

  /** The feeds of each message so far, after a beat at this second. */
  async function toldAt(seconds: number, togetherMs?: number): Promise<readonly string[][]> {
    now = START + seconds * SECOND;
    const deps = { store: opened.store, plan: () => PLAN, now: () => now };
    await summariseNewFeeds(togetherMs === undefined ? deps : { ...deps, togetherMs });
    const rows = await opened.store.deliveries.list({ kind: "summary", limit: 10 });
    return rows.toReversed().map(({ payload }) => JSON.parse(payload ?? "").feeds);
  }

  it("is one message, though the feeds are read one after the other", async () => {
    await read("one");
    expect(await toldAt(1)).toEqual([]);
    await read("two");
    expect(await toldAt(2)).toEqual([]);
    await read("three");
    expect(await toldAt(3)).toEqual([["one", "three", "two"]]);
    expect(await toldAt(300)).toHaveLength(1);
  });

  it("waits for items that are not matched yet, and for no feed that is silent", async () => {
    await read("one");
    await read("two");
    const itemId = await store("three");
    expect(await toldAt(1)).toEqual([]);
    await opened.store.items.markAllMatched([matchedText(itemId, 1)]);
    expect(await toldAt(2)).toEqual([["one", "three", "two"]]);
  });

  it("waits for no feed that failed or is paused; it is told when it is read", async () => {
    await read("one");
    await fail("two");
    await opened.store.feeds.pause({ feedId: "three", at: now, until: now + 3_600_000, author: "a", comment: "b" });
    expect(await toldAt(1)).toEqual([["one"]]);
    await read("two");
    expect(await toldAt(2)).toEqual([["one"], ["two"]]);
  });

  it("waits two minutes at most", async () => {
    await read("one");
    expect(await toldAt(119)).toEqual([]);
    await read("two");
    expect(await toldAt(120)).toEqual([["one", "two"]]);
    await read("three");
    expect(await toldAt(121)).toEqual([["one", "two"], ["three"]]);
  });

  it("waits for nothing where the process is about to end", async () => {
    await read("one");
    expect(await toldAt(1, 0)).toEqual([["one"]]);
  });
});
