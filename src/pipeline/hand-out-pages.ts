import type { Clock } from "../core/clock.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";

/** How many hosts one call serves; the others follow at the next. */
const HOSTS_AT_ONCE = 200;
/** A claimed page whose job got lost is handed out again after this long: longer than any visit may take. */
const CLAIM_MS = 120_000;

/**
 * Hands pages to be read to the queue "page", one a host: right after the poll that wanted them, after each page, and
 * again at each sweep. So the polls of a host never wait behind more than one of its pages. Returns how many.
 */
export async function handOutPages(deps: {
  store: Pick<Store, "pages">;
  queue: Pick<Queue, "enqueue">;
  now: Clock;
}): Promise<number> {
  const due = await deps.store.pages.claimDue(deps.now(), CLAIM_MS, HOSTS_AT_ONCE);
  for (const { itemId, dueAt } of due)
    await deps.queue.enqueue("page", { id: `page-${itemId}-${dueAt}`, data: { item: itemId, dueAt } });
  return due.length;
}
