import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import type { SubscriptionRow } from "../../src/store/feed-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, feedChange, pollRecord } from "../support/store/store-builders.ts";

const LINKS = '{"hubs":["https://hub.example/"],"topic":"https://wire.example/"}';
const PUBLIC_URL = "https://news.example";

describe.each(["sqlite", "postgres"] as const)("subscriptions in the store on %s", (dialect) => {
  let opened: TestStore;
  let store: Store;
  let made = 0;
  let feedId: string;

  beforeAll(async () => {
    opened = await openTestStore(dialect, () => 1000);
    ({ store } = opened);
  });
  afterAll(() => opened.remove());
  beforeEach(async () => {
    made += 1;
    feedId = `feed-${made}`;
    await store.feeds.sync([feed(feedId)], () => 0);
    await store.feeds.recordPoll(pollRecord(feedId), feedChange({ hubLinks: LINKS }));
  });

  function subscription(changed: Partial<SubscriptionRow> = {}): SubscriptionRow {
    const id = changed.id ?? `sub-${feedId}`;
    return {
      id,
      feedId,
      hub: "https://hub.example/",
      topic: "https://wire.example/",
      hubLinks: LINKS,
      publicUrl: PUBLIC_URL,
      secret: new Secret(`secret of ${id}`),
      callbackHash: `hash of ${id}`,
      state: "active",
      createdAt: 900,
      askedAt: 1000,
      attempts: 0,
      nextAt: 5000,
      leaseUntil: 9000,
      pushedAt: null,
      detail: null,
      ...changed,
    };
  }

  it("are found by id, feed and callback, with a secret that does not print", async () => {
    const row = subscription();
    expect(await store.subscriptions.add(row)).toBe(true);
    const found = [
      await store.subscriptions.get(row.id),
      await store.subscriptions.findByFeed(feedId),
      await store.subscriptions.findByCallback(row.callbackHash),
    ];
    expect(found).toEqual([row, row, row]);
    expect(found[0]?.secret.reveal()).toBe(`secret of ${row.id}`);
    expect(JSON.stringify(found)).not.toContain("secret of");
    expect(await store.subscriptions.findByCallback("nobody's")).toBeUndefined();
  });

  it("are one for each feed, besides those that it is leaving", async () => {
    await store.subscriptions.add(subscription());
    expect(await store.subscriptions.add(subscription({ id: `second-${feedId}` }))).toBe(false);
    await store.subscriptions.change(`sub-${feedId}`, subscription({ state: "leaving" }));
    expect(await store.subscriptions.add(subscription({ id: `second-${feedId}` }))).toBe(true);
    expect(await store.subscriptions.findByFeed(feedId)).toMatchObject({ id: `second-${feedId}` });
    expect(await store.subscriptions.list()).toContainEqual(subscription({ id: `second-${feedId}` }));
    await store.subscriptions.remove(`second-${feedId}`);
    expect(await store.subscriptions.findByFeed(feedId)).toBeUndefined();
  });

  it("are missing where a feed names a hub and has none that is current", async () => {
    const missing = { feedId, hubLinks: LINKS };
    expect(await store.subscriptions.listMissing(1000)).toContainEqual(missing);
    await store.subscriptions.add(subscription({ state: "leaving" }));
    expect(await store.subscriptions.listMissing(1000)).toContainEqual(missing);
    await store.subscriptions.add(subscription({ id: `second-${feedId}` }));
    expect(await store.subscriptions.listMissing(1000)).not.toContainEqual(missing);
  });

  it.each<[string, (store: Store, feedId: string) => Promise<unknown>]>([
    [
      "its feed is paused",
      ({ feeds }, id) => feeds.pause({ feedId: id, until: 2000, at: 1, author: "a", comment: "b" }),
    ],
    ["its feed is not configured", ({ feeds }) => feeds.sync([], () => 0)],
    ["its feed names no hub", ({ feeds }, id) => feeds.recordPoll(pollRecord(id), feedChange({ hubLinks: null }))],
    ["its feed has another URL", ({ feeds }, id) => feeds.sync([feed(id, { url: "https://other.example/" })], () => 0)],
  ])("are neither missing nor wanted when %s", async (_fact, change) => {
    await change(store, feedId);
    expect((await store.subscriptions.listMissing(1000)).map((row) => row.feedId)).not.toContain(feedId);
    await store.subscriptions.add(subscription());
    expect(await store.subscriptions.listUnwanted(PUBLIC_URL, 1000)).toContainEqual(subscription());
  });

  it("are unwanted under another public address, and all without one", async () => {
    await store.subscriptions.add(subscription());
    expect(await store.subscriptions.listUnwanted(PUBLIC_URL, 1000)).not.toContainEqual(subscription());
    expect(await store.subscriptions.listUnwanted("https://other.example", 1000)).toContainEqual(subscription());
    expect(await store.subscriptions.listUnwanted(null, 1000)).toContainEqual(subscription());
    await store.subscriptions.change(`sub-${feedId}`, subscription({ state: "leaving" }));
    expect((await store.subscriptions.listUnwanted(null, 1000)).map((row) => row.feedId)).not.toContain(feedId);
  });

  it("are unwanted when their feed names other hubs, yet not within a day of their making", async () => {
    await store.subscriptions.add(subscription({ hubLinks: "{}", createdAt: 1000 }));
    async function unwantedAt(now: number): Promise<string[]> {
      return (await store.subscriptions.listUnwanted(PUBLIC_URL, now)).map((row) => row.feedId);
    }
    expect(await unwantedAt(1000 + 86_399_999)).not.toContain(feedId);
    expect(await unwantedAt(1000 + 86_400_000)).toContain(feedId);
  });

  it("are due when something is to be done about them, the earliest first", async () => {
    const [late, early, other] = [
      subscription({ id: `late-${feedId}`, state: "leaving", nextAt: 300 }),
      subscription({ id: `early-${feedId}`, state: "leaving", nextAt: 200 }),
      subscription({ id: `other-${feedId}`, nextAt: 100 }),
    ];
    for (const row of [late, early, other]) await store.subscriptions.add(row);
    const due = await store.subscriptions.listDue(1000);
    expect(due.filter((row) => row.feedId === feedId)).toEqual([other, early, late]);
    expect((await store.subscriptions.listDue(150)).filter((row) => row.feedId === feedId)).toEqual([other]);
  });
});

