import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { feed, feedChange, pollRecord } from "../support/store/store-builders.ts";

describeStore("feeds that are due", (given) => {
  it("never has a feed due that is no longer configured, and takes it up again with its history", async () => {
    const { store, feedId } = given();
    await store.items.addRead(feedId, [], 900);
    await store.feeds.sync([], () => 0);
    expect(await store.feeds.claimDue({ now: 10_000, claimMs: 100, limit: 10, perHost: 1 })).toEqual([]);
    expect(await store.feeds.list()).toEqual([]);
    expect(await store.feeds.sync([feed(feedId)], () => 3000)).toEqual([]);
    expect(await store.feeds.claimDue({ now: 10_000, claimMs: 100, limit: 10, perHost: 1 })).toMatchObject([
      { feedId, baselineAt: 900, nextPollAt: 3000 },
    ]);
  });

  it("claims due feeds once, earliest first, until the claim expires or the poll is recorded", async () => {
    const { store, feedId } = given();
    const ids = ["c", "a", "b"].map((letter) => `${feedId}-${letter}`);
    const due = new Map(
      [
        ["c", 30],
        ["a", 20],
        ["b", 5000],
      ].map(([letter, at]) => [`${feedId}-${letter}`, at]),
    );
    await store.feeds.sync(
      ids.map((id) => feed(id)),
      ({ id }) => Number(due.get(id)),
    );
    async function claim(now: number): Promise<readonly string[]> {
      return (await store.feeds.claimDue({ now, claimMs: 500, limit: 10, perHost: 1 })).map((state) => state.feedId);
    }
    expect(await claim(1000)).toEqual([`${feedId}-a`, `${feedId}-c`]);
    expect(await claim(1499)).toEqual([]);
    expect(await claim(1500)).toEqual([`${feedId}-a`, `${feedId}-c`]);
    await store.feeds.recordPoll(pollRecord(`${feedId}-a`), feedChange({ nextPollAt: 1600 }));
    expect(await claim(1700)).toEqual([`${feedId}-a`]);
  });

  it("claims of a host no more feeds at a time than it has room for, those first that waited longest", async () => {
    const { store, feedId } = given();
    const ids = ["a", "b", "c"].map((letter) => `${feedId}-${letter}`);
    const [a = "", b = "", c = ""] = ids;
    const host = `${feedId}-crowd.example`;
    const crowd = ids.map((id) => feed(id, { url: `https://${host}/${id}` }));
    await store.feeds.sync([...crowd, feed(feedId)], ({ id }) => (id === feedId ? 900 : 100 + ids.indexOf(id)));
    async function claim(now: number, perHost: number, of?: string): Promise<readonly string[]> {
      const given = { now, claimMs: 500, limit: 10, perHost, ...(of === undefined ? {} : { host: of }) };
      return (await store.feeds.claimDue(given)).map((state) => state.feedId);
    }
    expect(await claim(1000, 1)).toEqual([feedId, a]);
    expect(await claim(1000, 1)).toEqual([]);
    expect(await claim(1000, 2)).toEqual([b]);
    // Neither was polled: c, whose turn never came, is before them.
    expect(await claim(1500, 1, host)).toEqual([c]);
    await store.feeds.recordPoll(pollRecord(c), feedChange({ nextPollAt: 1 }));
    expect(await claim(1500, 1, `${feedId}.example`)).toEqual([feedId]);
    expect(await claim(1500, 1)).toEqual([c]);
  });

  it("takes turns at the host that is asked: the one a feed moved to, until its URL changes", async () => {
    const { store, feedId } = given();
    await store.feeds.recordPoll(
      pollRecord(feedId),
      feedChange({ effectiveUrl: "https://moved.example/feed", host: "moved.example" }),
    );
    expect(await store.feeds.get(feedId)).toMatchObject({ host: "moved.example" });
    await store.feeds.sync([feed(feedId, { url: "https://other.example/feed" })], () => 0);
    expect(await store.feeds.get(feedId)).toMatchObject({ host: "other.example" });
  });

  it("count the hosts that were reached and those that were not, and hasten the feeds of these", async () => {
    const { store, clock, feedId } = given();
    const letters = ["good", "dead", "broken", "moved"];
    const ids = letters.map((letter) => `${feedId}-${letter}`);
    const [good = "", dead = "", broken = ""] = ids;
    clock.now = 0;
    await store.feeds.sync(
      ids.map((id) => feed(id)),
      () => 1000,
    );
    async function fail(id: string, failureKind: string): Promise<void> {
      await store.feeds.recordPoll(pollRecord(id, { startedAt: 400 }), feedChange({ lastGoodAt: 400 }));
      await store.feeds.recordPoll(
        pollRecord(id, { startedAt: 500, outcome: "failed", failureKind }),
        feedChange({ failures: 1, firstFailureAt: 500, nextPollAt: 61_000 }),
      );
    }
    await fail(dead, "dns");
    await fail(broken, "http-status");
    await store.feeds.recordPoll(pollRecord(good, { startedAt: 600 }), feedChange({ lastGoodAt: 600 }));
    const kinds = ["dns", "connect"];
    const asked = { since: 500, besides: "none.example", kinds };
    expect(await store.feeds.countReach(asked)).toEqual({ reached: 1, unreachable: 1 });
    expect(await store.feeds.countReach({ ...asked, besides: `${dead}.example` })).toEqual({
      reached: 1,
      unreachable: 0,
    });
    await store.feeds.hasten({ now: 1000, kinds, by: 60 });
    const due = await Promise.all(ids.map(async (id) => (await store.feeds.get(id))?.nextPollAt));
    expect(due).toEqual([5000, 2000, 61_000, 1000]);
  });

  it("gives parallel claims disjoint feeds", async () => {
    const { store, peer, feedId } = given();
    await store.feeds.sync(
      Array.from({ length: 60 }, (_, at) => feed(`${feedId}-${at}`)),
      () => 0,
    );
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        (at % 2 === 0 ? store : peer).feeds.claimDue({ now: 1000, claimMs: 1000, limit: 10, perHost: 1 }),
      ),
    );
    const ids = claims.flat().map((state) => state.feedId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await store.feeds.claimDue({ now: 1000, claimMs: 1000, limit: 100, perHost: 1 });
    expect(ids.length + rest.length).toBe(60);
  });
});
