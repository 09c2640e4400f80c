import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import { isSuspended } from "../poll/feed-health.ts";
import { pageDueAt } from "../poll/page/page-due.ts";
import type { Feed, ReadItem } from "../core/vocabulary.ts";
import type { PollFeed } from "../poll/poll-feed.ts";
import type { PollOutcome } from "../poll/poll-outcome.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { StoredItems } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { addressOf, afterPoll, type AfterPoll } from "./after-poll.ts";
import { changeFeedIncidents } from "./feed-incidents.ts";
import { handOutItems } from "./hand-out-items.ts";
import { handOutPages } from "./hand-out-pages.ts";
import { handOutPolls, type PollsHandedOut } from "./hand-out-polls.ts";
import { keepDocument } from "./keep-document.ts";
import type { Plan } from "./plan.ts";
import type { Polled } from "./polled.ts";
import { wakeUnreachable } from "./wake-unreachable.ts";
import { trustPushes } from "./websub/trust-pushes.ts";

/** `due`: when the poll was due as it was handed out; by then its feed may have been polled by another job. */
const JobData = z.object({ feed: z.string(), due: z.number() });
const NOTHING: StoredItems = { added: [], revised: [] };

export interface PollJobDeps {
  store: Store;
  plan: () => Plan;
  pollFeed: PollFeed;
  minIntervalMs: number;
  polls: PollsHandedOut;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "polled" | "feedMoved" | "incident">;
  now: Clock;
}

/**
 * Handles one poll job. May run twice for one feed: items are keyed by feed and identity, and the validators that
 * would hide an item are stored only after the item is (promise 1).
 */
export function createPollJob(deps: PollJobDeps) {
  const { store, now } = deps;
  /** By feed, when it may be asked again although the store could not keep it. */
  const restsUntil = new Map<string, number>();

  return async function pollJob(job: Job, signal: AbortSignal): Promise<void> {
    const { feed: feedId, due } = JobData.parse(job.data);
    const feed = deps.plan().feeds.get(feedId);
    const startedAt = now();
    if (feed === undefined || startedAt < (restsUntil.get(feedId) ?? 0)) return;
    const state = await store.feeds.get(feedId);
    if (state === undefined || state.nextPollAt > due) return;
    restsUntil.delete(feedId);
    try {
      await pollOne(deps, { feed, state, startedAt }, signal);
    } catch (error) {
      if (!signal.aborted) restsUntil.set(feedId, startedAt + deps.minIntervalMs);
      throw error;
    }
    await handOutPolls(deps, state.host);
  };
}

async function pollOne(
  deps: PollJobDeps,
  { feed, state, startedAt }: Pick<Polled, "feed" | "state" | "startedAt">,
  signal: AbortSignal,
): Promise<void> {
  const { store, now } = deps;
  const read = await deps.pollFeed(
    feed,
    {
      url: addressOf(state),
      validators: { etag: state.etag, lastModified: state.lastModified },
      bodyHash: state.bodyHash,
      isSuspended: isSuspended(state),
    },
    signal,
  );
  // A poll that another one overtook (its job ran twice) may hold an older document: the feed is asked again anyway.
  const current = await store.feeds.get(feed.id);
  if (current?.url !== state.url || current.polls !== state.polls) return;
  const { outcome, items } = await storeItems(deps, feed, read);
  const polled = { feed, state, outcome, items, startedAt, finishedAt: now() };
  await keepDocument(store, polled);
  const isPushed = await trustPushes(store, polled);
  await wakeUnreachable(store, polled);
  const urgent = deps.plan().urgentFeeds.has(feed.id);
  const after = afterPoll(polled, { minIntervalMs: deps.minIntervalMs, urgent, isPushed });
  await store.feeds.recordPoll(after.record, after.change);
  tellEvents(deps, polled, after);
  await changeFeedIncidents(deps, polled, after.cadence);
  if (items.added.length + items.revised.length > 0) {
    await handOutItems(deps);
    if (feed.fullText) await handOutPages(deps);
  }
}

/**
 * With the items it is stored which of their pages are to be read: an item is told from its teaser meanwhile. Items
 * that the store refuses are a failed poll, so that the feed is put off and operators hear of it.
 */
async function storeItems(
  { store, now }: PollJobDeps,
  feed: Feed,
  outcome: PollOutcome,
): Promise<Pick<Polled, "outcome" | "items">> {
  if (outcome.kind !== "read") return { outcome, items: NOTHING };
  const at = now();
  const read = outcome.items.map(inLanguageOf(feed));
  try {
    const items = await store.items.addRead(feed.id, read, at, (wish) => pageDueAt({ ...wish, feed, now: at }));
    return { outcome, items };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The items could not be stored: ${reason.slice(0, 300)}`;
    const failure = { kind: "not-stored", message, httpStatus: null, retryAfterMs: null } as const;
    return { outcome: { kind: "failed", failure }, items: NOTHING };
  }
}

/** An item that names no language has its feed's: matching, subscriptions and messages then agree. */
function inLanguageOf(feed: Feed): (item: ReadItem) => ReadItem {
  return (item) => ({ ...item, lang: item.lang ?? feed.lang });
}

function tellEvents(
  { events }: PollJobDeps,
  polled: Polled,
  { next, change: { effectiveUrl = null } }: AfterPoll,
): void {
  const { feed, state, outcome, items, startedAt, finishedAt } = polled;
  events.polled({
    feedId: feed.id,
    outcome: outcome.kind,
    failure: outcome.kind === "failed" ? { kind: outcome.failure.kind, message: outcome.failure.message } : null,
    added: items.added.length,
    revised: items.revised.length,
    isCut: outcome.kind === "read" && outcome.isCut === true,
    bytes: outcome.kind === "failed" ? 0 : outcome.bytes,
    durationMs: finishedAt - startedAt,
    nextPollAt: next.nextPollAt,
    nextPollReason: next.reason,
  });
  if (effectiveUrl === state.effectiveUrl) return;
  const { hostname } = new URL(effectiveUrl ?? state.url);
  events.feedMoved({ feedId: feed.id, host: hostname, moved: effectiveUrl !== null });
}
