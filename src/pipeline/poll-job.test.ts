import { expect, it } from "vitest";
import { openTestStore } from "../../test/support/open-test-store.ts";
import { feed, readItem } from "../../test/support/store-builders.ts";
import { createPollJob } from "./poll-job.ts";

const NOW = Date.parse("2026-01-20T08:00:00Z");

it("gives an item that names no language that of its feed", async () => {
  const opened = await openTestStore("sqlite", () => NOW);
  try {
    const { store } = opened;
    const persian = feed("persian", { lang: "fa" });
    await store.feeds.sync([persian], () => NOW);
    const poll = createPollJob({
      store,
      plan: () => ({
        feeds: new Map([[persian.id, persian]]),
        watches: new Map(),
        channels: new Map(),
        urgentFeeds: new Set<string>(),
        operators: { page: [], notice: [] },
      }),
      pollFeed: () =>
        Promise.resolve({
          kind: "read",
          title: "",
          items: [readItem("untold", { lang: null }), readItem("told", { lang: "en" })],
          validators: { etag: null, lastModified: null },
          bodyHash: "hash",
          bytes: 10,
          finalUrl: persian.url,
          freshForMs: null,
        }),
      minIntervalMs: 60_000,
      polls: { perHost: 1, aheadMs: 0 },
      queue: { enqueue: () => Promise.resolve() },
      events: { polled: () => {}, feedMoved: () => {}, incident: () => {} },
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
  } finally {
    await opened.remove();
  }
});
