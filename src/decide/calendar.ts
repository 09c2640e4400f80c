import { Cron } from "croner";
import type { DigestOptions } from "./options.ts";

/** The latest scheduled time at or before `now`, and the first one after it; epoch milliseconds. */
export interface Occurrences {
  previous: number;
  next: number;
}

/**
 * When a digest channel's editions are due around `now`. Local times follow the zone: on the day clocks go forward a
 * time inside the gap happens at its end, on the day they go back a repeated time happens once, at the first.
 */
export function occurrencesAround(schedule: DigestOptions, timezone: string, now: number): Occurrences {
  if ("every" in schedule) {
    const previous = Math.floor(now / schedule.every) * schedule.every;
    return { previous, next: previous + schedule.every };
  }
  const times = schedule.at.map((time) => cronOf(time, schedule.days, timezone));
  // croner's previous run is strictly before its reference; a due time itself must count.
  const reference = new Date(now + 1000);
  const previous = times.flatMap((cron) => cron.previousRuns(2, reference).map((run) => run.getTime()));
  const next = times.flatMap((cron) => cron.nextRuns(1, new Date(now)).map((run) => run.getTime()));
  return {
    previous: Math.max(...previous.filter((at) => at <= now)),
    next: Math.min(...next.filter((at) => at > now)),
  };
}

/** Reading a pattern takes longer than asking it; the heartbeat asks each second. */
const crons = new Map<string, Cron>();

function cronOf(time: string, days: readonly string[], timezone: string): Cron {
  const [hours, minutes] = time.split(":").map(Number);
  const pattern = `${minutes} ${hours} * * ${days.join(",")}`;
  const key = `${pattern} ${timezone}`;
  const cron = crons.get(key) ?? new Cron(pattern, { timezone, paused: true });
  crons.set(key, cron);
  return cron;
}
