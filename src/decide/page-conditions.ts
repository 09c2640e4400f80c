import { MINUTE_MS } from "../core/time.ts";
import type { Stall } from "./stalls.ts";

/** An alert that waits longer is late. */
const LATE_AFTER_MS = 2 * MINUTE_MS;
/** Mail servers that greylist want a stranger's mail again later, after 5 to 20 min as a rule: nobody can hasten them. */
const PUT_OFF_LATE_AFTER_MS = 30 * MINUTE_MS;
const FEW_BYTES = 100e6;
/** Two thresholds each, so that a value that moves around one does not open and close the incident by turns. */
const ENOUGH_BYTES = 2 * FEW_BYTES;
const MANY_FAILING = 0.3;
const FEW_FAILING = 0.2;
/** Of two feeds one is half of them, and no emergency. */
const FEWEST_FAILING = 3;

/** What a person must act on at once, besides a channel that is down. */
export interface PageCondition {
  kind: "alerts-late" | "stalled" | "store-gone" | "disk-full" | "many-feeds-failing";
  /** The channel or the stage; else always the same word. */
  subject: string;
  cause: string;
}

/** An alert that nobody has accepted yet. */
interface WaitingAlert {
  channelId: string;
  /** Since when it is tried, or since when it is due; epoch milliseconds. */
  since: number;
  /** Its provider takes others, and wants this one later. */
  isPutOff: boolean;
}

export interface PageFacts {
  waiting: readonly WaitingAlert[];
  /** Told already as down: that their alerts wait is no news. */
  downChannels: ReadonlySet<string>;
  stalls: readonly Stall[];
  /** Beside the store; null: the store is elsewhere. */
  freeBytes: number | null;
  /** The file that the store has open is not the one at its path any more. */
  isStoreGone: boolean;
  feeds: { total: number; failing: number };
  /** Kinds of which an incident is open. */
  open: ReadonlySet<string>;
}

/** The conditions that hold now. Pure. */
export function pageConditions(facts: PageFacts, now: number): PageCondition[] {
  return [
    ...lateAlerts(facts, now),
    ...facts.stalls.map((stall) => stalled(stall, now)),
    ...goneStore(facts),
    ...fullDisk(facts),
    ...manyFailing(facts),
  ];
}

function lateAlerts({ waiting, downChannels }: PageFacts, now: number): PageCondition[] {
  const late = waiting.filter(({ channelId, since, isPutOff }) => {
    const lateAfter = isPutOff ? PUT_OFF_LATE_AFTER_MS : LATE_AFTER_MS;
    return now - since > lateAfter && !downChannels.has(channelId);
  });
  return [...Map.groupBy(late, ({ channelId }) => channelId)].map(([subject, alerts]) => {
    const oldest = Math.min(...alerts.map(({ since }) => since));
    const who = alerts.length === 1 ? "1 alert waits" : `${alerts.length} alerts wait`;
    return { kind: "alerts-late", subject, cause: `${who}, the oldest for ${minutes(now - oldest)}` };
  });
}

const STALLED_WORDS: Readonly<Record<Stall["stage"], string>> = {
  schedule: "the schedule has not done all its work",
  poll: "feeds are due and none was polled",
  match: "an item waits for the matcher",
  deliver: "messages are due and none was tried",
};

function stalled({ stage, since }: Stall, now: number): PageCondition {
  return { kind: "stalled", subject: stage, cause: `${STALLED_WORDS[stage]} for ${minutes(now - since)}` };
}

function goneStore({ isStoreGone }: PageFacts): PageCondition[] {
  if (!isStoreGone) return [];
  const cause =
    "the file of the store was deleted or replaced while wirewatch runs: all that is stored ends with the process";
  return [{ kind: "store-gone", subject: "store", cause }];
}

function fullDisk({ freeBytes, open }: PageFacts): PageCondition[] {
  if (freeBytes === null || freeBytes >= (open.has("disk-full") ? ENOUGH_BYTES : FEW_BYTES)) return [];
  return [
    { kind: "disk-full", subject: "store", cause: `${Math.floor(freeBytes / 1e6)} MB are free beside the store` },
  ];
}

function manyFailing({ feeds: { total, failing }, open }: PageFacts): PageCondition[] {
  const share = total === 0 ? 0 : failing / total;
  const holds = open.has("many-feeds-failing")
    ? share >= FEW_FAILING
    : share >= MANY_FAILING && failing >= FEWEST_FAILING;
  return holds ? [{ kind: "many-feeds-failing", subject: "feeds", cause: `${failing} of ${total} feeds fail` }] : [];
}

function minutes(ms: number): string {
  return `${Math.floor(ms / MINUTE_MS)} min`;
}
