import type { Clock } from "../core/clock.ts";
import { HOUR_MS } from "../core/time.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

const SHOWN = 20;

export interface OrphanDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/**
 * In a rolling restart a matcher may collect for a channel that no scheduler knows yet, or know one that is gone: what it
 * collected waits this long for the others to be restarted.
 */
const ROLLING_RESTART_MS = HOUR_MS;

/**
 * Ends what was collected for channels that are gone or have no digest any more: each match gets a decision that says
 * so, and operators hear which ones nobody will be told. A scheduler whose configuration is not the active one any more
 * ends nothing: a newer one may have added the channel.
 */
export async function endOrphanedEntries({ store, plan, now }: OrphanDeps): Promise<void> {
  const { channels, hash } = plan();
  const waiting = await store.editions.listWaitingChannels();
  const orphaned = waiting.filter(
    ({ channelId, since }) => (channels.get(channelId)?.digest ?? null) === null && now() - since >= ROLLING_RESTART_MS,
  );
  if (orphaned.length === 0 || (await store.configs.activeHash()) !== hash) return;
  for (const { channelId } of orphaned) {
    const reason = channels.has(channelId) ? "digest-removed" : "channel-removed";
    await store.underLock("editions", async (queries) => {
      const at = now();
      const ended = await queries.editions.endWaiting(channelId, reason, at);
      if (ended.length === 0) return;
      const lines = ended
        .slice(0, SHOWN)
        .map(({ headline, link }) => (link === null ? headline : `${headline} ${link}`));
      const subject = { id: `${channelId}-${at}`, phase: reason, incidentId: null };
      await tellOperators({ queries, plan: plan(), now: at }, subject, {
        kind: "notice",
        level: "notice",
        title: `${ended.length} collected ${ended.length === 1 ? "match" : "matches"} of channel ${channelId} will not be told`,
        lines: ended.length > SHOWN ? [...lines, `and ${ended.length - SHOWN} more`] : lines,
        remedy:
          reason === "digest-removed"
            ? "The channel has no digest any more. What matches from now on is an alert."
            : "The channel is no longer configured.",
      });
    });
  }
}
