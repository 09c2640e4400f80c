import type { Secret } from "../core/secret.ts";

/**
 * Feeds, their polls and what surrounds them, as rows the rest of the program sees: camelCase, instants in epoch
 * milliseconds UTC.
 */

export interface FeedState {
  feedId: string;
  /** As configured. */
  url: string;
  /** Where permanent redirects led, asked instead of `url`; null: `url` is asked. */
  effectiveUrl: string | null;
  /** Of the URL that is asked. */
  host: string;
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
  /** How many polls were recorded. */
  polls: number;
}

export interface FeedClaim {
  now: number;
  claimMs: number;
  limit: number;
  perHost: number;
  /** Only feeds of this host; left out: of all. */
  host?: string;
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
  /** Goes with `effectiveUrl`. */
  host?: string;
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
  /** What the poll began with: where the feed has another URL or one more poll by now, it teaches nothing. */
  began?: Pick<FeedState, "url" | "polls">;
}

/** How a feed's latest poll ended. */
export interface LatestPoll {
  feedId: string;
  failureKind: string | null;
}

export interface Coverage {
  /** That were asked. */
  feeds: number;
  /** Of them, those that answered at least once. */
  read: number;
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
