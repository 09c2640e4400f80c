import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../src/core/hash.ts";
import type { ReadItem } from "../../src/core/vocabulary.ts";
import { createPruning, pruneStore } from "../../src/pipeline/prune.ts";
import type { RetentionOptions } from "../../src/store/options.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import {
  attemptEnd,
  feed,
  feedChange,
  matchedText,
  newDelivery,
  newMatch,
  pollRecord,
  readItem,
  withGuid,
} from "../support/store/store-builders.ts";

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const KEEP_ALL: RetentionOptions = { items: null, matched: null, ledger: null, polls: null, size: 1e15 };
const clock = { now: NOW };

describe.each(["sqlite", "postgres"] as const)("what %s keeps", (dialect) => {
  let opened: TestStore;
  let store: Store;
  const feedId = "wire";

  beforeEach(async () => {
    clock.now = NOW;
    opened = await openTestStore(dialect, () => clock.now);
    ({ store } = opened);
    await store.feeds.sync([feed(feedId)], () => 0);
  });
  afterEach(() => opened.remove());

  /** Stores an item as it was seen that many days ago, and has the matcher answer it. */
  async function storeItem(read: ReadItem, daysAgo: number): Promise<string> {
    const { added } = await store.items.addRead(feedId, [read], NOW - daysAgo * DAY);
    const [itemId] = added;
    if (itemId === undefined) throw new Error("the item was known");
    await store.items.markAllMatched([matchedText(itemId, 1)]);
    return itemId;
  }

  async function storeMatch(identity: string, daysAgo: number): Promise<{ itemId: string; matchId: string }> {
    const itemId = await storeItem(readItem(identity), daysAgo);
    const matchedAt = NOW - daysAgo * DAY;
    const storyId = await store.stories.create(matchedAt);
    await store.stories.addItems([{ storyId, itemId, reason: "first" }], matchedAt);
    const { id } = await store.matches.add(newMatch({ itemId, storyId, matchedAt }));
    await store.matches.addDecision({
      matchId: id,
      channelId: feedId,
      kind: "send",
      reason: "first-report",
      detail: null,
      decidedAt: matchedAt,
    });
    return { itemId, matchId: id };
  }

  async function storeDelivery(
    matchId: string,
    { storyId = null, daysAgo, status }: { storyId?: string | null; daysAgo: number; status: "sent" | "pending" },
  ): Promise<string> {
    const createdAt = NOW - daysAgo * DAY;
    const { id } = await store.deliveries.add(
      newDelivery(`alert|${matchId}|${feedId}`, { channelId: feedId, storyId, createdAt, dueAt: createdAt }),
    );
    await store.deliveries.attachMatches(id, [matchId]);
    if (status === "pending") return id;
    const lease = await store.leases.acquire(`channel:${feedId}`, "me", 60_000);
    if (lease === undefined) throw new Error("the lease is taken");
    const attemptId = await store.deliveries.beginAttempt(id, lease, createdAt);
    await store.deliveries.endAttempt(
      attemptEnd(attemptId, { recipients: [{ recipient: "a@b.example", kind: "accepted", detail: "250" }] }),
    );
    return id;
  }

  /** Nothing in the program asks for rows that nobody can find any more. */
  async function countRows(table: string): Promise<number> {
    if (dialect === "sqlite") {
      using file = new DatabaseSync(opened.url.slice("sqlite:".length), { readOnly: true });
      return Number(file.prepare(`select count(*) as rows from ${table}`).get()?.["rows"]);
    }
    const client = new Client(opened.url);
    await client.connect();
    const { rows } = await client.query<{ rows: string }>(`select count(*) as rows from ${table}`);
    await client.end();
    return Number(rows[0]?.rows);
  }

  function prune(kept: Partial<RetentionOptions>): ReturnType<typeof pruneStore> {
    return pruneStore({ store, retention: { ...KEEP_ALL, ...kept }, now: () => clock.now });
  }

  describe("of items", () => {
    it("are the unmatched ones of the last days, and every matched one", async () => {
      const old = await storeItem(readItem("old"), 91);
      const young = await storeItem(readItem("young"), 89);
      const { itemId: matched } = await storeMatch("matched", 500);
      expect(await prune({ items: 90 * DAY })).toEqual({ items: 1 });
      expect(await store.items.get(old)).toBeUndefined();
      expect(await store.items.get(young)).toMatchObject({ id: young });
      expect(await store.items.get(matched)).toMatchObject({ id: matched });
    });

    it("never comes one back as new, nor as changed, when a feed still shows it", async () => {
      await storeItem(readItem("long-lived"), 91);
      await prune({ items: 90 * DAY });
      const shown = [readItem("long-lived"), readItem("long-lived", { title: "Edited", contentHash: "other" })];
      for (const read of shown)
        expect(await store.items.addRead(feedId, [read], NOW)).toEqual({ added: [], revised: [] });
      expect(await store.items.addRead(feedId, [readItem("new")], NOW)).toMatchObject({ added: [expect.any(String)] });
    });

    it.each([
      ["comes back as new under the link of another item", { publishedAt: NOW - DAY }, 1],
      ["is still known under the link of another item when its date is old", { publishedAt: NOW - 95 * DAY }, 0],
      [
        "is still known at its own link with another date",
        { publishedAt: NOW - DAY, cleanedLink: "https://a.example/1" },
        0,
      ],
    ])("the guid of one that is gone %s", async (_fact, changed, added) => {
      const first = readItem("envoy", { cleanedLink: "https://a.example/1", publishedAt: NOW - 92 * DAY });
      await storeItem(withGuid("7", first), 91);
      await prune({ items: 90 * DAY });
      const read = withGuid("7", readItem("ferry", { cleanedLink: "https://a.example/2", ...changed }));
      const stored = await store.items.addRead(feedId, [read], NOW);
      expect([stored.added.length, stored.revised.length]).toEqual([added, 0]);
      expect(await store.items.addRead(feedId, [read], NOW + 1)).toEqual({ added: [], revised: [] });
    });

    it.each([
      ["one link for all items", "https://a.example/news"],
      ["one guid for all items and no links", null],
    ])("go without hiding the news of a feed with %s", async (_fact, cleanedLink) => {
      function withTitle(title: string, daysAgo: number, needed = false): ReadItem {
        const distinction = { by: "title", identity: hashOf("news", title), needed } as const;
        return readItem("news", { title, cleanedLink, distinction, publishedAt: NOW - daysAgo * DAY });
      }
      const gone = withTitle("Minister resigns", 95);
      await storeItem(gone, 95);
      await prune({ items: 90 * DAY });
      const single = await store.items.addRead(feedId, [withTitle("Envoy recalled", 1)], NOW);
      expect([single.added.length, single.revised.length]).toEqual([1, 0]);
      const shown = [
        withTitle("Diplomat asks for asylum", 0, true),
        withTitle("Consulate closed", 0, true),
        withTitle("Envoy recalled", 1, true),
        withTitle("Minister resigns", 95, true),
      ];
      const several = await store.items.addRead(feedId, shown, NOW + 1);
      expect([several.added.length, several.revised.length]).toEqual([2, 0]);
      expect(await store.items.addRead(feedId, [gone], NOW + 2)).toEqual({ added: [], revised: [] });
      expect(await store.items.addRead(feedId, shown, NOW + 3)).toEqual({ added: [], revised: [] });
    });

    it.each([
      ["comes back neither when the feed changes its guids", { publishedAt: NOW - 95 * DAY }, 0],
      ["is no other item under its link and headline, dated later", { publishedAt: NOW - DAY }, 1],
      ["is no item with another headline", { title: "Something else" }, 1],
    ])("one that is gone %s", async (_fact, changed, added) => {
      const first = readItem("envoy", { publishedAt: NOW - 95 * DAY });
      await storeItem(withGuid("http://a.example/?p=1", first), 91);
      await prune({ items: 90 * DAY });
      const again = withGuid("https://a.example/?p=1", { ...first, ...changed });
      expect((await store.items.addRead(feedId, [again], NOW)).added).toHaveLength(added);
      expect(await store.items.addRead(feedId, [again], NOW + 1)).toEqual({ added: [], revised: [] });
    });

    it("is each one that the matcher has not answered, however old", async () => {
      const { added } = await store.items.addRead(feedId, [readItem("waiting")], NOW - 500 * DAY);
      expect(await prune({ items: DAY, matched: DAY })).toEqual({});
      expect(await store.items.get(added[0] ?? "")).toMatchObject({ identity: "waiting" });
      await store.items.markAllMatched([matchedText(added[0] ?? "", 1)]);
      expect(await prune({ items: DAY })).toEqual({ items: 1 });
    });

    it("go in many batches, past those that stay", async () => {
      const reads = Array.from({ length: 180 }, (_, at) => readItem(`many-${at}`));
      const { added } = await store.items.addRead(feedId, reads, NOW - 100 * DAY);
      for (const id of added) await store.items.markAllMatched([matchedText(id, 1)]);
      const storyId = await store.stories.create(0);
      for (const itemId of added.slice(20, 120)) await store.matches.add(newMatch({ itemId, storyId }));
      expect(await prune({ items: 90 * DAY })).toEqual({ items: 80 });
      expect(await prune({ items: 90 * DAY })).toEqual({});
    });

    it("are matched ones with their matches for as long as asked, unless they are still to be told", async () => {
      const { itemId: told, matchId } = await storeMatch("told", 40);
      const deliveryId = await storeDelivery(matchId, { daysAgo: 40, status: "sent" });
      const { itemId: pending, matchId: pendingMatch } = await storeMatch("pending", 40);
      await storeDelivery(pendingMatch, { daysAgo: 40, status: "pending" });
      const { itemId: waiting, matchId: waitingMatch } = await storeMatch("waiting-for-the-digest", 40);
      await store.editions.collect(feedId, waitingMatch, "digest", NOW);
      expect(await prune({ matched: 30 * DAY })).toEqual({ items: 1 });
      expect(await store.items.get(told)).toBeUndefined();
      expect(await store.matches.listByItem(told)).toEqual([]);
      expect(await store.deliveries.get(deliveryId)).toMatchObject({ status: "sent" });
      for (const id of [pending, waiting]) expect(await store.items.get(id)).toMatchObject({ id });
    });

    it("stay, and so does what tells them, while reports join their story", async () => {
      const { itemId: first, matchId } = await storeMatch("first", 40);
      const storyId = await store.stories.findByItem(first);
      if (storyId === undefined) throw new Error("the item is in no story");
      const deliveryId = await storeDelivery(matchId, { storyId, daysAgo: 40, status: "sent" });
      const copy = await storeItem(readItem("copy"), 29);
      await store.stories.addItems([{ storyId, itemId: copy, reason: "same-link" }], NOW - 29 * DAY);
      expect(await prune({ matched: 30 * DAY, ledger: 30 * DAY })).toEqual({ decisions: 1 });
      expect(await store.deliveries.listTold([deliveryId])).toMatchObject([{ itemId: first, deliveryId }]);
      expect(await prune({ matched: 28 * DAY, ledger: 28 * DAY })).toEqual({ items: 1, deliveries: 1 });
    });

    it("stay while a silence keeps them back, until its end has been told", async () => {
      const { itemId, matchId } = await storeMatch("silenced", 40);
      const silenceId = await store.silences.add({
        watchId: "asylum",
        storyId: null,
        feedId: null,
        words: null,
        author: "ann",
        comment: "a long negotiation",
        startsAt: NOW - 50 * DAY,
        endsAt: NOW + DAY,
      });
      await store.silences.keepMatch(silenceId, feedId, matchId);
      expect(await prune({ matched: 30 * DAY })).toEqual({});
      await store.silences.markTold(silenceId, NOW);
      expect(await prune({ matched: 30 * DAY })).toEqual({ items: 1 });
      expect(await store.items.get(itemId)).toBeUndefined();
    });

    it("are forgotten by the index of stories, too", async () => {
      const { itemId } = await storeMatch("indexed", 3);
      const keys = BigUint64Array.of(1n, 2n);
      const sketched = { itemId, outlet: null, seenAt: NOW - 3 * DAY, sketch: Uint32Array.of(1), keys, place: 1 };
      await store.sketches.addSketches([sketched]);
      expect(await countRows("sketch_keys")).toBe(2);
      expect(await prune({ matched: DAY })).toEqual({ items: 1 });
      expect(await countRows("sketch_keys")).toBe(0);
    });
  });

  it("of the ledger is what is young or not finished", async () => {
    const { matchId } = await storeMatch("ledger", 500);
    const sent = await storeDelivery(matchId, { daysAgo: 500, status: "sent" });
    const { matchId: second } = await storeMatch("ledger-pending", 500);
    const pending = await storeDelivery(second, { daysAgo: 500, status: "pending" });
    await store.incidents.open({ kind: "feed-failing", subject: `${feedId}-a`, cause: "x", openedAt: 1 });
    await store.incidents.open({ kind: "feed-failing", subject: `${feedId}-b`, cause: "x", openedAt: 1 });
    await store.incidents.close("feed-failing", `${feedId}-a`, 2);
    expect(await prune({ ledger: 400 * DAY })).toEqual({ deliveries: 1, decisions: 2, incidents: 1 });
    expect(await store.deliveries.get(sent)).toBeUndefined();
    expect(await store.deliveries.listAttempts(sent)).toEqual([]);
    expect(await store.deliveries.get(pending)).toMatchObject({ status: "pending" });
    expect((await store.incidents.listOpen()).map(({ subject }) => subject)).toContain(`${feedId}-b`);
    await store.deliveries.endWaiting(feedId, "channel-removed");
    await store.incidents.close("feed-failing", `${feedId}-b`, NOW);
  });

  it("of editions is the latest of a channel, so that numbers go on, and what waits for the next", async () => {
    const { matchId } = await storeMatch("edition", 500);
    await store.editions.collect(feedId, matchId, "digest", 1);
    for (const day of [499, 498]) {
      const at = NOW - day * DAY;
      await store.editions.create({ channelId: feedId, scheduledFor: at, fromAt: 0, toAt: at, createdAt: at });
    }
    const latest = await store.editions.latest(feedId, 1e15);
    expect(await prune({ ledger: 400 * DAY })).toMatchObject({ editions: 1 });
    expect(await store.editions.latest(feedId, 1e15)).toEqual(latest);
    const next = { channelId: feedId, scheduledFor: NOW, fromAt: 0, toAt: NOW, createdAt: NOW };
    expect(await store.editions.create(next)).toMatchObject({ number: (latest?.number ?? 0) + 1 });
  });

  it("of polls are the records of the last days", async () => {
    for (const day of [36, 34])
      await store.feeds.recordPoll(pollRecord(feedId, { startedAt: NOW - day * DAY }), feedChange());
    expect(await prune({ polls: 35 * DAY })).toEqual({ polls: 1 });
    expect(await store.feeds.latestPoll(feedId)).toEqual(pollRecord(feedId, { startedAt: NOW - 34 * DAY }));
  });

  it("of documents are the last good and the last bad one of each configured feed", async () => {
    const document = { feedId, fetchedAt: 5, url: "https://a.example/", contentType: "text/xml", bytes: 3 };
    const good = { ...document, verdict: "good", failure: null } as const;
    const bad = { ...document, verdict: "bad", failure: "no feed" } as const;
    await store.documents.keep(good, Uint8Array.of(0, 1, 255));
    await store.documents.keep(bad, Uint8Array.of(2));
    await store.documents.keep({ ...bad, fetchedAt: 6 }, Uint8Array.of(3, 0));
    const found = await store.documents.find(feedId, "good");
    expect(found?.document).toEqual(good);
    expect([...(found?.body ?? [])]).toEqual([0, 1, 255]);
    const later = await store.documents.find(feedId, "bad");
    expect(later?.document).toEqual({ ...bad, fetchedAt: 6 });
    expect([...(later?.body ?? [])]).toEqual([3, 0]);
    expect(await prune({ polls: DAY })).toEqual({});
    await store.feeds.sync([], () => 0);
    expect(await prune({ polls: DAY })).toEqual({ documents: 2 });
    expect(await store.documents.find(feedId, "good")).toBeUndefined();
  });

  it("is pruned by the heartbeat once an hour, a tenth of a second at a beat", async () => {
    const reads = Array.from({ length: 120 }, (_, at) => readItem(`beat-${at}`));
    const { added } = await store.items.addRead(feedId, reads, NOW - 100 * DAY);
    for (const id of added) await store.items.markAllMatched([matchedText(id, 1)]);
    const told: object[] = [];
    // Every look at the clock takes 60 ms, so that a beat is over after two batches.
    const prune = createPruning({
      store,
      retention: { ...KEEP_ALL, items: 90 * DAY },
      now: () => (clock.now += 60),
      events: { storePruned: ({ removed }) => told.push(removed) },
    });
    await prune();
    expect(told).toEqual([]);
    clock.now = NOW + 300_000;
    for (let beat = 0; beat < 8; beat += 1) await prune();
    expect(told).toEqual([{ items: 120 }]);
    await prune();
    expect(told).toHaveLength(1);
    clock.now += 3_600_000;
    for (let beat = 0; beat < 3; beat += 1) await prune();
    expect(told).toEqual([{ items: 120 }, {}]);
  });

  describe("of a paused feed", () => {
    const pause = { until: NOW + 2000, at: NOW, author: "Ana", comment: "relaunch of the site" };

    it("is everything; it is not due until the pause ends by itself", async () => {
      expect(await store.feeds.pause({ feedId, ...pause })).toBe(true);
      expect(await store.feeds.listPauses(NOW)).toEqual([{ feedId, ...pause }]);
      expect(await store.feeds.claimDue({ now: NOW + 1999, claimMs: 1, limit: 10, perHost: 1 })).toEqual([]);
      expect(await store.feeds.claimDue({ now: NOW + 2000, claimMs: 1, limit: 10, perHost: 1 })).toMatchObject([
        { feedId },
      ]);
      expect(await store.feeds.listPauses(NOW + 2000)).toEqual([]);
      expect(await store.feeds.resume(feedId, NOW + 2000)).toBeUndefined();
    });

    it("is due again as soon as somebody ends the pause", async () => {
      await store.feeds.pause({ feedId, ...pause });
      expect(await store.feeds.resume(feedId, NOW + 1)).toEqual({ feedId, ...pause });
      expect(await store.feeds.resume(feedId, NOW + 1)).toBeUndefined();
      expect(await store.feeds.claimDue({ now: NOW + 1, claimMs: 1, limit: 10, perHost: 1 })).toMatchObject([
        { feedId },
      ]);
    });

    it("is nothing where no configured feed has the id", async () => {
      await store.feeds.sync([], () => 0);
      expect(await store.feeds.pause({ feedId, ...pause })).toBe(false);
      expect(await store.feeds.pause({ feedId: "nobody", ...pause })).toBe(false);
    });
  });

  it("is asked for sooner, never later, by a wish to poll", async () => {
    await store.feeds.recordPoll(pollRecord(feedId, { startedAt: NOW }), feedChange({ nextPollAt: 9000 }));
    await store.feeds.pollBy(feedId, 9500);
    expect(await store.feeds.get(feedId)).toMatchObject({ nextPollAt: 9000 });
    await store.feeds.pollBy(feedId, 7000);
    expect(await store.feeds.get(feedId)).toMatchObject({ nextPollAt: 7000 });
  });
});

