import type { DeliveryKind, PersonMention } from "../core/vocabulary.ts";
import type {
  AttemptEnd,
  AttemptRow,
  DeliveryRevision,
  DeliveryRow,
  NewDelivery,
  StoryDelivery,
} from "./delivery-rows.ts";
import type {
  CollectedMatch,
  DecisionRow,
  DigestPlace,
  EarlierMatch,
  EditionRow,
  MatchRow,
  SetAsideRow,
  TellableMatch,
  ToldMatch,
  TrialRow,
} from "./match-rows.ts";
import type { ChannelRateRow, IncidentRow, Lease, NewIncident } from "./operation-rows.ts";
import type { StoryReason, StoryRelation } from "./story-relation.ts";

/** What the store answers about stories, matches and messages: everything after matching, and how processes agree. */

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
  sketch: Uint8Array;
}

export interface SketchQueries {
  /**
   * For each list of keys the items seen at or after `since` that share most of them, at most `limit`, in the order of
   * the lists. A key that `crowd` items have counts as that part of one; an item needs half of one.
   */
  findSharing(
    keysOfItems: readonly (readonly bigint[])[],
    range: { since: number; limit: number; crowd: number },
  ): Promise<readonly (readonly (Sketched & { storyId: string })[])[]>;
  /** Each key remembers one item a place: the last one. */
  addSketches(items: readonly (Sketched & { keys: readonly bigint[]; place: number })[]): Promise<void>;
}

