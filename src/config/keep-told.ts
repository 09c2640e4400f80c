import { DAY_MS } from "../core/time.ts";
import { STORY_WINDOW_MS } from "../decide/options.ts";
import type { RetentionOptions } from "../store/options.ts";
import { placeIn } from "./origin.ts";
import type { Sections } from "./sections.ts";
import type { Finding } from "./source.ts";

/** Why something has to be remembered for so long. */
interface Floor {
  ms: number;
  reason: string;
}

const STORIES: Floor = {
  ms: STORY_WINDOW_MS,
  reason: `${STORY_WINDOW_MS / DAY_MS} days in which reports join a story`,
};

interface WatchAge {
  id: string;
  maxAgeMs: number;
}

/** What was told is remembered as long as a report of it can come that would be told: else it were told twice. */
function floorsOf(watches: readonly WatchAge[]): Record<"matched" | "ledger", Floor> {
  const ages = watches.map(({ id, maxAgeMs }) => ({ ms: maxAgeMs, reason: `max_age of watch "${id}"` }));
  return { matched: STORIES, ledger: ages.reduce((longest, age) => (age.ms > longest.ms ? age : longest), STORIES) };
}

/** The retention with as much of the past as is needed to tell nothing twice. */
export function keepTold(retention: RetentionOptions, watches: readonly WatchAge[]): RetentionOptions {
  const { matched, ledger } = retention;
  const floors = floorsOf(watches);
  return {
    ...retention,
    matched: matched === null ? null : Math.max(matched, floors.matched.ms),
    ledger: ledger === null ? null : Math.max(ledger, floors.ledger.ms),
  };
}

/** Says where more is kept than the file asks for. */
export function lintRetention({ settings, settingOrigins, watches }: Sections): Finding[] {
  const origin = settingOrigins.get("retention");
  if (origin === undefined) return [];
  const live = watches.entries.filter(({ value }) => value.status !== "off");
  const floors = floorsOf(live.map(({ id, value }) => ({ id, maxAgeMs: value.max_age })));
  return (["matched", "ledger"] as const).flatMap((key): Finding[] => {
    const kept = settings.retention[key];
    const { ms, reason } = floors[key];
    if (kept === null || kept >= ms) return [];
    const message = `retention.${key} is shorter than the ${reason}: it is kept that long all the same, so that nothing is told twice`;
    const remedy = `write ${key}: ${Math.ceil(ms / DAY_MS)}d or more`;
    return [{ severity: "lint", code: "short-retention", place: placeIn(origin, [key]), message, remedy }];
  });
}
