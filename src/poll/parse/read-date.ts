import { monthOf, ZONE_MINUTES } from "./date-words.ts";
import { offsetOfZoneText } from "./date-zone.ts";

const MINUTE = 60_000;
const LONGEST = 100;

interface Day {
  year: number;
  /** 0 to 11. */
  month: number;
  day: number;
}

interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0 };

/** Hour, minute, optional second and fraction; a.m. or p.m. before or after. A fourth group is no time. */
const TIME =
  /(?:^|[\s,_]|(?<=\d)T|-)(?:(오전|오후|上午|下午|午前|午後)\s?)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?(?![:\d])(?:\s*([ap])\.?\s?m\b\.?)?/iu;
/** ISO 8601 basic form: 20031231T101455. */
const BASIC_TIME = /(?<=\d)T(\d{2})(\d{2})(\d{2})?(?!\d)/;
const AFTERNOON = /^(?:오후|下午|午後|p)$/i;

function numbers(parts: readonly (string | undefined)[]): number[] {
  return parts.map((part) => Number(part ?? 0));
}

function readTime(match: RegExpExecArray): Time | null {
  const [, before, hourText, minuteText, secondText, fraction, after] = match;
  const [clock = 0, minute = 0, second = 0] = numbers([hourText, minuteText, secondText]);
  const half = before ?? after;
  let hour = clock;
  if (half !== undefined) {
    if (AFTERNOON.test(half)) hour = clock < 12 ? clock + 12 : clock;
    else hour = clock === 12 ? 0 : clock;
  }
  const isMidnight24 = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isMidnight24) || minute > 59 || second > 60) return null;
  return { hour, minute, second, millisecond: Math.trunc(Number(`0.${fraction ?? "0"}`) * 1000) };
}

function fullYear(text: string): number | null {
  const year = Number(text);
  if (!/^\d+$/.test(text)) return null;
  if (text.length === 4) return year;
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : null;
}

function dayOf(year: number | null, month: number | null, dayText: string): Day | null {
  const day = Number(dayText);
  if (year === null || month === null || !(month >= 0 && month <= 11) || !/^\d{1,2}$/.test(dayText)) return null;
  const longest = new Date(Date.UTC(2000, month + 1, 0)).getUTCDate();
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day < 1 || day > (month === 1 && !isLeap ? 28 : longest)) return null;
  return { year, month, day };
}

function ordinalDay(year: number, dayOfYear: number): Day | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, 0, dayOfYear);
  return date.getUTCFullYear() === year ? { year, month: date.getUTCMonth(), day: date.getUTCDate() } : null;
}

/** 2003, 20031231, 2003365, 031231. */
function readOneToken(token: string): Day | null {
  if (/^[12]\d{3}$/.test(token)) return dayOf(Number(token), 0, "1");
  if (/^[12]\d{7}$/.test(token))
    return dayOf(fullYear(token.slice(0, 4)), Number(token.slice(4, 6)) - 1, token.slice(6));
  if (/^[12]\d{6}$/.test(token)) return ordinalDay(Number(token.slice(0, 4)), Number(token.slice(4)));
  if (/^\d{6}$/.test(token)) return dayOf(fullYear(token.slice(0, 2)), Number(token.slice(2, 4)) - 1, token.slice(4));
  return null;
}

/** 2003-12, 2003-365, Nov 2003. */
function readTwoTokens(first: string, second: string): Day | null {
  if (/^\d{4}$/.test(first) && /^\d{3}$/.test(second)) return ordinalDay(Number(first), Number(second));
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second)) return dayOf(Number(first), Number(second) - 1, "1");
  return /^\d{4}$/.test(second) ? dayOf(Number(second), monthOf(first), "1") : null;
}

/** 12/31/2003 (month first unless impossible); 31.12.2003, 31-12-2003, 31 12 2003 (day first). */
function readNumericDay([first, second, last]: readonly [string, string, string], separator: string): Day | null {
  const year = fullYear(last);
  const monthFirst = dayOf(year, Number(first) - 1, second);
  const dayFirst = dayOf(year, Number(second) - 1, first);
  if (separator === "-" && last.length === 2) return dayOf(fullYear(first), Number(second) - 1, last) ?? dayFirst;
  return separator === "/" ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function readThreeTokens(tokens: readonly [string, string, string], separator: string): Day | null {
  const [first, second, last] = tokens;
  const named = monthOf(second);
  if (/^\d{4}$/.test(first)) {
    const month = named ?? (/^\d{1,3}$/.test(second) ? Number(second) - 1 : null);
    return dayOf(Number(first), month, last) ?? dayOf(Number(first), Number(last) - 1, second);
  }
  if (named !== null) return /^\d+$/.test(first) ? dayOf(fullYear(last), named, first) : null;
  if (monthOf(first) !== null) return /^\d+$/.test(second) ? dayOf(fullYear(last), monthOf(first), second) : null;
  return tokens.every((token) => /^\d{1,4}$/.test(token)) ? readNumericDay(tokens, separator) : null;
}

function isLeadingWord(token: string | undefined): boolean {
  return token !== undefined && /^\p{L}/u.test(token) && monthOf(token) === null;
}

function readDay(text: string): Day | null {
  const compact = text
    .toLowerCase()
    .replace(/(\d+)\s?[년年]\s?(\d+)\s?[월月]\s?(\d+)\s?[일日]/u, "$1-$2-$3")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .trim();
  const yearMonth = /^-(\d{2})-?(\d{2})$/.exec(compact);
  if (yearMonth !== null) return dayOf(fullYear(yearMonth[1] ?? ""), Number(yearMonth[2]) - 1, "1");
  const separator = /\d([/.-])\s?\d/.exec(compact)?.[1] ?? " ";
  const tokens = compact.split(/[\s,/.\-]+/).filter((token) => token !== "" && token !== "de" && token !== "at");
  while (isLeadingWord(tokens[0])) tokens.shift();
  const last = tokens.at(-1);
  if (last !== undefined && ZONE_MINUTES.has(last)) tokens.pop();
  const [first = "", second = "", third = "", ...rest] = tokens;
  // "mar., 01 déc. 2020" is a Tuesday: a month's short form that another month follows is a weekday.
  if (rest.length > 0) return monthOf(first) === null ? null : readDay(tokens.slice(1).join(separator));
  if (third !== "") return readThreeTokens([first, second, third], separator);
  return second === "" ? readOneToken(first) : readTwoTokens(first, second);
}

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
  const match = TIME.exec(text) ?? null;
  const basic = match === null ? BASIC_TIME.exec(text) : null;
  const found = match ?? basic;
  const before = found === null ? text : text.slice(0, found.index);
  const after = found === null ? "" : text.slice(found.index + found[0].length);
  const { date, zone } = splitCtime(before, after);
  const day = readDay(date);
  let time: Time | null = MIDNIGHT;
  if (match !== null) time = readTime(match);
  else if (basic !== null) {
    const [hour = 0, minute = 0, second = 0] = numbers(basic.slice(1));
    time = hour > 23 || minute > 59 || second > 60 ? null : { hour, minute, second, millisecond: 0 };
  }
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
