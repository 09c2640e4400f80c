import { cleanLine, isolate } from "./clean-text.ts";
import { countRead } from "./describe-digest.ts";
import { andMore, countOf } from "./describe-story.ts";
import { formatInstant, formatRange, formatSpan } from "./describe-time.ts";
import type { NoticeMessage } from "./message.ts";

/** What operators hear of a day; instants are epoch milliseconds. */
export interface MorningFacts {
  from: number;
  to: number;
  /** IANA zone. */
  timezone: string;
  /** Of all kinds that page, still open. */
  open: readonly { title: string; since: number }[];
  failing: readonly string[];
  silent: readonly string[];
  /** By channel, with messages that wait for long. */
  waiting: readonly { channelId: string; count: number; since: number }[];
  failed: readonly { channelId: string; count: number }[];
  /** Headlines of what matched and was too old to be alerted to, and is in no digest either. */
  tooLate: readonly string[];
  /** Watches that matched nothing for a month. */
  quiet: readonly string[];
  editions: readonly { channelId: string; number: number }[];
  coverage: { feeds: number; read: number; items: number };
  alertsSent: number;
}

/** How many names a line holds; the rest is counted. */
const NAMED = 10;

/** The morning summary: what needs a person, else one line that says all is well. */
export function describeMorning(facts: MorningFacts): NoticeMessage {
  const troubles = troublesOf(facts);
  const day = `${describeDay(facts)}.`;
  const when = formatRange(facts.from, facts.to, facts.timezone);
  return {
    kind: "notice",
    level: "notice",
    title: troubles.length === 0 ? `All well · ${when}` : `${countOf(troubles.length, "thing")} to look at · ${when}`,
    lines: [...troubles, day],
    remedy: null,
  };
}

function troublesOf({ open, failing, silent, waiting, failed, tooLate, quiet, to, timezone }: MorningFacts): string[] {
  return [
    ...open.map(({ title, since }) => `${title}, since ${formatInstant(since, timezone, to)}`),
    ...(failing.length === 0 ? [] : [`${countOf(failing.length, "feed")} failing: ${namesOf(failing)}`]),
    ...(silent.length === 0 ? [] : [`${countOf(silent.length, "feed")} silent: ${namesOf(silent)}`]),
    ...waiting.map(({ channelId, count, since }) => {
      return `${countOf(count, "message")} waiting on ${channelId}, the oldest for ${formatSpan(to - since)}`;
    }),
    ...failed.map(({ channelId, count }) => `${countOf(count, "message")} failed on ${channelId}`),
    ...(tooLate.length === 0
      ? []
      : [`${countOf(tooLate.length, "report")} older than max_age, in no digest either: ${headlinesOf(tooLate)}`]),
    ...(quiet.length === 0
      ? []
      : [`${countOf(quiet.length, "watch", "watches")} without a match in 30 days: ${namesOf(quiet)}`]),
  ];
}

function describeDay({ coverage, alertsSent, editions }: MorningFacts): string {
  return [
    `${countRead(coverage)} read`,
    countOf(coverage.items, "new item"),
    `${countOf(alertsSent, "alert")} sent`,
    ...editions.map(({ channelId, number }) => `${channelId} no. ${number}`),
  ].join(", ");
}

const FEW = 3;

function headlinesOf(headlines: readonly string[]): string {
  const shown = headlines.slice(0, FEW).map((headline) => `“${isolate(cleanLine(headline, 80))}”`);
  return `${shown.join(", ")}${andMore(headlines.length - shown.length)}`;
}

function namesOf(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join(", ")}${andMore(Math.max(0, names.length - NAMED))}`;
}
