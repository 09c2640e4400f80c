import { describe, expect, it } from "vitest";
import { occurrencesAround } from "./calendar.ts";
import { DigestOptions, QuietHoursOptions, type QuietHours } from "./options.ts";
import { quietUntil } from "./restraint/quiet-hours.ts";

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** A Tuesday. */
const NOON = Date.UTC(2026, 0, 20, 12);

function quietHours(days: readonly string[]): QuietHours {
  return QuietHoursOptions.parse({ from: "22:00", to: "06:00", days });
}

describe("the days of quiet hours and digests", () => {
  it.each<[string, string[], string[]]>([
    ["may be one", ["tue"], ["tue"]],
    ["may be a range", ["mon-wed"], ["mon", "tue", "wed"]],
    ["may be a range over the end of the week", ["fri-mon"], ["fri", "sat", "sun", "mon"]],
    ["may be a range that begins with Sunday", ["sun-tue"], ["sun", "mon", "tue"]],
    ["may be a range of one day", ["sat-sat"], ["sat"]],
    ["may be a whole week from any day on", ["thu-wed"], ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]],
    ["may be written out", ["Friday-monday", "wednesday"], ["fri", "sat", "sun", "mon", "wed"]],
    ["may overlap", ["fri-sun", "Sun", "SAT-mon"], ["fri", "sat", "sun", "mon"]],
  ])("%s", (_fact, written, days) => {
    expect(quietHours(written).days).toEqual(days);
    expect(DigestOptions.parse({ at: ["07:00"], days: written })).toMatchObject({ days });
  });

  it("are all of them where none are named", () => {
    expect(QuietHoursOptions.parse({ from: "22:00", to: "06:00" }).days).toEqual(WEEK);
    expect(DigestOptions.parse({ at: ["07:00"] })).toMatchObject({ days: WEEK });
  });

  it.each(WEEK.flatMap((first) => WEEK.map((last) => `${first}-${last}`)))("%s has times", (range) => {
    const digest = DigestOptions.parse({ at: ["07:00"], days: [range] });
    expect(occurrencesAround(digest, "UTC", NOON).next).toBeGreaterThan(NOON);
    expect(() => quietUntil({ quietHours: quietHours([range]), timezone: "UTC" }, "normal", NOON)).not.toThrow();
  });
});

it("editions without time between them are refused", () => {
  expect(DigestOptions.safeParse({ every: "0s" }).success).toBe(false);
  expect(DigestOptions.safeParse({ every: "1s" }).success).toBe(true);
});

describe("quiet hours that end when they begin", () => {
  it.each([
    ["22:00", "22:00"],
    ["07:00", "7:00"],
  ])("are refused: from %s to %s", (from, to) => {
    const { error } = QuietHoursOptions.safeParse({ from, to });
    expect(error?.issues).toMatchObject([
      { path: ["to"], message: expect.stringContaining('the same time as "from": alerts would wait without end') },
    ]);
  });
});
