import { type Day, readDay } from "./date-day.ts";
import { findTime, MIDNIGHT, type Time } from "./date-time.ts";
import { offsetOfZoneText } from "./date-zone.ts";

const MINUTE = 60_000;
const LONGEST = 100;

/** Seconds or milliseconds since 1970, as some feeds write them. */
function readEpoch(text: string): number | null {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{13}$/.test(text) ? Number(text) : null;
}

function toWall({ year, month, day }: Day, { hour, minute, second, millisecond }: Time): number {
  const date = new Date(Date.UTC(2000, month, 1, hour, minute, second, millisecond));
  // Not in Date.UTC: it reads the years 0 to 99 as 1900 to 1999.
  return date.setUTCFullYear(year, month, day + (hour === 24 ? 1 : 0));
}

/** ctime puts the year behind the time: "Jan 4 16:29:06 2004", "Jul 15 01:16:00 +0000 2012". */
function splitCtime(before: string, after: string): { date: string; zone: string } {
  const year = /(?:^|\s)(\d{4})(?=\s|$)/.exec(after);
  if (year?.[1] === undefined || /\d{4}/.test(before)) return { date: before, zone: after };
  return { date: `${before} ${year[1]}`, zone: after.replace(year[0], " ") };
}

function readNormalised(text: string, timezone: string | null): number | null {
  const { time, before, after } = findTime(text) ?? { time: MIDNIGHT, before: text, after: "" };
  const { date, zone } = splitCtime(before, after);
  const day = readDay(date);
  if (day === null || time === null) return null;
  const wall = toWall(day, time);
  // Korean services write Korean time and no zone.
  const usual = timezone ?? (/[\uac00-\ud7af]/.test(text) ? "Asia/Seoul" : null);
  const offset = offsetOfZoneText(zone, wall, usual);
  return offset === null ? null : wall - offset * MINUTE;
}

/**
 * The instant that a feed's date string means, in epoch ms; null when it is no date. Reads RFC 822 and RFC 3339 dates,
 * their common misspellings, and what sites write by hand in a dozen languages; never what the host's own zone suggests.
 * @param timezone IANA zone of dates that name none; null: UTC
 */
export function readDate(raw: string, timezone: string | null): number | null {
  const text = raw
    .replace(/<!\[CDATA\[|\]\]>/g, "")
    .replace(/[\u200e\u200f\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text === "" || text.length > LONGEST) return null;
  return readEpoch(text) ?? readNormalised(text, timezone);
}
