import type { Item } from "../core/vocabulary.ts";

/**
 * Items, their pages, and what retention removes, as rows the rest of the program sees: camelCase, instants in epoch
 * milliseconds UTC.
 */

/** A revision that could not be matched so often, all alone, is no longer handed out. */
export const MATCH_TRIES = 3;

export interface StoredItems {
  added: readonly string[];
  revised: readonly string[];
}

/** What is known of the page of an item. */
export interface PageState {
  url: string;
  /** When it is to be read; null: nothing is to be done. */
  dueAt: number | null;
  /** Failed tries since it was wanted. */
  tries: number;
  /** What the last try came to: `read`, `shorter`, `unchanged` or the kind of its failure; null: none yet. */
  outcome: string | null;
  detail: string | null;
  finishedAt: number | null;
}

/** A page to be read now. */
export interface DuePage {
  itemId: string;
  dueAt: number;
}

/** What one try to read a page came to, and what is still to be done. */
export interface PageEnd {
  itemId: string;
  /** That was asked for. */
  url: string;
  /** `lang`: as the text shows, for an item of which nothing else told it; null: unsure. */
  result: { kind: "text"; text: string; lang: string | null } | { kind: "failed"; outcome: string; detail: string };
  tries: number;
  dueAt: number | null;
  finishedAt: number;
}

/** How a page is recorded; `revised`: its text became a new revision of the item. */
export interface RecordedPage {
  outcome: string;
  revised: boolean;
}

/** Asked for each new or changed item of a poll: when its page is to be read; null: not at all. */
export type PageDue = (wish: {
  link: string | null;
  baseline: boolean;
  page: Pick<PageState, "dueAt" | "finishedAt"> | null;
}) => number | null;

/** An item waiting for the matcher, with what its feed says about it. */
export interface PendingItem extends Item {
  feedUrl: string;
}

/** What of a stored item and its current revision a scan reads, and the story it belongs to; null: no watch found anything in it. */
export interface ArchivedItem extends Pick<
  Item,
  | "id"
  | "feedId"
  | "title"
  | "summary"
  | "body"
  | "link"
  | "outlet"
  | "lang"
  | "publishedAt"
  | "firstSeenAt"
  | "baseline"
> {
  storyId: string | null;
}

/** Whether the matcher has answered an item's current revision. */
export interface MatchStanding {
  isMatched: boolean;
  /** Why it could not be matched and is not tried for now; null: it was, or will be. */
  unmatchable: string | null;
}

/** Items first seen in [from, to); of these languages, as items carry them (null: those without); left out: of all. */
export interface SeenRange {
  from: number;
  to: number;
  langs?: readonly (string | null)[];
}

/** Stored items of one language, as items carry it; null: those without. */
export interface LangCount {
  lang: string | null;
  items: number;
}

/** Where a walk through the items of the store goes on. */
export interface ItemPosition {
  firstSeenAt: number;
  id: string;
}

/** Which items may go, by how long ago they were first seen or matched; null: none. */
export interface ItemLimits {
  unmatchedBefore: number | null;
  matchedBefore: number | null;
}

export interface ItemsRemoved {
  removed: number;
  /** Null: the walk has reached the end. */
  next: ItemPosition | null;
}
