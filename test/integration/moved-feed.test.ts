import { describe, expect, it } from "vitest";
import { createPollJob } from "../../src/pipeline/poll-job.ts";
import type { PollOutcome } from "../../src/poll/poll-outcome.ts";
import { openTestStore } from "../support/store/open-test-store.ts";
import { feed, readItem } from "../support/store/store-builders.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";

const NEW_URL = "https://new.example/feed.xml";
const wire = feed("wire", { onAdd: "silent" });
/** Polls once an hour a feed whose server redirects for good to its new address; the URLs that were asked. */
async function openMovedFeed() {
  let time = Date.UTC(2026, 0, 20);
  function now(): number {
    return time;
  }
  const opened = await openTestStore("sqlite", now);
  const { store } = opened;
  const asked: string[] = [];
  await store.feeds.sync([wire], now);
  let configured = wire;
  const poll = createPollJob({
    store,
    plan: () => planOf([], [], { feeds: new Map([[wire.id, configured]]), operators: { page: [], notice: [] } }),
    pollFeed: async (_feed, { url }): Promise<PollOutcome> => {
      asked.push(url);
      const items = [readItem(`item-${time}`)];
      const told = { validators: { etag: `"${time}"`, lastModified: null }, freshForMs: null, bytes: 10 };
      const outcome = { kind: "read", items, bodyHash: String(time), ...told } as const;
      return url === NEW_URL ? outcome : { ...outcome, movedTo: NEW_URL };
    },
    minIntervalMs: 60_000,
    polls: { perHost: 1, aheadMs: 0 },
    queue: { enqueue: async () => {} },
    events: { polled: () => {}, feedMoved: () => {}, incident: () => {} },
    now,
  });
  return {
    asked,
    store,
    remove: () => opened.remove(),
    async poll() {
      time += 3_600_000;
      await poll({ id: "poll", data: { feed: wire.id, due: Number.MAX_SAFE_INTEGER } }, new AbortController().signal);
    },
    async configure(url: string) {
      configured = { ...wire, url };
      await store.feeds.sync([configured], now);
    },
  };
}

describe("a feed that moved for good", () => {
  it("is asked at its new address from the second sighting on, until its URL is configured anew", async () => {
    const moved = await openMovedFeed();
    for (let polls = 0; polls < 5; polls += 1) await moved.poll();
    // Nothing at the new address says so again, and nothing has to.
    expect(moved.asked).toEqual([wire.url, wire.url, NEW_URL, NEW_URL, NEW_URL]);
    expect((await moved.store.feeds.get(wire.id))?.url).toBe(wire.url);

    await moved.configure("https://third.example/feed.xml");
    const { effectiveUrl, movedTo, cadence, etag } = (await moved.store.feeds.get(wire.id)) ?? {};
    expect({ effectiveUrl, movedTo, cadence, etag }).toEqual({
      effectiveUrl: null,
      movedTo: null,
      cadence: null,
      etag: null,
    });
    await moved.poll();
    expect(moved.asked.at(-1)).toBe("https://third.example/feed.xml");
    await moved.remove();
  });
});
