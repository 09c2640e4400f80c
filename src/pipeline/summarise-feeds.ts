import type { Clock } from "../core/clock.ts";
import { DAY_MS } from "../core/time.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { matchedItems } from "./matched-items.ts";
import type { Plan } from "./plan.ts";
import { tellSummary } from "./tell-operators.ts";

/** How long feeds that were read wait for others that are about to be. */
const TOGETHER_MS = 2 * 60_000;

export interface SummariseFeedsDeps {
  store: Pick<Store, "feeds" | "underLock">;
  plan: () => Plan;
  now: Clock;
  /** Instead of two minutes; 0: nothing waits. */
  togetherMs?: number;
}

/**
 * Tells operators once what feeds held that were read for the first time, when the matcher has been through their
 * baseline. Feeds that come together are one message: it waits for those whose first read has not ended, at most two
 * minutes. `on_add: silent` feeds are only marked.
 */
export async function summariseNewFeeds(deps: SummariseFeedsDeps): Promise<void> {
  if ((await deps.store.feeds.listWithoutSummary()).length === 0) return;
  await deps.store.underLock("incidents", async (queries) => {
    const [now, plan] = [deps.now(), deps.plan()];
    const ready = await queries.feeds.listWithoutSummary();
    const told = ready.filter(({ feedId }) => isTold(plan, feedId));
    if (told.length > 0) {
      const firstAt = Math.min(...told.map(({ baselineAt }) => baselineAt ?? now));
      const isLate = now - firstAt >= (deps.togetherMs ?? TOGETHER_MS);
      const known = new Set(ready.map(({ feedId }) => feedId));
      const others = isLate ? [] : await queries.feeds.listFirstReads(now);
      if (others.some((feedId) => isTold(plan, feedId) && !known.has(feedId))) return;
      await tell({ queries, plan, now }, idsOf(told));
    }
    await queries.feeds.markSummary(idsOf(ready), now);
  });
}

function isTold(plan: Plan, feedId: string): boolean {
  return plan.feeds.get(feedId)?.onAdd === "summary";
}

function idsOf(feeds: readonly { feedId: string }[]): readonly string[] {
  return feeds.map(({ feedId }) => feedId);
}

async function tell(
  telling: { queries: StoreQueries; plan: Plan; now: number },
  feeds: readonly string[],
): Promise<void> {
  const { queries, now } = telling;
  const matches = await queries.matches.listBaseline(feeds, now - DAY_MS);
  await tellSummary(telling, {
    kind: "summary",
    feeds,
    stored: await queries.items.countBaseline(feeds),
    wouldHaveMatched: matchedItems(matches),
  });
}
