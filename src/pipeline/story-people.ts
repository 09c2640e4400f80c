import type { Clock } from "../core/clock.ts";
import type { PersonMention } from "../core/vocabulary.ts";
import { STORY_WINDOW_MS } from "../decide/options.ts";
import type { ItemAnswer } from "../match/match-answer.ts";
import type { PendingItem } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";

/** By item, ids of persons whom its story names in full: their surname alone is enough there. */
export type KnownPeople = ReadonlyMap<string, readonly string[]>;

/** Asks whom the stories that items belong to, or will join, name in full. */
export type StoryPeople = (items: readonly PendingItem[]) => Promise<KnownPeople>;

/** Without persons there is nobody to ask for. */
export async function noStoryPeople(): Promise<KnownPeople> {
  return new Map();
}

/**
 * Reads the persons of a story from its recorded matches: what no watch matched is not known. An item that is the first
 * of its story knows nobody; it is not matched again when a later one names the person. Whether an item will join by its
 * text is decided when matches are committed: such an item knows nobody either.
 */
export function createStoryPeople({
  store,
  now,
}: {
  store: {
    stories: Pick<Store["stories"], "findByItems" | "findByLinks">;
    matches: Pick<Store["matches"], "listPeople">;
  };
  now: Clock;
}): StoryPeople {
  return async function storyPeople(items) {
    const own = await store.stories.findByItems(items.map(({ id }) => id));
    const links = items.flatMap(({ cleanedLink }) => cleanedLink ?? []);
    const byLink = await store.stories.findByLinks(links, now() - STORY_WINDOW_MS);
    const storyOf = new Map(
      items.flatMap(({ id, cleanedLink }): [string, string][] => {
        const story = own.get(id) ?? byLink.get(cleanedLink ?? "");
        return story === undefined ? [] : [[id, story]];
      }),
    );
    if (storyOf.size === 0) return new Map();
    const people = await store.matches.listPeople([...new Set(storyOf.values())]);
    return new Map(
      Array.from(storyOf, ([id, story]): [string, string[]] => [id, namedInFull(people.get(story) ?? [])]).filter(
        ([, ids]) => ids.length > 0,
      ),
    );
  };
}

/** Ids of the persons of mentions that leave no doubt who is meant. */
function namedInFull(mentions: readonly PersonMention[]): string[] {
  const sure = mentions.filter(({ confidence = "high" }) => confidence === "high" || confidence === "good");
  return [...new Set(sure.map(({ personId }) => personId))];
}

/** Items of a batch that will be one story, and whom the others of it name in full: only what `known` has not. */
export function learntInBatch(
  items: readonly PendingItem[],
  answers: readonly ItemAnswer[],
  known: KnownPeople,
): KnownPeople {
  const mentions = new Map(answers.map(({ itemId, people }) => [itemId, people]));
  const learnt = new Map<string, readonly string[]>();
  for (const [link, story] of Map.groupBy(items, ({ cleanedLink }) => cleanedLink)) {
    if (link === null || story.length < 2) continue;
    const full = namedInFull(story.flatMap(({ id }) => mentions.get(id) ?? []));
    for (const { id } of story) {
      const own = new Set([...(known.get(id) ?? []), ...namedInFull(mentions.get(id) ?? [])]);
      if (full.some((person) => !own.has(person))) learnt.set(id, [...new Set([...(known.get(id) ?? []), ...full])]);
    }
  }
  return learnt;
}