describe.each(["sqlite", "postgres"] as const)("a poll that was asked for, in the store on %s", (dialect) => {
  let opened: TestStore;
  beforeAll(async () => {
    opened = await openTestStore(dialect, () => 1000);
  });
  afterAll(() => opened.remove());

  it("is answered by a poll that begins after it, and not by one that was under way", async () => {
    const { feeds } = opened.store;
    await feeds.sync([feed("wire")], () => 5000);
    await feeds.pollBy("wire", 2000);
    expect(await feeds.get("wire")).toMatchObject({ nextPollAt: 2000, requests: 1, answeredRequests: 0 });
    await feeds.pollBy("wire", 3000);
    expect(await feeds.get("wire")).toMatchObject({ nextPollAt: 2000, requests: 2 });

    const seen = { answered: 1, pollAt: 60_000 };
    await feeds.recordPoll(pollRecord("wire"), feedChange({ nextPollAt: 900_000, requests: seen }));
    expect(await feeds.get("wire")).toMatchObject({ nextPollAt: 60_000, answeredRequests: 1 });
    const all = { answered: 2, pollAt: 60_000 };
    await feeds.recordPoll(pollRecord("wire"), feedChange({ nextPollAt: 900_000, requests: all }));
    expect(await feeds.get("wire")).toMatchObject({ nextPollAt: 900_000, answeredRequests: 2 });
  });
});
