import type { Feed, Item, ReadItem } from "../core/vocabulary.ts";
import type {
  Coverage,
  FeedChange,
  FeedClaim,
  FeedPause,
  FeedState,
  KeptDocument,
  LatestPoll,
  PollRecord,
  SubscriptionChange,
  SubscriptionRow,
} from "./feed-rows.ts";
import type {
  ArchivedItem,
  DuePage,
  ItemLimits,
  ItemPosition,
  LangCount,
  ItemsRemoved,
  MatchStanding,
  PageDue,
  PageEnd,
  PageState,
  PendingItem,
  RecordedPage,
  SeenRange,
  StoredItems,
} from "./item-rows.ts";

/** What the store answers about feeds, documents, pages and items: everything up to matching. */

/** Feeds and their polling state, keyed by feed id and configured URL. */
export interface FeedQueries {
  /**
   * Makes the table hold exactly the configured feeds: new ones are due at `firstPollAt(feed)`; a changed URL drops
   * validators, body hash, the effective URL and what was learnt; feeds no longer configured are kept but never due.
   * Returns the ids that are new.
   */
  sync(feeds: readonly Feed[], firstPollAt: (feed: Feed) => number): Promise<readonly string[]>;
  get(feedId: string): Promise<FeedState | undefined>;
  list(): Promise<readonly FeedState[]>;
  /**
   * Due feeds whose claim is absent or expired, earliest first, `limit` at most; claims them for `claimMs`. Of a host
   * no more than `perHost` are claimed at a time.
   */
  claimDue(claim: FeedClaim): Promise<readonly FeedState[]>;
  /** Writes the poll record and the change of state together, and frees the claim. */
  recordPoll(record: PollRecord, change: FeedChange): Promise<void>;
  /** Feeds with a stored baseline, no summary yet, and no baseline item left to match that can be. */
  listWithoutSummary(): Promise<readonly FeedState[]>;
  /** Ids of feeds without a summary whose first read has not ended at `now`: not paused, and not failed so far. */
  listFirstReads(now: number): Promise<readonly string[]>;
  markSummary(feedIds: readonly string[], now: number): Promise<void>;
  /** Configured feeds that are not paused at `now`, and those of them that cannot be read or are suspended. */
  countFailing(now: number): Promise<{ total: number; failing: number }>;
  /** Feeds whose latest poll since then failed, with what came. */
  listFailedSince(since: number): Promise<readonly { feedId: string; message: string }[]>;
  /** Latest poll of each feed that was polled since then. */
  listLatestPolls(since: number): Promise<readonly LatestPoll[]>;
  /** Hosts of configured feeds, but for one, that gave a feed since then, and those that the latest poll did not reach. */
  countReach(asked: {
    since: number;
    besides: string;
    kinds: readonly string[];
  }): Promise<{ reached: number; unreachable: number }>;
  /** Divides the wait of each configured feed whose latest poll failed in one of these ways. */
  hasten(given: { now: number; kinds: readonly string[]; by: number }): Promise<void>;
  latestPoll(feedId: string): Promise<PollRecord | undefined>;
  /** Makes the feed due at `at`, unless it is due earlier; counts as a request that a poll under way does not answer. */
  pollBy(feedId: string, at: number): Promise<void>;
  /** Does not poll the feed until then; a second pause replaces the first. False: no configured feed has the id. */
  pause(pause: FeedPause): Promise<boolean>;
  /** Ends the pause; undefined: the feed was not paused at `now`. */
  resume(feedId: string, now: number): Promise<FeedPause | undefined>;
  /** Pauses of configured feeds that have not ended at `now`. */
  listPauses(now: number): Promise<readonly FeedPause[]>;
  /** Polls, feeds polled and items first seen in [from, to). */
  coverage(from: number, to: number): Promise<Coverage>;
}

export interface MatchedItem {
  id: string;
  revision: number;
  /** Of its text beyond what was matched. */
  cutBytes: number;
}

export interface ItemQueries {
  /**
   * Stores what a good fetch showed: unknown identities become items, known ones with another content hash become a
   * new revision. Nothing is stored twice, in whatever order or process this runs. Long readings are stored in
   * portions; after a failure the first ones may be there, and calling again adds the rest.
   * The first call for a feed that ends well sets `baselineAt`; all items stored until then are the baseline.
   * A revision keeps the text of the page. `pageDue` says which pages are to be read; left out: none.
   */
  addRead(feedId: string, items: readonly ReadItem[], now: number, pageDue?: PageDue): Promise<StoredItems>;
  /** Items whose current revision is unmatched and unclaimed and never failed, oldest first; claims them for `claimMs`. */
  claimUnmatched(now: number, claimMs: number, limit: number): Promise<readonly string[]>;
  /** The same of those that could not be matched at least once, and fewer than `MATCH_TRIES` times. */
  claimFailed(now: number, claimMs: number, limit: number): Promise<readonly string[]>;
  /** Holds the claims of those among `ids` that are not matched yet. */
  keepClaimed(ids: readonly string[], until: number): Promise<void>;
  /**
   * Counts a failure of this revision and claims the item until `nextAt`. Returns how many there are; undefined: it is
   * matched, or changed.
   */
  recordMatchFailure(failure: {
    id: string;
    revision: number;
    error: string;
    nextAt: number;
  }): Promise<number | undefined>;
  /** Undefined: there is no such item. */
  findMatchStanding(itemId: string): Promise<MatchStanding | undefined>;
  /** Items that are no longer handed out. */
  countUnmatchable(): Promise<number>;
  /** Gives each of these one more try. */
  retryUnmatchable(): Promise<void>;
  /** The still unmatched ones among `ids`, with their texts. */
  listPending(ids: readonly string[]): Promise<readonly PendingItem[]>;
  /** The still unmatched ones among `ids`. */
  listUnmatched(ids: readonly string[]): Promise<readonly string[]>;
  /** Whether its feed ever said something else of the item; the text of its page is no such change. */
  isRevisedByFeed(itemId: string): Promise<boolean>;
  get(itemId: string): Promise<Item | undefined>;
  /** Items whose current cleaned link is this one, the earliest first. */
  listByLink(cleanedLink: string): Promise<readonly Item[]>;
  /** Feeds that showed links on this host, with or without `www.`. Reads all items. */
  listFeedsLinkingTo(bareHost: string): Promise<readonly string[]>;
  /** A walk through the items of a range, oldest first: the next `limit` after a position. */
  listSeen(range: SeenRange, after: ItemPosition | null, limit: number): Promise<readonly ArchivedItem[]>;
  /** How many items of each language were first seen in [from, to). */
  countByLang(range: { from: number; to: number }): Promise<readonly LangCount[]>;
  /** When the oldest item was first seen; null: there is none. */
  oldestSeenAt(): Promise<number | null>;
  markAllMatched(items: readonly MatchedItem[]): Promise<void>;
  countUnmatched(): Promise<number>;
  /** Items in the baseline of these feeds. */
  countBaseline(feedIds: readonly string[]): Promise<number>;
}

