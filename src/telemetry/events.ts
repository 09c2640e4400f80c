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

/** A batch of items went through the matcher. */
interface ItemsMatched {
  jobId: string;
  items: number;
  matches: number;
  /** Items whose text was longer than what is matched. */
  cut: number;
  durationMs: number;
  /** From publication to first sight, for each new item whose feed dates it. */
  lagsMs: readonly number[];
}

/** A revision of an item matched a watch. */
interface Matched {
  matchId: string;
  watchId: string;
  itemId: string;
  /** What became of it on each channel: channel id → reason. */
  decisions: Readonly<Record<string, string>>;
}

/** An attempt to deliver has ended. */
export interface Delivered {
  deliveryId: string;
  channelId: string;
  outcome: "sent" | "retry" | "rejected";
  /** Why it was not sent; null when it was. */
  reason: string | null;
  detail: string | null;
  attempt: number;
  durationMs: number;
  /** From first sight of the item to now; null when nothing was sent or no single item is told. */
  lagMs: number | null;
}

/** An incident opened or closed. */
export interface IncidentChanged {
  incidentId: string;
  phase: "opened" | "closed";
  kind: string;
  /** The feed, channel or setting it is about. */
  subject: string;
  detail: string;
  /** Whether a person must act now. */
  page: boolean;
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

/** Old rows were removed; counts by kind. */
interface StorePruned {
  removed: Readonly<Record<string, number>>;
  durationMs: number;
}

/** A job's handler threw, or a queue's connection did: work waits for the sweep. */
interface JobFailed {
  queue: string | null;
  jobId: string | null;
  error: unknown;
}

/** The configuration was read, at the start or for a reload. `at` is epoch milliseconds. */
interface ConfigRead {
  valid: boolean;
  /** Of the configuration that runs from now on; null when the one before goes on. */
  hash: string | null;
  errors: number;
  at: number;
  /** Why it is not taken over, and every mistake with its place. */
  message?: string;
  mistakes?: readonly string[];
}

interface EntriesChanged {
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
}

/** Another configuration works from now on. */
interface ConfigTaken {
  hash: string;
  watches: EntriesChanged;
  feeds: EntriesChanged;
  channels: EntriesChanged;
  people: EntriesChanged;
  settings: readonly string[];
  /** Settings that stay as they were until the next start. */
  needsRestart: readonly string[];
  /** What new and changed watches find in the items of the last hours. */
  stored: { hours: number; watches: readonly { id: string; items: number }[] };
}

/** One call a business event: it feeds the log and the metrics alike. */
export interface Events {
  polled(event: Polled): void;
  pageRead(event: PageRead): void;
  feedMoved(event: FeedMoved): void;
  itemsMatched(event: ItemsMatched): void;
  matched(event: Matched): void;
  delivered(event: Delivered): void;
  incident(event: IncidentChanged): void;
  subscriptionChanged(event: SubscriptionChanged): void;
  pushed(event: Pushed): void;
  storePruned(event: StorePruned): void;
  jobFailed(event: JobFailed): void;
  configRead(event: ConfigRead): void;
  configTaken(event: ConfigTaken): void;
}

const DELIVERED_LEVEL = { sent: "info", retry: "warn", rejected: "error" } as const;
const SUBSCRIPTION_LEVEL = {
  made: "debug",
  asked: "debug",
  failed: "warn",
  confirmed: "info",
  denied: "warn",
  leaving: "info",
  removed: "info",
} as const;
const DELIVERED_MESSAGE = {
  sent: "message delivered",
  retry: "message not delivered yet",
  rejected: "message rejected",
} as const;

type FeedEvents = Pick<Events, "polled" | "pageRead" | "feedMoved" | "subscriptionChanged" | "pushed">;

function createFeedEvents({ log, metrics }: { log: Logger; metrics: Metrics }): FeedEvents {
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

export function createEvents({ log, metrics }: { log: Logger; metrics: Metrics }): Events {
  function itemsMatched({ lagsMs, ...fields }: ItemsMatched): void {
    for (const lagMs of lagsMs) metrics.itemLag.observe({ stage: "seen" }, Math.max(lagMs, 0) / 1000);
    metrics.cutItems.inc(fields.cut);
    log[fields.matches + fields.cut > 0 ? "info" : "debug"](fields, "items matched");
  }

  function matched(event: Matched): void {
    metrics.matches.inc({ watch: event.watchId });
    const reasons = Object.values(event.decisions);
    const wasThere = reasons.length > 0 && reasons.every((reason) => reason === "baseline");
    log[wasThere ? "debug" : "info"](event, "item matched");
  }

  function delivered(event: Delivered): void {
    const { channelId, outcome, lagMs } = event;
    metrics.deliveries.inc({ channel: channelId, outcome });
    if (lagMs !== null) metrics.itemLag.observe({ stage: "told" }, Math.max(lagMs, 0) / 1000);
    // Somebody deleted what was to be edited: nobody has to act.
    const level = event.reason === "message-gone" ? "info" : DELIVERED_LEVEL[outcome];
    log[level](event, DELIVERED_MESSAGE[outcome]);
  }

  function incident(event: IncidentChanged): void {
    if (event.phase === "closed") log.info(event, "incident closed");
    else log[event.page ? "error" : "warn"](event, "incident opened");
  }

  function storePruned(event: StorePruned): void {
    const total = Object.values(event.removed).reduce((sum, count) => sum + count, 0);
    log[total > 0 ? "info" : "debug"](event, "store pruned");
  }

  function jobFailed({ error, ...ids }: JobFailed): void {
    log.error({ ...ids, err: error }, ids.jobId === null ? "queue failed" : "job failed");
  }

  function configRead(event: ConfigRead): void {
    metrics.configRead(event.valid, event.at);
    if (event.valid) log.info(event, "configuration loaded");
    else log.error(event, "configuration refused");
  }

  function configTaken(event: ConfigTaken): void {
    log.info(event, "configuration reloaded");
  }
  const feedEvents = createFeedEvents({ log, metrics });
  return { ...feedEvents, itemsMatched, matched, delivered, incident, storePruned, jobFailed, configRead, configTaken };
}
