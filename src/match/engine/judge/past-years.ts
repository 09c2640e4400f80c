import { once } from "../../../core/once.ts";

/** The built-in `@past`: four-digit years three or more before publication, decades that ended then, also Persian years. */

const YEARS_BACK = 3;
const FIRST_YEAR = 1800;
const FIRST_PERSIAN_YEAR = 1250;
const YEAR = /^\d{4}$/;
const DECADE = /^(\d{3}0)(?:s|er|ern|х|ті|ых)$/;
const LAST_YEAR_OF_DECADE = 9;
/** Languages of countries that count years by the Persian (Solar Hijri) calendar. */
const PERSIAN_CALENDAR = new Set(["fa", "ps", "ckb"]);

/** Takes long to make, and few items are asked for a Persian year. */
const persianYear = once(
  () => new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", timeZone: "UTC" }),
);

function persianYearAt(instant: number): number {
  const year = persianYear()
    .formatToParts(instant)
    .find(({ type }) => type === "year")?.value;
  return Number.parseInt(year ?? "", 10);
}

/** Tells past years for one item. */
export type PastYearTest = (token: string) => boolean;

/**
 * @param publishedAt epoch milliseconds; null: nothing is past
 * @param language of the item; null: unknown, so both calendars count
 */
export function pastYearTest(publishedAt: number | null, language: string | null): PastYearTest {
  if (publishedAt === null) return () => false;
  const latest = new Date(publishedAt).getUTCFullYear() - YEARS_BACK;
  const isPersian = language === null || PERSIAN_CALENDAR.has(language);
  const latestPersian = isPersian ? persianYearAt(publishedAt) - YEARS_BACK : 0;
  return (token) => {
    if (YEAR.test(token)) {
      const year = Number(token);
      if (year >= FIRST_YEAR) return year <= latest;
      return isPersian && year >= FIRST_PERSIAN_YEAR && year <= latestPersian;
    }
    const decade = DECADE.exec(token)?.[1];
    return decade !== undefined && Number(decade) >= FIRST_YEAR && Number(decade) + LAST_YEAR_OF_DECADE <= latest;
  };
}
