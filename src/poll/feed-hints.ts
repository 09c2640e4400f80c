import * as z from "zod";
import { DAY_MS, HOUR_MS } from "../core/time.ts";

/** What a feed document says about when to ask again. */
export const FeedHints = z.object({
  /** From `ttl` or `sy:updatePeriod`; null: says nothing. */
  gapMs: z.number().nullable(),
  /** An instant of publication: the others are whole gaps away (`sy:updateBase`); null: none is given. */
  baseAt: z.number().nullable().default(null),
  /** Hours of the day, UTC, 0 to 23, in which nobody needs to ask. */
  skipHours: z.array(z.int().min(0).max(23)),
  /** Days of the week, UTC, 0 = Sunday. */
  skipDays: z.array(z.int().min(0).max(6)),
});
export type FeedHints = z.infer<typeof FeedHints>;

const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
  yearly: 365 * DAY_MS,
};
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function readTtl(text: string | null): number | null {
  const minutes = Number(text?.trim() || Number.NaN);
  return minutes > 0 && Number.isFinite(minutes) ? minutes * 60_000 : null;
}

function readUpdatePeriod(period: string | null, frequency: string | null): number | null {
  const periodMs = PERIOD_MS[period?.trim().toLowerCase() ?? ""];
  const times = Number(frequency?.trim() || 1);
  return periodMs === undefined ? null : periodMs / (times >= 1 ? times : 1);
}

/** A W3C date and time with its zone, as the module wants it. */
function readUpdateBase(text: string | null): number | null {
  const at = Date.parse(text?.trim() ?? "");
  return Number.isNaN(at) ? null : at;
}

/** RSS counts the hours 0 to 23, its predecessor 1 to 24: 24 is midnight. */
function readSkipHours(text: string | null): number[] {
  const hours = [...(text ?? "").matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return [...new Set(hours.filter((hour) => hour <= 24).map((hour) => hour % 24))];
}

function readSkipDays(text: string | null): number[] {
  const names = [...(text ?? "").toLowerCase().matchAll(/[a-z]+day/g)].map(([name]) => DAYS.indexOf(name));
  return [...new Set(names.filter((day) => day >= 0))];
}

/**
 * Reads `ttl` (minutes), `skipHours` (GMT) and `skipDays` (RSS 2.0, https://www.rssboard.org/rss-specification) and
 * `sy:updatePeriod` with `sy:updateFrequency` and `sy:updateBase`
 * (https://web.resource.org/rss/1.0/modules/syndication/). Null: none.
 * @param field text of a child of the channel by its name in lower case; null where it is absent
 */
export function readFeedHints(field: (name: string) => string | null): FeedHints | null {
  const ttlMs = readTtl(field("ttl"));
  const gapMs = ttlMs ?? readUpdatePeriod(field("sy:updateperiod"), field("sy:updatefrequency"));
  const baseAt = ttlMs === null && gapMs !== null ? readUpdateBase(field("sy:updatebase")) : null;
  const skipHours = readSkipHours(field("skiphours"));
  const skipDays = readSkipDays(field("skipdays"));
  return gapMs === null && skipHours.length + skipDays.length === 0 ? null : { gapMs, baseAt, skipHours, skipDays };
}

/** From `now` to the next publication that the feed announces; its whole gap where it names no instant; 0: unknown. */
export function announcedGap({ gapMs, baseAt }: Pick<FeedHints, "gapMs" | "baseAt">, now: number): number {
  if (gapMs === null) return 0;
  if (baseAt === null) return gapMs;
  return baseAt + (Math.floor((now - baseAt) / gapMs) + 1) * gapMs - now;
}

/** The first instant from `at` on that the feed does not ask to skip; never more than 24 h later. */
export function afterSkipped(at: number, { skipHours, skipDays }: Pick<FeedHints, "skipHours" | "skipDays">): number {
  let open = at;
  for (let hours = 0; hours < 24; hours += 1) {
    const date = new Date(open);
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) return open;
    open = (Math.floor(open / HOUR_MS) + 1) * HOUR_MS;
  }
  return Math.min(open, at + DAY_MS);
}
