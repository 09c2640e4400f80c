import { setTimeout as sleep } from "node:timers/promises";
import { QUEUE_NAMES } from "../queue/queue.ts";
import { listFeeds, needsAttention } from "../pipeline/inspect/list-feeds.ts";
import type { Store } from "../store/store.ts";
import type { Daemon } from "./start-daemon.ts";

const LIMIT_MS = 60_000;
const LOOK_EVERY_MS = 50;

export interface OnceSummary {
  feeds: number;
  /** The feed that is due next, paused ones too; null: there is none. */
  next: { id: string; nextPollAt: number } | null;
  failed: readonly { id: string; cause: string }[];
  /** Read well, after they had failed before. */
  recovered: readonly { id: string }[];
  /** In trouble since before, and not due yet. */
  resting: readonly { id: string; cause: string; nextPollAt: number }[];
  items: number;
  sent: number;
  waiting: number;
  /** Channels that could not send. */
  down: readonly { id: string; cause: string }[];
}

/**
 * Reads every due feed, matches and delivers, until nothing is left to do within the minute that it has.
 * @param channelIds those that are configured
 */
export async function runOnce(daemon: Daemon, channelIds: ReadonlySet<string>): Promise<OnceSummary> {
  const startedAt = Date.now();
  const before = { sent: await countSent(daemon.store), failing: await listFailing(daemon.store) };
  await workUntilIdle(daemon, startedAt);
  return summarise(daemon.store, { startedAt, before, channelIds });
}

async function workUntilIdle(daemon: Daemon, startedAt: number): Promise<void> {
  const { store, queue } = daemon;
  let hasTold = false;
  while (Date.now() - startedAt < LIMIT_MS) {
    const { polls, pages, items, channels, editions } = await daemon.beat();
    const depths = await Promise.all(QUEUE_NAMES.map((name) => queue.depth(name)));
    const idle = depths.every((depth) => depth === 0) && (await store.items.countUnmatched()) === 0;
    const comesLater = await store.deliveries.nextDueAt(Date.now());
    const waits = comesLater !== undefined && comesLater < startedAt + LIMIT_MS;
    if (idle && !waits && polls + pages + items + channels + editions === 0) {
      if (hasTold) return;
      await daemon.tellOperators();
      hasTold = true;
    }
    await sleep(LOOK_EVERY_MS);
  }
}

interface RunFacts {
  startedAt: number;
  /** How things stood then: messages sent so far, and the feeds whose last poll had failed. */
  before: { sent: number; failing: ReadonlySet<string> };
  channelIds: ReadonlySet<string>;
}

async function summarise(store: Store, { startedAt, before, channelIds }: RunFacts): Promise<OnceSummary> {
  const { feeds, items } = await store.feeds.coverage(startedAt, Date.now() + 1);
  const failed = await store.feeds.listFailedSince(startedAt);
  const lines = await listFeeds(store, Date.now());
  const troubled = lines
    .filter((line) => needsAttention(line) && line.nextPollAt > Date.now())
    .map(({ id, state, cause, nextPollAt }) => ({ id, cause: cause ?? state, nextPollAt }));
  const pending = (await store.deliveries.list({ status: "pending", limit: 1000 })).filter(({ channelId }) =>
    channelIds.has(channelId),
  );
  const refused = await store.deliveries.list({ status: "failed", limit: 1000 });
  const unsent = [...pending, ...refused.filter((delivery) => delivery.createdAt >= startedAt)];
  const tried = unsent.filter(({ attempts }) => attempts > 0);
  const down = new Map(tried.map(({ channelId, detail }) => [channelId, detail ?? "no answer"]));
  const [next = null] = lines.toSorted((a, b) => a.nextPollAt - b.nextPollAt);
  return {
    feeds,
    next: next && { id: next.id, nextPollAt: next.nextPollAt },
    failed: failed.map(({ feedId, message }) => ({ id: feedId, cause: message })),
    recovered: lines.filter(({ id, failures }) => failures === 0 && before.failing.has(id)).map(({ id }) => ({ id })),
    resting: troubled.filter(({ id }) => !failed.some(({ feedId }) => feedId === id)),
    items,
    sent: (await countSent(store)) - before.sent,
    waiting: pending.length,
    down: [...down].map(([id, cause]) => ({ id, cause })),
  };
}

async function countSent(store: Store): Promise<number> {
  const counts = await store.deliveries.count();
  return counts.find(({ status }) => status === "sent")?.count ?? 0;
}

async function listFailing({ feeds }: Store): Promise<ReadonlySet<string>> {
  const states = await feeds.list();
  return new Set(states.filter(({ failures }) => failures > 0).map(({ feedId }) => feedId));
}
