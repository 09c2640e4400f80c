import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../test/support/store/open-test-store.ts";
import { channelPlan, planOf } from "../../test/support/pipeline/pipeline-rig.ts";
import { feed, newDelivery } from "../../test/support/store/store-builders.ts";
import { createLocalQueue } from "../queue/local/local-queue.ts";
import type { EnqueueOptions, Queue } from "../queue/queue.ts";
import { createHeartbeat } from "./heartbeat.ts";

const NOW = 1_000_000;
const PLAN = planOf([], [], { feeds: new Map(), operators: { page: [], notice: [] } });

describe("a heartbeat", () => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await openTestStore("sqlite", () => NOW);
  });
  afterEach(() => opened.remove());

  /** Beats once with feeds due so many ms from now; returns what was handed out. */
  async function beat(
    dueIn: readonly number[],
    aheadMs: number,
  ): Promise<readonly [string, EnqueueOptions | undefined][]> {
    const feeds = dueIn.map((ms) => feed(`feed-in-${ms}`));
    await opened.store.feeds.sync(feeds, ({ id }) => NOW + Number(id.slice("feed-in-".length)));
    const handedOut: [string, EnqueueOptions | undefined][] = [];
    const queue: Queue = {
      ...createLocalQueue({ onError: () => {} }),
      async enqueue(_name, { id }, options) {
        handedOut.push([id, options]);
      },
    };
    await createHeartbeat({
      store: opened.store,
      plan: () => PLAN,
      queue,
      now: () => NOW,
      polls: { perHost: 1, aheadMs },
    })();
    return handedOut;
  }

  it("hands out the feeds that fall due before the next one, each at its own time", async () => {
    expect(await beat([0, 400, 999, 1001], 1000)).toEqual([
      [`poll-feed-in-0-${NOW}`, { delayMs: 0 }],
      [`poll-feed-in-400-${NOW + 400}`, { delayMs: 400 }],
      [`poll-feed-in-999-${NOW + 999}`, { delayMs: 999 }],
    ]);
  });

  it("hands out only what is due where no other follows by itself", async () => {
    expect(await beat([0, 400], 0)).toEqual([[`poll-feed-in-0-${NOW}`, { delayMs: 0 }]]);
  });

  it("asks for the channels with work although a step before fails, and leaves removed channels alone", async () => {
    for (const channelId of ["desk", "removed"])
      await opened.store.deliveries.add(newDelivery(`one for ${channelId}`, { channelId, dueAt: NOW }));
    await opened.store.feeds.sync([feed("wire")], () => NOW);
    const handedOut: string[] = [];
    const queue: Queue = {
      ...createLocalQueue({ onError: () => {} }),
      async enqueue(name, { id }) {
        if (name === "poll") throw new Error("no polls today");
        handedOut.push(id);
      },
    };
    const plan = planOf([], [channelPlan("desk")]);
    const beat = createHeartbeat({
      store: opened.store,
      plan: () => plan,
      queue,
      now: () => NOW,
      polls: { perHost: 1, aheadMs: 0 },
    });
    await expect(beat()).rejects.toThrow("no polls today");
    expect(handedOut).toEqual(["deliver-desk-sweep"]);
  });
});
