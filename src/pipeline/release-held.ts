import type { Clock } from "../core/clock.ts";
import { decideRelease } from "../decide/restraint/decide-release.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import type { HeldGroup, SilenceRow } from "../store/restraint-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { addRoundup, extendRoundup } from "./add-roundup.ts";
import type { Plan } from "./plan.ts";
import { reviewAlert, setAsideRefused } from "./review-alert.ts";

interface ReleaseDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
}

/** So many are looked at in one transaction, which others wait for. */
const AT_ONCE = 100;

/**
 * Lets go what was held until now: up to five alerts of a channel one by one, more of them as one message, and what is
 * over a channel's limit always as one. What nobody wants any more is set aside with its reason. A process that dies
 * between two portions leaves the rest held, and the message for them, too: the next one goes on with both.
 */
export async function releaseHeld({ store, plan, now }: ReleaseDeps): Promise<void> {
  const at = now();
  const current = plan();
  for (const group of await store.holds.listDueGroups(at)) {
    if (!current.channels.has(group.channelId)) continue;
    let isMore = true;
    while (isMore)
      isMore = await store.underLock("decide", async (queries) => {
        const silences = await queries.silences.listActive(at);
        return releasePortion({ queries, plan: current, silences, group, now: at });
      });
  }
  await store.holds.releaseReady(at);
}

interface Releasing {
  queries: StoreQueries;
  plan: Plan;
  silences: readonly SilenceRow[];
  group: HeldGroup;
  now: number;
}

/** A held alert that somebody still wants. */
interface Wanted {
  delivery: DeliveryRow;
  matches: readonly TellableMatch[];
  isUseful: boolean;
}

/** Releases some alerts of a group; answers whether there may be more. */
async function releasePortion(releasing: Releasing): Promise<boolean> {
  const { queries, group, now } = releasing;
  const due = await queries.holds.listDue(group, now, AT_ONCE);
  const wanted: Wanted[] = [];
  for (const delivery of due) {
    await queries.holds.takeInEdits(delivery.id);
    const one = await reviewHeld(releasing, delivery);
    if (one !== null) wanted.push(one);
  }
  const isMore = due.length === AT_ONCE;
  const open = await queries.holds.findOpenRoundup(group.channelId, `summary|${group.channelId}|${windowOf(group)}-`);
  const joinOthers = isMore || open !== undefined;
  const release = decideRelease({ cause: group.heldFor, alerts: wanted, joinOthers });
  await queries.holds.release(
    release.singly.map(({ delivery }) => delivery.id),
    now,
  );
  if (release.together.length > 0) await tellTogether(releasing, release.together, open);
  return isMore;
}

/** Null: nobody wants it any more, and it ended with the reason. */
async function reviewHeld(releasing: Releasing, delivery: DeliveryRow): Promise<Wanted | null> {
  const review = await reviewAlert(releasing, delivery, releasing.silences);
  // What is only late is still told, together with others.
  const late = review.refused.filter(({ refusal }) => refusal.reason === "no-longer-useful");
  const refused = review.refused.filter(({ refusal }) => refusal.reason !== "no-longer-useful");
  const matches = [...review.kept, ...late.map(({ match }) => match)];
  await setAsideRefused(releasing, delivery, { kept: matches, refused });
  if (matches.length === 0 && refused.length > 0) return null;
  return { delivery, matches, isUseful: late.length === 0 || review.kept.length > 0 };
}

/** The message is held like its alerts until all of them are in it. */
async function tellTogether(
  { queries, plan, group, now }: Releasing,
  wanted: readonly Wanted[],
  open: DeliveryRow | undefined,
): Promise<void> {
  const { channelId, heldFor, isUrgent } = group;
  const channel = plan.channels.get(channelId);
  if (channel === undefined) return;
  const times = wanted.flatMap(({ delivery, matches }) => [delivery.createdAt, ...matches.map((one) => one.matchedAt)]);
  const told = {
    matchIds: wanted.flatMap(({ matches }) => matches.map(({ id }) => id)),
    from: Math.min(...times),
    to: Math.max(...times),
  };
  const severity = isUrgent ? "urgent" : "normal";
  const fresh = { channel, cause: heldFor, detail: null, severity, window: `${windowOf(group)}-${now}`, now } as const;
  const key =
    open === undefined
      ? await addRoundup(queries, { ...fresh, ...told, hold: { for: heldFor, until: now } })
      : await extendRoundup(queries, open, told);
  await queries.holds.summarise(
    wanted.map(({ delivery }) => delivery.id),
    key,
  );
}

function windowOf({ heldFor, isUrgent }: HeldGroup): string {
  return isUrgent ? `urgent-${heldFor}` : heldFor;
}
