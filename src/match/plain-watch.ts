import type { WatchRule } from "./rule-set.ts";

/** What a watch has that nothing holds back. */
export const NO_VETOES = { unless: null, unlessTitle: null, unlessAnywhere: null, exclude: [] } as const;

/** The conditions of a watch that reads every item. */
export const EVERY_ITEM: Pick<WatchRule, "lang" | "feeds"> = {
  lang: [],
  feeds: { ids: [], tags: [], notTags: [], kinds: [] },
};

/** A watch that asks one expression of every item; its title is the expression. */
export function plainWatch(id: string, match: string): WatchRule {
  return { id, title: match, match, ...NO_VETOES, ...EVERY_ITEM };
}
