import { describe, expect, it } from "vitest";
import { occurrencesAround } from "./calendar.ts";

function daily(...at: string[]): { at: string[]; days: string[]; empty: "send" } {
  return { at, days: ["mon-sun"], empty: "send" };
}

function around(schedule: Parameters<typeof occurrencesAround>[0], zone: string, now: string): [string, string] {
  const { previous, next } = occurrencesAround(schedule, zone, Date.parse(now));
  return [new Date(previous).toISOString(), new Date(next).toISOString()];
}

describe("the times of a digest channel", () => {
  it.each([
    {
      fact: "stand around an instant",
      schedule: daily("07:00", "15:00"),
      zone: "UTC",
      now: "2026-01-20T12:00:00Z",
      between: ["2026-01-20T07:00", "2026-01-20T15:00"],
    },
    {
      fact: "count the very instant as previous",
      schedule: daily("07:00"),
      zone: "UTC",
      now: "2026-01-20T07:00:00Z",
      between: ["2026-01-20T07:00", "2026-01-21T07:00"],
    },
    {
      fact: "do not take a moment before for the instant",
      schedule: daily("07:00"),
      zone: "UTC",
      now: "2026-01-20T06:59:59.999Z",
      between: ["2026-01-19T07:00", "2026-01-20T07:00"],
    },
    {
      fact: "follow the zone in winter",
      schedule: daily("07:00"),
      zone: "Europe/London",
      now: "2026-01-20T12:00:00Z",
      between: ["2026-01-20T07:00", "2026-01-21T07:00"],
    },
    {
      fact: "follow the zone in summer",
      schedule: daily("07:00"),
      zone: "Europe/London",
      now: "2026-07-20T12:00:00Z",
      between: ["2026-07-20T06:00", "2026-07-21T06:00"],
    },
    {
      fact: "move a time in the spring gap to its end",
      schedule: daily("02:30"),
      zone: "Europe/Berlin",
      now: "2026-03-29T00:30:00Z",
      between: ["2026-03-28T01:30", "2026-03-29T01:00"],
    },
    {
      fact: "remember the moved time afterwards",
      schedule: daily("02:30"),
      zone: "Europe/Berlin",
      now: "2026-03-29T06:00:00Z",
      between: ["2026-03-29T01:00", "2026-03-30T00:30"],
    },
    {
      fact: "happen once in the repeated autumn hour",
      schedule: daily("02:30"),
      zone: "Europe/Berlin",
      now: "2026-10-25T01:45:00Z",
      between: ["2026-10-25T00:30", "2026-10-26T01:30"],
    },
    {
      fact: "skip days that are not listed",
      schedule: { ...daily("07:00"), days: ["mon-fri"] },
      zone: "UTC",
      now: "2026-01-24T12:00:00Z",
      between: ["2026-01-23T07:00", "2026-01-26T07:00"],
    },
  ])("$fact", ({ schedule, zone, now, between }) => {
    expect(around(schedule, zone, now)).toEqual(between.map((time) => `${time}:00.000Z`));
  });

  it("repeat every so often, aligned to the clock", () => {
    expect(around({ every: 20_000, empty: "send" }, "UTC", "2026-01-20T12:00:31Z")).toEqual([
      "2026-01-20T12:00:20.000Z",
      "2026-01-20T12:00:40.000Z",
    ]);
  });
});
