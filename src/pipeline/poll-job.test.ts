import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../test/support/store/open-test-store.ts";
import { feed, readItem } from "../../test/support/store/store-builders.ts";
import type { PollFeed } from "../poll/poll-feed.ts";
import type { Store } from "../store/store.ts";
import type { Polled } from "../telemetry/feed-events.ts";
import { createPollJob } from "./poll-job.ts";
import { planOf } from "../../test/support/pipeline/pipeline-rig.ts";

const NOW = Date.parse("2026-01-20T08:00:00Z");

it("gives an item that names no language that of its feed, and tells when and why the feed is polled next", async () => {
  const opened = await openTestStore("sqlite", () => NOW);
  try {
    const { store } = opened;
    const told: Polled[] = [];
    const persian = feed("persian", { lang: "fa" });
    await store.feeds.sync([persian], () => NOW);
    const poll = createPollJob({
      store,
      plan: () => planOf([], [], { feeds: new Map([[persian.id, persian]]), operators: { page: [], notice: [] } }),
      pollFeed: () =>
        Promise.resolve({
          kind: "read",
          items: [readItem("untold", { lang: null }), readItem("told", { lang: "en" })],
          validators: { etag: null, lastModified: null },
          bodyHash: "hash",
          bytes: 10,
          freshForMs: null,
        }),
      minIntervalMs: 60_000,
      polls: { perHost: 1, aheadMs: 0 },
      queue: { enqueue: () => Promise.resolve() },
      events: { polled: (event) => told.push(event), feedMoved: () => {}, incident: () => {} },
      now: () => NOW,
    });
    await poll({ id: "poll", data: { feed: "persian", due: Number.MAX_SAFE_INTEGER } }, new AbortController().signal);
    // What the poll handed to the matcher is claimed for a minute.
    const ids = await store.items.claimUnmatched(NOW + 120_000, 1000, 10);
    const items = await store.items.listPending(ids);
    expect(Object.fromEntries(items.map(({ identity, lang }) => [identity, lang]))).toEqual({
      untold: "fa",
      told: "en",
    });
    const { nextPollAt } = (await store.feeds.get("persian")) ?? {};
    expect(told).toMatchObject([{ feedId: "persian", added: 2, nextPollAt, nextPollReason: "no-validators" }]);
  } finally {
    await opened.remove();
  }
});

describe("a poll job", () => {
  const wire = feed("wire");
  let opened: TestStore;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    opened = await openTestStore("sqlite", () => now);
    await opened.store.feeds.sync([wire], () => NOW);
  });
  afterEach(() => opened.remove());

  /** A server whose document has the version as its ETag and headline. */
  function answer(version: string): ReturnType<PollFeed> {
    return Promise.resolve({
      kind: "read",
      items: [readItem("a", { title: `Envoy ${version}` })],
      validators: { etag: version, lastModified: null },
      bodyHash: version,
      bytes: 10,
      freshForMs: null,
    });
  }

  function jobOf(pollFeed: PollFeed, store: Store = opened.store): (due: number) => Promise<void> {
    const poll = createPollJob({
      store,
      plan: () => planOf([], [], { feeds: new Map([[wire.id, wire]]), operators: { page: [], notice: [] } }),
      pollFeed,
      minIntervalMs: 60_000,
      polls: { perHost: 1, aheadMs: 0 },
      queue: { enqueue: () => Promise.resolve() },
      events: { polled: () => {}, feedMoved: () => {}, incident: () => {} },
      now: () => now,
    });
    return (due) => poll({ id: "poll", data: { feed: wire.id, due } }, new AbortController().signal);
  }

  it("that runs once more after its feed was polled asks nobody", async () => {
    let asked = 0;
    const poll = jobOf(() => {
      asked += 1;
      return answer("v1");
    });
    await poll(NOW);
    now += 1000;
    await poll(NOW);
    expect(asked).toBe(1);
    await poll((await opened.store.feeds.get(wire.id))?.nextPollAt ?? 0);
    expect(asked).toBe(2);
  });

  it("that was overtaken by another changes neither items nor validators", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const late = jobOf(() => promise.then(() => answer("v1")))(NOW);
    await jobOf(() => answer("v2"))(NOW);
    resolve();
    await late;
    expect(await opened.store.feeds.get(wire.id)).toMatchObject({ etag: "v2", polls: 1 });
    const [itemId = ""] = await opened.store.items.claimUnmatched(NOW + 120_000, 1000, 10);
    expect(await opened.store.items.get(itemId)).toMatchObject({ title: "Envoy v2", revision: 1 });
  });

  it("whose items the store refuses is a failure, and the feed is asked again after the shortest interval", async () => {
    const { store } = opened;
    const full = { ...store, items: { ...store.items, addRead: () => Promise.reject(new Error("disk is full")) } };
    await jobOf(() => answer("v1"), full)(NOW);
    expect(await store.feeds.latestPoll(wire.id)).toMatchObject({
      outcome: "failed",
      failureKind: "not-stored",
      failureMessage: "The items could not be stored: disk is full",
    });
    expect(await store.feeds.get(wire.id)).toMatchObject({ failures: 1, etag: null, nextPollAt: NOW + 60_000 });
  });

  it("that the store cannot even record lets the feed rest for the shortest interval", async () => {
    const { store } = opened;
    const full = { ...store, feeds: { ...store.feeds, recordPoll: () => Promise.reject(new Error("disk is full")) } };
    let asked = 0;
    const poll = jobOf(() => {
      asked += 1;
      return answer("v1");
    }, full);
    await expect(poll(NOW)).rejects.toThrow("disk is full");
    now += 59_999;
    await poll(NOW);
    expect(asked).toBe(1);
    now += 1;
    await expect(poll(NOW)).rejects.toThrow("disk is full");
    expect(asked).toBe(2);
  });
});
