import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { feed, feedChange, matchedText, pollRecord, readItem } from "../support/store/store-builders.ts";

describeStore("feeds", (given) => {
  it("tells which configured feeds are new, and knows them afterwards", async () => {
    const { store, feedId } = given();
    const feeds = [feed(feedId), feed(`${feedId}-b`)];
    expect(await store.feeds.sync(feeds, () => 700)).toEqual([`${feedId}-b`]);
    expect(await store.feeds.sync(feeds, () => 800)).toEqual([]);
    expect(await store.feeds.get(`${feedId}-b`)).toEqual({
      feedId: `${feedId}-b`,
      url: `https://${feedId}-b.example/feed.xml`,
      host: `${feedId}-b.example`,
      etag: null,
      effectiveUrl: null,
      movedTo: null,
      cadence: null,
      lastModified: null,
      bodyHash: null,
      baselineAt: null,
      nextPollAt: 700,
      failures: 0,
      firstFailureAt: null,
      lastGoodAt: null,
      goodInRow: 0,
      kills: 0,
      hubLinks: null,
      requests: 0,
      answeredRequests: 0,
      polls: 0,
    });
    expect((await store.feeds.list()).map((state) => state.feedId)).toEqual([feedId, `${feedId}-b`]);
  });

  it("survives two processes that sync at once", async () => {
    const { store, peer, feedId } = given();
    const feeds = Array.from({ length: 1200 }, (_, at) => feed(`${feedId}-${at}`));
    const added = await Promise.all([store.feeds.sync(feeds, () => 1), peer.feeds.sync(feeds, () => 1)]);
    expect(added.map((ids) => ids.length).toSorted((a, b) => a - b)).toEqual([0, 1200]);
  });

  it("forgets validators and polls at once when the URL changes, and keeps the rest", async () => {
    const { store, clock, feedId } = given();
    await store.items.addRead(feedId, [], 900);
    await store.feeds.recordPoll(
      pollRecord(feedId),
      feedChange({ etag: '"1"', lastModified: "yesterday", bodyHash: "abc", lastGoodAt: 1000, nextPollAt: 9000 }),
    );
    clock.now = 2000;
    await store.feeds.sync([feed(feedId, { url: "https://moved.example/" })], () => 2000);
    expect(await store.feeds.get(feedId)).toMatchObject({
      url: "https://moved.example/",
      etag: null,
      lastModified: null,
      bodyHash: null,
      baselineAt: 900,
      nextPollAt: 2000,
      lastGoodAt: 1000,
    });
  });

  it("does not let a poll of the former URL bring its validators back", async () => {
    const { store, feedId } = given();
    const before = await store.feeds.get(feedId);
    await store.feeds.sync([feed(feedId, { url: "https://moved.example/" })], () => 2000);
    const began = { url: before?.url ?? "", polls: 0 };
    const learnt = { etag: '"old"', bodyHash: "old", nextPollAt: 9000, failures: 0, goodInRow: 3, began };
    await store.feeds.recordPoll(pollRecord(feedId), feedChange(learnt));
    expect(await store.feeds.get(feedId)).toMatchObject({
      etag: null,
      bodyHash: null,
      nextPollAt: 2000,
      goodInRow: 3,
    });
  });

  it("believes the poll of a process whose clock is behind that of the one that configured the feed", async () => {
    const { store, clock, feedId } = given();
    const url = "https://moved.example/";
    clock.now = 2000;
    await store.feeds.sync([feed(feedId, { url })], () => 2000);
    const change = feedChange({ etag: '"1"', nextPollAt: 9000, began: { url, polls: 0 } });
    await store.feeds.recordPoll(pollRecord(feedId, { startedAt: 1500 }), change);
    expect(await store.feeds.get(feedId)).toMatchObject({ etag: '"1"', nextPollAt: 9000, polls: 1 });
  });

  it("does not let a late poll overwrite what one that was recorded meanwhile learnt", async () => {
    const { store, feedId } = given();
    const { url = "", polls = -1 } = (await store.feeds.get(feedId)) ?? {};
    for (const etag of ['"new"', '"old"'])
      await store.feeds.recordPoll(pollRecord(feedId), feedChange({ etag, began: { url, polls } }));
    expect(await store.feeds.get(feedId)).toMatchObject({ etag: '"new"', polls: 1 });
  });

  it("changes only what a poll names", async () => {
    const { store, feedId } = given();
    await store.feeds.recordPoll(pollRecord(feedId), feedChange({ etag: '"1"', bodyHash: "abc", lastGoodAt: 1000 }));
    await store.feeds.recordPoll(
      pollRecord(feedId, { startedAt: 2000, outcome: "failed", failureKind: "timeout" }),
      feedChange({ failures: 1, firstFailureAt: 2000, goodInRow: 0, nextPollAt: 8000 }),
    );
    expect(await store.feeds.get(feedId)).toMatchObject({
      etag: '"1"',
      bodyHash: "abc",
      lastGoodAt: 1000,
      failures: 1,
      firstFailureAt: 2000,
      goodInRow: 0,
      nextPollAt: 8000,
    });
  });

  it("owes a summary once the baseline is matched, and owes it once", async () => {
    const { store, feedId, storeItem } = given();
    async function owed(): Promise<readonly string[]> {
      return (await store.feeds.listWithoutSummary()).map((state) => state.feedId);
    }
    expect(await owed()).toEqual([]);
    const itemId = await storeItem(readItem("first"));
    expect(await owed()).toEqual([]);
    await store.items.markAllMatched([matchedText(itemId, 1)]);
    expect(await owed()).toEqual([feedId]);
    await storeItem(readItem("later"));
    expect(await owed()).toEqual([feedId]);
    await store.feeds.markSummary([feedId], 3000);
    expect(await owed()).toEqual([]);
    await store.feeds.markSummary([], 3000);
  });

  it("counts polls, polled feeds and new items of a window, its end excluded", async () => {
    const { store, nth, feedId } = given();
    const base = nth * 1_000_000;
    for (const at of [base, base + 10, base + 100])
      await store.feeds.recordPoll(pollRecord(feedId, { startedAt: at }), feedChange());
    await store.items.addRead(feedId, [readItem("a"), readItem("b")], base);
    await store.items.addRead(feedId, [readItem("c")], base + 100);
    expect(await store.feeds.coverage(base, base + 100)).toEqual({ feeds: 1, read: 1, polls: 2, items: 2 });
    const failed = { outcome: "failed", failureKind: "dns" } as const;
    const dead = `${feedId}-dead`;
    await store.feeds.sync([feed(feedId), feed(dead)], () => 0);
    await store.feeds.recordPoll(pollRecord(dead, { startedAt: base, ...failed }), feedChange());
    await store.feeds.recordPoll(pollRecord(feedId, { startedAt: base, ...failed }), feedChange());
    expect(await store.feeds.coverage(base, base + 100)).toEqual({ feeds: 2, read: 1, polls: 4, items: 2 });
    expect(await store.feeds.coverage(base + 101, base + 200)).toEqual({ feeds: 0, read: 0, polls: 0, items: 0 });
  });

  it("counts the items that were there at first sight", async () => {
    const { store, feedId } = given();
    await store.items.addRead(feedId, [readItem("a"), readItem("b")], 1000);
    await store.items.addRead(feedId, [readItem("c")], 2000);
    expect(await store.items.countBaseline([feedId])).toBe(2);
    expect(await store.items.countBaseline([])).toBe(0);
  });
});
