import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../../src/core/vocabulary.ts";
import { createHeartbeat } from "../../src/pipeline/heartbeat.ts";
import { createPollJob } from "../../src/pipeline/poll-job.ts";
import type { PollFeed } from "../../src/poll/poll-feed.ts";
import type { Queue } from "../../src/queue/queue.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { ALL_QUEUES, type QueueGround } from "../support/store/queue-servers.ts";
import { feed } from "../support/store/store-builders.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";

const SOON = { timeout: 20_000, interval: 10 };
const NOW = Date.UTC(2026, 0, 20);
/** Fewer than the feeds of the crowded host. */
const POLLS_AT_ONCE = 4;
const CROWD = Array.from({ length: 12 }, (_, at) => feed(`crowd-${at}`, { url: `https://crowd.example/${at}` }));
const OTHERS = [feed("other-a"), feed("other-b")];

describe.each(ALL_QUEUES)("row 18: a host with many feeds, polls queued $title", ({ title, enter }) => {
  let opened: TestStore;
  let ground: QueueGround;
  let queues: Queue[];
  beforeEach(async () => {
    opened = await openTestStore(title === "in the process" ? "sqlite" : "postgres", () => NOW);
    ground = await enter();
    queues = [];
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.close(1000)));
    await ground.leave();
    await opened.remove();
  });

  /** A process that polls; returns its beat. */
  function start(store: Store, feeds: readonly Feed[], pollFeed: PollFeed): () => Promise<unknown> {
    const queue = ground.open(() => {});
    queues.push(queue);
    const plan = planOf([], [], {
      feeds: new Map(feeds.map((each) => [each.id, each])),
      operators: { page: [], notice: [] },
    });
    const parts = { store, plan: () => plan, queue, now: () => NOW, polls: { perHost: 1, aheadMs: 0 } };
    const events = { polled: () => {}, feedMoved: () => {}, incident: () => {} };
    queue.work("poll", POLLS_AT_ONCE, createPollJob({ ...parts, pollFeed, minIntervalMs: 60_000, events }));
    return createHeartbeat(parts);
  }

  /** Two processes where the queue serves many. */
  async function startAll(pollFeed: PollFeed): Promise<() => Promise<unknown>> {
    const feeds = [...CROWD, ...OTHERS];
    // The crowd falls due first.
    await opened.store.feeds.sync(feeds, ({ id }) => (id.startsWith("crowd") ? NOW - 1000 : NOW));
    const beat = start(opened.store, feeds, pollFeed);
    if (title !== "in the process") start(opened.peer, feeds, pollFeed);
    return beat;
  }

  const told = { validators: { etag: null, lastModified: null }, freshForMs: null, bytes: 0 };

  it("keeps no other host waiting, however slow it is", async () => {
    const polled: string[] = [];
    const answered = Promise.withResolvers<void>();
    const beat = await startAll(async ({ id }) => {
      if (id.startsWith("crowd")) await answered.promise;
      polled.push(id);
      return { kind: "unchanged", ...told };
    });
    await beat();
    await vi.waitFor(() => expect(polled.toSorted()).toEqual(["other-a", "other-b"]), SOON);
    answered.resolve();
  });

  it("is asked one feed after the other, the next as soon as one is done", async () => {
    const polled: string[] = [];
    let running = 0;
    let most = 0;
    const beat = await startAll(async ({ id }) => {
      if (!id.startsWith("crowd")) return { kind: "unchanged", ...told };
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      polled.push(id);
      return { kind: "unchanged", ...told };
    });
    await beat();
    await vi.waitFor(() => expect(polled).toHaveLength(CROWD.length), SOON);
    expect(new Set(polled).size).toBe(CROWD.length);
    expect(most).toBe(1);
  });
});
