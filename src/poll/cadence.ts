import * as z from "zod";
import { FeedHints } from "./feed-hints.ts";
import { DAY_MS, HOUR_MS } from "../core/time.ts";

const HOURS_OF_WEEK = 168;
/** Half-lives of what is remembered: how much comes, and in which hours of the week it comes. */
const RATE_HALF_LIFE_MS = 3 * DAY_MS;
const HABIT_HALF_LIFE_MS = 14 * DAY_MS;
/** Dates in the first document that are older say little about what comes now. */
const LONGEST_PAST_MS = 14 * DAY_MS;
/** A few items of one moment are no rate. */
const SHORTEST_PAST_MS = 10 * 60_000;
const SHORTEST_LATEST_MS = 60_000;
/** Habits are believed after two weeks, in which every hour came twice. */
const LEARNT_AFTER_MS = 14 * DAY_MS;
/** Chance meets one silence of so many expected arrivals in e¹⁴ = 1.2 million: a year of some hundred feeds. */
const UNLIKELY_ARRIVALS = 14;

/** What the polls of a feed have taught about when it publishes. Kept as JSON with the feed's state. */
const Cadence = z.object({
  /** First good fetch. */
  learntSince: z.number(),
  /** Items weighted by age (half-life 3 days) as of `countedAt`, counted from `countedSince` on. */
  count: z.number(),
  countedAt: z.number(),
  countedSince: z.number(),
  /** Items in the last document. */
  window: z.number(),
  /** It held more, which were not read. */
  isCut: z.boolean().default(false),
  /** When the last new item was seen. */
  lastItemAt: z.number(),
  /** Items of the last document that brought any, which were published after `since`, the good poll before it. */
  latest: z.object({ count: z.number(), since: z.number() }).default({ count: 0, since: 0 }),
  /**
   * Polls that brought something new, by hour of the week (UTC, 0 = Sunday 00:00). Each counts by its weight at
   * `learntSince`, which doubles every 14 days, so that nothing has to decay.
   */
  arrivals: z.array(z.number()).length(HOURS_OF_WEEK),
  /** The longest silence so far, in arrivals that were expected meanwhile. */
  longestSilence: z.number(),
  hints: FeedHints.nullable(),
});
export type Cadence = z.infer<typeof Cadence>;

/** What one good fetch showed. */
export interface Sighting {
  /** Publication dates of all items of the document, null where there is none. */
  publishedAt: readonly (number | null)[];
  added: number;
  /** The good poll before this one; null: there was none. */
  since: number | null;
  hints: FeedHints | null;
  /** The document held more items than were read. */
  isCut?: boolean;
}

