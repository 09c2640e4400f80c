import { baseLanguage } from "../../base-language.ts";
import { readsFeed } from "../../reads-feed.ts";
import type { MatchItem, WatchRule } from "../../rule-set.ts";

/** Whether a watch reads an item in a language; items of uncertain language pass. */
export function readsLanguage({ lang }: WatchRule, item: MatchItem, language: string | null): boolean {
  if (lang.length === 0 || language === null || item.isLanguageGuessed === true) return true;
  return lang.some((each) => baseLanguage(each) === language);
}

/** The condition by which a watch does not read an item; null: it reads it. */
export function unreadReason(rule: WatchRule, item: MatchItem, language: string | null): "language" | "feed" | null {
  if (!readsLanguage(rule, item, language)) return "language";
  return readsFeed(rule.feeds, item.feed) ? null : "feed";
}
