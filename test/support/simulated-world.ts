import * as z from "zod";
import type { Feed, ReadItem } from "../../src/core/vocabulary.ts";
import { createHeartbeat } from "../../src/pipeline/heartbeat.ts";
import type { Plan } from "../../src/pipeline/plan.ts";
import { createPollJob } from "../../src/pipeline/poll-job.ts";
import { firstPollAt } from "../../src/poll/next-poll.ts";
import type { PollFeed } from "../../src/poll/poll-feed.ts";
import type { FetchFailureKind, PollOutcome } from "../../src/poll/poll-outcome.ts";
import type { Job, Queue } from "../../src/queue/queue.ts";
import type { DeliveryRow } from "../../src/store/rows.ts";
import { openTestStore } from "./open-test-store.ts";
import { feedChange, pollRecord, readItem } from "./store-builders.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SPREAD_MS = 30_000;
const WINDOW = 30;

/** A feed of the simulated world: when it publishes, and what goes wrong with it. */
export interface SimulatedFeed {
  feed: Feed;
  /** Instants, ascending. */
  publishes: readonly number[];
  /** What a request gets at that time instead of an answer; null: an answer. */
  trouble: (at: number) => { kind: FetchFailureKind; httpStatus: number | null } | null;
}

export interface SimulatedWorld {
  /** Stores what a feed showed and taught before the simulation begins. */
  begin(simulated: SimulatedFeed, learnt: { cadence: string; nextPollAt: number }): Promise<void>;
  /** Beats until then, and runs what each beat hands out. */
  runUntil(at: number): Promise<void>;
  /** What a new process does at its start. */
  restart(): Promise<void>;
  /** Instants of all requests, by feed. */
  requests: ReadonlyMap<string, readonly number[]>;
  /** Identities of items stored as new, by feed; each once, if all is well. */
  stored: ReadonlyMap<string, readonly string[]>;
  notices(): Promise<readonly DeliveryRow[]>;
  store: Awaited<ReturnType<typeof openTestStore>>["store"];
  close(): Promise<void>;
}

const MatchData = z.object({ items: z.array(z.string()) });
const quietEvents = { polled: () => {}, feedMoved: () => {}, incident: () => {} };

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Instants of a feed of so many items a day: random, fewer at night. */
export function publications(random: () => number, perDay: number, from: number, to: number): number[] {
  const instants: number[] = [];
  for (let at = from; at < to;) {
    const hour = new Date(at).getUTCHours();
    const weight = hour >= 6 && hour < 22 ? 1.25 : 0.5;
    at += (-Math.log(1 - random()) * 24 * HOUR) / (perDay * weight);
    if (at < to) instants.push(Math.floor(at));
  }
  return instants;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function itemsAt({ feed, publishes }: SimulatedFeed, at: number): ReadItem[] {
  const past = publishes.filter((instant) => instant <= at).slice(-WINDOW);
  return past.map((publishedAt) => readItem(`${feed.id}-${publishedAt}`, { publishedAt, body: "" }));
}

/** Answers like `createPollFeed`: the fetch and the parse are simulated, what they come to is real. */
function createSimulatedPoll(
  feeds: ReadonlyMap<string, SimulatedFeed>,
  requests: Map<string, number[]>,
  now: () => number,
): PollFeed {
  return async (feed, state): Promise<PollOutcome> => {
    const simulated = feeds.get(feed.id);
    if (simulated === undefined) throw new Error(`${feed.id} is not simulated`);
    append(requests, feed.id, now());
    const trouble = simulated.trouble(now());
    if (trouble !== null) {
      const message = `${feed.url} failed: ${trouble.kind} ${trouble.httpStatus ?? ""}`;
      return { kind: "failed", failure: { ...trouble, message, retryAfterMs: null } };
    }
    const items = itemsAt(simulated, now());
    const bodyHash = items.at(-1)?.identity ?? "empty";
    const told = { validators: { etag: bodyHash, lastModified: null }, freshForMs: null, bytes: 1000 };
    if (state.validators.etag === bodyHash) return { kind: "not-modified", ...told };
    return { kind: "read", title: feed.id, items, bodyHash, finalUrl: state.url, ...told };
  };
}

/** The real poll job, heartbeat and store under a clock that jumps; matching is skipped, network and parse simulated. */
export async function openSimulatedWorld(
  feeds: readonly SimulatedFeed[],
  startAt: number,
  beatMs: number,
): Promise<SimulatedWorld> {
  let time = startAt;
  function now(): number {
    return time;
  }
  const opened = await openTestStore("sqlite", now);
  const { store } = opened;
  const requests = new Map<string, number[]>();
  const stored = new Map<string, string[]>();
  const byId = new Map(feeds.map((simulated) => [simulated.feed.id, simulated]));
  const configured = feeds.map(({ feed }) => feed);
  const plan: Plan = {
    feeds: new Map(configured.map((feed) => [feed.id, feed])),
    watches: new Map(),
    channels: new Map(),
    urgentFeeds: new Set(),
    operators: { page: ["ops"], notice: ["ops"] },
  };

  const jobs: Job[] = [];
  const queue: Pick<Queue, "enqueue"> = {
    enqueue: async (name, job) => {
      if (name === "match") await takeItems(job);
      else if (name === "poll") jobs.push(job);
    },
  };
  async function takeItems({ data }: Job): Promise<void> {
    for (const id of MatchData.parse(data).items) {
      const item = await store.items.get(id);
      if (item === undefined) throw new Error(`item ${id} is not stored`);
      append(stored, item.feedId, item.identity);
      await store.items.markMatched(id, item.revision);
    }
  }

  const pollFeed = createSimulatedPoll(byId, requests, now);
  const poll = createPollJob({
    store,
    plan: () => plan,
    pollFeed,
    minIntervalMs: MINUTE,
    queue,
    events: quietEvents,
    now,
  });
  const beat = createHeartbeat({ store, plan: () => plan, queue, now, aheadMs: 0 });
  const { signal } = new AbortController();

  async function restart(): Promise<void> {
    jobs.length = 0;
    await store.leases.clear();
    await store.feeds.sync(configured, (feed) => firstPollAt(feed.id, time, SPREAD_MS));
  }

  await restart();
  return {
    store,
    requests,
    stored,
    restart,
    async begin(simulated, learnt) {
      const items = itemsAt(simulated, time);
      const { id } = simulated.feed;
      await store.items.addRead(id, items, time);
      const record = pollRecord(id, { startedAt: time, finishedAt: time });
      await store.feeds.recordPoll(
        record,
        feedChange({ ...learnt, etag: items.at(-1)?.identity ?? "empty", goodInRow: 9 }),
      );
    },
    async runUntil(at) {
      while (time < at) {
        await beat();
        for (const job of jobs.splice(0)) await poll(job, signal);
        time += beatMs;
      }
    },
    notices: async () => (await store.deliveries.list({ kind: "notice", limit: 10_000 })).toReversed(),
    close: () => opened.remove(),
  };
}
