import type { SetAsideLine } from "../notify/message.ts";

/** A decision to set a match aside, with what it was about. */
export interface SetAsideMatch extends SetAsideLine {
  itemId: string;
  /** The channel that was not told. */
  channelId: string;
}

/**
 * What an edition lists as set aside: an item once for each reason, with all watches that it befell, and not at all
 * when another watch brought it into the edition. Alerts of other channels that were not sent after all are listed
 * though the edition tells their items.
 * @param told ids of the items that the edition tells
 */
export function setAsideLines(
  matches: readonly SetAsideMatch[],
  told: ReadonlySet<string>,
  ofChannel: string,
): readonly SetAsideLine[] {
  const untold = matches.flatMap((match) => {
    if (match.channelId !== ofChannel) return [{ ...match, reason: `${match.reason} on ${match.channelId}` }];
    return told.has(match.itemId) ? [] : [match];
  });
  const groups = Map.groupBy(untold, ({ itemId, reason }) => JSON.stringify([itemId, reason]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reason, headline, link } = first;
    const watchTitle = [...new Set(group.map((match) => match.watchTitle))].join(", ");
    const details = new Set(group.flatMap(({ detail }) => (detail === null || detail === "" ? [] : [detail])));
    const detail = details.size === 0 ? null : [...details].join("; ");
    return [{ reason, detail, headline, link, watchTitle }];
  });
}
