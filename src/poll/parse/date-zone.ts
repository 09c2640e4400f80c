import { MINUTE_MS } from "../../core/time.ts";
import { OTHER_ZONE_MINUTES, ZONE_MINUTES } from "./zone-minutes.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  try {
    const formatter = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formatters.set(zone, formatter);
    return formatter;
  } catch {
    return null; // Not an IANA name.
  }
}

function offsetAt(formatter: Intl.DateTimeFormat, instant: number): number {
  const name = formatter.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Minutes east of UTC of an IANA zone at a wall-clock time (epoch ms as if UTC); null for an unknown zone. */
function offsetOfZone(zone: string, wall: number): number | null {
  const formatter = formatterOf(zone);
  if (formatter === null) return null;
  const guess = offsetAt(formatter, wall);
  // Once more at the guessed instant: the zone may have changed its clocks in between.
  return offsetAt(formatter, wall - guess * MINUTE_MS);
}

function numericOffset(text: string): number | null {
  const [, sign, hours, minutes = "0"] =
    /^(?:[a-z]{2,5}|z)?\s?([+\-−–])\s?(\d{1,2})[: ]?(\d{2})?\s?z?$/.exec(text.toLowerCase()) ?? [];
  if (sign === undefined || Number(hours) > 18 || Number(minutes) > 59) return null;
  return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

/** @param usual minutes of the feed's own zone, which says what an ambiguous name means */
function namedOffset(name: string, wall: number, usual: number): number | null {
  const key = name
    .toLowerCase()
    .replaceAll(".", "")
    .replace(/^etc\//, "");
  if (OTHER_ZONE_MINUTES.get(key)?.includes(usual) === true) return usual;
  const minutes = ZONE_MINUTES.get(key) ?? numericOffset(key);
  if (minutes !== null) return minutes;
  // Military letters were specified with the wrong sign: they tell nothing (RFC 5322, section 4.3).
  if (/^[a-z]$/.test(key)) return 0;
  return /^[A-Za-z]+\/[\w+\-/]+$|^[A-Z]{3}\d[A-Z]{3}$/.test(name) ? offsetOfZone(name, wall) : null;
}

/** "Pacific Standard Time" is PST. */
function initialsOf(text: string): string {
  return /^(?:[A-Z][a-z]+ ){2,3}Time$/.test(text) ? text.replace(/[^A-Z]/g, "") : text;
}

/** What stands after a time, without the remark in brackets that often follows; it counts where it stands alone. */
function withoutRemark(text: string): string {
  const bare = text.replace(/\([^)]*\)|\[[^\]]*\]/g, " ").trim();
  return initialsOf(bare === "" ? text.replace(/[()[\]]/g, " ").trim() : bare);
}

/**
 * Minutes east of UTC that stand after a time; an absent or unknown zone is `timezone` (IANA; null: UTC). A broken
 * numeric offset gives null: the instant is unknown.
 * @param wall epoch ms of the wall-clock time as if it were UTC
 */
export function offsetOfZoneText(zoneText: string, wall: number, timezone: string | null): number | null {
  const text = withoutRemark(zoneText);
  const usual = (timezone === null ? 0 : offsetOfZone(timezone, wall)) ?? 0;
  if (text === "") return usual;
  const whole = numericOffset(text) ?? namedOffset(text, wall, usual);
  if (whole !== null) return whole;
  const [first = "", ...rest] = text.split(" ");
  if (/^(?:gmt|utc|ut)?\s?[+\-−]/i.test(text))
    return rest.every((word) => /^[A-Za-z.]+$/.test(word)) ? numericOffset(first) : null;
  return namedOffset(first, wall, usual) ?? usual;
}
