import type { Feed } from "../../core/vocabulary.ts";
import type { ItemAnswer, WatchAnswer } from "../../match/match-answer.ts";
import type { MatchItem } from "../../match/rule-set.ts";
import type { ArchivedItem, ItemPosition } from "../../store/item-rows.ts";
import type { ItemQueries } from "../../store/reading-queries.ts";
import { toMatchItem } from "../to-match-item.ts";

/** Instants in epoch milliseconds, by when items were first seen; the end is excluded. */
export interface ArchiveRange {
  from: number;
  to: number;
}

/** A stored item that a watch matches today, or would but for a veto. */
export interface ArchiveHit {
  item: Pick<
    ArchivedItem,
    "id" | "title" | "link" | "outlet" | "lang" | "publishedAt" | "firstSeenAt" | "baseline" | "storyId"
  >;
  answers: readonly WatchAnswer[];
}

export interface ArchivePortion {
  /** Items read since the last portion. */
  scanned: number;
  hits: readonly ArchiveHit[];
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
    match: (item: MatchItem) => ItemAnswer;
    feeds: ReadonlyMap<string, Feed>;
  },
  range: ArchiveRange,
): AsyncGenerator<ArchivePortion> {
  let after: ItemPosition | null = null;
  for (;;) {
    const portion: readonly ArchivedItem[] = await items.listSeen(range, after, PORTION);
    const last = portion.at(-1);
    if (last === undefined) return;
    after = { firstSeenAt: last.firstSeenAt, id: last.id };
    const hits = portion.flatMap((item) => {
      const { answers } = match(toMatchItem(item, feeds.get(item.feedId)));
      return answers.length === 0 ? [] : [toHit(item, answers)];
    });
    yield { scanned: portion.length, hits };
  }
}

function toHit(item: ArchivedItem, answers: readonly WatchAnswer[]): ArchiveHit {
  const { id, title, link, outlet, lang, publishedAt, firstSeenAt, baseline, storyId } = item;
  return { item: { id, title, link, outlet, lang, publishedAt, firstSeenAt, baseline, storyId }, answers };
}
