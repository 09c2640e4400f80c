/** Row 22 of docs/feeds.md: a person's request is polled no sooner than this after the last poll. */
export const REQUEST_FLOOR_MS = 60_000;

export interface RequestedPollInput {
  /** The poll that is planned. */
  nextPollAt: number;
  /** The last poll; null: none yet. */
  latest: { startedAt: number } | null;
  pausedUntil: number | null;
  /** Until when the feed's host wants no requests (`Retry-After`); null: it wants them. */
  hostPausedUntil: number | null;
  /** No sooner than this after the start of the last poll. */
  floorMs: number;
  now: number;
}

/** When a feed is polled that somebody wants polled now, a person or a hub, and why not at once. Instants in epoch milliseconds. */
export interface RequestedPoll {
  at: number;
  reason: "now" | "polled-just-now" | "server-asked-to-wait" | "paused";
}

export function decideRequestedPoll(input: RequestedPollInput): RequestedPoll {
  const { nextPollAt, latest, pausedUntil, hostPausedUntil, floorMs, now } = input;
  if (pausedUntil !== null && pausedUntil > now) return { at: pausedUntil, reason: "paused" };
  if (hostPausedUntil !== null && hostPausedUntil > now) return { at: hostPausedUntil, reason: "server-asked-to-wait" };
  // A poll that seems to lie ahead was made before the clock was set back.
  const earliest = latest === null || latest.startedAt > now ? now : latest.startedAt + floorMs;
  if (nextPollAt <= now || earliest <= now) return { at: now, reason: "now" };
  return { at: Math.min(earliest, nextPollAt), reason: "polled-just-now" };
}
