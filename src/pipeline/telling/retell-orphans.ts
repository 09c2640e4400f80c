import { silenceOf } from "../../decide/restraint/silence.ts";
import type { TellableMatch } from "../../store/match-rows.ts";
import type { StoreQueries } from "../../store/store.ts";
import { decideOnChannel, type Committing } from "../decide-on-channel.ts";
import type { Drain } from "../drain.ts";
import { isEscalation } from "../escalate.ts";
import { isDenial } from "./describe-told.ts";

/**
 * Ends edits and answers whose alert nobody will see, for it failed or an operator dropped it. What only they would have
 * told is decided about once more: with no message of its story left it is an alert.
 */
export async function retellOrphans({ store, plan, now, channel }: Drain): Promise<void> {
  if ((await store.deliveries.listOrphans(channel.id)).length === 0) return;
  await store.underLock("decide", async (queries) => {
    const orphans = await queries.deliveries.listOrphans(channel.id);
    for (const id of orphans) await queries.holds.drop(id, "parent-failed", null);
    const at = now();
    const silences = await queries.silences.listActive(at);
    const committing = { queries, plan: plan(), silences, now: at, channels: new Set<string>() };
    for (const match of await queries.deliveries.listMatches(...orphans))
      if (await isUntold(queries, match, channel.id)) await retell(committing, match, channel.id);
  });
}

/** Whether nothing told the match on the channel but edits and answers that were dropped: what else did has an end of its own. */
async function isUntold({ deliveries }: StoreQueries, { id }: TellableMatch, channelId: string): Promise<boolean> {
  const all = (await deliveries.listByMatch(id)).filter((one) => one.channelId === channelId && !isEscalation(one));
  return all.every(({ kind, status }) => (kind === "edit" || kind === "reply") && status === "dropped");
}

async function retell(committing: Committing, match: TellableMatch, channelId: string): Promise<void> {
  const { queries, plan, silences, now } = committing;
  const { id: matchId, watchId, storyId, item, veto, relation, likeItemId, cited } = match;
  const [channel, watch] = [plan.channels.get(channelId), plan.watches.get(watchId)];
  if (channel === undefined) return;
  if (watch === undefined) {
    const ended = { kind: "suppress", reason: "watch-off", detail: null } as const;
    return queries.matches.addDecision({ matchId, channelId, ...ended, decidedAt: now });
  }
  const isLater = item.revision > 1;
  await decideOnChannel(committing, channel, {
    item,
    storyId,
    relation,
    likeItemId,
    cited,
    watch,
    matchId,
    people: match.evidence.people,
    veto,
    silence: silenceOf({ ...item, watchId, storyId }, silences, now),
    matchedBefore: isLater && (await queries.matches.hasEarlier(watchId, item.id, item.revision)),
    isDenial: isDenial(item),
    isRevised: isLater && (await queries.items.isRevisedByFeed(item.id)),
  });
}
