import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listFeeds } from "../../src/pipeline/inspect/list-feeds.ts";
import { createPollJob } from "../../src/pipeline/poll-job.ts";
import { tellIncidents } from "../../src/pipeline/tell-incidents.ts";
import type { PollOutcome, PollState } from "../../src/poll/poll-outcome.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed } from "../support/store/store-builders.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = Date.UTC(2026, 0, 20, 12);
const WIRE = feed("wire", { everyMs: 3 * MINUTE });
const PLAN = planOf([], [], { feeds: new Map([[WIRE.id, WIRE]]), operators: { page: [], notice: ["ops"] } });

const GOOD: PollOutcome = {
  kind: "read",
  items: [],
  validators: { etag: null, lastModified: null },
  bodyHash: "abc",
  freshForMs: null,
  bytes: 10,
};
const KILLED: PollOutcome = {
  kind: "failed",
  failure: { kind: "out-of-cpu", message: "Stopped after 2000 ms.", httpStatus: null, retryAfterMs: null },
};

describe("a feed whose documents use up the reading thread", () => {
  let opened: TestStore;
  let now = START;
  beforeEach(async () => {
    now = START;
    opened = await openTestStore("sqlite", () => now);
    await opened.store.feeds.sync([WIRE], () => START);
  });
  afterEach(() => opened.remove());

  /** Polls whenever the feed is due; answers the gap after each poll in minutes, and how warily each was read. */
  async function play(outcomes: readonly PollOutcome[]): Promise<{ gaps: number[]; wary: boolean[] }> {
    const wary: boolean[] = [];
    const gaps: number[] = [];
    for (const outcome of outcomes) {
      const pollJob = createPollJob({
        store: opened.store,
        plan: () => PLAN,
        pollFeed: async (_feed, state: PollState) => {
          wary.push(state.isSuspended);
          return outcome;
        },
        minIntervalMs: MINUTE,
        polls: { perHost: 1, aheadMs: 0 },
        queue: { enqueue: async () => {} },
        events: { polled: () => {}, feedMoved: () => {}, incident: () => {} },
        now: () => now,
      });
      await pollJob(
        { id: "poll-wire", data: { feed: WIRE.id, due: Number.MAX_SAFE_INTEGER } },
        new AbortController().signal,
      );
      const state = await opened.store.feeds.get(WIRE.id);
      const nextPollAt = state?.nextPollAt ?? 0;
      gaps.push((nextPollAt - now) / MINUTE);
      now = nextPollAt;
      await tellIncidents({ store: opened.store, plan: () => PLAN, now: () => now });
    }
    return { gaps, wary };
  }

  async function notices(): Promise<unknown[]> {
    const deliveries = await opened.store.deliveries.list({ kind: "notice", limit: 100 });
    return deliveries.map(({ payload }) => JSON.parse(payload ?? "{}"));
  }

  it("is tried daily with half the limits after three, and operators are told once", async () => {
    const { gaps, wary } = await play([KILLED, KILLED, KILLED, KILLED, KILLED, KILLED]);
    expect(wary).toEqual([false, false, false, true, true, true]);
    expect(await listFeeds(opened.store, now)).toMatchObject([{ id: "wire", state: "suspended" }]);
    expect(Math.max(...gaps.slice(0, 2))).toBeLessThan(15);
    expect(Math.min(...gaps.slice(2))).toBeGreaterThan((DAY / MINUTE) * 0.9);
    expect(await notices()).toMatchObject([
      { title: "Feed wire is suspended: reading it had to be stopped three times", lines: ["Stopped after 2000 ms."] },
    ]);
  });

  it("is read as before after a good document, and operators are told", async () => {
    const { gaps, wary } = await play([KILLED, KILLED, KILLED, GOOD, GOOD]);
    expect(wary).toEqual([false, false, false, true, false]);
    expect(Math.max(...gaps.slice(3))).toBeLessThanOrEqual(3);
    expect(await notices()).toHaveLength(2);
    expect(await opened.store.incidents.listOpen()).toEqual([]);
  });
});
