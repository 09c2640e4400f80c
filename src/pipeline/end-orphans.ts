import type { Clock } from "../core/clock.ts";
import type { Store } from "../store/store.ts";
import { nameDelivery } from "./delivery-title.ts";
import type { Plan } from "./plan.ts";
import { mayEndOthers, ROLLING_RESTART_MS } from "./rolling-restart.ts";
import { tellOperators } from "./tell-operators.ts";

const SHOWN = 20;

export interface OrphanDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/**
 * Ends what waits for channels that are gone, and what was collected for those that have no digest any more: each match
 * and message gets a reason, and operators hear which ones nobody will be told. In a rolling restart nothing is ended
 * (`mayEndOthers`).
 */
export async function endOrphans({ store, plan, now }: OrphanDeps): Promise<void> {
  const { channels } = plan();
  const until = now() - ROLLING_RESTART_MS;
  const collecting = (await store.editions.listWaitingChannels()).filter(
    ({ channelId, since }) => (channels.get(channelId)?.digest ?? null) === null && since <= until,
  );
  const waiting = (await store.deliveries.listWaitingElsewhere([...channels.keys()])).filter(
    ({ since }) => since <= until,
  );
  if (collecting.length + waiting.length === 0) return;
  if (!(await mayEndOthers({ store, plan, now }))) return;
  for (const { channelId } of collecting) await endEntries({ store, plan, now }, channelId);
  for (const { channelId } of waiting) await endDeliveries({ store, plan, now }, channelId);
}

async function endEntries({ store, plan, now }: OrphanDeps, channelId: string): Promise<void> {
  const reason = plan().channels.has(channelId) ? "digest-removed" : "channel-removed";
  await store.underLock("editions", async (queries) => {
    const at = now();
    const ended = await queries.editions.endWaiting(channelId, reason, at);
    if (ended.length === 0) return;
    const subject = { id: `${channelId}-${at}`, phase: reason, incidentId: null };
    const lines = ended.slice(0, SHOWN).map(({ headline, link }) => (link === null ? headline : `${headline} ${link}`));
    await tellOperators({ queries, plan: plan(), now: at }, subject, {
      kind: "notice",
      level: "notice",
      title: `${ended.length} collected ${ended.length === 1 ? "match" : "matches"} of channel ${channelId} will not be told`,
      lines: withRest(lines, ended.length),
      remedy:
        reason === "digest-removed"
          ? "The channel has no digest any more. What matches from now on is an alert."
          : "The channel is no longer configured.",
    });
  });
}

async function endDeliveries({ store, plan, now }: OrphanDeps, channelId: string): Promise<void> {
  await store.underLock("decide", async (queries) => {
    const at = now();
    const ended = await queries.deliveries.endWaiting(channelId, "channel-removed");
    if (ended.length === 0) return;
    const lines: string[] = [];
    for (const delivery of ended.slice(0, SHOWN)) lines.push(await nameDelivery(queries, delivery));
    const subject = { id: `${channelId}-${at}`, phase: "deliveries-dropped", incidentId: null };
    await tellOperators({ queries, plan: plan(), now: at }, subject, {
      kind: "notice",
      level: "notice",
      title: `${ended.length} ${ended.length === 1 ? "message" : "messages"} for channel ${channelId} will not be sent`,
      lines: withRest(lines, ended.length),
      remedy: "The channel is no longer configured.",
    });
  });
}

function withRest(shown: readonly string[], count: number): readonly string[] {
  return count > shown.length ? [...shown, `and ${count - shown.length} more`] : shown;
}
