import { describe, expect, it } from "vitest";
import { QuietHoursOptions, type QuietHours } from "../options.ts";
import { quietUntil } from "./quiet-hours.ts";

interface Hours extends Partial<QuietHours> {
  zone: string;
}

function until({ zone, ...hours }: Hours, now: string, severity: "normal" | "urgent" = "normal"): string | null {
  const quietHours = QuietHoursOptions.parse({ from: "22:00", to: "06:00", ...hours });
  const ends = quietUntil({ quietHours, timezone: zone }, severity, Date.parse(now));
  return ends === null ? null : new Date(ends).toISOString().replace(".000Z", "Z");
}

const LONDON = "Europe/London";
const BERLIN = "Europe/Berlin";
const YORK = "America/New_York";
const TEHRAN = "Asia/Tehran";
const LORD_HOWE = "Australia/Lord_Howe";

describe("quiet hours", () => {
  it.each<[string, Hours, string, string | null]>([
    ["have not begun a moment before", { zone: LONDON }, "2026-01-20T21:59:59.999Z", null],
    ["begin on the minute", { zone: LONDON }, "2026-01-20T22:00:00Z", "2026-01-21T06:00:00Z"],
    ["last over midnight", { zone: LONDON }, "2026-01-21T05:59:59.999Z", "2026-01-21T06:00:00Z"],
    ["end on the minute", { zone: LONDON }, "2026-01-21T06:00:00Z", null],
    [
      "may lie within a day",
      { zone: LONDON, from: "12:00", to: "13:30" },
      "2026-01-20T13:00:00Z",
      "2026-01-20T13:30:00Z",
    ],
    [
      "may last until the minute before they begin",
      { zone: LONDON, from: "06:00", to: "05:59" },
      "2026-01-21T05:58:00Z",
      "2026-01-21T05:59:00Z",
    ],
    ["follow the zone", { zone: TEHRAN }, "2026-01-20T18:30:00Z", "2026-01-21T02:30:00Z"],
    // Days are those on which they begin: Saturday's last into Sunday morning, Sunday's do not exist.
    ["last from Saturday into Sunday", { zone: LONDON, days: ["sat"] }, "2026-01-25T05:00:00Z", "2026-01-25T06:00:00Z"],
    ["of Saturday do not begin on Sunday", { zone: LONDON, days: ["sat"] }, "2026-01-25T23:00:00Z", null],
    ["of Saturday have not begun on Saturday morning", { zone: LONDON, days: ["sat"] }, "2026-01-24T05:00:00Z", null],
    // Clocks go forward: London 29 March 01:00, New York 8 March 02:00; back: 25 October 02:00, 1 November 02:00.
    ["are an hour shorter when clocks go forward", { zone: LONDON }, "2026-03-28T22:30:00Z", "2026-03-29T05:00:00Z"],
    ["are an hour longer when they go back", { zone: LONDON }, "2026-10-24T21:00:00Z", "2026-10-25T06:00:00Z"],
    ["are still on an hour after that", { zone: LONDON }, "2026-10-25T05:30:00Z", "2026-10-25T06:00:00Z"],
    ["are an hour shorter in New York", { zone: YORK }, "2026-03-08T04:00:00Z", "2026-03-08T10:00:00Z"],
    ["are an hour longer in New York", { zone: YORK }, "2026-11-01T02:30:00Z", "2026-11-01T11:00:00Z"],
    ["shift by half an hour on Lord Howe", { zone: LORD_HOWE }, "2026-10-03T12:00:00Z", "2026-10-03T19:00:00Z"],
    [
      "that would begin in the missing hour begin after it",
      { zone: LONDON, from: "01:30" },
      "2026-03-29T01:00:00Z",
      "2026-03-29T05:00:00Z",
    ],
    [
      "that would end in the missing hour end after it",
      { zone: LONDON, to: "01:30" },
      "2026-03-29T00:59:00Z",
      "2026-03-29T01:00:00Z",
    ],
    [
      "that end in an hour that comes twice end at the first",
      { zone: LONDON, to: "01:30" },
      "2026-10-25T00:29:00Z",
      "2026-10-25T00:30:00Z",
    ],
    ["have then ended", { zone: LONDON, to: "01:30" }, "2026-10-25T00:45:00Z", null],
    ["are none within the missing hour", { zone: BERLIN, from: "02:00", to: "03:00" }, "2026-03-29T01:00:00Z", null],
    ["nor later on that day", { zone: BERLIN, from: "02:00", to: "03:00" }, "2026-03-29T12:00:00Z", null],
    ["nor in New York", { zone: YORK, from: "02:15", to: "02:45" }, "2026-03-08T18:00:00Z", null],
    [
      "are there again the day after",
      { zone: BERLIN, from: "02:00", to: "03:00" },
      "2026-03-30T00:00:00Z",
      "2026-03-30T01:00:00Z",
    ],
    [
      "may last from the missing hour to that of the next day",
      { zone: BERLIN, from: "02:45", to: "02:15" },
      "2026-03-29T12:00:00Z",
      "2026-03-30T00:15:00Z",
    ],
  ])("%s", (_fact, hours, now, expected) => {
    expect(until(hours, now)).toBe(expected);
  });

  it("do not hold urgent alerts, unless told to", () => {
    expect(until({ zone: LONDON }, "2026-01-20T23:00:00Z", "urgent")).toBeNull();
    expect(until({ zone: LONDON, except: [] }, "2026-01-20T23:00:00Z", "urgent")).toBe("2026-01-21T06:00:00Z");
  });

  it("are none where none are given", () => {
    expect(quietUntil({ quietHours: null, timezone: LONDON }, "normal", 0)).toBeNull();
  });
});
