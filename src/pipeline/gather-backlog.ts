import { decideRelease } from "../decide/restraint/decide-release.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { addRoundup, extendRoundup } from "./add-roundup.ts";
import type { Drain } from "./drain.ts";
import type { Plan } from "./plan.ts";
import { reviewAlert, setAsideRefused } from "./review-alert.ts";

/** What could not go for longer than this is a backlog. */
export const BACKLOG_MS = 15 * 60_000;

/**
 * Before a channel is drained: more than five alerts that could not go for a quarter of an hour, because the channel
 * or wirewatch was down, become one message; urgent ones go by themselves. While that message waits, more join it.
 * Only the holder of the channel's lease may call it: nobody else is sending then.
 */
export async function gatherBacklog({ store, channel, ...drain }: Drain): Promise<void> {
  const now = drain.now();
  if ((await store.holds.listBacklog(channel.id, now - BACKLOG_MS, now)).length === 0) return;
  await store.underLock("decide", (queries) => gather({ queries, plan: drain.plan(), channelId: channel.id, now }));
}

interface Gathering {
  queries: StoreQueries;
  plan: Plan;
  channelId: string;
  now: number;
}

async function gather({ queries, plan, channelId, now }: Gathering): Promise<void> {
  const channel = plan.channels.get(channelId);
  if (channel === undefined) return;
  const silences = await queries.silences.listActive(now);
  const wanted: { delivery: DeliveryRow; matchIds: readonly string[] }[] = [];
  for (const delivery of await queries.holds.listBacklog(channelId, now - BACKLOG_MS, now)) {
    const review = await reviewAlert({ queries, plan, now }, delivery, silences);
    await setAsideRefused({ queries, plan, now }, delivery, review);
    if (review.kept.length > 0) wanted.push({ delivery, matchIds: review.kept.map(({ id }) => id) });
  }
  const open = await queries.holds.findOpenRoundup(channelId, `summary|${channelId}|backlog-`);
  const waiting = wanted.map(({ delivery: { id, severity } }) => {
    return { id, severity, cause: "backlog", isUseful: true } as const;
  });
  if (wanted.length === 0 || (open === undefined && decideRelease(waiting).together.length === 0)) return;
  const times = wanted.map(({ delivery }) => delivery.createdAt);
  const told = {
    matchIds: wanted.flatMap(({ matchIds }) => matchIds),
    from: Math.min(...times),
    to: Math.max(...times),
  };
  const key =
    open === undefined
      ? await addRoundup(queries, {
          ...told,
          channel,
          cause: "backlog",
          detail: null,
          severity: "normal",
          window: `backlog-${now}`,
          now,
        })
      : await extendRoundup(queries, open, told);
  await queries.holds.summarise(
    wanted.map(({ delivery }) => delivery.id),
    key,
  );
}
