import { outletKey } from "../../decide/stories/attribution.ts";
import { countSources, type SourceCount } from "../../decide/stories/count-sources.ts";
import type { StoreQueries } from "../../store/store.ts";
import type { StoryMember } from "../../store/matching-queries.ts";

/** A story as an operator is shown it: its items in the order of their arrival, and why each is in it. */
export interface ShownStory {
  storyId: string;
  outlets: number;
  sources: SourceCount;
  items: readonly StoryMember[];
}

/** Read-only. @param id of a story or of an item in it @returns undefined: there is none */
export async function showStory(
  { stories }: Pick<StoreQueries, "stories">,
  id: string,
): Promise<ShownStory | undefined> {
  const storyId = (await stories.findByItem(id)) ?? id;
  const items = await stories.listMembers(storyId);
  if (items.length === 0) return undefined;
  const sources = items.map(({ itemId, outlet, feedId, relation, likeItemId, cited }) => {
    return { itemId, outlet: outlet ?? feedId, relation, likeItemId, cited };
  });
  const outlets = new Set(sources.map(({ outlet }) => outletKey(outlet))).size;
  return { storyId, outlets, sources: countSources(sources), items };
}
