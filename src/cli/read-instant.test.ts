import { expect, it } from "vitest";
import { readInstant } from "./read-instant.ts";

it.each([
  ["2026-01-20T23:00Z", "Asia/Tehran", "2026-01-20T23:00:00Z"],
  ["2026-01-20T23:00+03:30", "UTC", "2026-01-20T19:30:00Z"],
  ["2026-01-20T23:00", "UTC", "2026-01-20T23:00:00Z"],
  ["2026-01-20 23:00:30", "Asia/Tehran", "2026-01-20T19:30:30Z"],
  ["2026-07-20T23:00", "America/New_York", "2026-07-21T03:00:00Z"],
  ["2026-01-20", "Europe/London", "2026-01-20T00:00:00Z"],
  // Clocks skip 01:30 on 29 March, and show it twice on 25 October.
  ["2026-03-29T01:30", "Europe/London", "2026-03-29T01:30:00Z"],
  ["2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00Z"],
  ["2026-02-30T10:00", "UTC", null],
  ["tomorrow", "UTC", null],
  ["23:00", "UTC", null],
])("%s in %s is %s", (text, zone, expected) => {
  const instant = readInstant(text, zone);
  expect(instant).toBe(expected === null ? null : Date.parse(expected));
});
