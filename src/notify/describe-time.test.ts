import { describe, expect, it } from "vitest";
import { tuesday } from "../../test/support/channels/messages.ts";
import { formatInstant, formatRange, formatSpan } from "./describe-time.ts";

describe("times in messages", () => {
  it.each([
    [tuesday("07:00"), tuesday("15:00"), "Europe/London", "Tue 20 Jan 07:00–15:00 London"],
    [tuesday("00:00"), tuesday("12:00"), "America/New_York", "Mon 19 Jan 19:00 – Tue 20 Jan 07:00 New York"],
    [tuesday("07:00"), tuesday("07:00") + 59_999, "Europe/London", "Tue 20 Jan 07:00 London"],
    [tuesday("07:00"), tuesday("07:01"), "Europe/London", "Tue 20 Jan 07:00–07:01 London"],
    [tuesday("07:00"), tuesday("15:00"), "UTC", "Tue 20 Jan 07:00–15:00 UTC"],
  ])("a window from %d to %d in %s is %s", (from, to, zone, words) => {
    expect(formatRange(from, to, zone)).toBe(words);
  });

  it("an old date shows its year", () => {
    expect(formatInstant(Date.parse("2019-03-04T05:06Z"), "UTC", tuesday("07:00"))).toBe("Mon 4 Mar 2019 05:06");
  });

  it("a date beyond all calendars does not break a message", () => {
    expect(formatInstant(1e300, "UTC")).toMatch(/^\w{3} \d+ \w+ \d\d:\d\d$/);
  });

  it.each([
    [40_000, "40 s"],
    [180_000, "3 min"],
    [7_500_000, "2 h 5 min"],
    [7_200_000, "2 h"],
    [273_600_000, "3 d 4 h"],
  ])("%d ms is %s", (span, words) => {
    expect(formatSpan(span)).toBe(words);
  });
});
