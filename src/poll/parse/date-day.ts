import { DAY_MS } from "../../core/time.ts";
import { commonYear, type Day, fromPersian, isPersianYear } from "./date-calendars.ts";
import { monthOf } from "./date-months.ts";
import { ZONE_MINUTES } from "./zone-minutes.ts";

type Tokens = readonly [string, string, string];

function fullYear(text: string): number | null {
  const year = Number(text);
  if (!/^\d+$/.test(text)) return null;
  if (text.length === 4) return commonYear(year);
  return text.length === 2 ? year + (year < 70 ? 2000 : 1900) : null;
}

function dayOf(year: number | null, month: number | null, dayText: string): Day | null {
  const day = Number(dayText);
  if (year === null || month === null || !(month >= 0 && month <= 11) || !/^\d{1,2}$/.test(dayText)) return null;
  if (isPersianYear(year)) return fromPersian({ year, month, day });
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

/** ISO 8601 week dates: 2026-W48-2, 2026W48. The first week of a year has its 4 January. */
function weekDay(text: string): Day | null {
  const [, year = "", week = "", weekday = "1"] = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/.exec(text) ?? [];
  if (year === "" || week === "00") return null;
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS + (Number(week) - 1) * 7 * DAY_MS;
  if (new Date(monday + 3 * DAY_MS).getUTCFullYear() !== Number(year)) return null;
  const date = new Date(monday + (Number(weekday) - 1) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

/** 2003, 20031231, 2003365, 031231. */
function readOneToken(token: string): Day | null {
  if (/^[12]\d{3}$/.test(token)) return dayOf(fullYear(token), 0, "1");
  if (/^[12]\d{7}$/.test(token))
    return dayOf(fullYear(token.slice(0, 4)), Number(token.slice(4, 6)) - 1, token.slice(6));
  if (/^[12]\d{6}$/.test(token)) return ordinalDay(Number(token.slice(0, 4)), Number(token.slice(4)));
  if (/^\d{6}$/.test(token)) return dayOf(fullYear(token.slice(0, 2)), Number(token.slice(2, 4)) - 1, token.slice(4));
  return null;
}

/** 2003-12, 2003-365, Nov 2003. */
function readTwoTokens(first: string, second: string): Day | null {
  if (/^\d{4}$/.test(first) && /^\d{3}$/.test(second)) return ordinalDay(Number(first), Number(second));
  if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second)) return dayOf(fullYear(first), Number(second) - 1, "1");
  return /^\d{4}$/.test(second) ? dayOf(fullYear(second), monthOf(first), "1") : null;
}

export type SlashOrder = "month-first" | "day-first";

/** 12/31/2003 (in the document's order unless impossible); 31.12.2003, 31-12-2003, 31 12 2003 (day first). */
function readNumericDay([first, second, last]: Tokens, separator: string, slashOrder: SlashOrder): Day | null {
  const year = fullYear(last);
  const monthFirst = dayOf(year, Number(first) - 1, second);
  const dayFirst = dayOf(year, Number(second) - 1, first);
  if (separator === "-" && last.length === 2) return dayOf(fullYear(first), Number(second) - 1, last) ?? dayFirst;
  return separator === "/" && slashOrder === "month-first" ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst);
}

function readThreeTokens(tokens: Tokens, separator: string, slashOrder: SlashOrder): Day | null {
  const [first, second, last] = tokens;
  const named = monthOf(second);
  if (/^\d{4}$/.test(first)) {
    const month = named ?? (/^\d{1,3}$/.test(second) ? Number(second) - 1 : null);
    return dayOf(fullYear(first), month, last) ?? dayOf(fullYear(first), Number(last) - 1, second);
  }
  if (named !== null) return /^\d+$/.test(first) ? dayOf(fullYear(last), named, first) : null;
  if (monthOf(first) !== null) return /^\d+$/.test(second) ? dayOf(fullYear(last), monthOf(first), second) : null;
  return tokens.every((token) => /^\d{1,4}$/.test(token)) ? readNumericDay(tokens, separator, slashOrder) : null;
}

/** A word that names no month says nothing about the day: a weekday, "published", "um". */
function isMere(token: string | undefined): boolean {
  return token !== undefined && /^\p{L}/u.test(token) && monthOf(token) === null;
}

/** Words that stand inside a date: "24th of November", "24 de noviembre de 2026". */
const JOINING = new Set(["of", "de", "del", "at", "the"]);

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replace(/[([{【][^)\]}】]*(?:[)\]}】]|$)/g, " ")
    .replace(/(\d+)\s?[년年]\s?(\d+)\s?[월月]\s?(\d+)\s?[일日号]/u, "$1-$2-$3 ")
    .replace(/(\d+)\s?tháng\s?(\d+),?\s?(?:năm\s)?(\d{4})/u, "$3-$2-$1 ")
    .replace(/(كانون|تشرين)\s(?=ال)/gu, "$1")
    .replace(/(\d)(?:st|nd|rd|th|er|º)(?![\p{L}\d])/gu, "$1")
    .trim();
}

/** The words and numbers of a date without those that say nothing at its ends. */
function tokensOf(compact: string): string[] {
  const tokens = compact.split(/[\s,/.-]+/).filter((token) => /[\p{L}\d]/u.test(token) && !JOINING.has(token));
  while (isMere(tokens[0])) tokens.shift();
  while (tokens.length > 3 && isMere(tokens.at(-1))) tokens.pop();
  if (ZONE_MINUTES.has(tokens.at(-1) ?? "")) tokens.pop();
  return tokens;
}

/**
 * The day that a text means, words around it ignored; null when it names none. Knows ISO 8601, named months in any
 * language of Unicode's tables, and numbers in the order their separator suggests.
 */
export function readDay(text: string, slashOrder: SlashOrder): Day | null {
  const compact = normalised(text);
  const yearMonth = /^-(\d{2})-?(\d{2})$/.exec(compact);
  if (yearMonth !== null) return dayOf(fullYear(yearMonth[1] ?? ""), Number(yearMonth[2]) - 1, "1");
  if (/^\d{4}-?w/.test(compact)) return weekDay(compact);
  const separator = /\d([/.-])\s?\d/.exec(compact)?.[1] ?? " ";
  const tokens = tokensOf(compact);
  const [first = "", second = "", third = "", ...rest] = tokens;
  // "mar., 01 déc. 2020" is a Tuesday: a month's short form that another month follows is a weekday.
  if (rest.length > 0) return monthOf(first) === null ? null : readDay(tokens.slice(1).join(separator), slashOrder);
  if (third !== "") return readThreeTokens([first, second, third], separator, slashOrder);
  return second === "" ? readOneToken(first) : readTwoTokens(first, second);
}
