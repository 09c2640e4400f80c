import { once } from "../core/once.ts";
import { refuseSending, type SendingRefusal } from "../decide/restraint/guard-sending.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { isNewestConfig } from "./rolling-restart.ts";

/** What became of an alert's matches since they were decided. */
export interface Review {
  kept: readonly TellableMatch[];
  refused: readonly { match: TellableMatch; refusal: SendingRefusal }[];
}

interface Reviewing {
  queries: StoreQueries;
  plan: Plan;
  now: number;
}

/** A watch of which only a newer configuration knows how long its alerts are of use. */
const OF_OTHERS = { usefulForMs: null };

/** Looks at an alert as it stands now: watches may be off, silences added, and the time may be over. */
export async function reviewAlert(
  { queries, plan, now }: Reviewing,
  delivery: DeliveryRow,
  silences: readonly SilenceRow[],
): Promise<Review> {
  const isNewest = once(() => isNewestConfig(queries, plan));
  const kept: TellableMatch[] = [];
  const refused: Review["refused"][number][] = [];
  for (const match of await queries.deliveries.listMatches(delivery.id)) {
    const { watchId, storyId, matchedAt } = match;
    const { feedId, title, summary, body } = match.item;
    const refusal = refuseSending({
      match: { watchId, storyId, feedId, title, summary, body, matchedAt },
      watch: plan.watches.get(watchId) ?? ((await isNewest()) ? undefined : OF_OTHERS),
      silences,
      now,
    });
    if (refusal === null) kept.push(match);
    else refused.push({ match, refusal });
  }
  return { kept, refused };
}

/**
 * Takes refused matches out of an alert that has not been sent, each with a decision that says why; without any match
 * left the alert is dropped. Belongs under the decide lock.
 */
export async function setAsideRefused(
  { queries, now }: Reviewing,
  { id, channelId }: DeliveryRow,
  { kept, refused }: Review,
): Promise<void> {
  for (const { match, refusal } of refused) {
    const { reason, detail, silenceId } = refusal;
    const decision = { matchId: match.id, channelId, kind: "suppress", reason, detail, decidedAt: now } as const;
    await queries.matches.addDecision(decision);
    if (silenceId !== null) await queries.silences.keepMatch(silenceId, channelId, match.id);
  }
  const [first] = refused;
  if (first === undefined) return;
  // A dropped one keeps its matches, so that the ledger can say what it would have told.
  if (kept.length === 0) await queries.holds.drop(id, first.refusal.reason, first.refusal.detail);
  else
    await queries.holds.detachMatches(
      id,
      refused.map(({ match }) => match.id),
    );
}
