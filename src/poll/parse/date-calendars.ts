import { DAY_MS } from "../../core/time.ts";
const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** A day of the Gregorian calendar. */
export interface Day {
  year: number;
  /** 0 to 11. */
  month: number;
  day: number;
}

/** Years that only the Persian solar calendar has in our time: Gregorian ones are long past. */
export function isPersianYear(year: number): boolean {
  return year >= 1350 && year < 1450;
}

/** The Gregorian day of a Persian one; null when the month has no such day. */
export function fromPersian({ year, month, day }: Day): Day | null {
  // Months have 31 days, from the seventh on 30; the year begins between 19 and 22 March.
  const daysBefore = month < 6 ? month * 31 : 186 + (month - 6) * 30;
  const guess = Date.UTC(year + 621, 2, 20) + (daysBefore + day - 1) * DAY_MS;
  for (const instant of [guess - DAY_MS, guess, guess + DAY_MS, guess + 2 * DAY_MS]) {
    const parts = Object.fromEntries(persian.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    if (parts["year"] !== year || parts["month"] !== month + 1 || parts["day"] !== day) continue;
    const date = new Date(instant);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
  }
  return null;
}

/** A year as Thai sites count it, from the death of the Buddha, in the Gregorian count; others as they are. */
export function commonYear(year: number): number {
  return year >= 2500 && year < 2600 ? year - 543 : year;
}
