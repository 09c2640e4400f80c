import { describe, expect, it } from "vitest";
import { occurrencesAround } from "./calendar.ts";

const daily = (...at: string[]) => ({ at, days: ["mon-sun"], empty: "send" }) as const;

function around(schedule: Parameters<typeof occurrencesAround>[0], zone: string, now: string): [string, string] {
  const { previous, next } = occurrencesAround(schedule, zone, Date.parse(now));
  return [new Date(previous).toISOString(), new Date(next).toISOString()];
}

describe("the times of a digest channel", () => {
  it.each([
    [
      "stand around an instant",
      daily("07:00", "15:00"),
      "UTC",
      "2026-01-20T12:00:00Z",
      "2026-01-20T07:00",
      "2026-01-20T15:00",
    ],
    [
      "count the very instant as previous",
      daily("07:00"),
      "UTC",
      "2026-01-20T07:00:00Z",
      "2026-01-20T07:00",
      "2026-01-21T07:00",
    ],
    [
      "follow the zone in winter",
      daily("07:00"),
      "Europe/London",
      "2026-01-20T12:00:00Z",
      "2026-01-20T07:00",
      "2026-01-21T07:00",
    ],
    [
      "follow the zone in summer",
      daily("07:00"),
      "Europe/London",
      "2026-07-20T12:00:00Z",
      "2026-07-20T06:00",
      "2026-07-21T06:00",
    ],
    [
      "move a time in the spring gap to its end",
      daily("02:30"),
      "Europe/Berlin",
      "2026-03-29T00:30:00Z",
      "2026-03-28T01:30",
      "2026-03-29T01:00",
    ],
    [
      "remember the moved time afterwards",
      daily("02:30"),
      "Europe/Berlin",
      "2026-03-29T06:00:00Z",
      "2026-03-29T01:00",
      "2026-03-30T00:30",
    ],
    [
      "happen once in the repeated autumn hour",
      daily("02:30"),
      "Europe/Berlin",
      "2026-10-25T01:45:00Z",
      "2026-10-25T00:30",
      "2026-10-26T01:30",
    ],
    [
      "skip days that are not listed",
      { at: ["07:00"], days: ["mon-fri"], empty: "send" } as const,
      "UTC",
      "2026-01-24T12:00:00Z",
      "2026-01-23T07:00",
      "2026-01-26T07:00",
    ],
  ] as const)("%s", (_fact, schedule, zone, now, previous, next) => {
    expect(around({ ...schedule, at: [...schedule.at], days: [...schedule.days] }, zone, now)).toEqual([
      `${previous}:00.000Z`,
      `${next}:00.000Z`,
    ]);
  });

  it("repeat every so often, aligned to the clock", () => {
    expect(around({ every: 20_000, empty: "send" }, "UTC", "2026-01-20T12:00:31Z")).toEqual([
      "2026-01-20T12:00:20.000Z",
      "2026-01-20T12:00:40.000Z",
    ]);
  });
});
