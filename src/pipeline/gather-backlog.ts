import { decideRelease } from "../decide/restraint/decide-release.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { addRoundup, extendRoundup } from "./add-roundup.ts";
import type { Drain } from "./drain.ts";
import type { Plan } from "./plan.ts";
import { reviewAlert, setAsideRefused } from "./review-alert.ts";
import { DOWN_AFTER_MS } from "./settle-attempt.ts";

/** What could not go for as long as makes a channel count as down is a backlog: operators and readers hear of one outage. */
export const BACKLOG_MS = DOWN_AFTER_MS;

/** So many are gathered in one transaction, which others wait for. */
const AT_ONCE = 200;

/**
 * Before a channel is drained: more than five alerts that could not go for five minutes, because the channel
 * or wirewatch was down, become one message; urgent ones go by themselves. While that message waits, more join it.
 * Only the holder of the channel's lease may call it: nobody else is sending then.
 */
export async function gatherBacklog({ store, channel, ...drain }: Drain): Promise<void> {
  const now = drain.now();
  const gathering = { plan: drain.plan(), channelId: channel.id, now };
  let isMore = (await listWaiting(store, gathering)).length > 0;
  while (isMore) isMore = await store.underLock("decide", (queries) => gather({ ...gathering, queries }));
}

interface Gathering {
  queries: StoreQueries;
  plan: Plan;
  channelId: string;
  now: number;
}

interface Wanted {
  delivery: DeliveryRow;
  matchIds: readonly string[];
  isUseful: boolean;
}

function listWaiting(
  { holds }: Pick<StoreQueries, "holds">,
  { channelId, now }: Pick<Gathering, "channelId" | "now">,
): Promise<readonly DeliveryRow[]> {
  return holds.listBacklog(channelId, { before: now - BACKLOG_MS, now, limit: AT_ONCE });
}

/** Gathers a portion; answers whether there may be another one. */
async function gather(gathering: Gathering): Promise<boolean> {
  const { queries, channelId } = gathering;
  const waiting = await listWaiting(queries, gathering);
  const wanted = await reviewAll(gathering, waiting);
  const open = await queries.holds.findOpenRoundup(channelId, `summary|${channelId}|backlog-`);
  const { together } = decideRelease({ cause: "backlog", alerts: wanted, joinOthers: open !== undefined });
  if (together.length > 0) await tellTogether(gathering, together, open);
  return waiting.length === AT_ONCE && (together.length > 0 || wanted.length < waiting.length);
}

/** Those that somebody still wants; the others end with the reason. */
async function reviewAll(gathering: Gathering, waiting: readonly DeliveryRow[]): Promise<readonly Wanted[]> {
  const silences = await gathering.queries.silences.listActive(gathering.now);
  const wanted: Wanted[] = [];
  for (const delivery of waiting) {
    await gathering.queries.holds.takeInEdits(delivery.id);
    const review = await reviewAlert(gathering, delivery, silences);
    await setAsideRefused(gathering, delivery, review);
    if (review.kept.length > 0) wanted.push({ delivery, matchIds: review.kept.map(({ id }) => id), isUseful: true });
  }
  return wanted;
}

async function tellTogether(
  { queries, plan, channelId, now }: Gathering,
  wanted: readonly Wanted[],
  open: DeliveryRow | undefined,
): Promise<void> {
  const channel = plan.channels.get(channelId);
  if (channel === undefined) return;
  const times = wanted.map(({ delivery }) => delivery.createdAt);
  const told = {
    matchIds: wanted.flatMap(({ matchIds }) => matchIds),
    from: Math.min(...times),
    to: Math.max(...times),
  };
  const window = `backlog-${now}`;
  const fresh = { channel, cause: "backlog", detail: null, severity: "normal", window, hold: null, now } as const;
  const key =
    open === undefined ? await addRoundup(queries, { ...fresh, ...told }) : await extendRoundup(queries, open, told);
  const ids = wanted.map(({ delivery }) => delivery.id);
  await queries.holds.summarise(ids, key);
}