describe("a SQLite file beyond its size", () => {
  it("loses its oldest unmatched items until it is small enough, never those of the last day", async () => {
    const opened = await openTestStore("sqlite", () => NOW);
    const { store } = opened;
    await store.feeds.sync([feed("big")], () => 0);
    const body = "x".repeat(20_000);
    for (let day = 30; day >= 0; day -= 1) {
      const reads = Array.from({ length: 10 }, (_, at) => readItem(`${day}-${at}`, { body }));
      const { added } = await store.items.addRead("big", reads, NOW - day * DAY);
      for (const id of added) await store.items.markAllMatched([matchedText(id, 1)]);
    }
    const before = (await store.retention.usedBytes()) ?? 0;
    expect(before).toBeGreaterThan(6e6);
    const retention = { ...KEEP_ALL, size: 4e6 };
    const removed = await pruneStore({ store, retention, now: () => NOW });
    const after = (await store.retention.usedBytes()) ?? 0;
    expect(after).toBeLessThanOrEqual(4e6);
    expect(after).toBeGreaterThan(2.5e6);
    expect(removed["items beyond the size"]).toBeGreaterThan(50);
    const rest = { ...KEEP_ALL, size: 0 };
    await pruneStore({ store, retention: rest, now: () => NOW });
    const { items } = await store.feeds.coverage(0, NOW + 1);
    expect(items).toBe(20);
    await opened.remove();
  }, 30_000);

  it("goes down in steps between which the event loop turns, also while thousands of items go", async () => {
    const opened = await openTestStore("sqlite", () => NOW);
    const { store } = opened;
    await store.feeds.sync([feed("long")], () => 0);
    const body = "text ".repeat(1000);
    const reads = Array.from({ length: 3000 }, (_, at) => readItem(`long-${at}`, { body }));
    const { added } = await store.items.addRead("long", reads, NOW - 100 * DAY);
    for (const id of added) await store.items.markAllMatched([matchedText(id, 1)]);
    let turn = 0;
    let ticking: NodeJS.Immediate | undefined;
    function tick(): void {
      turn += 1;
      ticking = setImmediate(tick);
    }
    tick();
    const steps: { removed: number; turn: number }[] = [];
    const watched: Pick<Store, "retention" | "underLock"> = {
      retention: store.retention,
      underLock: (name, work) =>
        store.underLock(name, (queries) => {
          const { retention } = queries;
          async function removeItems(...asked: Parameters<typeof retention.removeItems>) {
            const step = await retention.removeItems(...asked);
            steps.push({ removed: step.removed, turn });
            return step;
          }
          return work({ ...queries, retention: { ...retention, removeItems } });
        }),
    };
    const retention = { ...KEEP_ALL, items: 90 * DAY };
    expect(await pruneStore({ store: watched, retention, now: () => NOW })).toEqual({ items: 3000 });
    clearImmediate(ticking);
    expect(Math.max(...steps.map(({ removed }) => removed))).toBeLessThanOrEqual(20);
    expect(steps.filter((step, at) => at > 0 && step.turn === steps[at - 1]?.turn)).toEqual([]);
    await opened.remove();
  }, 30_000);
});
