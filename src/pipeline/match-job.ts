import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { MatchItem } from "../match/rule-set.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { PendingItem } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store-error.ts";
import type { Events } from "../telemetry/events.ts";
import type { Committed } from "./commit-matches.ts";
import { enqueueDrain } from "./deliver-job.ts";
import type { Plan } from "./plan.ts";
import { recordMatchFailure } from "./record-failures.ts";
import { learntInBatch, type KnownPeople, type StoryPeople } from "./story-people.ts";
import { toMatchItem } from "./to-match-item.ts";

const JobData = z.object({ items: z.array(z.string()) });

export interface MatchJobDeps {
  store: { items: Pick<Store["items"], "listPending" | "keepClaimed"> } & Pick<Store, "underLock">;
  plan: () => Plan;
  match: (items: readonly MatchItem[]) => Promise<readonly ItemAnswer[]>;
  storyPeople: StoryPeople;
  commitMatches: (read: readonly PendingItem[], answers: readonly ItemAnswer[]) => Promise<Committed>;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "itemsMatched" | "matched">;
  now: Clock;
}

/**
 * Handles one match job: reads the still unmatched items, asks the engine (outside any lock), commits.
 * May run twice: committing leaves items alone that are matched already.
 */
export function createMatchJob(deps: MatchJobDeps) {
  return async function matchItems(job: Job, signal: AbortSignal): Promise<void> {
    const { items: ids } = JobData.parse(job.data);
    const startedAt = deps.now();
    const pending = await deps.store.items.listPending(ids);
    if (pending.length === 0) return;
    const { matches, channels, cut, failures } = await matchApart(deps, pending, signal);
    for (const match of matches) deps.events.matched(match);
    deps.events.itemsMatched({
      jobId: job.id,
      items: pending.length,
      matches: matches.length,
      cut,
      durationMs: deps.now() - startedAt,
      lagsMs: pending.filter(isDatedNews).map((item) => item.firstSeenAt - item.publishedAt),
    });
    for (const channelId of channels) await enqueueDrain(deps.queue, channelId, job.id);
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} items could not be matched and stay waiting`);
  };
}

interface MatchedApart extends Committed {
  /** Items whose text was longer than what is matched. */
  cut: number;
  /** One an item that could not be matched. */
  failures: readonly Error[];
}

const NOTHING: MatchedApart = { matches: [], channels: new Set(), cut: 0, failures: [] };
/** The items of a batch stay claimed for this long when they go one by one. */
const ALONE_MS = 60_000;

/**
 * Matches items with the persons that their stories name in full. Items of the batch that will be one story learn from
 * each other: those that come to know somebody are matched once more.
 */
async function matchInStories(deps: MatchJobDeps, pending: readonly PendingItem[]): Promise<readonly ItemAnswer[]> {
  const { feeds } = deps.plan();

  async function ask(items: readonly PendingItem[], knownTo: KnownPeople): Promise<readonly ItemAnswer[]> {
    const asked = items.map((item) => {
      const matchItem = toMatchItem(item, feeds.get(item.feedId));
      const knownPeople = knownTo.get(item.id);
      return knownPeople === undefined ? matchItem : { ...matchItem, knownPeople };
    });
    try {
      return await deps.match(asked);
    } catch (error) {
      throw new MatchingError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  const known = await deps.storyPeople(pending);
  const answers = await ask(pending, known);
  const learnt = learntInBatch(pending, answers, known);
  if (learnt.size === 0) return answers;
  const again = await ask(
    pending.filter(({ id }) => learnt.has(id)),
    learnt,
  );
  const byId = new Map(again.map((answer) => [answer.itemId, answer]));
  return answers.map((answer) => byId.get(answer.itemId) ?? answer);
}

/** The matcher broke or hung on the items, or was too slow with them. */
class MatchingError extends Error {
  override readonly name = "MatchingError";
}

/**
 * One item that breaks the matcher or the commit must not keep the others waiting: the items of a batch that fails go
 * one by one, and what the matcher fails on alone is noted.
 */
async function matchApart(
  deps: MatchJobDeps,
  pending: readonly PendingItem[],
  signal: AbortSignal,
): Promise<MatchedApart> {
  try {
    const answers = await matchInStories(deps, pending);
    // Who ends this job may have rules swapped next: answers of those and this plan do not belong together.
    signal.throwIfAborted();
    const cut = answers.filter(({ cutBytes }) => cutBytes > 0).length;
    return { ...(await deps.commitMatches(pending, answers)), cut, failures: [] };
  } catch (error) {
    // It is the store that fails, or the program that ends: it would fail for each item alike.
    if (error instanceof StoreError || signal.aborted) throw error;
    const [item] = pending;
    if (item !== undefined && pending.length === 1)
      return { ...NOTHING, failures: [await failAlone(deps, item, error)] };
  }
  await deps.store.items.keepClaimed(idsOf(pending), deps.now() + ALONE_MS);
  let all: MatchedApart = NOTHING;
  for (const item of pending) all = join(all, await matchApart(deps, [item], signal));
  return all;
}

async function failAlone(deps: MatchJobDeps, item: PendingItem, cause: unknown): Promise<Error> {
  if (cause instanceof MatchingError) await recordMatchFailure(deps, item, cause);
  return new Error(`item ${item.id}`, { cause });
}

function join(one: MatchedApart, other: MatchedApart): MatchedApart {
  return {
    matches: [...one.matches, ...other.matches],
    channels: one.channels.union(other.channels),
    cut: one.cut + other.cut,
    failures: [...one.failures, ...other.failures],
  };
}

function idsOf(items: readonly PendingItem[]): string[] {
  return items.map(({ id }) => id);
}

function isDatedNews(item: PendingItem): boolean {
  return item.revision === 1 && !item.baseline && item.publishedSource === "feed";
}