/** Pages of items, whose text becomes a revision of the item. */
export interface PageQueries {
  /** Due and unclaimed pages, of each host the newest item's, none of hosts with a claimed one; claims them for `claimMs`. */
  claimDue(now: number, claimMs: number, limit: number): Promise<readonly DuePage[]>;
  get(itemId: string): Promise<(PageState & { feedId: string }) | undefined>;
  /**
   * Records a try and frees its claim; a text that says more than the item does becomes its new revision, all in one
   * transaction. Where the item's link changed meanwhile nothing is recorded. Undefined: item or link are gone.
   */
  finish(end: PageEnd): Promise<RecordedPage | undefined>;
}

export interface DocumentQueries {
  /** Keeps a document in the place of the feed's earlier one of the same verdict. `body` is compressed with gzip. */
  keep(document: KeptDocument, body: Uint8Array): Promise<void>;
  find(
    feedId: string,
    verdict: KeptDocument["verdict"],
  ): Promise<{ document: KeptDocument; body: Uint8Array } | undefined>;
}

/** Subscriptions to feeds at hubs. One of a feed is current; those in the state `leaving` are not. */
export interface SubscriptionQueries {
  /** Configured feeds that name hubs, are not paused at `now`, and have no current subscription. */
  listMissing(now: number): Promise<readonly { feedId: string; hubLinks: string }[]>;
  /**
   * Current subscriptions that nobody wants: their feed is not configured any more, is paused at `now`, names no hub
   * or, a day after they were made, other hubs or another topic, or the callback has another address. `publicUrl` null: all.
   */
  listUnwanted(publicUrl: string | null, now: number): Promise<readonly SubscriptionRow[]>;
  /** Those about which something is to be done at `now`, earliest first. */
  listDue(now: number): Promise<readonly SubscriptionRow[]>;
  get(id: string): Promise<SubscriptionRow | undefined>;
  findByCallback(callbackHash: string): Promise<SubscriptionRow | undefined>;
  /** The current one. */
  findByFeed(feedId: string): Promise<SubscriptionRow | undefined>;
  /** The current ones, by feed. */
  list(): Promise<readonly SubscriptionRow[]>;
  /** False: the feed has a current one. */
  add(subscription: SubscriptionRow): Promise<boolean>;
  change(id: string, change: SubscriptionChange): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * What removes old rows, oldest first and in small batches, so that nobody waits long for the store. Each answers how
 * many it removed; a batch that removed less than `limit` was the last. Identities of items (`seen_keys`) stay.
 */
export interface RetentionQueries {
  /**
   * Looks at the next `limit` items first seen before any of the limits and removes those that may go, with their
   * revisions and matches. Never removes what is still to be matched, told or collected. `next`: null at the end.
   * Under the lock "decide", since stories that lose their last item go too.
   */
  removeItems(limits: ItemLimits, after: ItemPosition | null, limit: number): Promise<ItemsRemoved>;
  /** Finished deliveries created before then, with their attempts; not the last one of a story that got a report since. */
  removeDeliveries(before: number, limit: number): Promise<number>;
  removeDecisions(before: number, limit: number): Promise<number>;
  /** Editions with what they told, except the latest of each channel, which the next one's number follows. */
  removeEditions(before: number, limit: number): Promise<number>;
  /** Closed before then. */
  removeIncidents(before: number, limit: number): Promise<number>;
  /** Ended before then, and told. */
  removeSilences(before: number, limit: number): Promise<number>;
  removeClaims(before: number, limit: number): Promise<number>;
  /** Configurations that are not active. */
  removeConfigs(before: number, limit: number): Promise<number>;
  removePolls(before: number, limit: number): Promise<number>;
  /** What is kept of items to compare later ones with. */
  removeSketches(before: number, limit: number): Promise<number>;
  /** Documents of feeds that are no longer configured. */
  removeDocuments(before: number, limit: number): Promise<number>;
  /** Bytes that are in use in the SQLite file, without its free pages; null on PostgreSQL. */
  usedBytes(): Promise<number | null>;
}

/** Hosts that asked for a pause (`Retry-After`): no process asks them before it is over. */
export interface HostQueries {
  /** Of two pauses of one host the longer one counts. */
  pause(host: string, until: number): Promise<void>;
  /** When the host may be asked again; null: now. */
  pausedUntil(host: string): Promise<number | null>;
}
