import { STORY_WINDOW_MS } from "../options.ts";
import { findAttributions, type Attribution } from "./attribution.ts";
import { MemoryStoryIndex } from "./memory-story-index.ts";
import { placeItem, type Placement } from "./place-item.ts";
import {
  MAX_CANDIDATES,
  PLACES_A_KEY,
  placeOf,
  type IndexedItem,
  type NewIndexedItem,
  type StoryIndex,
} from "./story-index.ts";
import { sketchItem } from "./sketch-item.ts";

/** An item that belongs to no story yet. */
export interface FreshItem {
  itemId: string;
  title: string;
  /** Summary and body as they are matched. */
  body: string;
  outlet: string | null;
  /** Without tracking parameters: items of one link are one article; null: no link. */
  cleanedLink: string | null;
  /** Epoch milliseconds, UTC. */
  seenAt: number;
}

export interface PlacedItem {
  itemId: string;
  storyId: string;
  placement: Placement;
}

export interface Placing {
  index: StoryIndex;
  /** Stories by cleaned link; those that are opened are added. */
  byLink: Map<string, string>;
  newStoryId: (itemId: string) => string;
}

/**
 * Puts items into stories, one after the other: each may join one that an earlier of them opened. Asks the index once
 * and adds all of them to it. Callers that share an index must take turns.
 */
export async function placeItems(placing: Placing, items: readonly FreshItem[]): Promise<readonly PlacedItem[]> {
  const { index } = placing;
  if (items.length === 0) return [];
  const sketched = items.map((item) => ({ item, ...sketchItem(item) }));
  const since = Math.min(...items.map(({ seenAt }) => seenAt)) - STORY_WINDOW_MS;
  const range = { since, limit: MAX_CANDIDATES, crowd: PLACES_A_KEY };
  const stored = await index.findSharing(
    sketched.map(({ keys }) => keys),
    range,
  );
  const batch = new MemoryStoryIndex(sketched.reduce((sum, { keys }) => sum + keys.length, 0));
  const added: NewIndexedItem[] = [];
  const placed = sketched.map(({ item, sketch, keys }, at): PlacedItem => {
    const candidates = [...(stored[at] ?? []), ...batch.findSharingOne(keys, range)];
    let attributions: readonly Attribution[] | undefined;
    const placement = place(placing, item, () =>
      placeItem(
        { outlet: item.outlet, sketch, attributions: () => (attributions ??= findAttributions(item)) },
        candidates.filter((candidate) => isNear(candidate, item)),
      ),
    );
    const { itemId, outlet, seenAt, cleanedLink } = item;
    const storyId = placement.kind === "joins" ? placement.storyId : placing.newStoryId(itemId);
    if (cleanedLink !== null && !placing.byLink.has(cleanedLink)) placing.byLink.set(cleanedLink, storyId);
    const indexed = { itemId, storyId, outlet, seenAt, sketch: sketch.elements, keys, place: placeOf(itemId) };
    batch.add(indexed);
    added.push(indexed);
    return { itemId, storyId, placement };
  });
  await index.addSketches(added);
  return placed;
}

function place({ byLink }: Placing, { cleanedLink }: FreshItem, byText: () => Placement): Placement {
  const storyId = cleanedLink === null ? undefined : byLink.get(cleanedLink);
  if (storyId === undefined) return byText();
  return { kind: "joins", storyId, reason: "same-link", likeItemId: null, relation: "copy", cited: null };
}

function isNear(candidate: IndexedItem, { seenAt }: FreshItem): boolean {
  return Math.abs(candidate.seenAt - seenAt) <= STORY_WINDOW_MS;
}
