import type { Evidence, FeedKind, Item, PersonMention, Severity, Veto } from "../core/vocabulary.ts";
import type { StoryRelation } from "./story-relation.ts";

/** Matches, decisions and editions, as rows the rest of the program sees: camelCase, instants in epoch milliseconds UTC. */

export interface MatchRow {
  id: string;
  watchId: string;
  watchTitle: string;
  watchRevision: string;
  severity: Severity;
  itemId: string;
  itemRevision: number;
  storyId: string;
  evidence: Evidence;
  veto: Veto | null;
  matchedAt: number;
}

export interface DecisionRow {
  matchId: string;
  channelId: string;
  kind: "send" | "follow-up" | "edit" | "correct" | "hold" | "join" | "collect" | "suppress";
  reason: string;
  detail: string | null;
  decidedAt: number;
}

/** A match with its item and outlets, as messages need it. */
export interface TellableMatch extends MatchRow {
  item: Item;
  feedKind: FeedKind;
  /** How the item compares with others of its story; null: it is the first one. */
  relation: StoryRelation | null;
  likeItemId: string | null;
  cited: string | null;
}

/** A match that a message tells, without the texts of its item. */
export interface ToldMatch {
  /** The alert, edit or reply that told it. */
  deliveryId: string;
  matchId: string;
  watchId: string;
  watchTitle: string;
  severity: Severity;
  itemId: string;
  itemRevision: number;
  people: readonly PersonMention[];
  /** The headline as it read then. */
  title: string;
  outlet: string | null;
  feedId: string;
  feedKind: FeedKind;
  firstSeenAt: number;
  relation: StoryRelation | null;
  likeItemId: string | null;
  cited: string | null;
}

/** Where a digest tells a match that it collected. */
export interface DigestPlace {
  channelId: string;
  reason: string;
  collectedAt: number;
  /** Null: it waits for the channel's next edition. */
  edition: { id: string; number: number | null; scheduledFor: number } | null;
}

/** A match that waits for an edition, or that one took. */
export interface CollectedMatch extends TellableMatch {
  /** `late`: older than its watch wants news to be. */
  reason: string;
}

/** A match that an edition told. */
export interface EarlierMatch extends TellableMatch {
  editionNumber: number;
}

export interface EditionRow {
  id: string;
  channelId: string;
  /** 1, 2, 3 … per channel; null: a window that was not told (the opening of the channel, an empty one). */
  number: number | null;
  scheduledFor: number;
  fromAt: number;
  toAt: number;
  createdAt: number;
}

/** A decision to set a match aside, with what it was about. */
export interface SetAsideRow {
  channelId: string;
  itemId: string;
  reason: string;
  detail: string | null;
  headline: string;
  link: string | null;
  watchTitle: string;
}

/** A match of a watch on trial, once for each channel that it would have told. */
export interface TrialRow {
  matchId: string;
  watchId: string;
  storyId: string;
  headline: string;
  /** Null: it would have told none. */
  channelId: string | null;
}
