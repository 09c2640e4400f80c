import * as z from "zod";
import { Duration, Id, Label, Language, TimeOfDay } from "../core/schema.ts";
import { SEVERITIES, type Severity } from "../core/vocabulary.ts";
import type { Follows } from "./telling/decide-telling.ts";

/** Items that are further apart are never one story by their text or link, in milliseconds. */
export const STORY_WINDOW_MS = 14 * 86_400_000;

/** The keys of a watch that say how urgent it is and who is told. */
export const RoutingOptions = z.strictObject({
  owner: Label.optional(),
  status: z.enum(["live", "trial", "off"]).default("live"),
  trial_channel: Id.optional(),
  severity: z.enum(SEVERITIES).default("normal"),
  max_age: Duration.default(86_400_000),
  useful_for: Duration.optional(),
  group: z.enum(["story", "item"]).default("story"),
  notify: z.array(Id).default([]),
  escalate: z.strictObject({ after: Duration, to: z.array(Id).min(1) }).optional(),
});
export type RoutingOptions = z.infer<typeof RoutingOptions>;

/** Between two editions. */
const Interval = Duration.refine((everyMs) => everyMs > 0, "write how much time lies between two editions: 1h");

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const DAY = "(?:mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";

/** Days as `mon` or `monday`, `mon-fri` or, over the end of the week, `fri-mon`; becomes each day. */
const Days = z
  .array(z.string().regex(new RegExp(`^${DAY}(-${DAY})?$`, "i"), "write weekdays as mon or mon-fri"))
  .min(1)
  .transform((ranges) => [...new Set(ranges.flatMap(daysOf))]);

function daysOf(range: string): string[] {
  const [first = "", last = first] = range
    .toLowerCase()
    .split("-")
    .map((day) => day.slice(0, 3));
  const fromFirst = [...WEEK.slice(WEEK.indexOf(first)), ...WEEK.slice(0, WEEK.indexOf(first))];
  return fromFirst.slice(0, fromFirst.indexOf(last) + 1);
}

/** Hours in which alerts wait, at local times of the channel. */
export const QuietHoursOptions = z
  .strictObject({
    from: TimeOfDay,
    to: TimeOfDay,
    days: Days.prefault(["mon-sun"]),
    except: z.array(z.enum(SEVERITIES)).default(["urgent"]),
  })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    error:
      'the same time as "from": alerts would wait without end; write when they may go again, or collect them by "digest"',
  });
export type QuietHours = z.infer<typeof QuietHoursOptions>;

/** How many alerts a channel takes; what is over the limit is told together. */
export const AtMostOptions = z.strictObject({
  alerts: z.int().min(1).max(10_000),
  per: Duration.refine((perMs) => perMs > 0, "write for how long alerts are counted: 1h"),
  except: z.array(z.enum(SEVERITIES)).default(["urgent"]),
});
export type AtMost = z.infer<typeof AtMostOptions>;

/** When a collected channel sends its editions: at local times, or every so often. */
export const DigestOptions = z.union([
  z.strictObject({
    at: z.array(TimeOfDay).min(1),
    days: Days.prefault(["mon-sun"]),
    empty: z.enum(["send", "skip"]).default("send"),
  }),
  z.strictObject({ every: Interval, empty: z.enum(["send", "skip"]).default("send") }),
]);
export type DigestOptions = z.infer<typeof DigestOptions>;

/**
 * A subscription: the channel also gets matches of watches that do not name it. Every given condition must hold, a
 * list means "any of", `takes: {}` takes everything.
 */
export const TakesOptions = z.strictObject({
  severity: z.array(z.enum(SEVERITIES)).default([]),
  owner: z.array(z.string().min(1)).default([]),
  watch: z.array(Id).default([]),
  lang: z.array(Language).default([]),
});
export type TakesOptions = z.infer<typeof TakesOptions>;

/** Whether a subscription takes a watch, languages aside. */
export function takesWatch(
  takes: TakesOptions,
  watch: { id: string; severity: Severity; owner: string | null },
): boolean {
  return anyOf(takes.severity, watch.severity) && anyOf(takes.owner, watch.owner) && anyOf(takes.watch, watch.id);
}

/** An empty list is no condition. */
export function anyOf<T>(wanted: readonly T[], value: T | null): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

/** A channel as decisions see it. */
export interface ChannelPlan {
  id: string;
  /** IANA zone of its calendar. */
  timezone: string;
  /** Whom a digest goes to, one message each; empty: the channel as a whole. */
  recipients: readonly string[];
  /** Null: every match is an alert of its own. */
  digest: DigestOptions | null;
  /** Null: only what watches send it by `notify`. */
  takes: TakesOptions | null;
  /** What its service can do about a message that was sent. */
  follows: Follows;
  /** Null: none. */
  quietHours: QuietHours | null;
  /** Null: no limit. */
  atMost: AtMost | null;
}

/** A watch as decisions see it. */
export interface WatchRouting {
  id: string;
  title: string;
  owner: string | null;
  severity: Severity;
  maxAgeMs: number;
  /** How long after the match an alert is worth sending; null: always. */
  usefulForMs: number | null;
  /** Whether reports of one story are one message, or each item is one of its own. */
  group: "story" | "item";
  /** Channel ids. */
  notify: readonly string[];
  /** Channels that hear of an urgent story that nobody claimed in time; null: none. */
  escalate: { afterMs: number; to: readonly string[] } | null;
  /** Null: live. A watch on trial is told to its channel alone; without one it is only recorded. */
  trial: { channelId: string | null } | null;
}
