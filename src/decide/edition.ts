import { occurrencesAround } from "./calendar.ts";
import type { ChannelPlan } from "./options.ts";

/** An edition is late when it was made this long after its time. */
const LATE_AFTER_MS = 5 * 60_000;

export type EditionDecision =
  /** First sight of the channel: remember from when it collects; nothing is sent. */
  { kind: "open" } | { kind: "wait"; untilAt: number } | { kind: "create"; scheduledFor: number; fromAt: number };

/** A channel's latest window; one without a number was not told, so the next edition covers it too. */
export interface Window {
  number: number | null;
  scheduledFor: number;
  fromAt: number;
  toAt: number;
}

/**
 * Whether a digest channel's next edition is due. Times missed while nobody ran are caught up by one late edition.
 * @param latest undefined: the channel was never seen
 */
export function decideEdition(channel: ChannelPlan, latest: Window | undefined, now: number): EditionDecision {
  if (channel.digest === null) return { kind: "wait", untilAt: Number.POSITIVE_INFINITY };
  if (latest === undefined) return { kind: "open" };
  const { previous, next } = occurrencesAround(channel.digest, channel.timezone, now);
  if (previous <= latest.scheduledFor) return { kind: "wait", untilAt: next };
  return { kind: "create", scheduledFor: previous, fromAt: nextFrom(latest) };
}

/** Where the time of the edition after it begins. */
export function nextFrom({ number, fromAt, toAt }: Window): number {
  return number === null ? fromAt : toAt;
}

/**
 * Whether an edition says that it comes after its time: nobody was there to make it, or to make one at a time before
 * it that it covers too.
 * @param before the latest window that was scheduled earlier; undefined: there is none
 */
export function isLate(
  { scheduledFor, createdAt }: { scheduledFor: number; createdAt: number },
  { digest, timezone }: Pick<ChannelPlan, "digest" | "timezone">,
  before: Pick<Window, "scheduledFor"> | undefined,
): boolean {
  if (createdAt - scheduledFor > LATE_AFTER_MS) return true;
  if (digest === null || before === undefined) return false;
  return occurrencesAround(digest, timezone, before.scheduledFor).next < scheduledFor;
}
