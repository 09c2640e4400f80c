import { monthOf, ZONE_MINUTES } from "./date-words.ts";

export interface Day {
  year: number;
  /** 0 to 11. */
  month: number;
  day: number;
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

/**
 * The day that a text means, the weekday and anything else before it ignored; null when it names none. Knows ISO 8601,
 * named months in a dozen languages, and numbers in the order their separator suggests.
 */
export function readDay(text: string): Day | null {
  const compact = text
    .toLowerCase()
    .replace(/(\d+)\s?[년年]\s?(\d+)\s?[월月]\s?(\d+)\s?[일日]/u, "$1-$2-$3")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1")
    .trim();
  const yearMonth = /^-(\d{2})-?(\d{2})$/.exec(compact);
  if (yearMonth !== null) return dayOf(fullYear(yearMonth[1] ?? ""), Number(yearMonth[2]) - 1, "1");
  const separator = /\d([/.-])\s?\d/.exec(compact)?.[1] ?? " ";
  const tokens = compact.split(/[\s,/.-]+/).filter((token) => token !== "" && token !== "de" && token !== "at");
  while (isLeadingWord(tokens[0])) tokens.shift();
  const last = tokens.at(-1);
  if (last !== undefined && ZONE_MINUTES.has(last)) tokens.pop();
  const [first = "", second = "", third = "", ...rest] = tokens;
  // "mar., 01 déc. 2020" is a Tuesday: a month's short form that another month follows is a weekday.
  if (rest.length > 0) return monthOf(first) === null ? null : readDay(tokens.slice(1).join(separator));
  if (third !== "") return readThreeTokens([first, second, third], separator);
  return second === "" ? readOneToken(first) : readTwoTokens(first, second);
}
