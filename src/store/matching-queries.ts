import type { PersonMention } from "../core/vocabulary.ts";
import type { DecisionRow, MatchRow, TellableMatch, TrialRow } from "./match-rows.ts";
import type { StoryReason, StoryRelation } from "./story-relation.ts";

/** What the store answers about stories and matches: what came of matching an item. */

export interface StoryItem {
  storyId: string;
  itemId: string;
  reason: StoryReason;
  relation?: StoryRelation | null;
  /** The item of the story that it was compared with. */
  likeItemId?: string | null;
  /** The outlet that it repeats. */
  cited?: string | null;
}

/** How an item stands in its story; null where it is the first, or put there by an earlier version. */
export interface StoryPlace {
  storyId: string;
  relation: StoryRelation | null;
  likeItemId: string | null;
  cited: string | null;
}

/** A member of a story as an operator is shown it. */
export interface StoryMember extends Required<StoryItem> {
  title: string;
  link: string | null;
  outlet: string | null;
  feedId: string;
  firstSeenAt: number;
  addedAt: number;
}

export interface StoryQueries {
  /** By cleaned link, the story of the earliest item with that link first seen at or after `since`. */
  findByLinks(cleanedLinks: readonly string[], since: number): Promise<ReadonlyMap<string, string>>;
  /** The story an item already belongs to. */
  findByItem(itemId: string): Promise<string | undefined>;
  /** The same for many, by item. */
  findByItems(itemIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** By item, the story and how the item stands in it. */
  findPlaces(itemIds: readonly string[]): Promise<ReadonlyMap<string, StoryPlace>>;
  create(now: number): Promise<string>;
  /** Stories under ids that the caller made. */
  createAll(storyIds: readonly string[], now: number): Promise<void>;
  /** An item that belongs to a story stays there. */
  addItems(items: readonly StoryItem[], now: number): Promise<void>;
  /** Its items, the first ones first; none: there is no such story. */
  listMembers(storyId: string): Promise<readonly StoryMember[]>;
  /** Takes an item out of its story into another one; its matches go with it. Undefined: the item is in no story. */
  moveItem(itemId: string, storyId: string, now: number): Promise<{ from: string } | undefined>;
}

/** What is kept to find the stories of later items. */
interface Sketched {
  itemId: string;
  outlet: string | null;
  seenAt: number;
  /** Stored as bytes in the order of the machine, which is little-endian. */
  sketch: Uint32Array;
}

export interface SketchQueries {
  /**
   * For each list of keys the items seen at or after `since` that share most of them, at most `limit`, in the order of
   * the lists. A key that `crowd` items have counts as that part of one; an item needs half of one.
   */
  findSharing(
    keysOfItems: readonly BigUint64Array[],
    range: { since: number; limit: number; crowd: number },
  ): Promise<readonly (readonly (Sketched & { storyId: string })[])[]>;
  /** Each key remembers one item a place: the last one. */
  addSketches(items: readonly (Sketched & { keys: BigUint64Array; place: number })[]): Promise<void>;
}

export interface MatchQueries {
  /** Inserts unless watch, item and revision are known; returns the match's id and whether it is new. */
  add(match: Omit<MatchRow, "id">): Promise<{ id: string; added: boolean }>;
  /** Whether this watch already matched an earlier revision of the item (without a veto). */
  hasEarlier(watchId: string, itemId: string, beforeRevision: number): Promise<boolean>;
  /**
   * Whether the channel was told, or will be, that this watch matched an earlier revision of the item: by a message that
   * has neither failed nor been dropped, by an edition, or at the end of a silence. Escalations stand alone.
   */
  wasTold(earlier: { watchId: string; itemId: string; beforeRevision: number }, channelId: string): Promise<boolean>;
  /**
   * Adds a match to whatever waits to be told of the same watch and item on the channel: what a silence keeps, a summary,
   * the next edition. What is told then reads as the item does now.
   */
  joinWaiting(
    match: { matchId: string; watchId: string; itemId: string; itemRevision: number },
    channelId: string,
  ): Promise<void>;
  /** Which of the matches are of items that their feed had changed by `at`, and that their watch did not match any more then. */
  listWithdrawn(matchIds: readonly string[], at: number): Promise<ReadonlySet<string>>;
  addDecision(decision: DecisionRow): Promise<void>;
  /** When a match of the story, or of the item, was last told on the channel or joined what was told; null: never. */
  lastHeardAt(of: { storyId: string } | { itemId: string }, channelId: string): Promise<number | null>;
  listDecisions(matchId: string): Promise<readonly DecisionRow[]>;
  /**
   * Unvetoed matches of these watches in [from, to) with items that are news, the earliest first: a row for each
   * channel that was left out because of the trial, or one without a channel.
   */
  listOnTrial(watchIds: readonly string[], range: { from: number; to: number }): Promise<readonly TrialRow[]>;
  /** Headlines of items, a thousand at most, that were too old in [from, to) for the alerts of their watches, and that no digest tells. */
  listTooLate(range: { from: number; to: number }): Promise<readonly string[]>;
  /** The matches of these ids that still exist, the earliest first. */
  listTellable(matchIds: readonly string[]): Promise<readonly TellableMatch[]>;
  /** Unvetoed baseline matches of these feeds with items published at or after `since`, newest first. */
  listBaseline(feedIds: readonly string[], since: number): Promise<readonly TellableMatch[]>;
  /** Matches of a watch with items first seen in [from, to), vetoed ones too: which revision of which item. */
  listRecorded(
    watchId: string,
    range: { from: number; to: number },
  ): Promise<readonly { itemId: string; vetoed: boolean }[]>;
  /** By story, the persons that its matches name. */
  listPeople(storyIds: readonly string[]): Promise<ReadonlyMap<string, readonly PersonMention[]>>;
  /** Whether the watch matched anything since then, vetoed matches included. */
  hasSince(watchId: string, since: number): Promise<boolean>;
  /** Every match of an item, with decisions, for `explain`. */
  listByItem(itemId: string): Promise<readonly MatchRow[]>;
}
