import type { DeliveryKind } from "../core/vocabulary.ts";
import type {
  AttemptEnd,
  AttemptRow,
  DeliveryRevision,
  DeliveryRow,
  NewDelivery,
  StoryDelivery,
  WaitingAlert,
} from "./delivery-rows.ts";
import type {
  CollectedMatch,
  DigestPlace,
  EarlierMatch,
  EditionRow,
  SetAsideRow,
  TellableMatch,
  ToldMatch,
} from "./match-rows.ts";
import type { Lease } from "./operation-rows.ts";

/** What the store answers about messages and editions: what is told of the matches. */

export interface DeliveryQueries {
  /** Creates unless the key exists; returns the id and whether it is new. */
  add(delivery: NewDelivery): Promise<{ id: string; added: boolean }>;
  attachMatches(deliveryId: string, matchIds: readonly string[]): Promise<void>;
  countMatches(deliveryId: string): Promise<number>;
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
  /**
   * Pending deliveries per channel, without those that wait for another; `since`: when the oldest was made, or let go
   * after it was held.
   */
  oldestPending(): Promise<readonly { channelId: string; since: number; count: number }[]>;
  /**
   * Alerts and roundups of them as in `oldestPending` that none of their recipients has, those due first, at most `limit`.
   */
  listWaitingAlerts(limit: number): Promise<readonly WaitingAlert[]>;
  /** Moves every pending delivery of a channel that is due earlier to `dueAt` (a channel that must wait). */
  postpone(channelId: string, dueAt: number): Promise<void>;
  /** Channels, but for these, of which deliveries are held or pending, how many, and since when the oldest is. */
  listWaitingElsewhere(
    channelIds: readonly string[],
  ): Promise<readonly { channelId: string; since: number; count: number }[]>;
  /** Drops what is held or pending on a channel, with the reason; the earliest first. */
  endWaiting(channelId: string, reason: string): Promise<readonly DeliveryRow[]>;
  /** Ids of pending edits and replies of the channel whose alert nobody will see, the earliest first. */
  listOrphans(channelId: string): Promise<readonly string[]>;
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
  /** Of those sent in [from, to), and of those made in it that are not sent. */
  countDuring(
    from: number,
    to: number,
  ): Promise<readonly { channelId: string; kind: DeliveryKind; status: DeliveryRow["status"]; count: number }[]>;
  count(): Promise<readonly { status: DeliveryRow["status"]; count: number }[]>;
}

export interface EditionQueries {
  /** Remembers a match for the channel's next edition; known pairs stay as they are. */
  collect(channelId: string, matchId: string, reason: string, now: number): Promise<void>;
  /** The one that fell due last at `now`; those that lie ahead were made by a clock that has been set back since. */
  latest(channelId: string, now: number): Promise<EditionRow | undefined>;
  /**
   * Creates the edition for `scheduledFor` unless it exists, numbers it, and takes every waiting entry of the
   * channel and what was set aside since the last one, all in the caller's transaction. Undefined: it existed.
   */
  create(edition: Omit<EditionRow, "id" | "number">): Promise<EditionRow | undefined>;
  /** Remembers a window without telling it: no number, no entries. */
  skip(window: Omit<EditionRow, "id" | "number">): Promise<void>;
  get(editionId: string): Promise<EditionRow | undefined>;
  /** Numbered editions created in [from, to), the earliest first. */
  listDuring(from: number, to: number): Promise<readonly { channelId: string; number: number }[]>;
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
  /** Channels for which entries wait, and since when the oldest does. */
  listWaitingChannels(): Promise<readonly { channelId: string; since: number }[]>;
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
