import type { Severity } from "../core/vocabulary.ts";
import type { ChannelPlan } from "../decide/options.ts";
import { capsFor, GATHER_MS } from "../decide/restraint/alert-cap.ts";
import { quietUntil } from "../decide/restraint/quiet-hours.ts";
import type { StoreQueries } from "../store/store.ts";

/** Why an alert waits although its channel works, and until when. */
export interface Hold {
  for: "quiet-hours" | "over-cap";
  /** Epoch milliseconds. */
  until: number;
}

/**
 * Whether an alert that is to be sent must wait. Limits are counted from the rows, so it belongs under the decide lock:
 * two processes cannot both take the last place.
 */
export async function findHold(
  { holds }: Pick<StoreQueries, "holds">,
  { channel, severity, now }: { channel: ChannelPlan; severity: Severity; now: number },
): Promise<Hold | null> {
  const quietEnds = quietUntil(channel, severity, now);
  if (quietEnds !== null) return { for: "quiet-hours", until: quietEnds };
  for (const { severities, per, alerts } of capsFor(channel.atMost, severity)) {
    if ((await holds.countAlerts(channel.id, severities, now - per)) < alerts) continue;
    const gathered = await holds.nextRelease(channel.id, severity === "urgent" ? "urgent" : "other");
    return { for: "over-cap", until: gathered ?? now + GATHER_MS };
  }
  return null;
}
