import { createFeedEvents, type FeedEvents } from "./feed-events.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";

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
  /** Why it is not taken over, and every mistake with its place and remedy. */
  message?: string;
  mistakes?: readonly string[];
}

/** Ids or names. */
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
  lists: EntriesChanged;
  clauses: EntriesChanged;
  exclusions: EntriesChanged;
  settings: readonly string[];
  /** Settings that stay as they were until the next start. */
  needsRestart: readonly string[];
  /** What new and changed watches find in the items of the last hours, and which of them were not asked. */
  stored: { hours: number; watches: readonly { id: string; items: number }[]; notAsked: readonly string[] };
  /** Messages that wait for channels that the configuration does not have. */
  unsent: readonly { channelId: string; count: number; droppedAt: number | null }[];
}

/** One call a business event: it feeds the log and the metrics alike. */
export interface Events extends FeedEvents {
  itemsMatched(event: ItemsMatched): void;
  matched(event: Matched): void;
  delivered(event: Delivered): void;
  incident(event: IncidentChanged): void;
  storePruned(event: StorePruned): void;
  jobFailed(event: JobFailed): void;
  configRead(event: ConfigRead): void;
  configTaken(event: ConfigTaken): void;
}

const DELIVERED_LEVEL = { sent: "info", retry: "warn", rejected: "error" } as const;
const DELIVERED_MESSAGE = {
  sent: "message delivered",
  retry: "message not delivered yet",
  rejected: "message rejected",
} as const;

/** The calls, into a log and metrics; how loud an event is in the log is decided here, not by whoever calls. */
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
