import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

/** A poll has ended. Durations are milliseconds. */
export interface Polled {
  feedId: string;
  outcome: "read" | "unchanged" | "not-modified" | "failed";
  /** Kind of failure and what came; null unless it failed. */
  failure: { kind: string; message: string } | null;
  added: number;
  revised: number;
  /** The document held more items than are read. */
  isCut: boolean;
  bytes: number;
  durationMs: number;
  nextPollAt: number;
  /** The rule that put the next poll there: `every`, `learned`, `backoff` … */
  nextPollReason: string;
}

/** One try to read the page of an item has ended. */
interface PageRead {
  itemId: string;
  feedId: string;
  host: string;
  /**
   * `read`: its text is the item's new body; `shorter`: the feed says more; `unchanged`: known already; `not-wanted`,
   * `replaced`: feed or link changed meanwhile; else the kind of failure.
   */
  outcome: string;
  detail: string | null;
  /** Failed ones since it was wanted. */
  tries: number;
  /** Epoch milliseconds; null: this outcome stands. */
  nextTryAt: number | null;
  bytes: number;
  characters: number;
  durationMs: number;
}

const PAGE_SUCCESSES: ReadonlySet<string> = new Set(["read", "shorter", "unchanged", "not-wanted", "replaced"]);

/** Permanent redirects are believed, or no longer: from now on the feed is asked at another address. */
interface FeedMoved {
  feedId: string;
  /** Of that address: its path may hold a key. */
  host: string;
  /** False: the address is the one in the configuration again. */
  moved: boolean;
}

/** A subscription to a hub moved on. Hosts only: addresses may hold keys. */
export interface SubscriptionChanged {
  subscriptionId: string;
  feedId: string;
  hub: string;
  change: "made" | "asked" | "failed" | "confirmed" | "denied" | "leaving" | "removed";
  /** Why; null where nothing is wrong. */
  detail: string | null;
  leaseMs: number | null;
}

/** A hub, or somebody who pretends to be one, posted to us. */
export interface Pushed {
  /** Null: no subscription has this callback. */
  feedId: string | null;
  outcome: "accepted" | "not-signed" | "unknown" | "too-large";
}

const SUBSCRIPTION_LEVEL = {
  made: "debug",
  asked: "debug",
  failed: "warn",
  confirmed: "info",
  denied: "warn",
  leaving: "info",
  removed: "info",
} as const;

/** What happens to feeds, their pages and their hubs. */
export interface FeedEvents {
  polled(event: Polled): void;
  pageRead(event: PageRead): void;
  feedMoved(event: FeedMoved): void;
  subscriptionChanged(event: SubscriptionChanged): void;
  pushed(event: Pushed): void;
}

/** Those of the calls that are about feeds, into a log and metrics. */
export function createFeedEvents({ log, metrics }: { log: Logger; metrics: Metrics }): FeedEvents {
  function polled(fields: Polled): void {
    metrics.polls.inc({ outcome: fields.outcome });
    metrics.items.inc(fields.added);
    if (fields.outcome === "failed") log.warn(fields, "feed poll failed");
    else if (fields.isCut) log.warn(fields, "feed polled, the items after its 10,000th left out");
    else log[fields.added > 0 ? "info" : "debug"](fields, "feed polled");
  }

  function pageRead(event: PageRead): void {
    metrics.pages.inc({ outcome: event.outcome });
    if (PAGE_SUCCESSES.has(event.outcome)) log.info(event, "page read");
    else log.warn(event, event.nextTryAt === null ? "page given up" : "page not read yet");
  }

  function feedMoved(event: FeedMoved): void {
    log.warn(event, event.moved ? "feed moved for good, its url should follow" : "feed asked at its url again");
  }

  function subscriptionChanged(event: SubscriptionChanged): void {
    log[SUBSCRIPTION_LEVEL[event.change]](event, "websub subscription changed");
  }

  function pushed(event: Pushed): void {
    metrics.pushes.inc({ outcome: event.outcome });
    // A callback that nobody has is anybody's guess; to be known, a token must be.
    log[event.outcome === "not-signed" || event.outcome === "too-large" ? "warn" : "debug"](
      event,
      "websub push received",
    );
  }
  return { polled, pageRead, feedMoved, subscriptionChanged, pushed };
}
