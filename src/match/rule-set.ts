import type { FeedKind } from "../core/vocabulary.ts";

/** Everything the engine compiles: plain data, so that it crosses threads and is hashed as it is. */
export interface RuleSet {
  lists: Readonly<Record<string, TermList>>;
  /** Named expressions, used as `@name`. */
  clauses: Readonly<Record<string, string>>;
  /** Named vetoes, used by `exclude`. */
  exclusions: Readonly<Record<string, string>>;
  people: readonly Person[];
  /** Persons of files, besides `people`. */
  imported?: ImportedPeople;
  watches: readonly WatchRule[];
}

export interface Term {
  /** A word or phrase of the watch language's list syntax: `embassy`, `seek* asylum`, `*attaché`, `hands ..3 passport`. */
  term: string;
  /** English meaning, shown beside foreign evidence. */
  gloss: string | null;
  /** Longer phrases that hide the term where they cover it. */
  not: readonly string[];
}

/** The key of a list's terms for every language. */
export const EVERY_LANGUAGE = "*";

/** A list by language, or under `EVERY_LANGUAGE`. */
export type TermList = Readonly<Record<string, readonly Term[]>>;

export interface Person {
  id: string;
  name: string;
  names: readonly string[];
  role: string | null;
  groups: readonly string[];
  /** Look-alikes: a name that cancels the covered span, or `Name (words)`: not where a bracket word stands near. */
  not: readonly string[];
  status: "serving" | "former" | "dead";
  /** Known, but not part of `person:*`. */
  background: boolean;
  /** When a surname alone counts; absent: `auto`, beside an office word or the full name. */
  surname?: "auto" | "never" | "always";
  /** How freely the person is recognised; absent: `careful` in the background, else `full`. */
  match?: "full" | "careful" | "listed";
  /** Two-letter codes of the countries the person serves or served. */
  countries?: readonly string[];
  /** Other ids that mean the person. */
  formerIds?: readonly string[];
}

/**
 * Persons read from files, packed: text crosses threads at the cost of copying it, a hundred thousand objects do not.
 * They are unpacked where they are compiled.
 */
export interface ImportedPeople {
  /** Each a JSON array of `Person`. */
  portions: readonly string[];
  count: number;
  /** Every group that one of them is in. */
  groups: readonly string[];
  /** Changes with what is in the portions. */
  hash: string;
}

/** Which feeds a watch reads; every list means "any of", an empty list "no condition". */
export interface FeedCondition {
  ids: readonly string[];
  tags: readonly string[];
  notTags: readonly string[];
  kinds: readonly FeedKind[];
}

export interface WatchRule {
  id: string;
  title: string;
  match: string;
  unless: string | null;
  unlessTitle: string | null;
  unlessAnywhere: string | null;
  exclude: readonly string[];
  /** Languages the watch reads; empty: all. Items of uncertain language pass. */
  lang: readonly string[];
  feeds: FeedCondition;
  /**
   * Of a watch that asks a part of another one, as `explain` makes them: the alternative of the other that the part stands
   * in, which decides whether persons must be named beyond doubt; null: they need not be, as in vetoes. Absent: the watch
   * stands for itself.
   */
  partOf?: string | null | undefined;
}

/** The item as the engine reads it: plain text. */
export interface MatchItem {
  id: string;
  title: string;
  summary: string;
  body: string;
  lang: string | null;
  /** `lang` is what the text looks like: it chooses the terms of lists, and no watch leaves the item out for it. */
  isLanguageGuessed?: boolean;
  /** Conditions on an absent feed, and on what is null of it, are skipped. */
  feed: { id: string | null; tags: readonly string[] | null; kind: FeedKind | null } | null;
  publishedAt: number | null;
  /** Ids of persons whom the item's story names in full elsewhere; absent: nobody. */
  knownPeople?: readonly string[];
}
