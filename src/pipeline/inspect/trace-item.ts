import type { Item } from "../../core/vocabulary.ts";
import type { AttemptRow, DeliveryRow } from "../../store/delivery-rows.ts";
import type { DigestPlace, DecisionRow, MatchRow } from "../../store/match-rows.ts";
import type { MatchStanding } from "../../store/item-rows.ts";
import type { ClaimRow } from "../../store/restraint-rows.ts";
import type { Store } from "../../store/store.ts";

/**
 * What became of one match: per channel the decision, the editions that collect it, and the messages that told it with
 * every try to send them.
 */
export interface MatchLife {
  match: MatchRow;
  decisions: readonly DecisionRow[];
  collected: readonly DigestPlace[];
  deliveries: readonly (DeliveryRow & { tries: readonly AttemptRow[] })[];
}

/** A stored item and what became of it. */
export interface ItemLife extends MatchStanding {
  item: Item;
  storyId: string | null;
  /** Who takes care of the story; null: nobody. */
  claim: ClaimRow | null;
  /** Of all revisions, the earliest first. */
  matches: readonly MatchLife[];
}

/** Read-only: the whole life of a stored item. */
export async function traceItem(store: Store, item: Item): Promise<ItemLife> {
  const matches: MatchLife[] = [];
  for (const match of await store.matches.listByItem(item.id)) {
    const deliveries: MatchLife["deliveries"][number][] = [];
    for (const delivery of await store.deliveries.listByMatch(match.id))
      deliveries.push({ ...delivery, tries: await store.deliveries.listAttempts(delivery.id) });
    matches.push({
      match,
      decisions: await store.matches.listDecisions(match.id),
      collected: await store.editions.listByMatch(match.id),
      deliveries,
    });
  }
  const standing = (await store.items.findMatchStanding(item.id)) ?? { isMatched: false, unmatchable: null };
  const storyId = (await store.stories.findByItem(item.id)) ?? null;
  const claim = storyId === null ? null : ((await store.claims.find(storyId)) ?? null);
  return { item, ...standing, storyId, claim, matches };
}
