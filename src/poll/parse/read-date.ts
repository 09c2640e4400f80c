import { MINUTE_MS } from "../../core/time.ts";
import type { Day } from "./date-calendars.ts";
import { readDay, type SlashOrder } from "./date-day.ts";
import { findTime, MIDNIGHT, type Time } from "./date-time.ts";
import { offsetOfZoneText } from "./date-zone.ts";
import { readStandardDate } from "./read-standard-date.ts";
import { ZONE_MINUTES } from "./zone-minutes.ts";

const LONGEST = 100;
/** 24/11/2026: no month is the 24th. */
const SURE_DAY_FIRST = /(?<![\d/])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/\d/;
const SURE_MONTH_FIRST = /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:1[3-9]|2\d|3[01])\/\d/;

/** What a document's dates leave to their reader. */
export interface DateHabits {
  /** IANA zone of dates that name none; null: UTC. */
  timezone: string | null;
  slashOrder: SlashOrder;
}

/** Seconds or milliseconds since 1970, as some feeds write them. */
function readEpoch(text: string): number | null {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Math.trunc(Number(text) * 1000);
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

/** Epoch ms of a wall-clock time as if it were UTC; 24:00 and a leap second run into the next day. */
function toWall({ year, month, day }: Day, { hour, minute, second, millisecond }: Time): number {
  // Not by Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  const midnight = new Date(0).setUTCFullYear(year, month, day);
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** What stands around a time as day and zone: the day may stand behind ("07:05 GMT, 24 November 2026"). */
function splitAround(before: string, after: string): { date: string; zone: string } {
  if (!/\d/.test(before)) {
    const [, zone = ""] = /^\s*([A-Za-z]+|[+-]\d{2}:?\d{2})(?=[\s,])/.exec(after) ?? [];
    const isZone = /^[+-]/.test(zone) || ZONE_MINUTES.has(zone.toLowerCase());
    return isZone ? { date: after.replace(zone, " "), zone } : { date: after, zone: "" };
  }
  // ctime puts the year behind the time: "Jan 4 16:29:06 2004", "Jul 15 01:16:00 +0000 2012".
  const year = /(?:^|\s)(\d{4})(?=\s|$)/.exec(after);
  if (year?.[1] === undefined || /\d{4}/.test(before)) return { date: before, zone: after };
  return { date: `${before} ${year[1]}`, zone: after.replace(year[0], " ") };
}

function readNormalised(text: string, { timezone, slashOrder }: DateHabits): number | null {
  const { time, before, after } = findTime(text) ?? { time: MIDNIGHT, before: text, after: "" };
  const { date, zone } = splitAround(before, after);
  const day = readDay(date, slashOrder);
  if (day === null || time === null) return null;
  const wall = toWall(day, time);
  // Korean services write Korean time and no zone.
  const usual = timezone ?? (/[\uac00-\ud7af]/.test(text) ? "Asia/Seoul" : null);
  const offset = offsetOfZoneText(zone, wall, usual);
  return offset === null ? null : wall - offset * MINUTE_MS;
}

/** Digits of any script as ASCII: each script has its ten in a row. */
function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}

/** Forms without a separator between day and time, and days with a zone (XML Schema), as ISO 8601 writes them. */
function separated(text: string): string {
  return text
    .replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6")
    .replace(/^(\d{4}-\d\d-\d\d)(?:T|\s?(Z|[+-]\d\d:?\d\d))$/i, "$1T00:00$2");
}

/** The order of a document's dates like 5/11/2026: day first where others of its dates can be read in no other way. */
export function findSlashOrder(dates: readonly string[]): SlashOrder {
  const isDayFirst =
    dates.some((date) => SURE_DAY_FIRST.test(date)) && !dates.some((date) => SURE_MONTH_FIRST.test(date));
  return isDayFirst ? "day-first" : "month-first";
}

/**
 * The instant that a feed's date string means, in epoch ms; null when it is no date. Reads RFC 822 and RFC 3339 dates,
 * their common misspellings, and what sites write by hand in some fifty languages; never what the host's own zone suggests.
 */
export function readDate(raw: string, habits: DateHabits): number | null {
  const standard = readStandardDate(raw.trim());
  if (standard !== null) return standard;
  const text = raw
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/[\u200e\u200f\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text.length > LONGEST) return null;
  const ascii = /^[ -~]*$/.test(text) ? text : asciiDigits(text.normalize("NFKC"));
  return readEpoch(ascii) ?? readNormalised(separated(ascii), habits);
}
