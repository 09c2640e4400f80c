import type { Clock } from "../core/clock.ts";
import type { Store } from "../store/store.ts";
import { matchedItems } from "./matched-items.ts";
import type { Plan } from "./plan.ts";
import { tellSummary } from "./tell-operators.ts";
import { DAY_MS } from "../core/time.ts";

/**
 * Tells operators once what feeds held that were read for the first time, as soon as the matcher has been through
 * their baseline. Feeds that come together are one message; `on_add: silent` feeds are only marked.
 */
export async function summariseNewFeeds(deps: { store: Store; plan: () => Plan; now: Clock }): Promise<void> {
  const ready = await deps.store.feeds.listWithoutSummary();
  if (ready.length === 0) return;
  const [now, plan] = [deps.now(), deps.plan()];
  const ids = ready.map((feed) => feed.feedId);
  const told = ids.filter((id) => plan.feeds.get(id)?.onAdd === "summary");
  await deps.store.underLock("incidents", async (queries) => {
    const unsaid = new Set((await queries.feeds.listWithoutSummary()).map((feed) => feed.feedId));
    const fresh = told.filter((id) => unsaid.has(id));
    if (fresh.length > 0) {
      const matches = await queries.matches.listBaseline(fresh, now - DAY_MS);
      await tellSummary(
        { queries, plan, now },
        {
          kind: "summary",
          feeds: fresh,
          stored: await queries.items.countBaseline(fresh),
          wouldHaveMatched: matchedItems(matches),
        },
      );
    }
    await queries.feeds.markSummary(ids, now);
  });
}
