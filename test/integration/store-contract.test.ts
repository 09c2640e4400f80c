import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReadItem } from "../../src/core/vocabulary.ts";
import type { NewDelivery } from "../../src/store/delivery-rows.ts";
import type { MatchRow } from "../../src/store/match-rows.ts";
import type { Lease } from "../../src/store/operation-rows.ts";
import type { Store, StoreQueries } from "../../src/store/store.ts";
import { LeaseLostError } from "../../src/store/store-error.ts";
import { openTestStore, type TestStore } from "../support/open-test-store.ts";
import {
  attemptEnd,
  EVIDENCE,
  feed,
  feedChange,
  matchedText,
  newDelivery,
  newMatch,
  pollRecord,
  readItem,
  withGuid,
} from "../support/store-builders.ts";

const clock = { now: 1000 };

describe.each(["sqlite", "postgres"] as const)("the store on %s", (dialect) => {
  let opened: TestStore;
  let store: Store;
  let peer: Store;
  /** Ids of one test: tests share a database and must not see each other's rows. */
  let feedId: string;
  let channelId: string;
  let made = 0;

  beforeAll(async () => {
    opened = await openTestStore(dialect, () => clock.now);
    ({ store, peer } = opened);
  });
  afterAll(() => opened.remove());

  beforeEach(async () => {
    made += 1;
    clock.now = 1000;
    feedId = `feed-${made}`;
    channelId = `channel-${made}`;
    await store.feeds.sync([feed(feedId)], () => 0);
  });

  async function storeItem(read: ReadItem, now = 1000): Promise<string> {
    const { added } = await store.items.addRead(feedId, [read], now);
    const [itemId] = added;
    if (itemId === undefined) throw new Error("the item was known");
    return itemId;
  }

  async function storeMatch(identity: string, changed: Partial<MatchRow> = {}): Promise<string> {
    const itemId = await storeItem(readItem(identity));
    const storyId = await store.stories.create(1000);
    const { id } = await store.matches.add(newMatch({ itemId, storyId, ...changed }));
    return id;
  }

  async function leaseOf(owner: string, ttlMs = 60_000, asked: Store = store): Promise<Lease> {
    const lease = await asked.leases.acquire(`channel:${channelId}`, owner, ttlMs);
    if (lease === undefined) throw new Error("somebody else holds the lease");
    return lease;
  }

  async function pendingDelivery(key: string): Promise<string> {
    const { id } = await store.deliveries.add(newDelivery(`${channelId}|${key}`, { channelId }));
    return id;
  }

  describe("feeds", () => {
    it("tells which configured feeds are new, and knows them afterwards", async () => {
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
      const feeds = Array.from({ length: 1200 }, (_, at) => feed(`${feedId}-${at}`));
      const added = await Promise.all([store.feeds.sync(feeds, () => 1), peer.feeds.sync(feeds, () => 1)]);
      expect(added.map((ids) => ids.length).toSorted((a, b) => a - b)).toEqual([0, 1200]);
    });

    it("forgets validators and polls at once when the URL changes, and keeps the rest", async () => {
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
      const url = "https://moved.example/";
      clock.now = 2000;
      await store.feeds.sync([feed(feedId, { url })], () => 2000);
      const change = feedChange({ etag: '"1"', nextPollAt: 9000, began: { url, polls: 0 } });
      await store.feeds.recordPoll(pollRecord(feedId, { startedAt: 1500 }), change);
      expect(await store.feeds.get(feedId)).toMatchObject({ etag: '"1"', nextPollAt: 9000, polls: 1 });
    });

    it("does not let a late poll overwrite what one that was recorded meanwhile learnt", async () => {
      const { url = "", polls = -1 } = (await store.feeds.get(feedId)) ?? {};
      for (const etag of ['"new"', '"old"'])
        await store.feeds.recordPoll(pollRecord(feedId), feedChange({ etag, began: { url, polls } }));
      expect(await store.feeds.get(feedId)).toMatchObject({ etag: '"new"', polls: 1 });
    });

    it("never has a feed due that is no longer configured, and takes it up again with its history", async () => {
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
      await store.feeds.recordPoll(
        pollRecord(feedId),
        feedChange({ effectiveUrl: "https://moved.example/feed", host: "moved.example" }),
      );
      expect(await store.feeds.get(feedId)).toMatchObject({ host: "moved.example" });
      await store.feeds.sync([feed(feedId, { url: "https://other.example/feed" })], () => 0);
      expect(await store.feeds.get(feedId)).toMatchObject({ host: "other.example" });
    });

    it("count the hosts that were reached and those that were not, and hasten the feeds of these", async () => {
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

    it("changes only what a poll names", async () => {
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
      const base = made * 1_000_000;
      for (const at of [base, base + 10, base + 100])
        await store.feeds.recordPoll(pollRecord(feedId, { startedAt: at }), feedChange());
      await store.items.addRead(feedId, [readItem("a"), readItem("b")], base);
      await store.items.addRead(feedId, [readItem("c")], base + 100);
      expect(await store.feeds.coverage(base, base + 100)).toEqual({ feeds: 1, polls: 2, items: 2 });
      expect(await store.feeds.coverage(base + 101, base + 200)).toEqual({ feeds: 0, polls: 0, items: 0 });
    });

    it("counts the items that were there at first sight", async () => {
      await store.items.addRead(feedId, [readItem("a"), readItem("b")], 1000);
      await store.items.addRead(feedId, [readItem("c")], 2000);
      expect(await store.items.countBaseline([feedId])).toBe(2);
      expect(await store.items.countBaseline([])).toBe(0);
    });
  });

  describe("items", () => {
    it("stores the first reading as baseline and later ones as news, each once", async () => {
      const first = await store.items.addRead(feedId, [readItem("a"), readItem("b")], 1000);
      expect(first).toMatchObject({ added: [expect.stringMatching(/^itm_/), expect.any(String)], revised: [] });
      const second = await store.items.addRead(feedId, [readItem("b"), readItem("c")], 2000);
      expect(second).toEqual({ added: [expect.any(String)], revised: [] });
      expect(await store.items.addRead(feedId, [readItem("c"), readItem("a")], 3000)).toEqual({
        added: [],
        revised: [],
      });
      expect(await store.items.get(first.added[0] ?? "")).toMatchObject({ baseline: true, firstSeenAt: 1000 });
      expect(await store.items.get(second.added[0] ?? "")).toMatchObject({ baseline: false, firstSeenAt: 2000 });
      expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: 1000 });
    });

    it("gives an item back as it was read", async () => {
      const read = readItem("a", {
        title: "سفیر درخواست پناهندگی کرد",
        summary: "Summary",
        body: "Body\n\nwith 'quotes' and 😀",
        author: "A. Writer",
        publishedAt: 500,
      });
      const id = await storeItem(read);
      expect(await store.items.get(id)).toEqual({
        ...read,
        id,
        feedId,
        revision: 1,
        publishedAt: 500,
        publishedSource: "feed",
        firstSeenAt: 1000,
        baseline: true,
        cutBytes: 0,
      });
      expect(await store.items.get("itm_none")).toBeUndefined();
    });

    it("has an item of its own for a story that got the guid of an old one, and knows both afterwards", async () => {
      const distinction = { by: "link", needed: false } as const;
      const old = readItem("guid", { publishedAt: 400, distinction: { ...distinction, identity: "guid a" } });
      const reused = readItem("guid", {
        title: "Something else",
        cleanedLink: "https://news.example/else",
        publishedAt: 500,
        distinction: { ...distinction, identity: "guid b" },
      });
      expect(await store.items.addRead(feedId, [old], 1000)).toMatchObject({ added: [expect.any(String)] });
      const { added, revised } = await store.items.addRead(feedId, [reused], 2000);
      expect({ added: added.length, revised }).toEqual({ added: 1, revised: [] });
      const corrected = { ...reused, title: "Something else again", contentHash: "c" };
      expect(await store.items.addRead(feedId, [corrected, old], 3000)).toEqual({ added: [], revised: added });
      const earlier = { ...reused, distinction: { ...distinction, identity: "guid c" }, publishedAt: 300 };
      expect(await store.items.addRead(feedId, [earlier], 4000)).toMatchObject({ added: [] });
    });

    it("makes changed content a new revision that waits to be matched again", async () => {
      const id = await storeItem(readItem("a"));
      await store.items.markAllMatched([matchedText(id, 1)]);
      const changed = readItem("a", { title: "Corrected title" });
      expect(await store.items.addRead(feedId, [changed], 2000)).toEqual({ added: [], revised: [id] });
      expect(await store.items.addRead(feedId, [changed], 3000)).toEqual({ added: [], revised: [] });
      expect(await store.items.get(id)).toMatchObject({ revision: 2, title: "Corrected title", firstSeenAt: 1000 });
      expect(await store.items.listPending([id])).toMatchObject([{ id, revision: 2, baseline: true }]);
    });

    it("takes a date that comes later, and keeps the first one", async () => {
      const id = await storeItem(readItem("a"));
      expect(await store.items.get(id)).toMatchObject({ publishedAt: 1000, publishedSource: "first-seen" });
      await store.items.addRead(feedId, [readItem("a", { contentHash: "2", publishedAt: 400 })], 2000);
      expect(await store.items.get(id)).toMatchObject({ publishedAt: 400, publishedSource: "feed" });
      await store.items.addRead(feedId, [readItem("a", { contentHash: "3", publishedAt: 1900 })], 3000);
      expect(await store.items.get(id)).toMatchObject({ revision: 3, publishedAt: 400, publishedSource: "feed" });
    });

    it("reads an identity that a feed shows twice as one item, the first", async () => {
      const twice = [readItem("a", { title: "One" }), readItem("a", { title: "Two" })];
      const { added } = await store.items.addRead(feedId, twice, 1000);
      expect(added).toHaveLength(1);
      expect(await store.items.addRead(feedId, twice, 2000)).toEqual({ added: [], revised: [] });
      expect(await store.items.get(added[0] ?? "")).toMatchObject({ title: "One", revision: 1 });
    });

    it("follows items whose guids are their places in the document, also when their titles are edited meanwhile", async () => {
      const [envoy, ferry, quake, again] = [
        "Envoy asks for asylum",
        "Ferry strike ends",
        "Quake hits island",
        "Envoy asks for asylum again",
      ].map((title, at) => readItem(title, { title, publishedAt: at * 100 }));
      if (!envoy || !ferry || !quake || !again) throw new Error("four items are needed");
      const edited = { ...envoy, title: "Envoy asks for asylum in Oslo", contentHash: "edited" };
      const documents = [[envoy], [ferry, envoy], [quake, ferry, edited], [ferry, edited], [again, ferry, edited]];
      const changes: number[][] = [];
      for (const [at, document] of documents.entries()) {
        const items = document.map((item, place) => withGuid(String(place + 1), item));
        const { added, revised } = await store.items.addRead(feedId, items, 1000 + at);
        changes.push([added.length, revised.length]);
      }
      expect(changes).toEqual([
        [1, 0],
        [1, 0],
        [1, 1],
        [0, 0],
        [1, 0],
      ]);
    });

    it("takes no item for one that a later portion of the document shows under its own guid", async () => {
      const body = "word ".repeat(120_000);
      const [moved, live, again] = [
        readItem("ferry", { title: "Ferry strike ends" }),
        readItem("live", { title: "Live: talks in Geneva", body }),
        readItem("live", { title: "Live: more talks in Geneva", body: `${body} more`, contentHash: "more" }),
      ];
      const stored = [withGuid("f", moved), withGuid("l1", live)];
      await store.items.addRead(feedId, stored, 1000);
      const cleanedLink = "https://news.example.org/ferry-moved";
      const shown = [
        withGuid("f", { ...moved, cleanedLink, contentHash: "moved" }),
        withGuid("l2", again),
        ...stored.slice(1),
      ];
      expect(await store.items.addRead(feedId, shown, 2000)).toEqual({
        added: [expect.any(String)],
        revised: [expect.any(String)],
      });
    });

    it("keeps equal identities of two feeds apart", async () => {
      const other = `${feedId}-other`;
      await store.feeds.sync([feed(feedId), feed(other)], () => 0);
      await storeItem(readItem("a"));
      expect(await store.items.addRead(other, [readItem("a")], 1000)).toMatchObject({ added: [expect.any(String)] });
    });

    it("stores identities and links of any length, and drops U+0000", async () => {
      const long = "x".repeat(20_000);
      const id = await storeItem(readItem(long, { title: "A\u0000B", cleanedLink: `https://long.example/${long}` }));
      expect(await store.items.get(id)).toMatchObject({ identity: long, title: "AB" });
      expect(await store.items.addRead(feedId, [readItem(long, { title: "A\u0000B" })], 2000)).toMatchObject({
        added: [],
      });
    });

    it("stores each item once when two processes read the feed at once", async () => {
      const items = Array.from({ length: 700 }, (_, at) => readItem(`i${at}`));
      const results = await Promise.all([
        store.items.addRead(feedId, items, 1000),
        peer.items.addRead(feedId, items.toReversed(), 1000),
        store.items.addRead(feedId, items, 1000),
      ]);
      expect(new Set(results.flatMap(({ added }) => added)).size).toBe(700);
      expect(results.flatMap(({ added }) => added)).toHaveLength(700);
      expect(results.flatMap(({ revised }) => revised)).toEqual([]);
    });

    it("ends a first reading that broke off as baseline, and tells nothing of it as news", async () => {
      const items = Array.from({ length: 1100 }, (_, at) => readItem(`i${at}`));
      const broken = {
        ...readItem("last"),
        get author(): string {
          throw new Error("unreadable");
        },
      };
      const breaking = [...items.slice(0, 1050), broken];
      await expect(store.items.addRead(feedId, breaking, 1000)).rejects.toThrow("unreadable");
      expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: null });

      const { added, revised } = await store.items.addRead(feedId, items, 2000);
      expect(revised).toEqual([]);
      expect(added).toHaveLength(100);
      expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: 2000 });
      expect(await store.items.countBaseline([feedId])).toBe(1100);
      const news = await store.items.addRead(feedId, [readItem("i1100"), ...items], 3000);
      expect(await store.items.get(news.added[0] ?? "")).toMatchObject({ identity: "i1100", baseline: false });
      expect(news.added).toHaveLength(1);
    });

    it("refuses a feed that was never configured", async () => {
      await expect(store.items.addRead("nowhere", [], 1000)).rejects.toThrow("feed nowhere has no row");
    });

    it("claims unmatched items oldest first, and again when the claim expires", async () => {
      const now = made * 1_000_000;
      await store.items.claimUnmatched(now, 10 * now, 100_000);
      const newer = await storeItem(readItem("newer"), 2000);
      const older = await storeItem(readItem("older"), 1500);
      expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([older, newer]);
      expect(await store.items.claimUnmatched(now + 499, 500, 10)).toEqual([]);
      await store.items.markAllMatched([matchedText(older, 1)]);
      expect(await store.items.claimUnmatched(now + 500, 500, 10)).toEqual([newer]);
    });

    it("gives parallel claims disjoint items and leaves none out", async () => {
      const now = made * 1_000_000;
      await store.items.claimUnmatched(now, 10 * now, 100_000);
      const { added } = await store.items.addRead(
        feedId,
        Array.from({ length: 90 }, (_, at) => readItem(`i${at}`)),
        1000,
      );
      const claims = await Promise.all(
        Array.from({ length: 6 }, (_, at) => (at % 2 === 0 ? store : peer).items.claimUnmatched(now, 1000, 15)),
      );
      const rest = await store.items.claimUnmatched(now, 1000, 100);
      expect([...claims.flat(), ...rest].toSorted()).toEqual(added.toSorted());
    });

    it("leaves a revision unmatched that came while the former one was in the matcher", async () => {
      const now = made * 1_000_000;
      await store.items.claimUnmatched(now, 10 * now, 100_000);
      const id = await storeItem(readItem("a"));
      expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([id]);
      await store.items.addRead(feedId, [readItem("a", { title: "Changed" })], 2000);
      expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([id]);
      await store.items.markAllMatched([matchedText(id, 1)]);
      expect(await store.items.claimUnmatched(now + 100, 500, 10)).toEqual([]);
      expect(await store.items.listPending([id])).toMatchObject([{ id, revision: 2, title: "Changed" }]);
      await store.items.markAllMatched([matchedText(id, 2)]);
      expect(await store.items.listPending([id])).toEqual([]);
    });

    it("lists the pending ones of many ids with their feed, and none of no ids", async () => {
      const { added } = await store.items.addRead(
        feedId,
        Array.from({ length: 1100 }, (_, at) => readItem(`i${at}`)),
        1000,
      );
      const [done = ""] = added;
      await store.items.markAllMatched([matchedText(done, 1)]);
      const pending = await store.items.listPending(added);
      expect(pending).toHaveLength(1099);
      expect(pending[0]).toMatchObject({ feedId, feedUrl: `https://${feedId}.example/feed.xml` });
      expect(await store.items.listPending([])).toEqual([]);
    });
  });

  describe("stories", () => {
    it("finds the stories of items and of links that were seen lately, the earliest first", async () => {
      const link = `https://story.example/${made}`;
      const first = await storeItem(readItem("a", { cleanedLink: link }), 1000);
      const copy = await storeItem(readItem("b", { cleanedLink: link }), 2000);
      expect(await store.stories.findByLinks([link], 0)).toEqual(new Map());
      const [storyId, otherId] = [`sty_${made}`, await store.stories.create(2000)];
      await store.stories.createAll([storyId], 1000);
      await store.stories.addItems([{ storyId, itemId: first, reason: "first" }], 1000);
      await store.stories.addItems([{ storyId: otherId, itemId: copy, reason: "same-link" }], 2000);
      await store.stories.addItems([{ storyId: otherId, itemId: first, reason: "same-link" }], 2000);
      expect(await store.stories.findByItem(first)).toBe(storyId);
      expect(await store.stories.findByItem("itm_none")).toBeUndefined();
      const stories = await store.stories.findByItems([first, copy, "itm_none"]);
      expect(stories).toEqual(
        new Map([
          [first, storyId],
          [copy, otherId],
        ]),
      );
      expect(await store.stories.findByLinks([link, "https://other.example/"], 1000)).toEqual(
        new Map([[link, storyId]]),
      );
      expect(await store.stories.findByLinks([link], 1001)).toEqual(new Map([[link, otherId]]));
      expect(await store.stories.findByLinks([link], 2001)).toEqual(new Map());
    });
  });

  describe("matches", () => {
    it("knows a match by watch, item and revision", async () => {
      const itemId = await storeItem(readItem("a"));
      const storyId = await store.stories.create(1000);
      const match = newMatch({ itemId, storyId });
      const added = await Promise.all([store.matches.add(match), peer.matches.add(match), store.matches.add(match)]);
      expect(new Set(added.map(({ id }) => id)).size).toBe(1);
      expect(added.filter((answer) => answer.added)).toHaveLength(1);
      expect(await store.matches.add({ ...match, watchId: "other" })).toMatchObject({ added: true });
    });

    it("keeps the evidence and the veto as they were", async () => {
      const veto = { name: "unless", words: "1954", place: "title" } as const;
      const itemId = await storeItem(readItem("a"));
      const storyId = await store.stories.create(1000);
      await store.matches.add(newMatch({ itemId, storyId, veto }));
      expect(await store.matches.listByItem(itemId)).toEqual([
        { ...newMatch({ itemId, storyId, veto }), id: expect.stringMatching(/^mat_/) },
      ]);
    });

    it("knows whom the matches of stories name", async () => {
      const itemId = await storeItem(readItem("a"));
      const [storyId, otherId] = [await store.stories.create(1000), await store.stories.create(1000)];
      const [first, second] = ["ivan", "ada"].map((personId) => ({
        personId,
        name: personId,
        role: null,
        spelling: "x",
      }));
      const people = [first, second].flatMap((person) => person ?? []);
      await store.matches.add(newMatch({ itemId, storyId, evidence: { ...EVIDENCE, people: people.slice(0, 1) } }));
      const other = { ...EVIDENCE, people: people.slice(1) };
      await store.matches.add(newMatch({ itemId, storyId, watchId: "other", evidence: other, matchedAt: 3000 }));
      expect(await store.matches.listPeople([storyId, otherId])).toEqual(new Map([[storyId, people]]));
    });

    it("remembers whether an earlier revision matched without a veto", async () => {
      const itemId = await storeItem(readItem("a"));
      await store.items.addRead(feedId, [readItem("a", { title: "2" })], 2000);
      const storyId = await store.stories.create(1000);
      const veto = { name: "unless", words: "1954", place: "title" } as const;
      await store.matches.add(newMatch({ itemId, storyId, watchId: "vetoed", veto }));
      await store.matches.add(newMatch({ itemId, storyId }));
      expect(await store.matches.hasEarlier("asylum", itemId, 1)).toBe(false);
      expect(await store.matches.hasEarlier("asylum", itemId, 2)).toBe(true);
      expect(await store.matches.hasEarlier("vetoed", itemId, 2)).toBe(false);
    });

    it("records a decision once", async () => {
      const matchId = await storeMatch("a");
      const decision = { matchId, channelId, kind: "suppress", reason: "late", detail: "3 d", decidedAt: 5 } as const;
      await store.matches.addDecision(decision);
      await store.matches.addDecision({ ...decision, decidedAt: 9 });
      expect(await store.matches.listDecisions(matchId)).toEqual([decision]);
    });

    it("lists what the baseline of feeds would have matched, newest first, vetoes left out", async () => {
      const storyId = await store.stories.create(1000);
      const veto = { name: "unless", words: "1954", place: "title" } as const;
      const { added } = await store.items.addRead(
        feedId,
        [100, 300, 200, 50].map((publishedAt) => readItem(`p${publishedAt}`, { publishedAt })),
        1000,
      );
      for (const itemId of added) await store.matches.add(newMatch({ itemId, storyId }));
      await store.matches.add(newMatch({ itemId: added[0] ?? "", storyId, watchId: "vetoed", veto }));
      const later = await storeItem(readItem("later", { publishedAt: 400 }));
      await store.matches.add(newMatch({ itemId: later, storyId }));
      const baseline = await store.matches.listBaseline([feedId], 100);
      expect(baseline.map((match) => match.item.identity)).toEqual(["p300", "p200", "p100"]);
      expect(baseline[0]).toMatchObject({ feedKind: "wire", evidence: EVIDENCE, item: { feedId, baseline: true } });
      expect(await store.matches.listBaseline([], 0)).toEqual([]);
    });
  });

  describe("deliveries", () => {
    it("makes one message for a key", async () => {
      const delivery = newDelivery(`alert|story|${channelId}`, { channelId });
      const added = await Promise.all([store.deliveries.add(delivery), peer.deliveries.add(delivery)]);
      expect(added.filter((answer) => answer.added)).toHaveLength(1);
      expect(added[0]?.id).toBe(added[1]?.id);
      expect(await store.deliveries.findByKey(delivery.key)).toEqual({
        ...delivery,
        id: added[0]?.id,
        parentId: null,
        status: "pending",
        heldFor: null,
        heldUntil: null,
        reason: null,
        detail: null,
        attempts: 0,
        sentAt: null,
        ref: null,
        done: [],
        acts: [],
      });
      expect(await store.deliveries.findByKey("none")).toBeUndefined();
      expect(await store.deliveries.get("dlv_none")).toBeUndefined();
    });

    it("sends urgent before normal before low, then the oldest", async () => {
      const entries = [
        ["low", 1],
        ["normal", 3],
        ["normal", 2],
        ["urgent", 9],
      ] as const;
      for (const [severity, createdAt] of entries)
        await store.deliveries.add(
          newDelivery(`${channelId}|${severity}|${createdAt}`, { channelId, severity, createdAt, dueAt: 100 }),
        );
      await store.deliveries.add(newDelivery(`${channelId}|later`, { channelId, dueAt: 101 }));
      const due = await store.deliveries.listDue(channelId, 100, 10);
      expect(due.map((row) => [row.severity, row.createdAt])).toEqual([
        ["urgent", 9],
        ["normal", 2],
        ["normal", 3],
        ["low", 1],
      ]);
      expect(await store.deliveries.listDue(channelId, 100, 1)).toHaveLength(1);
    });

    it("finds channels with work by due deliveries and by unanswered attempts", async () => {
      const id = await pendingDelivery("a");
      expect(await store.deliveries.listChannelsWithWork(2999)).not.toContain(channelId);
      expect(await store.deliveries.listChannelsWithWork(3000)).toContain(channelId);
      await store.deliveries.beginAttempt(id, await leaseOf("a"), 3000);
      await store.deliveries.postpone(channelId, 90_000);
      expect(await store.deliveries.listChannelsWithWork(3000)).toContain(channelId);
    });

    it("puts a waiting channel off, and never brings a delivery forward", async () => {
      const [soon, late] = [await pendingDelivery("soon"), await pendingDelivery("late")];
      await store.deliveries.postpone(channelId, 4000);
      const { id: far } = await store.deliveries.add(newDelivery(`${channelId}|far`, { channelId, dueAt: 9000 }));
      await store.deliveries.postpone(channelId, 5000);
      const dueAt = await Promise.all([soon, late, far].map(async (id) => (await store.deliveries.get(id))?.dueAt));
      expect(dueAt).toEqual([5000, 5000, 9000]);
      expect(await store.deliveries.nextDueAt(8999)).toBe(9000);
      expect(await store.deliveries.nextDueAt(Number.MAX_SAFE_INTEGER)).toBeUndefined();
    });

    it("says how long the oldest pending message of a channel waits", async () => {
      await store.deliveries.add(newDelivery(`${channelId}|1`, { channelId, createdAt: 70 }));
      await store.deliveries.add(newDelivery(`${channelId}|2`, { channelId, createdAt: 60 }));
      expect(await store.deliveries.oldestPending()).toContainEqual({ channelId, createdAt: 60, count: 2 });
    });

    it("ends pending deliveries of channels that left the configuration, the others go on", async () => {
      const kept = await pendingDelivery("kept");
      const { id: gone } = await store.deliveries.add(
        newDelivery(`${channelId}|gone`, { channelId: `${channelId}-gone` }),
      );
      const configured = (await store.deliveries.oldestPending()).map((row) => row.channelId);
      const rest = configured.filter((id) => id !== `${channelId}-gone`);
      expect(await store.deliveries.dropForMissingChannels(rest, "channel-removed")).toBe(1);
      expect(await store.deliveries.get(gone)).toMatchObject({ status: "dropped", reason: "channel-removed" });
      expect(await store.deliveries.get(kept)).toMatchObject({ status: "pending" });
    });

    it("attaches matches once and gives them back as they read when they matched", async () => {
      const matchId = await storeMatch("a");
      await store.items.addRead(feedId, [readItem("a", { title: "Rewritten" })], 3000);
      const id = await pendingDelivery("a");
      await store.deliveries.attachMatches(id, [matchId]);
      await store.deliveries.attachMatches(id, [matchId]);
      await store.deliveries.attachMatches(id, []);
      expect(await store.deliveries.listMatches(id)).toMatchObject([
        { id: matchId, evidence: EVIDENCE, feedKind: "wire", item: { title: "Title of a", revision: 1 } },
      ]);
    });

    it("lists and counts by status and kind, newest first", async () => {
      const { id } = await store.deliveries.add(
        newDelivery(`${channelId}|n`, { channelId, kind: "notice", createdAt: made * 1_000_000 }),
      );
      expect(await store.deliveries.list({ kind: "notice", limit: 1 })).toMatchObject([{ id }]);
      expect((await store.deliveries.list({ status: "pending", limit: 1 })).map((row) => row.id)).toEqual([id]);
      expect((await store.deliveries.list({ limit: 2 })).length).toBe(2);
      const pending = (await store.deliveries.count()).find((row) => row.status === "pending");
      expect(pending?.count).toBeGreaterThan(0);
    });
  });

  describe("attempts", () => {
    it("ends with the delivery in one step: sent, with the provider's name for it", async () => {
      const id = await pendingDelivery("a");
      const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
      expect(await store.deliveries.listUnanswered(channelId)).toMatchObject([
        { id: attemptId, deliveryId: id, startedAt: 3500, finishedAt: null, outcome: null },
      ]);
      await store.deliveries.endAttempt(attemptEnd(attemptId));
      expect(await store.deliveries.get(id)).toMatchObject({
        status: "sent",
        sentAt: 4000,
        ref: "C1:1.2",
        attempts: 1,
      });
      expect(await store.deliveries.listUnanswered(channelId)).toEqual([]);
      expect(await store.deliveries.listAttempts(id)).toEqual([
        {
          id: attemptId,
          deliveryId: id,
          startedAt: 3500,
          finishedAt: 4000,
          outcome: "sent",
          reason: null,
          detail: null,
        },
      ]);
      expect(await store.deliveries.listDue(channelId, 9000, 10)).toEqual([]);
    });

    it("keeps addresses that accepted, whatever a later attempt says", async () => {
      const id = await pendingDelivery("a");
      const lease = await leaseOf("a");
      const retry = { outcome: "retry", reason: "greylisted", delivery: { status: "pending", dueAt: 6000 } } as const;
      const first = await store.deliveries.beginAttempt(id, lease, 3500);
      await store.deliveries.endAttempt(
        attemptEnd(first, {
          ...retry,
          recipients: [
            { recipient: "a@example.org", kind: "accepted", detail: "250" },
            { recipient: "b@example.org", kind: "retry", detail: "451" },
          ],
        }),
      );
      expect(await store.deliveries.get(id)).toMatchObject({
        status: "pending",
        dueAt: 6000,
        reason: "greylisted",
        done: ["a@example.org"],
      });
      const second = await store.deliveries.beginAttempt(id, lease, 6000);
      await store.deliveries.endAttempt(
        attemptEnd(second, {
          ...retry,
          recipients: [
            { recipient: "a@example.org", kind: "retry", detail: "451" },
            { recipient: "b@example.org", kind: "accepted", detail: "250" },
          ],
        }),
      );
      expect(await store.deliveries.get(id)).toMatchObject({ attempts: 2, done: ["a@example.org", "b@example.org"] });
    });

    it("fails for good with a named reason", async () => {
      const id = await pendingDelivery("a");
      const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
      await store.deliveries.endAttempt(
        attemptEnd(attemptId, {
          outcome: "rejected",
          reason: "invalid_auth",
          detail: "token revoked",
          delivery: { status: "failed", reason: "bad-credentials" },
        }),
      );
      expect(await store.deliveries.get(id)).toMatchObject({
        status: "failed",
        reason: "bad-credentials",
        detail: "token revoked",
      });
      await expect(store.deliveries.beginAttempt(id, await leaseOf("a"), 5000)).rejects.toThrow(LeaseLostError);
    });

    it("is refused to an owner whose lease has passed on, and leaves no trace", async () => {
      const id = await pendingDelivery("a");
      const former = await leaseOf("a", -1);
      const present = await leaseOf("b", 60_000, peer);
      expect(present.fencing).toBe(former.fencing + 1);
      await expect(store.deliveries.beginAttempt(id, former, 3500)).rejects.toThrow(LeaseLostError);
      expect(await store.deliveries.get(id)).toMatchObject({ attempts: 0 });
      await peer.deliveries.beginAttempt(id, present, 3500);
      expect(await store.deliveries.get(id)).toMatchObject({ attempts: 1 });
    });

    it("is refused while an earlier one of the same delivery is unanswered", async () => {
      const id = await pendingDelivery("a");
      const lease = await leaseOf("a");
      await store.deliveries.beginAttempt(id, lease, 3500);
      await expect(store.deliveries.beginAttempt(id, lease, 3600)).rejects.toThrow("unanswered attempt");
      expect(await store.deliveries.get(id)).toMatchObject({ attempts: 1 });
    });

    it("of a dead owner is ended by the new one, and the late answer of the former is refused", async () => {
      const id = await pendingDelivery("a");
      const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a", -1), 3500);
      await leaseOf("b", 60_000, peer);
      const retry = { outcome: "retry", delivery: { status: "pending", dueAt: 9000 } } as const;
      await expect(store.deliveries.endAttempt(attemptEnd(attemptId, retry))).rejects.toThrow(LeaseLostError);
      expect(await peer.deliveries.listUnanswered(channelId)).toMatchObject([{ id: attemptId }]);
      await peer.deliveries.endAttempt(
        attemptEnd(attemptId, { outcome: "unconfirmed", delivery: { status: "pending", dueAt: 3000 } }),
      );
      await expect(store.deliveries.endAttempt(attemptEnd(attemptId))).rejects.toThrow(LeaseLostError);
      expect(await store.deliveries.get(id)).toMatchObject({ status: "pending", dueAt: 3000 });
    });

    it("of a former owner may still say that the message was sent, which spares a second one", async () => {
      const id = await pendingDelivery("a");
      const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a", -1), 3500);
      await leaseOf("b", 60_000, peer);
      await store.deliveries.endAttempt(attemptEnd(attemptId));
      expect(await peer.deliveries.get(id)).toMatchObject({ status: "sent" });
      expect(await peer.deliveries.listUnanswered(channelId)).toEqual([]);
    });
  });

  describe("editions", () => {
    it("takes each waiting entry exactly once, however many are made at the same time", async () => {
      const matchIds: string[] = [];
      for (let at = 0; at < 12; at += 1) matchIds.push(await storeMatch(`m${at}`));
      const work = matchIds.map((matchId, at) => async () => {
        await (at % 2 === 0 ? store : peer).editions.collect(channelId, matchId, "digest", 1000);
      });
      const times = { fromAt: 0, toAt: 10, createdAt: 10 };
      const [, editions] = await Promise.all([
        Promise.all(work.map((collect) => collect())),
        Promise.all(
          [1, 2, 3, 4, 4].map((at) =>
            (at % 2 === 0 ? store : peer).underLock("editions", (queries) =>
              queries.editions.create({ channelId, scheduledFor: at, ...times }),
            ),
          ),
        ),
      ]);
      const last = await store.editions.create({ channelId, scheduledFor: 9, ...times });
      const made = [...editions, last].filter((edition) => edition !== undefined);
      expect(made.map((edition) => edition.number ?? 0).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
      const taken = await Promise.all(made.map((edition) => store.editions.listMatches(edition.id)));
      expect(
        taken
          .flat()
          .map((match) => match.id)
          .toSorted(),
      ).toEqual(matchIds.toSorted());
      expect(await store.editions.countWaiting(channelId)).toBe(0);
    });

    it("gives no number to a window that is not told, and leaves its entries waiting", async () => {
      await store.editions.collect(channelId, await storeMatch("untold"), "digest", 1000);
      await store.editions.skip({ channelId, scheduledFor: 50, fromAt: 0, toAt: 50, createdAt: 50 });
      expect(await store.editions.latest(channelId)).toMatchObject({ number: null, scheduledFor: 50 });
      expect(await store.editions.countWaiting(channelId)).toBe(1);
      const told = await store.editions.create({ channelId, scheduledFor: 100, fromAt: 0, toAt: 100, createdAt: 100 });
      expect(told?.number).toBe(1);
    });

    it("numbers each channel's editions from 1, and makes none twice", async () => {
      const edition = { channelId, scheduledFor: 100, fromAt: 0, toAt: 100, createdAt: 101 };
      const created = await store.editions.create(edition);
      expect(created).toEqual({ ...edition, id: expect.stringMatching(/^edn_/), number: 1 });
      expect(await store.editions.create(edition)).toBeUndefined();
      const next = await store.editions.create({ ...edition, scheduledFor: 200 });
      expect(next).toMatchObject({ number: 2 });
      expect(await store.editions.latest(channelId)).toEqual(next);
      expect(await store.editions.get(created?.id ?? "")).toEqual(created);
      expect(await store.editions.latest("none")).toBeUndefined();
    });

    it("leaves entries where they are when making the edition fails", async () => {
      await store.editions.collect(channelId, await storeMatch("a"), "digest", 1000);
      const failing = store.underLock("editions", async (queries) => {
        await queries.editions.create({ channelId, scheduledFor: 1, fromAt: 0, toAt: 1, createdAt: 1 });
        throw new Error("no delivery");
      });
      await expect(failing).rejects.toThrow("no delivery");
      expect(await store.editions.countWaiting(channelId)).toBe(1);
      expect(await store.editions.latest(channelId)).toBeUndefined();
    });

    it("remembers a match once", async () => {
      const matchId = await storeMatch("a");
      await store.editions.collect(channelId, matchId, "late", 1000);
      const first = await store.editions.create({ channelId, scheduledFor: 1, fromAt: 0, toAt: 1, createdAt: 1 });
      await store.editions.collect(channelId, matchId, "digest", 2000);
      expect(await store.editions.countWaiting(channelId)).toBe(0);
      expect(await store.editions.listMatches(first?.id ?? "")).toMatchObject([{ id: matchId }]);
    });

    it("lists what was set aside once, with its reason and headline, also what was committed after its time", async () => {
      const matchId = await storeMatch("a");
      async function decide(reason: string, kind: "suppress" | "send", decidedAt: number): Promise<void> {
        await store.matches.addDecision({ matchId, channelId, kind, reason, detail: null, decidedAt });
      }
      async function edition(fromAt: number, toAt: number): Promise<string> {
        const made = await store.editions.create({ channelId, scheduledFor: toAt, fromAt, toAt, createdAt: toAt });
        return made?.id ?? "";
      }
      await decide("late", "suppress", 10);
      await decide("first-report", "send", 15);
      const first = await edition(10, 20);
      await decide("vetoed", "suppress", 19);
      const second = await edition(20, 30);
      expect(await store.editions.listSetAside(second)).toMatchObject([{ reason: "vetoed" }]);
      expect(await store.editions.listSetAside(first)).toEqual([
        {
          channelId,
          itemId: expect.any(String),
          reason: "late",
          headline: "Title of a",
          link: "https://news.example/a?utm_source=x",
          watchTitle: "Asylum",
        },
      ]);
    });
  });

  describe("alerts of other channels", () => {
    it("that were not sent after all are listed where the match is collected", async () => {
      const [collected, other] = [await storeMatch("a"), await storeMatch("b")];
      await store.editions.collect(channelId, collected, "digest", 5);
      const dropped = { channelId: "desk", kind: "suppress", reason: "no-longer-useful", detail: null } as const;
      for (const matchId of [collected, other]) await store.matches.addDecision({ ...dropped, matchId, decidedAt: 10 });
      const edition = { channelId, scheduledFor: 20, fromAt: 10, toAt: 20, createdAt: 20 };
      const { id = "" } = (await store.editions.create(edition)) ?? {};
      expect(await store.editions.listSetAside(id)).toMatchObject([
        { channelId: "desk", reason: "no-longer-useful", headline: "Title of a" },
      ]);
    });
  });

  describe("what is held", () => {
    async function held(key: string, until: number, changed: Partial<NewDelivery> = {}): Promise<string> {
      const hold = { for: "over-cap", until } as const;
      const { id } = await store.deliveries.add(
        newDelivery(`${channelId}|${key}`, { channelId, held: hold, ...changed }),
      );
      return id;
    }
    async function stateOf(id: string): Promise<unknown> {
      const { status, dueAt, reason, detail } = (await store.deliveries.get(id)) ?? {};
      return { status, dueAt, reason, detail };
    }

    it("is not due, not pending and not put off until it is released", async () => {
      const id = await held("a", 9000);
      expect(await store.deliveries.get(id)).toMatchObject({
        status: "held",
        heldFor: "over-cap",
        heldUntil: 9000,
        dueAt: 9000,
      });
      await store.deliveries.postpone(channelId, 20_000);
      expect(await store.deliveries.listDue(channelId, 50_000, 10)).toEqual([]);
      expect((await store.deliveries.oldestPending()).map((row) => row.channelId)).not.toContain(channelId);
      const group = { channelId, heldFor: "over-cap", isUrgent: false } as const;
      expect(await store.holds.listDue(group, 8999, 10)).toEqual([]);
      expect((await store.holds.listDue(group, 9000, 10)).map((row) => row.id)).toEqual([id]);
      await store.holds.release([id], 9001);
      expect(await stateOf(id)).toMatchObject({ status: "pending", dueAt: 9001 });
      await store.holds.hold(id, "quiet-hours", 12_000);
      expect(await store.deliveries.get(id)).toMatchObject({ status: "held", heldFor: "quiet-hours", dueAt: 12_000 });
    });

    it("comes out by channel, reason and urgency, the oldest first; escalations, corrections and summaries at once", async () => {
      await held("b", 9000, { createdAt: 4000 });
      await held("a", 9000);
      await held("urgent", 9000, { severity: "urgent" });
      const escalation = await held("escalation", 9000, { held: { for: "escalation", until: 9000 } });
      const correction = await held("correction", 9000, { kind: "reply" });
      const later = await held("later", 9001, { kind: "reply" });
      const groups = (await store.holds.listDueGroups(9000)).filter((group) => group.channelId === channelId);
      expect(groups).toEqual([true, false].map((isUrgent) => ({ channelId, heldFor: "over-cap", isUrgent })));
      const keys = await Promise.all(
        groups.map(async (group) => (await store.holds.listDue(group, 9000, 10)).map(({ key }) => key)),
      );
      expect(keys).toEqual([[`${channelId}|urgent`], [`${channelId}|a`, `${channelId}|b`]]);
      await store.holds.releaseReady(9000);
      const due = (await store.deliveries.listDue(channelId, 9000, 10)).map(({ id }) => id);
      expect(due.toSorted()).toEqual([escalation, correction].toSorted());
      expect(await stateOf(later)).toMatchObject({ status: "held" });
    });

    it("says when the next of it comes out, urgent apart from the rest", async () => {
      await held("a", 9000);
      await held("b", 8000);
      await held("c", 7000, { severity: "urgent" });
      expect(await store.holds.nextRelease(channelId, "over-cap", "other")).toBe(8000);
      expect(await store.holds.nextRelease(channelId, "over-cap", "urgent")).toBe(7000);
      expect(await store.holds.nextRelease(`${channelId}-none`, "over-cap", "other")).toBeUndefined();
    });

    it("ends in another message or dropped; what was sent stays sent", async () => {
      const [told, gone, sent] = [await held("a", 9000), await held("b", 9000), await pendingDelivery("c")];
      await store.deliveries.endAttempt(
        attemptEnd(await store.deliveries.beginAttempt(sent, await leaseOf("a"), 3500)),
      );
      await store.holds.summarise([told, sent], "summary|x");
      await store.holds.drop(gone, "silenced", "by Ada");
      await store.holds.drop(sent, "silenced", null);
      await store.holds.raise(sent, "urgent");
      expect(await stateOf(told)).toMatchObject({ status: "summarised", reason: "in-summary", detail: "summary|x" });
      expect(await stateOf(gone)).toMatchObject({ status: "dropped", reason: "silenced", detail: "by Ada" });
      expect(await store.deliveries.get(sent)).toMatchObject({ status: "sent", severity: "normal" });
    });

    it("ends with its channel", async () => {
      const id = await held("a", 9000);
      const others = (await store.deliveries.oldestPending()).map((row) => row.channelId);
      await store.deliveries.dropForMissingChannels([...others, "desk"], "channel-removed");
      expect(await stateOf(id)).toMatchObject({ status: "dropped", reason: "channel-removed" });
    });

    it("counts alerts that were sent in the window or are on their way, of the severities asked for", async () => {
      const lease = await leaseOf("a");
      for (const [key, sentAt] of [
        ["old", 3999],
        ["new", 4000],
      ] as const) {
        const attemptId = await store.deliveries.beginAttempt(await pendingDelivery(key), lease, 3500);
        await store.deliveries.endAttempt(attemptEnd(attemptId, { delivery: { status: "sent", sentAt, ref: null } }));
      }
      await pendingDelivery("waiting");
      await held("held", 9000);
      await store.deliveries.add(newDelivery(`${channelId}|n`, { channelId, kind: "notice" }));
      await store.deliveries.add(newDelivery(`${channelId}|u`, { channelId, severity: "urgent" }));
      expect(await store.holds.countAlerts(channelId, ["low", "normal"], 4000)).toBe(2);
      expect(await store.holds.countAlerts(channelId, ["urgent"], 4000)).toBe(1);
      expect(await store.holds.countAlerts(channelId, [], 0)).toBe(0);
    });

    it("lists a backlog: alerts that could have gone long ago and surely did not arrive, urgent ones left out", async () => {
      const lease = await leaseOf("a");
      const old = await pendingDelivery("old");
      const released = await held("released", 9000, { createdAt: 100 });
      await store.holds.release([released], 9000);
      const unsure = await pendingDelivery("unsure");
      const failed = await pendingDelivery("failed");
      for (const [id, outcome] of [
        [unsure, "unconfirmed"],
        [failed, "retry"],
      ] as const) {
        const attemptId = await store.deliveries.beginAttempt(id, lease, 3500);
        const delivery = { status: "pending", dueAt: 3600 } as const;
        await store.deliveries.endAttempt(attemptEnd(attemptId, { outcome, delivery }));
      }
      await store.deliveries.add(newDelivery(`${channelId}|u`, { channelId, severity: "urgent" }));
      await store.deliveries.add(newDelivery(`${channelId}|n`, { channelId, kind: "notice" }));
      async function backlog(before: number, now = 20_000): Promise<string[]> {
        return (await store.holds.listBacklog(channelId, { before, now, limit: 10 })).map(({ id }) => id).toSorted();
      }
      expect(await backlog(2999)).toEqual([]);
      expect(await backlog(3000)).toEqual([old, failed].toSorted());
      expect(await backlog(9000)).toEqual([old, failed, released].toSorted());
      expect(await backlog(9000, 3599)).toEqual([old]);
      const [oldest] = await store.holds.listBacklog(channelId, { before: 9000, now: 20_000, limit: 1 });
      expect(oldest?.id).toBe(released);
    });

    it("knows the roundup that waits, and changes what it says until it has left", async () => {
      const roundup = newDelivery(`${channelId}|summary-1`, { channelId, kind: "roundup", payload: "1" });
      const { id } = await store.deliveries.add(roundup);
      expect(await store.holds.findOpenRoundup(channelId, `${channelId}|other`)).toBeUndefined();
      expect(await store.holds.findOpenRoundup(channelId, `${channelId}|summary-`)).toMatchObject({ id });
      await store.holds.rewrite(id, "2");
      const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
      expect(await store.holds.findOpenRoundup(channelId, `${channelId}|summary-`)).toBeUndefined();
      await store.deliveries.endAttempt(attemptEnd(attemptId));
      await store.holds.rewrite(id, "3");
      expect(await store.deliveries.get(id)).toMatchObject({ status: "sent", payload: "2" });
    });

    it("loses the matches that nobody wants any more", async () => {
      const [kept, refused] = [await storeMatch("a"), await storeMatch("b")];
      const id = await held("a", 9000);
      await store.deliveries.attachMatches(id, [kept, refused]);
      await store.holds.detachMatches(id, [refused]);
      expect((await store.deliveries.listMatches(id)).map((match) => match.id)).toEqual([kept]);
    });
  });

  describe("claims", () => {
    it("are the first one of a story, and look where its alerts stand", async () => {
      const storyId = `sty_claim_${made}`;
      const ada = { storyId, author: "Ada", claimedAt: 1 };
      expect(await store.claims.find(storyId)).toBeUndefined();
      const claims = await Promise.all([store.claims.add(ada), peer.claims.add(ada)]);
      expect(claims).toEqual([ada, ada]);
      expect(await store.claims.add({ storyId, author: "Bo", claimedAt: 2 })).toEqual(ada);
      expect(await store.claims.find(storyId)).toEqual(ada);
      const lease = await leaseOf("a");
      for (const [key, ref] of [
        ["a", "C1/1.2"],
        ["b", null],
      ] as const) {
        const { id } = await store.deliveries.add(newDelivery(`${channelId}|${key}`, { channelId, storyId }));
        const attemptId = await store.deliveries.beginAttempt(id, lease, 3500);
        await store.deliveries.endAttempt(attemptEnd(attemptId, { delivery: { status: "sent", sentAt: 4000, ref } }));
      }
      await store.deliveries.add(newDelivery(`${channelId}|c`, { channelId, storyId }));
      expect(await store.claims.listAlerts(storyId)).toMatchObject([
        { channelId, storyId, severity: "normal", ref: "C1/1.2" },
      ]);
      expect(await store.retention.removeClaims(1, 10)).toBe(0);
      expect(await store.retention.removeClaims(2, 10)).toBe(1);
    });
  });

  describe("silences", () => {
    const any = { watchId: null, storyId: null, feedId: null, words: "drill", author: "Ada", comment: "a drill" };

    function idsOf(rows: readonly { id: string }[]): string[] {
      return rows.map((silence) => silence.id);
    }

    it("are in force from their beginning to their end, and untold after it until they are told", async () => {
      const base = made * 1_000_000;
      const id = await store.silences.add({ ...any, startsAt: base, endsAt: base + 100 });
      const row = { ...any, id, startsAt: base, endsAt: base + 100, endedBy: null, toldAt: null };
      expect(idsOf(await store.silences.listActive(base - 1))).not.toContain(id);
      expect(await store.silences.listActive(base)).toContainEqual(row);
      expect(idsOf(await store.silences.listActive(base + 100))).not.toContain(id);
      expect(idsOf(await store.silences.listUntold(base + 99))).not.toContain(id);
      expect(await store.silences.listUntold(base + 100)).toContainEqual(row);
      await store.silences.markTold(id, base + 150);
      expect(idsOf(await store.silences.listUntold(base + 200))).not.toContain(id);
      expect(idsOf(await store.silences.list(base + 100))).toContain(id);
      expect(idsOf(await store.silences.list(base + 101))).not.toContain(id);
    });

    it("end early once, by somebody", async () => {
      const id = await store.silences.add({ ...any, startsAt: 0, endsAt: 100 });
      expect(await store.silences.expire(id, "Bo", 50)).toMatchObject({ id, endsAt: 50, endedBy: "Bo" });
      expect(await store.silences.expire(id, "Bo", 60)).toBeUndefined();
      expect(await store.silences.expire("sil_none", "Bo", 60)).toBeUndefined();
    });

    it("remember once what they kept from which channel", async () => {
      const id = await store.silences.add({ ...any, startsAt: 0, endsAt: 100 });
      const [a, b] = [await storeMatch("a", { matchedAt: 2 }), await storeMatch("b", { matchedAt: 1 })];
      for (const matchId of [a, b, a]) await store.silences.keepMatch(id, "desk", matchId);
      await store.silences.keepMatch(id, "phone", a);
      expect(await store.silences.listKept(id)).toEqual(
        new Map([
          ["desk", [b, a]],
          ["phone", [a]],
        ]),
      );
      expect((await store.matches.listTellable([a, b, "mat_none"])).map((match) => match.id)).toEqual([b, a]);
    });
  });

  describe("incidents", () => {
    it("were open at a time or after it", async () => {
      const incident = { kind: "channel-down", subject: channelId, cause: "timeout", openedAt: 10 } as const;
      expect(await store.incidents.wasOpen("channel-down", channelId, 0)).toBe(false);
      await store.incidents.open(incident);
      expect(await store.incidents.wasOpen("channel-down", channelId, 99)).toBe(true);
      await store.incidents.close("channel-down", channelId, 50);
      expect(await store.incidents.wasOpen("channel-down", channelId, 50)).toBe(true);
      expect(await store.incidents.wasOpen("channel-down", channelId, 51)).toBe(false);
    });

    it("are open once for a subject, and open anew after they closed", async () => {
      const incident = { kind: "feed-failing", subject: feedId, cause: "timeout", openedAt: 10 } as const;
      const opening = await Promise.all([store.incidents.open(incident), peer.incidents.open(incident)]);
      const opened = opening.filter((row) => row !== undefined);
      const untold = { groupId: null, settledAt: null, sharedCause: null };
      expect(opened).toEqual([{ ...incident, ...untold, id: expect.stringMatching(/^inc_/), closedAt: null }]);
      expect(await store.incidents.listOpen()).toContainEqual(opened[0]);
      expect(await store.incidents.listOpenAt(9)).not.toContainEqual(opened[0]);
      expect(await store.incidents.close("feed-failing", feedId, 20)).toEqual({ ...opened[0], closedAt: 20 });
      expect(await store.incidents.close("feed-failing", feedId, 30)).toBeUndefined();
      expect((await store.incidents.listOpenAt(19)).map(({ id }) => id)).toContain(opened[0]?.id);
      expect((await store.incidents.listOpenAt(20)).map(({ id }) => id)).not.toContain(opened[0]?.id);
      expect(await store.incidents.open({ ...incident, openedAt: 40 })).toMatchObject({ openedAt: 40 });
    });
  });

  describe("rates of channels", () => {
    it("are known to every process, as is until when a channel is left alone", async () => {
      expect(await store.rates.get(channelId)).toBeUndefined();
      await store.rates.pause(channelId, 5000);
      expect(await peer.rates.get(channelId)).toEqual({ tokens: null, at: 0, notBefore: 5000 });
      await peer.rates.put(channelId, { tokens: 2.5, at: 1000 });
      expect(await store.rates.get(channelId)).toEqual({ tokens: 2.5, at: 1000, notBefore: 5000 });
      await store.rates.pause(channelId, 4000);
      expect(await store.rates.get(channelId)).toEqual({ tokens: 2.5, at: 1000, notBefore: 4000 });
    });

    it("keep a channel that is left alone out of those with work", async () => {
      await pendingDelivery("a");
      expect(await store.deliveries.listChannelsWithWork(5000)).toContain(channelId);
      await store.rates.pause(channelId, 6000);
      expect(await store.deliveries.listChannelsWithWork(5000)).not.toContain(channelId);
      expect(await store.deliveries.listChannelsWithWork(6000)).toContain(channelId);
    });
  });

  describe("incidents of a feed that is removed", () => {
    it("are over, and nobody hears of them any more; those of channels and other feeds go on", async () => {
      const staying = `${feedId}-staying`;
      await store.feeds.sync([feed(feedId), feed(staying)], () => 0);
      const failing = { kind: "feed-failing", cause: "gone", openedAt: 10 } as const;
      const silent = { ...failing, kind: "feed-silent", subject: feedId } as const;
      await store.incidents.open({ ...failing, subject: feedId });
      await store.incidents.open(silent);
      await store.incidents.close("feed-silent", feedId, 20);
      await store.incidents.open({ ...failing, subject: staying });
      await store.incidents.open({ ...failing, kind: "channel-down", subject: channelId });
      await store.feeds.sync([feed(staying)], () => 0);
      const mine = [feedId, staying, channelId];
      const open = (await store.incidents.listOpen()).map(({ subject }) => subject);
      expect(open.filter((subject) => mine.includes(subject)).toSorted()).toEqual([channelId, staying].toSorted());
      const unsettled = (await store.incidents.listUnsettled()).map(({ subject }) => subject);
      expect(unsettled.filter((subject) => mine.includes(subject))).toEqual([staying]);
      await store.feeds.sync([feed(feedId), feed(staying)], () => 0);
      expect(await store.incidents.open({ ...failing, subject: feedId })).toMatchObject({ subject: feedId });
    });
  });

  describe("leases", () => {
    it("have one owner, who may renew, and pass on when they expire or are given back", async () => {
      const first = await leaseOf("a");
      expect(await peer.leases.acquire(`channel:${channelId}`, "b", 1000)).toBeUndefined();
      expect(await leaseOf("a", -1)).toMatchObject({ owner: "a", fencing: first.fencing });
      expect(await leaseOf("b")).toMatchObject({ owner: "b", fencing: 2 });
      await store.leases.release(first);
      expect(await store.leases.acquire(`channel:${channelId}`, "a", 1000)).toBeUndefined();
      await store.leases.release(await leaseOf("b"));
      expect(await leaseOf("a")).toMatchObject({ owner: "a", fencing: 3 });
    });

    it("go to one of those who ask at the same time", async () => {
      const owners = ["a", "b", "c", "d"];
      const leases = await Promise.all(
        owners.map((owner, at) => (at % 2 === 0 ? store : peer).leases.acquire(`race:${channelId}`, owner, 60_000)),
      );
      expect(leases.filter((lease) => lease !== undefined)).toHaveLength(1);
    });

    it("are all free after a restart of the only process, with numbers that go on", async () => {
      const before = await leaseOf("dead");
      await store.leases.clear();
      const after = await leaseOf("alive");
      expect(after.fencing).toBe(before.fencing + 1);
    });

    it("end with the claims of the dead process when the only process starts again", async () => {
      const now = made * 1_000_000;
      const item = await storeItem(readItem("claimed"), 2000);
      await store.feeds.claimDue({ now, claimMs: 10 * now, limit: 100_000, perHost: 1 });
      await store.items.claimUnmatched(now, 10 * now, 100_000);
      await store.leases.clear();
      expect(
        (await store.feeds.claimDue({ now, claimMs: 1, limit: 100_000, perHost: 1 })).map((state) => state.feedId),
      ).toContain(feedId);
      expect(await store.items.claimUnmatched(now, 1, 100_000)).toContain(item);
    });
  });

  describe("hosts", () => {
    it("that want no requests are known to every process until their longest pause is over", async () => {
      const host = `${feedId}.example`;
      expect(await store.hosts.pausedUntil(host)).toBeNull();
      await store.hosts.pause(host, clock.now + 60_000);
      await peer.hosts.pause(host, clock.now + 10_000);
      expect(await peer.hosts.pausedUntil(host)).toBe(clock.now + 60_000);
      await store.leases.clear();
      expect(await store.hosts.pausedUntil(host)).toBe(clock.now + 60_000);
      clock.now += 60_000;
      expect(await peer.hosts.pausedUntil(host)).toBeNull();
      await peer.hosts.pause(host, clock.now + 5000);
      expect(await store.hosts.pausedUntil(host)).toBe(clock.now + 5000);
    });
  });

  describe("configurations", () => {
    it("keeps every configuration by its hash, however often and by whom it is loaded", async () => {
      await Promise.all([
        store.configs.activate("h1", "one", 10),
        peer.configs.activate("h2", "two", 20),
        store.configs.activate("h3", "three", 30),
      ]);
      await store.configs.activate("h1", "one", 40);
      expect(await peer.configs.get("h1")).toBe("one");
      expect(await peer.configs.get("h2")).toBe("two");
      expect(await store.configs.get("none")).toBeUndefined();
    });
  });

  describe("under a lock", () => {
    it("commits all or nothing", async () => {
      const key = `alert|x|${channelId}`;
      async function work(queries: StoreQueries): Promise<void> {
        await queries.deliveries.add(newDelivery(key, { channelId }));
        await queries.stories.create(1);
        throw new Error("power cut");
      }
      await expect(store.underLock("decide", work)).rejects.toThrow("power cut");
      expect(await store.deliveries.findByKey(key)).toBeUndefined();
      await store.underLock("decide", (queries) => queries.deliveries.add(newDelivery(key, { channelId })));
      expect(await store.deliveries.findByKey(key)).toMatchObject({ key });
    });

    it("lets one work at a time, in the order of asking", async () => {
      const order: string[] = [];
      await Promise.all(
        Array.from({ length: 30 }, (_, at) =>
          store.underLock("decide", async (queries) => {
            order.push(`begin ${at}`);
            await queries.items.countUnmatched();
            await queries.items.countUnmatched();
            order.push(`end ${at}`);
          }),
        ),
      );
      expect(order).toEqual(Array.from({ length: 30 }, (_, at) => [`begin ${at}`, `end ${at}`]).flat());
    });

    it("keeps two processes apart: read, then write, loses no update", async () => {
      async function countMine(queries: Pick<StoreQueries, "deliveries">): Promise<number> {
        const rows = await queries.deliveries.list({ kind: "summary", limit: 1000 });
        return rows.filter((row) => row.channelId === channelId).length;
      }
      async function increment(queries: StoreQueries): Promise<void> {
        const key = `${channelId}|${await countMine(queries)}`;
        await queries.deliveries.add(newDelivery(key, { channelId, kind: "summary" }));
      }
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? store : peer).underLock("decide", increment)),
      );
      expect(await countMine(store)).toBe(20);
    });

    it("is not joined by queries from outside, and does not block them for ever", async () => {
      const key = `${channelId}|outside`;
      const begun = Promise.withResolvers<void>();
      const proceed = Promise.withResolvers<void>();
      const failing = store.underLock("decide", async (queries) => {
        await queries.stories.create(1);
        begun.resolve();
        await proceed.promise;
        throw new Error("undone");
      });
      await begun.promise;
      const outside = store.deliveries.add(newDelivery(key, { channelId }));
      proceed.resolve();
      await expect(failing).rejects.toThrow("undone");
      expect(await outside).toMatchObject({ added: true });
      expect(await store.deliveries.findByKey(key)).toMatchObject({ key });
    });
  });

  it("answers a ping", async () => {
    expect(await store.ping()).toBe(true);
    expect(store.dialect).toBe(dialect);
  });
});
