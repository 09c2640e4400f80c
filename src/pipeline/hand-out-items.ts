import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";

/** How many items one call hands out; the rest follows at the next. */
const ITEMS_AT_ONCE = 2000;
const ITEMS_PER_JOB = 50;
/** Items that could not be matched before go alone: each may hold the matcher up. */
const SUSPECTS_AT_ONCE = 10;
/** A claimed item whose job got lost is handed out again after this long; matching it twice would do no harm. */
const CLAIM_MS = 20_000;

/**
 * Hands unmatched items to the matcher in batches: right after the poll that stored them, and again at each sweep for
 * those whose job was lost. Claims keep the two apart. Returns how many.
 */
export async function handOutItems(deps: {
  store: Pick<Store, "items">;
  queue: Pick<Queue, "enqueue">;
  now: Clock;
}): Promise<number> {
  const now = deps.now();
  const ids = await deps.store.items.claimUnmatched(now, CLAIM_MS, ITEMS_AT_ONCE);
  for (let start = 0; start < ids.length; start += ITEMS_PER_JOB) {
    const items = ids.slice(start, start + ITEMS_PER_JOB);
    // With its time: a revised item must not be taken for the job that is just matching the revision before.
    await deps.queue.enqueue("match", { id: `match-${items[0]}-${now}`, data: { items } });
  }
  const suspects = await deps.store.items.claimFailed(now, CLAIM_MS, SUSPECTS_AT_ONCE);
  for (const id of suspects) await deps.queue.enqueue("match", { id: `match-${id}-${now}`, data: { items: [id] } });
  return ids.length + suspects.length;
}
