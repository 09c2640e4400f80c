import type { WatchExplanation } from "../../match/explain/explain-watch.ts";
import type { PressAnswer } from "../../notify/press.ts";
import type { DeliveryRow } from "../../store/delivery-rows.ts";
import type { Item } from "../../core/vocabulary.ts";
import type { Store } from "../../store/store.ts";
import { inStoryOrder } from "../story-order.ts";
import { describeLife } from "./describe-life.ts";
import { describeWatches } from "./describe-watches.ts";
import { traceItem } from "./trace-item.ts";

/** What these watches say about an item today; those that are no longer configured are left out. */
export type ExplainWatches = (item: Item, watchIds: readonly string[]) => Promise<readonly WatchExplanation[]>;

export interface ExplainAlertDeps {
  store: Store;
  explainWatches: ExplainWatches;
  /** Of the times in the explanation. */
  timezone: string;
}

/**
 * What `explain` prints of the item whose headline an alert shows: what the alert's watches say about it, and what became
 * of it. Undefined: it is not stored any more.
 */
export async function explainAlert(
  { store, explainWatches, timezone }: ExplainAlertDeps,
  { id }: Pick<DeliveryRow, "id">,
): Promise<Extract<PressAnswer, { kind: "explained" }> | undefined> {
  const edits = await store.deliveries.listChildren(id);
  const matches = await store.deliveries.listMatches(id, ...edits.map((edit) => edit.id));
  const [first] = inStoryOrder(matches.map((match) => ({ ...match, firstSeenAt: match.item.firstSeenAt })));
  const item = first === undefined ? undefined : await store.items.get(first.itemId);
  if (item === undefined) return undefined;
  const life = await traceItem(store, item);
  const ofItem = matches.filter(({ itemId }) => itemId === item.id).map(({ watchId }) => watchId);
  // What breaks the matcher would break this, too.
  const explained = life.unmatchable === null ? await explainWatches(item, [...new Set(ofItem)]) : [];
  const watches = describeWatches(explained, { tree: false });
  return {
    kind: "explained",
    itemId: item.id,
    headline: item.title,
    parts: [...(watches === "" ? [] : [`What the watches say today\n${watches}`]), describeLife(life, timezone)],
  };
}
