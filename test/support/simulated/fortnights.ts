import { array, constantFrom, integer, oneof, record, subarray, tuple, uniqueArray, type Arbitrary } from "fast-check";
import type { ChannelPlan } from "../../../src/decide/options.ts";
import { scheduleOf } from "./local-times.ts";
import { channelPlan, HOUR_MS } from "../pipeline/pipeline-rig.ts";
import { DAY_MS, type Fortnight, type SimulatedItem } from "./simulated-fortnight.ts";

const DAYS = 14;
const SPAN_MS = DAYS * DAY_MS;
/**
 * Clocks go forward in London on 29 March and back on Lord Howe on 5 April; back in London on 25 October, in New York
 * on 1 November.
 */
const STARTS = [Date.UTC(2026, 2, 23, 0, 10), Date.UTC(2026, 9, 20, 0, 10)] as const;
const ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe"] as const;
/** Among them the hours and half hours that clocks leave out or show twice. */
const TIMES = ["00:00", "01:15", "01:30", "01:45", "02:15", "02:30", "07:00", "15:00", "23:59"] as const;
const MOST_JITTER_MS = 55_000;

const empty = constantFrom("send" as const, "skip" as const);
const recipients = constantFrom<readonly string[]>([], ["a@example.org"], ["a@example.org", "b@example.org"]);

const hourly = record({
  empty: constantFrom("skip" as const, "skip" as const, "skip" as const, "send" as const),
  recipients,
}).map(({ empty, recipients }) => channelPlan("hourly", { digest: { every: HOUR_MS, empty }, recipients }));

function daily(zone: (typeof ZONES)[number]): Arbitrary<ChannelPlan> {
  return record({ at: uniqueArray(constantFrom(...TIMES), { minLength: 1, maxLength: 2 }), empty, recipients }).map(
    ({ at, empty, recipients }) => {
      const digest = { at: [...at], days: ["mon-sun"], empty };
      return channelPlan(`daily ${zone}`, { timezone: zone, digest, recipients });
    },
  );
}

const dailies = subarray([...ZONES], { minLength: 1, maxLength: 2 }).chain((zones) => tuple(...zones.map(daily)));

const item: Arbitrary<SimulatedItem> = record({
  atMs: integer({ min: 1, max: SPAN_MS }),
  finding: constantFrom("found", "vetoed", "found-old", "found-beside-veto", "found-apart"),
  story: integer({ min: 0, max: 3 }),
});

const death = record({
  atMs: integer({ min: 0, max: SPAN_MS }),
  questions: integer({ min: 0, max: 120 }),
  downMs: oneof(integer({ min: 1, max: HOUR_MS }), integer({ min: HOUR_MS, max: 2 * DAY_MS })),
});

const answer = constantFrom(
  "sent" as const,
  "unreachable" as const,
  "not-now" as const,
  "lost" as const,
  "arrived" as const,
  "throws" as const,
  "refused" as const,
);

/** A fortnight with a change of clocks: hourly and daily digests in three zones, items, deaths and failures at any instant. */
export const fortnights: Arbitrary<Fortnight> = record({
  startAt: constantFrom(...STARTS),
  channels: oneof({ weight: 9, arbitrary: dailies }, { weight: 1, arbitrary: tuple(hourly) }),
  items: array(item, { minLength: 1, maxLength: 10 }),
  deaths: array(death, { maxLength: 5 }),
  answers: array(answer, { maxLength: 12 }),
  jitterMs: integer({ min: 0, max: MOST_JITTER_MS }),
}).map(({ items, jitterMs, ...rest }) => {
  const fortnight = {
    ...rest,
    days: DAYS,
    // The last one makes even channels that keep quiet list what they have set aside.
    items: [...items.toSorted((a, b) => a.atMs - b.atMs), { atMs: SPAN_MS + 1, finding: "found", story: 9 } as const],
    looksMs: [],
  };
  const due = new Set(rest.channels.flatMap((channel) => scheduleOf(channel, fortnight)));
  const looksMs = [...due].map((at) => at + jitterMs - fortnight.startAt).filter((ms) => ms > 0);
  return { ...fortnight, looksMs };
});