export interface MatchQueries {
  /** Inserts unless watch, item and revision are known; returns the match's id and whether it is new. */
  add(match: Omit<MatchRow, "id">): Promise<{ id: string; added: boolean }>;
  /** Whether this watch already matched an earlier revision of the item (without a veto). */
  hasEarlier(watchId: string, itemId: string, beforeRevision: number): Promise<boolean>;
  addDecision(decision: DecisionRow): Promise<void>;
  /** When a match of the story, or of the item, was last told on the channel or joined what was told; null: never. */
  lastHeardAt(of: { storyId: string } | { itemId: string }, channelId: string): Promise<number | null>;
  listDecisions(matchId: string): Promise<readonly DecisionRow[]>;
  /**
   * Unvetoed matches of these watches in [from, to) with items that are news, the earliest first: a row for each
   * channel that was left out because of the trial, or one without a channel.
   */
  listOnTrial(watchIds: readonly string[], range: { from: number; to: number }): Promise<readonly TrialRow[]>;
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

export interface DeliveryQueries {
  /** Creates unless the key exists; returns the id and whether it is new. */
  add(delivery: NewDelivery): Promise<{ id: string; added: boolean }>;
  attachMatches(deliveryId: string, matchIds: readonly string[]): Promise<void>;
  /** The alerts about a story on a channel with their edits and replies, whatever became of them; the earliest first. */
  listOfStory(storyId: string, channelId: string): Promise<readonly StoryDelivery[]>;
  /** What these deliveries tell, a match once for each. */
  listTold(deliveryIds: readonly string[]): Promise<readonly ToldMatch[]>;
  /** Edits and replies of an alert, the earliest first. */
  listChildren(deliveryId: string): Promise<readonly DeliveryRow[]>;
  get(deliveryId: string): Promise<DeliveryRow | undefined>;
  findByKey(key: string): Promise<DeliveryRow | undefined>;
  /**
   * Pending deliveries of a channel due at `now`: urgent before normal before low, then oldest first. What belongs to
   * another message waits for its end.
   */
  listDue(channelId: string, now: number, limit: number): Promise<readonly DeliveryRow[]>;
  /**
   * Channels that have something `listDue` would answer, edits or replies to drop, or unanswered attempts, and are not to
   * be left alone.
   */
  listChannelsWithWork(now: number): Promise<readonly string[]>;
  /** When the next pending delivery of any channel falls due after `now`; undefined: none. */
  nextDueAt(now: number): Promise<number | undefined>;
  /** Age basis of metrics and pages: creation of the oldest pending delivery per channel. */
  oldestPending(): Promise<readonly { channelId: string; createdAt: number; count: number }[]>;
  /** Pending alerts and roundups of them, those due first, at most `limit`; `triedAt`: their first attempt since an operator revived them. */
  listWaitingAlerts(
    limit: number,
  ): Promise<readonly { channelId: string; dueAt: number; heldUntil: number | null; triedAt: number | null }[]>;
  /** Moves every pending delivery of a channel that is due earlier to `dueAt` (a channel that must wait). */
  postpone(channelId: string, dueAt: number): Promise<void>;
  /** Ends pending deliveries of every channel that is not among the configured ones, with the reason. */
  dropForMissingChannels(configuredIds: readonly string[], reason: string): Promise<number>;
  /** Ends pending edits and replies of the channel whose alert failed or was dropped, with reason `parent-failed`. */
  dropOrphans(channelId: string): Promise<number>;
  /** Records that a request is about to leave; the fencing number must still be the lease's. */
  beginAttempt(deliveryId: string, lease: Lease, now: number): Promise<string>;
  endAttempt(end: AttemptEnd): Promise<void>;
  /** Attempts without an answer, of this channel: their process died or was cut off. */
  listUnanswered(channelId: string): Promise<readonly AttemptRow[]>;
  listAttempts(deliveryId: string): Promise<readonly AttemptRow[]>;
  /** Deliveries that tell of a match, digests too; the earliest first. */
  listByMatch(matchId: string): Promise<readonly DeliveryRow[]>;
  /** Deliveries of an edition, the earliest first. */
  listByEdition(editionId: string): Promise<readonly DeliveryRow[]>;
  /** What these deliveries tell, a match once; the earliest first. */
  listMatches(...deliveryIds: readonly string[]): Promise<readonly TellableMatch[]>;
  /** Newest first. */
  list(filter: {
    status?: DeliveryRow["status"];
    kind?: DeliveryKind;
    channelId?: string;
    limit: number;
  }): Promise<readonly DeliveryRow[]>;
  /** Moves a delivery by an operator's word and records it; false: it is in none of the states of `from`. */
  revise(deliveryId: string, revision: DeliveryRevision): Promise<boolean>;
  /** Of those created since then. */
  countSince(
    since: number,
  ): Promise<readonly { channelId: string; kind: DeliveryKind; status: DeliveryRow["status"]; count: number }[]>;
  count(): Promise<readonly { status: DeliveryRow["status"]; count: number }[]>;
}

export interface EditionQueries {
  /** Remembers a match for the channel's next edition; known pairs stay as they are. */
  collect(channelId: string, matchId: string, reason: string, now: number): Promise<void>;
  latest(channelId: string): Promise<EditionRow | undefined>;
  /**
   * Creates the edition for `scheduledFor` unless it exists, numbers it, and takes every waiting entry of the
   * channel and what was set aside since the last one, all in the caller's transaction. Undefined: it existed.
   */
  create(edition: Omit<EditionRow, "id" | "number">): Promise<EditionRow | undefined>;
  /** Remembers a window without telling it: no number, no entries. */
  skip(window: Omit<EditionRow, "id" | "number">): Promise<void>;
  get(editionId: string): Promise<EditionRow | undefined>;
  /** Numbered editions created since then, the earliest first. */
  listSince(since: number): Promise<readonly { channelId: string; number: number }[]>;
  countWaiting(channelId: string): Promise<number>;
  find(channelId: string, number: number): Promise<EditionRow | undefined>;
  /** 0: none was told yet. */
  lastNumber(channelId: string): Promise<number>;
  /** Numbered ones of a channel, or of all (null), the latest first. */
  list(channelId: string | null, limit: number): Promise<readonly EditionRow[]>;
  /** Where digests tell a match, by channel. */
  listByMatch(matchId: string): Promise<readonly DigestPlace[]>;
  listMatches(editionId: string): Promise<readonly CollectedMatch[]>;
  /** Matches that wait for the channel's next edition. */
  listWaiting(channelId: string): Promise<readonly CollectedMatch[]>;
  /** Matches of these stories that editions of the channel with a lower number told. */
  listEarlier(earlier: {
    channelId: string;
    before: number;
    storyIds: readonly string[];
  }): Promise<readonly EarlierMatch[]>;
  /** Channels for which entries wait. */
  listWaitingChannels(): Promise<readonly string[]>;
  /** Ends what waits for a channel's next edition: a decision with that reason in its place. */
  endWaiting(
    channelId: string,
    reason: string,
    now: number,
  ): Promise<readonly { matchId: string; headline: string; link: string | null }[]>;
  /**
   * Decisions of kind `suppress` that the edition took, with what they were about: those for its channel, and those by
   * which another channel's alert of a match that this one collects was not sent after all.
   */
  listSetAside(editionId: string): Promise<readonly SetAsideRow[]>;
  /** What an edition whose time begins at `since` would take. */
  listNotListed(channelId: string, since: number): Promise<readonly SetAsideRow[]>;
}

export interface IncidentQueries {
  /** Opens an incident unless one of this kind and subject is open; undefined: it was open already. */
  open(incident: NewIncident): Promise<IncidentRow | undefined>;
  /** Closes the open incident; undefined: none was open. */
  close(kind: IncidentRow["kind"], subject: string, now: number): Promise<IncidentRow | undefined>;
  listOpen(): Promise<readonly IncidentRow[]>;
  /** Those that were open at that instant, whatever became of them later. */
  listOpenAt(at: number): Promise<readonly IncidentRow[]>;
  /** Whether such an incident was open at `since` or at any time after. */
  wasOpen(kind: IncidentRow["kind"], subject: string, since: number): Promise<boolean>;
  findOpen(kind: IncidentRow["kind"], subject: string): Promise<IncidentRow | undefined>;
  /** Incidents of feeds, open or closed, of which something is still to be told; oldest first. */
  listUnsettled(): Promise<readonly IncidentRow[]>;
  /** Makes incidents one group, with one cause. */
  group(incidentIds: readonly string[], group: { groupId: string; sharedCause: string | null }): Promise<void>;
  /** Nothing is left to tell of these. */
  settle(incidentIds: readonly string[], now: number): Promise<void>;
}

export interface LeaseQueries {
  /** Takes a free or expired lease, or renews the owner's own; undefined: somebody else holds it. */
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined>;
  /** Gives it back. */
  release(lease: Lease): Promise<void>;
  /** Frees every lease and every claim of a feed, item or page: only where one process owns the store, at its start. */
  clear(): Promise<void>;
}

/** What channels have used of their rates, for all processes: only the holder of a channel's lease writes it. */
export interface RateQueries {
  get(channelId: string): Promise<ChannelRateRow | undefined>;
  put(channelId: string, used: { tokens: number; at: number }): Promise<void>;
  /** Nothing goes out on the channel before that instant. */
  pause(channelId: string, notBefore: number): Promise<void>;
}

/** Whether the work goes on, in whatever process; instants in epoch milliseconds, null: none. */
export interface ProgressQueries {
  /** Remembers the instant under the name; an earlier one than is remembered changes nothing. */
  mark(name: string, at: number): Promise<void>;
  markedAt(name: string): Promise<number | null>;
  /** Since when the longest waiting work of each kind waits. */
  oldestWork(
    now: number,
  ): Promise<{ feedDueAt: number | null; itemSeenAt: number | null; messageDueAt: number | null }>;
  /** When the last poll ended and the last attempt to send began. */
  latestWork(): Promise<{ polledAt: number | null; attemptedAt: number | null }>;
}

export interface ConfigQueries {
  /** Stores the configuration under its hash and makes it the active one. */
  activate(hash: string, body: string, now: number): Promise<void>;
  get(hash: string): Promise<string | undefined>;
}
