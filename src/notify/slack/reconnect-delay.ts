/** Slack renews a connection every few hours: then the next one is opened at once, or nearly. */
const AFTER_GOOD_MS = 1000;
const STEP_MS = 5000;
const LONGEST_MS = 300_000;

/**
 * How long to wait before the next connection, ms: as Slack's own client, five seconds more for each failure in a row;
 * five minutes at most, and where only a person can help.
 * @param failures in a row; 0: the last connection was good
 */
export function reconnectDelay(
  failures: number,
  { refused, retryAfterMs }: { refused: boolean; retryAfterMs: number | null },
): number {
  if (refused) return LONGEST_MS;
  if (failures === 0) return AFTER_GOOD_MS;
  return Math.max(retryAfterMs ?? 0, Math.min(LONGEST_MS, failures * STEP_MS));
}
