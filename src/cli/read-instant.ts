import { DAY_MS, MINUTE_MS } from "../core/time.ts";

/**
 * An instant as an operator writes it, epoch milliseconds: ISO 8601, in the given zone where it names none. Null: it is
 * none. A local time that clocks skip counts as its end, one that comes twice as the first.
 */
export function readInstant(text: string, timezone: string): number | null {
  const [, date, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  if (date === undefined) return null;
  const local = Date.parse(`${date}T${time ?? "00:00"}Z`);
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(date)) return null;
  if (offset !== undefined) return Date.parse(`${date}T${time ?? "00:00"}${offset}`);
  // The offset of the day before is the one that holds first where a time comes twice.
  const candidates = [local - DAY_MS, local + DAY_MS].map((near) => local - offsetAt(near, timezone));
  const exact = candidates.filter((instant) => instant + offsetAt(instant, timezone) === local);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

/** How far the zone's clocks are ahead of UTC, milliseconds. */
function offsetAt(instant: number, timezone: string): number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: timezone, timeZoneName: "longOffset" });
  const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  return sign === "-" ? -size : size;
}
