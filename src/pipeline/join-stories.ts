import { newId } from "../core/ids.ts";
import { portionsOf } from "../core/portions.ts";
import { STORY_WINDOW_MS } from "../decide/options.ts";
import { placeItems, type PlacedItem, type Placing } from "../decide/stories/place-items.ts";
import type { PendingItem } from "../store/item-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { StoryItem, StoryPlace } from "../store/matching-queries.ts";
import { itemText } from "../text/item-text.ts";

/** Reading more texts at once would hold up everything else. */
const AT_ONCE = { items: 10, characters: 300_000 };

/** An item and how it stands in its story. */
export interface ItemOfStory extends StoryPlace {
  item: PendingItem;
}

/**
 * Finds the story of each item: the one it is in already, one that it joins by its link or text, or its own. Must run
 * under the decide lock: two workers with two copies of one report would open two stories otherwise.
 */
export async function joinStories(
  { stories, sketches }: Pick<StoreQueries, "stories" | "sketches">,
  items: readonly PendingItem[],
  now: number,
): Promise<readonly ItemOfStory[]> {
  const known = await stories.findPlaces(items.map(({ id }) => id));
  const fresh = items.filter(({ id }) => !known.has(id));
  const links = fresh.flatMap(({ cleanedLink }) => cleanedLink ?? []);
  const placing = {
    now,
    index: sketches,
    byLink: new Map(await stories.findByLinks(links, now - STORY_WINDOW_MS)),
    newStoryId: () => newId("sty", now),
  };
  const joined = new Map<string, StoryItem>();
  for (const portion of portionsOf(fresh, AT_ONCE, lengthOf))
    for (const place of await placeSome(stories, placing, portion)) joined.set(place.itemId, place);
  return items.flatMap((item) => {
    const place = known.get(item.id) ?? joined.get(item.id);
    if (place === undefined) return [];
    const { storyId, relation = null, likeItemId = null, cited = null } = place;
    return [{ item, storyId, relation, likeItemId, cited }];
  });
}

async function placeSome(
  stories: StoreQueries["stories"],
  placing: Placing & { now: number },
  items: readonly PendingItem[],
): Promise<readonly StoryItem[]> {
  const { now } = placing;
  const placed = await placeItems(placing, items.map(toFreshItem));
  await stories.createAll(
    placed.filter(({ placement }) => placement.kind === "opens").map(({ storyId }) => storyId),
    now,
  );
  const added = placed.map(toStoryItem);
  await stories.addItems(added, now);
  return added;
}

function lengthOf({ title, summary, body }: PendingItem): number {
  return title.length + summary.length + body.length;
}

function toFreshItem(item: PendingItem): Parameters<typeof placeItems>[1][number] {
  const { id: itemId, title, outlet, cleanedLink, firstSeenAt: seenAt } = item;
  return { itemId, title, body: itemText(item).body, outlet, cleanedLink, seenAt };
}

function toStoryItem({ itemId, storyId, placement }: PlacedItem): StoryItem {
  if (placement.kind === "opens") return { itemId, storyId, reason: placement.reason };
  const { reason, relation, likeItemId, cited } = placement;
  return { itemId, storyId, reason, relation, likeItemId, cited };
}
