import { expect, it } from "vitest";
import { openTestStore } from "../../test/support/open-test-store.ts";
import { feed, readItem } from "../../test/support/store-builders.ts";
import type { Polled } from "../telemetry/events.ts";
import { createPollJob } from "./poll-job.ts";
import { planOf } from "../../test/support/pipeline-rig.ts";

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
    await poll({ id: "poll", data: { feed: "persian" } }, new AbortController().signal);
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
