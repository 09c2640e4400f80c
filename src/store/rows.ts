import type { Secret } from "../core/secret.ts";
import type { Evidence, FeedKind, Item, Severity, Veto } from "../core/vocabulary.ts";

/** Rows as the rest of the program sees them: camelCase, instants in epoch milliseconds UTC. */

export interface FeedState {
  feedId: string;
  /** As configured. */
  url: string;
  /** Where permanent redirects led, asked instead of `url`; null: `url` is asked. */
  effectiveUrl: string | null;
  /** Where permanent redirects led at the last poll, not believed yet. */
  movedTo: string | null;
  /** What was learnt about when the feed publishes, as JSON of the poll stage; null: nothing yet. */
  cadence: string | null;
  etag: string | null;
  lastModified: string | null;
  /** Hash of the last body read well. */
  bodyHash: string | null;
  /** When the first good fetch was stored; null: not yet. */
  baselineAt: number | null;
  /** When the summary of the baseline was created; null: not yet. */
  summaryAt: number | null;
  nextPollAt: number;
  failures: number;
  firstFailureAt: number | null;
  lastGoodAt: number | null;
  /** Good polls in a row since the last failure. */
  goodInRow: number;
  /** Documents since the last good poll whose reading was ended by force. */
  kills: number;
  /** Hubs that the last document named, as JSON of the poll stage; null: none. */
  hubLinks: string | null;
  /** How often a poll was asked for besides the planned ones, and how many of these are answered by polls. */
  requests: number;
  answeredRequests: number;
}

export interface PollRecord {
  feedId: string;
  startedAt: number;
  finishedAt: number;
  outcome: "read" | "unchanged" | "not-modified" | "failed";
  failureKind: string | null;
  failureMessage: string | null;
  httpStatus: number | null;
  added: number;
  revised: number;
  bytes: number;
}

/** What a poll changes in the feed's state; omitted keys stay. */
export interface FeedChange {
  etag?: string | null;
  lastModified?: string | null;
  bodyHash?: string | null;
  effectiveUrl?: string | null;
  movedTo?: string | null;
  cadence?: string;
  nextPollAt: number;
  failures: number;
  firstFailureAt: number | null;
  lastGoodAt?: number;
  goodInRow: number;
  kills: number;
  hubLinks?: string | null;
  /** How many requests were known when the poll began; where more came since, the feed is due again at `pollAt`. */
  requests?: { answered: number; pollAt: number };
}

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
  result: { kind: "text"; text: string } | { kind: "failed"; outcome: string; detail: string };
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
  kind: "send" | "join" | "collect" | "suppress";
  reason: string;
  detail: string | null;
  decidedAt: number;
}

export type DeliveryKind = "alert" | "digest" | "summary" | "notice";

export interface NewDelivery {
  key: string;
  kind: DeliveryKind;
  channelId: string;
  storyId: string | null;
  editionId: string | null;
  incidentId: string | null;
  /** For digests: one delivery a recipient. */
  recipient: string | null;
  /** Message snapshot as JSON for kinds that are not rendered from rows (notice, summary); null otherwise. */
  payload: string | null;
  severity: Severity;
  createdAt: number;
  dueAt: number;
}

export type DeliveryStatus = "pending" | "sent" | "failed" | "dropped";

export interface DeliveryRow extends NewDelivery {
  id: string;
  status: DeliveryStatus;
  /** Named reason of the end, or of the last attempt. */
  reason: string | null;
  detail: string | null;
  attempts: number;
  sentAt: number | null;
  /** The provider's name for the message (Slack channel and ts, Message-ID). */
  ref: string | null;
  /** Recipients that accepted already. */
  done: readonly string[];
}

export interface AttemptRow {
  id: string;
  deliveryId: string;
  startedAt: number;
  finishedAt: number | null;
  /** Null while unanswered; `unconfirmed`: the answer never came and the message was sent again. */
  outcome: "sent" | "retry" | "rejected" | "unconfirmed" | "confirmed" | "absent" | null;
  reason: string | null;
  detail: string | null;
}

/** How an attempt ends and what becomes of its delivery, in one transaction. */
export interface AttemptEnd {
  attemptId: string;
  finishedAt: number;
  outcome: Exclude<AttemptRow["outcome"], null>;
  reason: string | null;
  detail: string | null;
  delivery:
    | { status: "sent"; sentAt: number; ref: string | null }
    | { status: "pending"; dueAt: number }
    | { status: "failed"; reason: string };
  recipients: readonly { recipient: string; kind: "accepted" | "retry" | "rejected"; detail: string }[];
}

/** A match with its item and outlets, as messages need it. */
export interface TellableMatch extends MatchRow {
  item: Item;
  feedKind: FeedKind;
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

export interface IncidentRow {
  id: string;
  kind: "feed-failing" | "feed-suspended" | "feed-silent" | "channel-down";
  /** The feed or channel id. */
  subject: string;
  cause: string;
  openedAt: number;
  closedAt: number | null;
  /** Equal for incidents that have one cause, e.g. a host that is down; null: told by itself. */
  sharedCause: string | null;
  /** Incidents told in one notice have the id of one of them; null: not told yet. */
  groupId: string | null;
  /** When its recovery was told, or nothing was left to tell; null: something is. */
  settledAt: number | null;
}

export type NewIncident = Pick<IncidentRow, "kind" | "subject" | "cause" | "openedAt"> & { sharedCause?: string };

/** How a feed's latest poll ended. */
export interface LatestPoll {
  feedId: string;
  failureKind: string | null;
}

export interface Lease {
  name: string;
  owner: string;
  /** Grows with every new owner: a write by an older one is refused. */
  fencing: number;
  expiresAt: number;
}

export interface Coverage {
  feeds: number;
  polls: number;
  items: number;
}

/** A document as it was fetched, kept so that a person can look at it. */
export interface KeptDocument {
  feedId: string;
  /** `good`: its items were read; `bad`: it could not be read. */
  verdict: "good" | "bad";
  fetchedAt: number;
  /** Where it came from after all redirects. */
  url: string;
  contentType: string | null;
  /** Length of the whole document, unpacked; what is kept may be less. */
  bytes: number;
  /** Why it could not be read; null for a good one. */
  failure: string | null;
}

/** An operator's word that a feed is not to be polled for a while. */
export interface FeedPause {
  feedId: string;
  /** The feed is polled again from then on. */
  until: number;
  at: number;
  author: string;
  comment: string;
}

/** A stored item, its current revision, and the story it belongs to; null: not matched yet. */
export interface ArchivedItem extends Item {
  storyId: string | null;
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

/** What is remembered of one subscription to a feed at a hub. */
export interface SubscriptionRow extends SubscriptionChange {
  id: string;
  feedId: string;
  hub: string;
  /** The feed's name at the hub. */
  topic: string;
  /** The feed's `hubLinks` when it was made. */
  hubLinks: string;
  /** `http.public_url` when it was made. */
  publicUrl: string;
  /** What the hub signs its pushes with. */
  secret: Secret;
  /** Of the unguessable part of the callback. */
  callbackHash: string;
  createdAt: number;
}

/** How a subscription stands; the poll stage says what the states mean. */
export interface SubscriptionChange {
  state: "pending" | "active" | "denied" | "leaving";
  askedAt: number | null;
  attempts: number;
  /** When something is to be done about it. */
  nextAt: number;
  leaseUntil: number | null;
  pushedAt: number | null;
  detail: string | null;
}
