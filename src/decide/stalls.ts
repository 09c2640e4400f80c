import { MINUTE_MS } from "../core/time.ts";

/** The schedule beats every second. */
const BEAT_LIMIT_MS = 2 * MINUTE_MS;
/** Work that waits so long while none of its kind gets done stands still; a long queue that moves does not. */
const WORK_LIMIT_MS = 5 * MINUTE_MS;

/** What the store shows of the work, of all processes together; epoch milliseconds, null: there is none. */
export interface Progress {
  /** The last beat of the schedule that did all its work. */
  beatAt: number | null;
  /** Since when the feed that waits longest is due. */
  feedDueAt: number | null;
  /** When the last poll ended. */
  polledAt: number | null;
  /** When the unmatched item that is next was seen. */
  itemSeenAt: number | null;
  /** Since when the message that waits longest is due. */
  messageDueAt: number | null;
  /** When the last attempt to send anything began. */
  attemptedAt: number | null;
}

/** A stage of the pipeline in which nothing gets done. */
export interface Stall {
  stage: "schedule" | "poll" | "match" | "deliver";
  since: number;
}

/**
 * The stages that make no progress although they have work. Pure.
 * @param startedAt of the process that asks: what waited before nobody could have done
 */
export function findStalls(progress: Progress, startedAt: number, now: number): Stall[] {
  const { beatAt, feedDueAt, polledAt, itemSeenAt, messageDueAt, attemptedAt } = progress;
  const stalls: Stall[] = [
    { stage: "schedule", since: Math.max(beatAt ?? 0, startedAt) },
    ...(feedDueAt === null ? [] : [waitingFor("poll", feedDueAt, polledAt)]),
    ...(itemSeenAt === null ? [] : [waitingFor("match", itemSeenAt, null)]),
    ...(messageDueAt === null ? [] : [waitingFor("deliver", messageDueAt, attemptedAt)]),
  ];
  return stalls.filter(({ stage, since }) => now - since > (stage === "schedule" ? BEAT_LIMIT_MS : WORK_LIMIT_MS));

  function waitingFor(stage: Stall["stage"], waitsSince: number, doneAt: number | null): Stall {
    return { stage, since: Math.max(waitsSince, doneAt ?? 0, startedAt) };
  }
}
