import type { Feed } from "../../core/vocabulary.ts";
import type { ToldMiss } from "../../match/explain/near-miss.ts";
import type { WatchAnswer } from "../../match/match-answer.ts";
import type { MatchItem } from "../../match/rule-set.ts";
import type { ArchivedItem, ItemPosition, SeenRange } from "../../store/item-rows.ts";
import type { ItemQueries } from "../../store/reading-queries.ts";
import { toMatchItem } from "../to-match-item.ts";

/** Instants in epoch milliseconds, by when items were first seen; the end is excluded. */
export interface ArchiveRange {
  from: number;
  to: number;
}

/** What is told of a stored item. */
type SeenItem = Pick<
  ArchivedItem,
  "id" | "title" | "link" | "outlet" | "lang" | "publishedAt" | "firstSeenAt" | "baseline" | "storyId"
>;

/** A stored item that a watch matches today, or would but for a veto. */
export interface ArchiveHit {
  item: SeenItem;
  answers: readonly WatchAnswer[];
}

/** A stored item that a watch misses by one part. */
export interface ArchiveMiss extends ToldMiss {
  item: SeenItem;
}

/** What the rules say of an item; `nearMiss`: what is missing, where somebody asked for it. */
export interface ArchiveAnswer {
  answers: readonly WatchAnswer[];
  nearMiss: ToldMiss | null;
}

export interface ArchivePortion {
  /** Items read since the last portion. */
  scanned: number;
  hits: readonly ArchiveHit[];
  misses: readonly ArchiveMiss[];
}

const PORTION = 500;

/** Asks the rules about every stored item of a range, oldest first, in portions. Only reads. */
export async function* scanArchive(
  {
    items,
    match,
    feeds,
  }: {
    items: Pick<ItemQueries, "listSeen">;
    match: (item: MatchItem) => ArchiveAnswer;
    feeds: ReadonlyMap<string, Feed>;
  },
  range: SeenRange,
): AsyncGenerator<ArchivePortion> {
  let after: ItemPosition | null = null;
  for (;;) {
    const portion: readonly ArchivedItem[] = await items.listSeen(range, after, PORTION);
    const last = portion.at(-1);
    if (last === undefined) return;
    after = { firstSeenAt: last.firstSeenAt, id: last.id };
    const hits: ArchiveHit[] = [];
    const misses: ArchiveMiss[] = [];
    for (const item of portion) {
      const { answers, nearMiss } = match(toMatchItem(item, feeds.get(item.feedId)));
      if (answers.length > 0) hits.push({ item: toSeen(item), answers });
      else if (nearMiss !== null) misses.push({ item: toSeen(item), ...nearMiss });
    }
    yield { scanned: portion.length, hits, misses };
  }
}

function toSeen(item: ArchivedItem): SeenItem {
  const { id, title, link, outlet, lang, publishedAt, firstSeenAt, baseline, storyId } = item;
  return { id, title, link, outlet, lang, publishedAt, firstSeenAt, baseline, storyId };
}
