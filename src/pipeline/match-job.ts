import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import type { MatchItem } from "../match/rule-set.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { PendingItem } from "../store/rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Committed } from "./commit-matches.ts";
import { enqueueDrain } from "./deliver-job.ts";
import type { Plan } from "./plan.ts";

const JobData = z.object({ items: z.array(z.string()) });

export interface MatchJobDeps {
  store: Pick<Store, "items">;
  plan: () => Plan;
  match: (items: readonly MatchItem[]) => Promise<readonly ItemAnswer[]>;
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
  return async function matchItems(job: Job): Promise<void> {
    const { items: ids } = JobData.parse(job.data);
    const startedAt = deps.now();
    const pending = await deps.store.items.listPending(ids);
    if (pending.length === 0) return;
    const answers = await deps.match(pending.map((item) => toMatchItem(item, deps.plan())));
    const { matches, channels } = await deps.commitMatches(pending, answers);
    for (const match of matches) deps.events.matched(match);
    deps.events.itemsMatched({
      jobId: job.id,
      items: pending.length,
      matches: matches.length,
      durationMs: deps.now() - startedAt,
      lagsMs: pending.filter(isDatedNews).map((item) => item.firstSeenAt - item.publishedAt),
    });
    for (const channelId of channels) await enqueueDrain(deps.queue, channelId, job.id);
  };
}

function isDatedNews(item: PendingItem): boolean {
  return item.revision === 1 && !item.baseline && item.publishedSource === "feed";
}

function toMatchItem(item: PendingItem, plan: Plan): MatchItem {
  const feed = plan.feeds.get(item.feedId);
  return {
    id: item.id,
    title: item.title,
    summary: item.summary,
    body: item.body,
    lang: item.lang ?? feed?.lang ?? null,
    feed: feed === undefined ? null : { id: feed.id, tags: feed.tags, kind: feed.kind },
    publishedAt: item.publishedAt,
  };
}
