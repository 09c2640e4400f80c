import type { Clock } from "../core/clock.ts";
import { once } from "../core/once.ts";
import { SEVERITIES } from "../core/vocabulary.ts";
import type { ChannelPlan, WatchRouting } from "../decide/options.ts";
import { silenceOf } from "../decide/restraint/silence.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import type { KeptMatch, SilenceRow } from "../store/restraint-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { addRoundup, extendRoundup } from "./add-roundup.ts";
import type { Plan } from "./plan.ts";
import { isNewestConfig, mayEndOthers } from "./rolling-restart.ts";

/** So many are looked at in one transaction, which others wait for. */
const AT_ONCE = 100;

/** A message that is not whole waits for the process that goes on with it; for no longer, if there is none. */
const UNFINISHED_MS = 5 * 60_000;

/**
 * Tells each channel once what a silence that has ended kept from it: one message, or entries of the next edition where
 * the channel collects. Nothing kept: nothing is told. A process that dies between two portions leaves the message
 * held: the next one goes on with it.
 */
export async function tellEndedSilences({ store, plan, now }: EndDeps): Promise<void> {
  const at = now();
  const current = plan();
  for (const silence of await store.silences.listUntold(at)) {
    let isMore = true;
    while (isMore)
      isMore = await store.underLock("decide", async (queries) => {
        const active = await queries.silences.listActive(at);
        return tellPortion({ queries, plan: current, active, silence, now: at });
      });
  }
}

interface EndDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

interface Telling {
  queries: StoreQueries;
  plan: Plan;
  active: readonly SilenceRow[];
  silence: SilenceRow;
  now: number;
}

/** Tells some of what a silence kept; answers whether there may be more. */
async function tellPortion(telling: Telling): Promise<boolean> {
  const { queries, plan, silence, now } = telling;
  const channelIds = [...plan.channels.keys()];
  const kept = await queries.silences.listKept(silence.id, { on: channelIds }, AT_ONCE);
  for (const [channelId, matches] of Map.groupBy(kept, (one) => one.channelId)) {
    const channel = plan.channels.get(channelId);
    const matchIds = matches.map(({ matchId }) => matchId);
    if (channel !== undefined) await tellKept(telling, channel, matchIds);
    await queries.silences.forgetKept(silence.id, channelId, matchIds);
  }
  if (kept.length === AT_ONCE) return true;
  for (const channelId of channelIds) {
    const open = await findMessage(telling, channelId);
    if (open?.heldFor === "silence") await queries.holds.release([open.id], now);
  }
  const others = await queries.silences.listKept(silence.id, { notOn: channelIds }, AT_ONCE);
  if (others.length === 0) await queries.silences.markTold(silence.id, now);
  else if (await mayEndOthers({ store: queries, plan: () => plan, now: () => now })) {
    await endOthers(telling, others);
    return true;
  }
  return false;
}

/** What was kept from channels that are gone ends with the reason. */
async function endOthers({ queries, silence, now }: Telling, others: readonly KeptMatch[]): Promise<void> {
  const ended = { kind: "suppress", reason: "channel-removed", detail: null, decidedAt: now } as const;
  for (const { channelId, matchId } of others) {
    await queries.matches.addDecision({ matchId, channelId, ...ended });
    await queries.silences.forgetKept(silence.id, channelId, [matchId]);
  }
}

function findMessage({ queries, silence }: Telling, channelId: string): Promise<DeliveryRow | undefined> {
  return queries.holds.findOpenRoundup(channelId, `summary|${channelId}|${silence.id}-`);
}

async function tellKept(telling: Telling, channel: ChannelPlan, matchIds: readonly string[]): Promise<void> {
  const { queries, silence, now } = telling;
  const matches = await leaveToOthers(telling, channel.id, await queries.matches.listTellable(matchIds));
  if (matches.length === 0) return;
  if (channel.digest !== null) {
    for (const { id } of matches) await queries.editions.collect(channel.id, id, "silenced", now);
    return;
  }
  const times = matches.map(({ matchedAt }) => matchedAt);
  const told = { matchIds: matches.map(({ id }) => id), from: Math.min(...times), to: Math.max(...times) };
  const open = await findMessage(telling, channel.id);
  if (open !== undefined) {
    await extendRoundup(queries, open, told);
    return;
  }
  await addRoundup(queries, {
    ...told,
    channel,
    cause: "silenced",
    detail: `Silenced by ${silence.author}: ${silence.comment}`,
    severity: SEVERITIES.findLast((one) => matches.some(({ severity }) => severity === one)) ?? "normal",
    window: `${silence.id}-${now}`,
    hold: { for: "silence", until: now + UNFINISHED_MS },
    now,
  });
}

/**
 * Matches of watches that are off are no longer wanted, nor escalations of stories that somebody has claimed: each ends
 * with its reason. What another silence holds is told when that one ends.
 */
async function leaveToOthers(
  { queries, plan, active, now }: Telling,
  channelId: string,
  matches: readonly TellableMatch[],
): Promise<readonly TellableMatch[]> {
  const isNewest = once(() => isNewestConfig(queries, plan));
  const left: TellableMatch[] = [];
  for (const match of matches) {
    const watch = plan.watches.get(match.watchId);
    const unwanted = watch === undefined ? await isNewest() : await isSettled(queries, watch, match, channelId);
    if (unwanted) {
      const reason = watch === undefined ? "watch-off" : "claimed";
      const ended = { kind: "suppress", reason, detail: null, decidedAt: now } as const;
      await queries.matches.addDecision({ matchId: match.id, channelId, ...ended });
      continue;
    }
    const other = silenceOf({ ...match.item, watchId: match.watchId, storyId: match.storyId }, active, now);
    if (other === null) left.push(match);
    else await queries.silences.keepMatch(other.id, channelId, match.id);
  }
  return left;
}

/** Whether a channel would hear of the match only because nobody took care of its story, and somebody does. */
async function isSettled(
  { claims }: Pick<StoreQueries, "claims">,
  { escalate, notify }: WatchRouting,
  { storyId }: TellableMatch,
  channelId: string,
): Promise<boolean> {
  if (escalate === null || !escalate.to.includes(channelId) || notify.includes(channelId) || storyId === null)
    return false;
  return (await claims.find(storyId)) !== undefined;
}
