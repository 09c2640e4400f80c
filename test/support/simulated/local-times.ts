import type { ChannelPlan } from "../../../src/decide/options.ts";
import { HOUR_MS } from "../pipeline/pipeline-rig.ts";

const MINUTE = 60_000;
const DAY = 24 * HOUR_MS;

/** A day's date and time in a zone, as a clock on the wall there shows them. */
function wallClock(zone: string): (instant: number) => { day: string; time: string } {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "2-digit",
    month: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (instant) => {
    const [day = "", time = ""] = format.format(instant).split(", ");
    return { day, time };
  };
}

const days = new Map<string, { day: string; minutes: ReadonlyMap<string, number> }[]>();

/** For each local day the first instant of every minute that its clocks show. */
function localDays(zone: string, from: number, to: number): { day: string; minutes: ReadonlyMap<string, number> }[] {
  const key = `${zone} ${from} ${to}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const read = wallClock(zone);
  const found = new Map<string, Map<string, number>>();
  for (let instant = from; instant < to; instant += MINUTE) {
    const { day, time } = read(instant);
    const minutes = found.get(day) ?? new Map<string, number>();
    found.set(day, minutes);
    if (!minutes.has(time)) minutes.set(time, instant);
  }
  const whole = [...found].map(([day, minutes]) => ({ day, minutes }));
  days.set(key, whole);
  return whole;
}

/**
 * When clocks of a zone show these times, told by looking at a clock each minute: the first time of two, and where the
 * time is left out, the first minute after the gap. Whole local days only; instants in order.
 */
function localTimes(zone: string, times: readonly string[], from: number, to: number): number[] {
  const whole = localDays(zone, from, to).slice(1, -1);
  return whole.flatMap(({ minutes }) => times.map((time) => firstAt(minutes, time))).toSorted((a, b) => a - b);
}

function firstAt(minutes: ReadonlyMap<string, number>, time: string): number {
  const shown = minutes.get(time);
  if (shown !== undefined) return shown;
  return Math.min(...[...minutes].filter(([other]) => other > time).map(([, instant]) => instant));
}

/** Every time at which an edition of the channel is due, told without the program's calendar. */
export function scheduleOf(
  { digest, timezone }: ChannelPlan,
  { startAt, days }: { startAt: number; days: number },
): readonly number[] {
  if (digest === null) return [];
  const [from, to] = [startAt - 2 * DAY, startAt + 2 * days * DAY];
  if ("at" in digest) return localTimes(timezone, digest.at, from, to);
  const first = Math.ceil(from / HOUR_MS) * HOUR_MS;
  return Array.from({ length: (to - first) / HOUR_MS }, (_, hour) => first + hour * HOUR_MS);
}
