import { bareHostOf } from "../core/feed-address.ts";
import { MemoryStoryIndex } from "../decide/stories/memory-story-index.ts";
import { placeItems } from "../decide/stories/place-items.ts";
import type { Relation } from "../decide/stories/place-item.ts";
import type { MatchItem } from "../match/rule-set.ts";
import { cleanLink } from "../poll/parse/clean-link.ts";
import { itemText } from "../text/item-text.ts";

interface ReadLine {
  item: MatchItem;
  link: string | null;
  /** Null: the host of the link. */
  outlet: string | null;
}

/** `{item, story}`, with the reason and how it stands to the item it is most like. */
interface StoryAnswer {
  item: string;
  /** The id of the story's first item. */
  story: string;
  reason: string;
  relation: Relation | null;
}

/**
 * Puts items that come in their order into stories, by the rules of the daemon, with an index of its own. Time is that
 * of publication.
 * @param now publication of items that do not tell theirs
 */
export function createStoryTeller(now: number): (lines: readonly ReadLine[]) => Promise<readonly StoryAnswer[]> {
  const placing = {
    index: new MemoryStoryIndex(),
    byLink: new Map<string, string>(),
    newStoryId: (itemId: string) => itemId,
  };
  return async function tellStories(lines) {
    const fresh = lines.map(({ item, link, outlet }) => ({
      itemId: item.id,
      title: item.title,
      body: itemText(item).body,
      outlet: outlet ?? (link === null ? null : bareHostOf(link)),
      cleanedLink: link === null ? null : cleanLink(link),
      seenAt: item.publishedAt ?? now,
    }));
    const placed = await placeItems(placing, fresh);
    return placed.map(({ itemId, storyId, placement }) => ({
      item: itemId,
      story: storyId,
      reason: placement.reason,
      relation: placement.kind === "joins" ? placement.relation : null,
    }));
  };
}
