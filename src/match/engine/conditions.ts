import { baseLanguage } from "../base-language.ts";
import type { FeedCondition, MatchItem, WatchRule } from "../rule-set.ts";

function sharesOne(wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((one) => has.includes(one));
}

/** Whether a feed meets a watch's condition; what is not known of the feed is not asked. */
function readsFeed({ ids, tags, notTags, kinds }: FeedCondition, feed: MatchItem["feed"]): boolean {
  if (feed === null) return true;
  if (feed.id !== null && !sharesOne(ids, [feed.id])) return false;
  if (feed.kind !== null && !sharesOne(kinds, [feed.kind])) return false;
  if (feed.tags === null) return true;
  return sharesOne(tags, feed.tags) && !notTags.some((tag) => feed.tags?.includes(tag));
}

/** The condition by which a watch does not read an item; null: it reads it. Items of uncertain language pass. */
export function unreadReason(rule: WatchRule, item: MatchItem, language: string | null): "language" | "feed" | null {
  const read = rule.lang.flatMap((lang) => baseLanguage(lang) ?? []);
  if (language !== null && item.isLanguageGuessed !== true && !sharesOne(read, [language])) return "language";
  return readsFeed(rule.feeds, item.feed) ? null : "feed";
}

/** Whether a watch reads an item at all. */
export function readsItem(rule: WatchRule, item: MatchItem, language: string | null): boolean {
  return unreadReason(rule, item, language) === null;
}