/** The stored form; what is absent or unreadable (written by another version) is learnt anew. */
export function readCadence(text: string | null): Cadence | null {
  if (text === null) return null;
  try {
    return Cadence.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function halved(halfLifeMs: number, ms: number): number {
  return 2 ** (-ms / halfLifeMs);
}

/** Time that an exponentially weighted count over `ms` stands for. */
function weightedMs(halfLifeMs: number, ms: number): number {
  return (halfLifeMs / Math.LN2) * (1 - halved(halfLifeMs, ms));
}

/** The first document teaches by its dates: what it published before anybody looked. */
function beginCadence({ publishedAt, hints, isCut = false }: Sighting, now: number): Cadence {
  const dates = publishedAt.filter((date) => date !== null).filter((date) => date <= now);
  const known = dates.filter((date) => date > now - LONGEST_PAST_MS);
  return {
    learntSince: now,
    count: known.reduce((sum, date) => sum + halved(RATE_HALF_LIFE_MS, now - date), 0),
    countedAt: now,
    countedSince: Math.max(Math.min(now, ...dates), now - LONGEST_PAST_MS),
    window: publishedAt.length,
    isCut,
    lastItemAt: now,
    latest: { count: 0, since: now },
    arrivals: Array.from({ length: HOURS_OF_WEEK }, () => 0),
    longestSilence: 0,
    hints,
  };
}

/** The hour of the week in UTC; the epoch was a Thursday. */
function hourOfWeek(instant: number): number {
  return (Math.floor(instant / HOUR_MS) + 4 * 24) % HOURS_OF_WEEK;
}

/** The cadence after one more good fetch. */
export function learn(cadence: Cadence | null, sighting: Sighting, now: number): Cadence {
  if (cadence === null) return beginCadence(sighting, now);
  const { added, since, hints, isCut = false } = sighting;
  const window = sighting.publishedAt.length;
  if (added === 0) return { ...cadence, window, isCut, hints };
  const arrivals = [...cadence.arrivals];
  const hour = hourOfWeek(now);
  const weight = 1 / halved(HABIT_HALF_LIFE_MS, now - cadence.learntSince);
  arrivals[hour] = rounded((arrivals[hour] ?? 0) + weight);
  const silence = Math.min(expectedArrivals(cadence, now), silenceLimit(cadence));
  return {
    ...cadence,
    count: rounded(cadence.count * halved(RATE_HALF_LIFE_MS, now - cadence.countedAt) + added),
    countedAt: now,
    window,
    isCut,
    lastItemAt: now,
    latest: { count: added, since: since ?? now },
    arrivals,
    longestSilence: rounded(Math.max(cadence.longestSilence, silence)),
    hints,
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** New items an hour. */
export function itemsPerHour(cadence: Cadence, now: number): number {
  const count = cadence.count * halved(RATE_HALF_LIFE_MS, now - cadence.countedAt);
  const knownMs = weightedMs(RATE_HALF_LIFE_MS, now - cadence.countedSince);
  return (count * HOUR_MS) / Math.max(knownMs, SHORTEST_PAST_MS);
}

/**
 * New items an hour at the fastest that was seen lately: over days, or since the poll before the last that brought
 * any. A document that shows nothing but new items may have shown others in between, so it proves only part of a rush.
 */
export function fastestPerHour(cadence: Cadence, now: number): number {
  const { count, since } = cadence.latest;
  const latest = (count * HOUR_MS) / Math.max(now - since, SHORTEST_LATEST_MS);
  return Math.max(itemsPerHour(cadence, now), latest);
}

/** Whether nothing says yet how much the feed publishes: its first document had no dates, and nothing came since. */
export function isRateUnknown({ count, countedSince, learntSince }: Cadence): boolean {
  return count === 0 && countedSince === learntSince;
}

/** Arrivals that the habits of this feed make one expect between its last new item and now. */
function expectedArrivals(cadence: Cadence, now: number): number {
  const { learntSince, lastItemAt, arrivals } = cadence;
  const learntMs = now - learntSince;
  if (learntMs < LEARNT_AFTER_MS) return 0;
  const growth = 1 / halved(HABIT_HALF_LIFE_MS, learntMs);
  const hoursEach = (weightedMs(HABIT_HALF_LIFE_MS, learntMs) * growth) / HOUR_MS / HOURS_OF_WEEK;
  let expected = 0;
  for (let at = lastItemAt; at < now;) {
    const end = Math.min(now, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    expected += ((arrivals[hourOfWeek(at)] ?? 0) / hoursEach) * ((end - at) / HOUR_MS);
    at = end;
  }
  return expected;
}

function silenceLimit({ longestSilence }: Cadence): number {
  return Math.max(UNLIKELY_ARRIVALS, 1.5 * longestSilence);
}

/**
 * Why a feed that reads well must be called silent; null: it need not. `expect_every` decides where it is given, else
 * what was learnt: as many arrivals are missing as chance does not explain, and half as many again as ever before.
 */
export function silenceOf(cadence: Cadence, expectEveryMs: number | null, now: number): string | null {
  const silentMs = now - cadence.lastItemAt;
  const since = `nothing new since ${new Date(cadence.lastItemAt).toISOString().slice(0, 16)}Z`;
  if (expectEveryMs !== null) {
    return silentMs > expectEveryMs ? `${since}, though something is expected every ${asHours(expectEveryMs)}` : null;
  }
  const expected = expectedArrivals(cadence, now);
  if (expected <= silenceLimit(cadence)) return null;
  return `${since}, where it usually publishes ${Math.round(expected)} times in ${asHours(silentMs)}`;
}

function asHours(ms: number): string {
  return ms < 2 * HOUR_MS ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / HOUR_MS)} h`;
}
