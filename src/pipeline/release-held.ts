import type { Clock } from "../core/clock.ts";
import { decideRelease, type Release, type Waiting } from "../decide/restraint/decide-release.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import type { SilenceRow } from "../store/restraint-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { addRoundup } from "./add-roundup.ts";
import type { Plan } from "./plan.ts";
import { reviewAlert, setAsideRefused } from "./review-alert.ts";

interface ReleaseDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/**
 * Lets go what was held until now: up to five alerts of a channel one by one, more of them as one message, and what is
 * over a channel's limit always as one. What nobody wants any more is set aside with its reason.
 */
export async function releaseHeld({ store, plan, now }: ReleaseDeps): Promise<void> {
  const at = now();
  if ((await store.holds.listDue(at)).length === 0) return;
  await store.underLock("decide", async (queries) => {
    const releasing = { queries, plan: plan(), silences: await queries.silences.listActive(at), now: at };
    const byChannel = Map.groupBy(await queries.holds.listDue(at), ({ channelId }) => channelId);
    for (const [channelId, due] of byChannel) await releaseChannel(releasing, channelId, due);
  });
}

interface Releasing {
  queries: StoreQueries;
  plan: Plan;
  silences: readonly SilenceRow[];
  now: number;
}

/** A held alert that somebody still wants. */
interface Wanted {
  delivery: DeliveryRow;
  matches: readonly TellableMatch[];
  isUseful: boolean;
}

async function releaseChannel(releasing: Releasing, channelId: string, due: readonly DeliveryRow[]): Promise<void> {
  const ready = due.filter(({ kind, heldFor }) => kind !== "alert" || heldFor === "escalation");
  const wanted: Wanted[] = [];
  for (const delivery of due) {
    const one = ready.includes(delivery) ? null : await reviewHeld(releasing, delivery);
    if (one !== null) wanted.push(one);
  }
  const release = decideRelease(wanted.map(toWaiting));
  await releasing.queries.holds.release([...ready.map(({ id }) => id), ...release.singly], releasing.now);
  for (const group of release.together) await tellTogether(releasing, { channelId, wanted, ...group });
}

/** Null: nobody wants it any more, and it ended with the reason. */
async function reviewHeld(releasing: Releasing, delivery: DeliveryRow): Promise<Wanted | null> {
  const review = await reviewAlert(releasing, delivery, releasing.silences);
  // What is only late is still told, together with others.
  const late = review.refused.filter(({ refusal }) => refusal.reason === "no-longer-useful");
  const refused = review.refused.filter(({ refusal }) => refusal.reason !== "no-longer-useful");
  const matches = [...review.kept, ...late.map(({ match }) => match)];
  await setAsideRefused(releasing, delivery, { kept: matches, refused });
  return matches.length === 0 ? null : { delivery, matches, isUseful: review.kept.length > 0 };
}

function toWaiting({ delivery, isUseful }: Wanted): Waiting {
  const cause = delivery.heldFor === "over-cap" ? "over-cap" : "quiet-hours";
  return { id: delivery.id, cause, severity: delivery.severity, isUseful };
}

async function tellTogether(
  { queries, plan, now }: Releasing,
  { channelId, wanted, cause, isUrgent, ids }: Release["together"][number] & { channelId: string; wanted: Wanted[] },
): Promise<void> {
  const channel = plan.channels.get(channelId);
  if (channel === undefined) return;
  const told = wanted.filter(({ delivery }) => ids.includes(delivery.id));
  const times = told.flatMap(({ matches }) => matches.map(({ matchedAt }) => matchedAt));
  const key = await addRoundup(queries, {
    channel,
    cause,
    detail: null,
    severity: isUrgent ? "urgent" : "normal",
    matchIds: told.flatMap(({ matches }) => matches.map(({ id }) => id)),
    from: Math.min(...times),
    to: Math.max(...times),
    window: `${cause}${isUrgent ? "-urgent" : ""}-${now}`,
    now,
  });
  await queries.holds.summarise(ids, key);
}
