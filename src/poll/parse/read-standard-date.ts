import { MINUTE_MS } from "../../core/time.ts";
import { monthOf } from "./date-months.ts";

/** 2026-11-24T07:05:09.250+01:00 */
const RFC_3339 = /^((?:1[5-9]|20)\d\d)-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
/** Tue, 24 Nov 2026 07:05:09 +0100 */
const RFC_822 =
  /^(?:[A-Za-z]{3}, )?(\d\d?) ([A-Za-z]{3}) ((?:1[5-9]|20)\d\d) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|Z|[+-]\d{4})$/;

/** Minutes east of UTC at the end of a text; none are UTC. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(text.slice(-6)) ?? [];
  if (sign === undefined) return 0;
  const offset = Number(hours) > 18 || Number(minutes) > 59 ? Number.NaN : Number(hours) * 60 + Number(minutes);
  return sign === "+" ? offset : -offset;
}

function instantOf(text: string, parts: readonly (string | undefined)[], month: number): number | null {
  const [year = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  const millisecond = Math.trunc(Number(/\.\d+/.exec(text)?.[0] ?? 0) * 1000);
  const wall = Date.UTC(year, month, day, hour, minute, second, millisecond);
  const instant = wall - offsetOf(text) * MINUTE_MS;
  const isDay = new Date(wall).getUTCDate() === day && new Date(wall).getUTCMonth() === month;
  return isDay && !Number.isNaN(instant) ? instant : null;
}

/**
 * The instant, in epoch ms, of a date exactly as RFC 3339 or RFC 822 ask for: nine in ten dates. Null for any other
 * text, and for leap seconds, 24:00 and days that do not exist.
 */
export function readStandardDate(text: string): number | null {
  const iso = RFC_3339.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second] = iso;
    return instantOf(text, [year, day, hour, minute, second], Number(month) - 1);
  }
  const mail = RFC_822.exec(text);
  if (mail === null) return null;
  const [, day, name = "", year, hour, minute, second] = mail;
  const month = monthOf(name.toLowerCase());
  return month === null ? null : instantOf(text, [year, day, hour, minute, second], month);
}
