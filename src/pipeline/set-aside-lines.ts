import type { SetAsideLine } from "../notify/message.ts";

/** A decision to set a match aside, with what it was about. */
export interface SetAsideMatch extends SetAsideLine {
  itemId: string;
}

/**
 * What an edition lists as set aside: an item once for each reason, with all watches that it befell, and not at all when
 * another watch brought it into the edition.
 * @param told ids of the items that the edition tells
 */
export function setAsideLines(matches: readonly SetAsideMatch[], told: ReadonlySet<string>): readonly SetAsideLine[] {
  const untold = matches.filter(({ itemId }) => !told.has(itemId));
  const groups = Map.groupBy(untold, ({ itemId, reason }) => JSON.stringify([itemId, reason]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reason, headline, link } = first;
    const watchTitle = [...new Set(group.map((match) => match.watchTitle))].join(", ");
    return [{ reason, headline, link, watchTitle }];
  });
}
