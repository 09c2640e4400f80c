import { Cron } from "croner";
import type { Severity } from "../../core/vocabulary.ts";
import type { QuietHours } from "../options.ts";

/** No window is longer, not even on the day that clocks go back. */
const LONGEST_MS = 25 * 3_600_000;

/**
 * When the quiet hours end that `now` lies in; null: it lies in none, or they do not concern the severity. The window
 * begins on the days it names, at local times: one that begins in an hour that clocks leave out begins when they have
 * been put forward; one that ends in an hour that happens twice ends when it happens first. Within an hour that is left
 * out there is none.
 */
export function quietUntil(
  { quietHours, timezone }: { quietHours: QuietHours | null; timezone: string },
  severity: Severity,
  now: number,
): number | null {
  if (quietHours === null || quietHours.except.includes(severity)) return null;
  const { from, to, days } = quietHours;
  // croner's previous run is strictly before its reference; a beginning itself must count.
  const begun = cronAt(from, days, timezone).previousRuns(2, new Date(now + 1000));
  const begins = begun.find((run) => run.getTime() <= now);
  if (begins === undefined || now - begins.getTime() > LONGEST_MS) return null;
  // Within a day the beginning itself may be the end: where clocks leave out the hour in which both lie.
  const reference = from < to ? new Date(begins.getTime() - 1000) : begins;
  const ends = cronAt(to, ["mon-sun"], timezone).nextRun(reference)?.getTime();
  return ends !== undefined && now < ends ? ends : null;
}

function cronAt(time: string, days: readonly string[], timezone: string): Cron {
  const [hours, minutes] = time.split(":").map(Number);
  return new Cron(`${minutes} ${hours} * * ${days.join(",")}`, { timezone, paused: true });
}
