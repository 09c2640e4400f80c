import type { Clock } from "../core/clock.ts";
import { SEVERITIES } from "../core/vocabulary.ts";
import type { ChannelPlan } from "../decide/options.ts";
import { silenceOf } from "../decide/restraint/silence.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { addRoundup } from "./add-roundup.ts";
import type { Plan } from "./plan.ts";

/**
 * Tells each channel once what a silence that has ended kept from it: one message, or entries of the next edition where
 * the channel collects. Nothing kept: nothing is told.
 */
export async function tellEndedSilences(deps: { store: Store; plan: () => Plan; now: Clock }): Promise<void> {
  const now = deps.now();
  if ((await deps.store.silences.listUntold(now)).length === 0) return;
  const plan = deps.plan();
  await deps.store.underLock("decide", async (queries) => {
    const active = await queries.silences.listActive(now);
    for (const silence of await queries.silences.listUntold(now)) {
      for (const [channelId, matchIds] of await queries.silences.listKept(silence.id)) {
        const channel = plan.channels.get(channelId);
        if (channel !== undefined) await tellKept({ queries, plan, active, now }, { silence, channel, matchIds });
      }
      await queries.silences.markTold(silence.id, now);
    }
  });
}

interface Telling {
  queries: StoreQueries;
  plan: Plan;
  active: readonly SilenceRow[];
  now: number;
}

interface Kept {
  silence: SilenceRow;
  channel: ChannelPlan;
  matchIds: readonly string[];
}

async function tellKept(telling: Telling, { silence, channel, matchIds }: Kept): Promise<void> {
  const { queries, now } = telling;
  const matches = await leaveToOthers(telling, channel.id, await queries.matches.listTellable(matchIds));
  if (matches.length === 0) return;
  if (channel.digest !== null) {
    for (const { id } of matches) await queries.editions.collect(channel.id, id, "silenced", now);
    return;
  }
  const times = matches.map(({ matchedAt }) => matchedAt);
  await addRoundup(queries, {
    channel,
    cause: "silenced",
    detail: `${silence.author}: ${silence.comment}`,
    severity: SEVERITIES.findLast((one) => matches.some(({ severity }) => severity === one)) ?? "normal",
    matchIds: matches.map(({ id }) => id),
    from: Math.min(...times),
    to: Math.max(...times),
    window: silence.id,
    hold: null,
    now,
  });
}

/** Matches of watches that are off are no longer wanted, and what another silence holds is told when that one ends. */
async function leaveToOthers(
  { queries, plan, active, now }: Telling,
  channelId: string,
  matches: readonly TellableMatch[],
): Promise<readonly TellableMatch[]> {
  const left: TellableMatch[] = [];
  for (const match of matches.filter(({ watchId }) => plan.watches.has(watchId))) {
    const other = silenceOf({ ...match.item, watchId: match.watchId, storyId: match.storyId }, active, now);
    if (other === null) left.push(match);
    else await queries.silences.keepMatch(other.id, channelId, match.id);
  }
  return left;
}
