import type { SummaryMessage } from "../notify/message.ts";

interface ItemMatch {
  itemId: string;
  watchTitle: string;
  item: { title: string; link: string | null };
}

/** What the summary of new feeds lists: each item once, with all watches that found it, in the order of the matches. */
export function matchedItems(matches: readonly ItemMatch[]): SummaryMessage["wouldHaveMatched"] {
  return [...Map.groupBy(matches, ({ itemId }) => itemId).values()].flatMap((group) => {
    const watchTitle = [...new Set(group.map((match) => match.watchTitle))].join(", ");
    return group.slice(0, 1).map(({ item }) => ({ headline: item.title, link: item.link, watchTitle }));
  });
}
