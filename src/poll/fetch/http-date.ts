const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";
const IMF = new RegExp(`^\\w{3}, (?<day>\\d\\d) (?<month>\\w{3}) (?<year>\\d{4}) ${TIME} GMT$`);
const RFC850 = new RegExp(`^\\w{6,9}, (?<day>\\d\\d)-(?<month>\\w{3})-(?<year>\\d\\d) ${TIME} GMT$`);
const ASCTIME = new RegExp(`^\\w{3} (?<month>\\w{3}) (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`);

/** A two-digit year lies in the past when it would else be more than 50 years ahead (RFC 9110, section 5.6.7). */
function fullYear(text: string, now: number): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const thisYear = new Date(now).getUTCFullYear();
  const guess = thisYear - (thisYear % 100) + year;
  return guess > thisYear + 50 ? guess - 100 : guess;
}

/** An HTTP date in any of its three forms (RFC 9110, section 5.6.7) as epoch ms; null for anything else. */
export function parseHttpDate(text: string, now: number): number | null {
  const trimmed = text.trim();
  const groups = (IMF.exec(trimmed) ?? RFC850.exec(trimmed) ?? ASCTIME.exec(trimmed))?.groups;
  if (groups === undefined) return null;
  const { year = "", month = "", day, hour, minute, second } = groups;
  const monthIndex = MONTHS.indexOf(month);
  if (monthIndex === -1 || Number(hour) > 23 || Number(minute) > 59) return null;
  const midnight = Date.UTC(fullYear(year, now), monthIndex, Number(day));
  // The 31st of February would roll over into March.
  if (new Date(midnight).getUTCDate() !== Number(day)) return null;
  return midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}
