import * as z from "zod";
import type { Clock } from "../core/clock.ts";
import { afterPage } from "../poll/page/page-due.ts";
import type { PageOutcome } from "../poll/page/page-outcome.ts";
import { itemLanguage, LANGUAGE_SAMPLE } from "../poll/parse/item-language.ts";
import type { ReadPage } from "../poll/page/read-page.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { PageEnd } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { enqueueDrain } from "./deliver-job.ts";
import { handOutItems } from "./hand-out-items.ts";
import { handOutPages } from "./hand-out-pages.ts";
import type { Plan } from "./plan.ts";
import { noteGone } from "./telling/note-corrections.ts";

const JobData = z.object({ item: z.string(), dueAt: z.number() });

export interface PageJobDeps {
  store: Pick<Store, "items" | "pages" | "underLock">;
  plan: () => Plan;
  readPage: ReadPage;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "pageRead">;
  now: Clock;
}

/**
 * Handles one page job: reads the page of an item that was told from its teaser already, and has the item matched
 * again when the page says more. May run twice: the second run finds the page settled, or its text known.
 */
export function createPageJob(deps: PageJobDeps) {
  return async function readOne(job: Job, signal: AbortSignal): Promise<void> {
    const { item: itemId, dueAt } = JobData.parse(job.data);
    const page = await deps.store.pages.get(itemId);
    // Otherwise an earlier run of this job has ended, and said what comes next.
    if (page?.dueAt !== dueAt) return;
    const isWanted = deps.plan().feeds.get(page.feedId)?.fullText === true;
    const startedAt = deps.now();
    const outcome = isWanted ? await deps.readPage(page.url, signal) : null;
    const finishedAt = deps.now();
    const end = toEnd({ itemId, url: page.url, tries: page.tries, outcome, finishedAt });
    const recorded = await deps.store.pages.finish(end);
    deps.events.pageRead({
      itemId,
      feedId: page.feedId,
      host: new URL(page.url).hostname,
      outcome: recorded?.outcome ?? "replaced",
      detail: end.result.kind === "failed" ? end.result.detail : null,
      tries: end.tries,
      nextTryAt: end.dueAt,
      bytes: outcome?.kind === "text" ? outcome.bytes : 0,
      characters: outcome?.kind === "text" ? outcome.text.length : 0,
      durationMs: finishedAt - startedAt,
    });
    if (recorded?.revised === true) await handOutItems(deps);
    if (recorded !== undefined) await tellGone(deps, end, outcome);
    await handOutPages(deps);
  };
}

/** That a page is gone which was told is noted on the messages. */
async function tellGone(
  { store, plan, queue, now }: PageJobDeps,
  { itemId, dueAt }: PageEnd,
  outcome: PageOutcome | null,
): Promise<void> {
  const status = outcome?.kind === "failed" ? outcome.failure.httpStatus : null;
  if (dueAt !== null || (status !== 404 && status !== 410)) return;
  const channels = await store.underLock("decide", async (queries) => {
    const item = await queries.items.get(itemId);
    const correcting = { queries, plan: plan(), now: now(), channels: new Set<string>() };
    if (item !== undefined) await noteGone(correcting, item, status);
    return correcting.channels;
  });
  for (const channelId of channels) await enqueueDrain(queue, channelId, `gone-${itemId}`);
}

interface Tried extends Pick<PageEnd, "itemId" | "url" | "tries" | "finishedAt"> {
  /** Null: not tried, its feed is no longer read with full text. */
  outcome: PageOutcome | null;
}

function toEnd({ outcome, tries, ...page }: Tried): PageEnd {
  if (outcome === null) {
    const detail = "its feed is no longer configured with full_text";
    return { ...page, tries, dueAt: null, result: { kind: "failed", outcome: "not-wanted", detail } };
  }
  const next = afterPage(outcome, tries, page.finishedAt);
  if (outcome.kind === "text") {
    const lang = itemLanguage([], outcome.text.slice(0, LANGUAGE_SAMPLE));
    return { ...page, ...next, result: { kind: "text", text: outcome.text, lang } };
  }
  const { kind, message } = outcome.failure;
  return { ...page, ...next, result: { kind: "failed", outcome: kind, detail: message } };
}
