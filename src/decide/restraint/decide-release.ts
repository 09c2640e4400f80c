/** More than these are told together. */
const MOST_SINGLY = 5;

/** Why alerts had to wait. */
type WaitCause = "quiet-hours" | "over-cap" | "backlog";

/** Alerts of one channel that waited for the same cause and may go now. */
export interface Waiting<T> {
  cause: WaitCause;
  alerts: readonly T[];
  /** More of them wait than are looked at, or a message for them all is on its way: they go into that. */
  joinOthers: boolean;
}

/** Which alerts go one by one, and which are told together. */
export interface Release<T> {
  singly: readonly T[];
  together: readonly T[];
}

/**
 * How a channel is told what it had to wait for: what was over a limit together, of the rest up to five singly, more
 * together. What is no longer worth a message of its own is told together with them, or alone if need be. Pure; the
 * order is kept.
 */
export function decideRelease<T extends { isUseful: boolean }>({ cause, alerts, joinOthers }: Waiting<T>): Release<T> {
  const useful = alerts.filter(({ isUseful }) => isUseful);
  if (cause === "over-cap" || joinOthers || useful.length > MOST_SINGLY) return { singly: [], together: alerts };
  return { singly: useful, together: alerts.filter(({ isUseful }) => !isUseful) };
}
