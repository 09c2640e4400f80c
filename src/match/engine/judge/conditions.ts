import { baseLanguage } from "../../base-language.ts";
import { readsFeed } from "../../reads-feed.ts";
import type { MatchItem, WatchRule } from "../../rule-set.ts";

/** The condition by which a watch does not read an item; null: it reads it. Items of uncertain language pass. */
export function unreadReason(rule: WatchRule, item: MatchItem, language: string | null): "language" | "feed" | null {
  const read = rule.lang.flatMap((lang) => baseLanguage(lang) ?? []);
  const isRead = read.length === 0 || language === null || read.includes(language);
  if (!isRead && item.isLanguageGuessed !== true) return "language";
  return readsFeed(rule.feeds, item.feed) ? null : "feed";
}

/** Whether a watch reads an item at all. */
export function readsItem(rule: WatchRule, item: MatchItem, language: string | null): boolean {
  return unreadReason(rule, item, language) === null;
}
