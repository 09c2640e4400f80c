import type { Feed, Item } from "../core/vocabulary.ts";
import type { MatchItem } from "../match/rule-set.ts";

type MatchedText = Pick<Item, "id" | "title" | "summary" | "body" | "lang" | "publishedAt">;

/** A stored item as the engine reads it. Undefined: its feed is no longer configured, and conditions on it are skipped. */
export function toMatchItem(item: MatchedText, feed: Feed | undefined): MatchItem {
  const { id, title, summary, body, lang, publishedAt } = item;
  return {
    id,
    title,
    summary,
    body,
    lang: lang ?? feed?.lang ?? null,
    feed: feed === undefined ? null : { id: feed.id, tags: feed.tags, kind: feed.kind },
    publishedAt,
  };
}
