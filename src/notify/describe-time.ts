import { DAY_MS, HOUR_MS, MINUTE_MS } from "../core/time.ts";

/** Instants and spans in words, for people who read in one time zone. Pure; instants are epoch milliseconds, UTC. */

const LAST_INSTANT = 8.64e15;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Of the times asked for last: an edition names each several times, and to take one apart takes as long as a line. */
const known = new Map<string, Record<string, string>>();
const MOST_KNOWN = 2000;

function partsOf(instant: number, zone: string): Record<string, string> {
  const key = `${Math.floor(instant / MINUTE_MS)} ${zone}`;
  const parts = known.get(key) ?? readParts(instant, zone);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, parts);
  return parts;
}

function readParts(instant: number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  const inRange = Math.max(-LAST_INSTANT, Math.min(instant, LAST_INSTANT));
  return Object.fromEntries(format.formatToParts(inRange).map(({ type, value }) => [type, value]));
}

function dayOf(parts: Record<string, string>): string {
  return `${parts["weekday"]} ${parts["day"]} ${parts["month"]}`;
}

function timeOf(parts: Record<string, string>): string {
  return `${parts["hour"]}:${parts["minute"]}`;
}

/** "London" for Europe/London, "UTC" for UTC. */
export function zoneCity(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "Tue 20 Jan 07:00"; with the year when it lies half a year or more from `near`. */
export function formatInstant(instant: number, zone: string, near = instant): string {
  const parts = partsOf(instant, zone);
  const year = Math.abs(instant - near) > 180 * DAY_MS ? ` ${parts["year"]}` : "";
  return `${dayOf(parts)}${year} ${timeOf(parts)}`;
}

/** "Tue 20 Jan 07:00–15:00 London", with both days where they differ, and one time within a minute. */
export function formatRange(from: number, to: number, zone: string): string {
  const start = partsOf(from, zone);
  if (Math.floor(from / MINUTE_MS) === Math.floor(to / MINUTE_MS))
    return `${dayOf(start)} ${timeOf(start)} ${zoneCity(zone)}`;
  const end = partsOf(to, zone);
  const sameDay = dayOf(start) === dayOf(end) && start["year"] === end["year"];
  const span = sameDay
    ? `${dayOf(start)} ${timeOf(start)}–${timeOf(end)}`
    : `${dayOf(start)} ${timeOf(start)} – ${dayOf(end)} ${timeOf(end)}`;
  return `${span} ${zoneCity(zone)}`;
}

/** "40 s", "3 min", "2 h 5 min", "3 d 4 h". */
export function formatSpan(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / 1000))} s`;
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  const [unit, next, names] =
    ms < DAY_MS ? [HOUR_MS, MINUTE_MS, ["h", "min"] as const] : [DAY_MS, HOUR_MS, ["d", "h"] as const];
  const whole = Math.floor(ms / unit);
  const rest = Math.floor((ms % unit) / next);
  return rest === 0 ? `${whole} ${names[0]}` : `${whole} ${names[0]} ${rest} ${names[1]}`;
}
