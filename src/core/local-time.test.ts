import { describe, expect, it } from "vitest";
import { localTime, withLocalTimes } from "./local-time.ts";

describe("a time that a command prints", () => {
  it.each([
    ["2026-01-20T12:00:05.999Z", "UTC", "2026-01-20 12:00:05 UTC"],
    ["2026-01-20T12:00:05Z", "Europe/London", "2026-01-20 12:00:05 GMT"],
    ["2026-07-20T12:00:05Z", "Europe/London", "2026-07-20 13:00:05 BST"],
    ["2026-07-20T23:30:00Z", "Asia/Tehran", "2026-07-21 03:00:00 GMT+3:30"],
    ["2026-01-20T00:00:00Z", "America/New_York", "2026-01-19 19:00:00 GMT-5"],
    ["2026-10-25T00:30:00Z", "Europe/London", "2026-10-25 01:30:00 BST"],
    ["2026-10-25T01:30:00Z", "Europe/London", "2026-10-25 01:30:00 GMT"],
    ["2026-01-20T00:00:00Z", "Europe/Berlin", "2026-01-20 01:00:00 CET"],
  ])("of %s in %s is %s", (instant, zone, expected) => {
    expect(localTime(Date.parse(instant), zone)).toBe(expected);
  });
});

describe("a text of the ledger", () => {
  it.each([
    ["by Ada until 2026-07-20T12:00:05Z: a drill", "by Ada until 2026-07-20 13:00:05 BST: a drill"],
    ["since 2026-01-20T12:00:05.999Z", "since 2026-01-20 12:00:05 GMT"],
    ["no date: 2026-99-20T12:00:05Z, 2026-01-20", "no date: 2026-99-20T12:00:05Z, 2026-01-20"],
  ])("has its instants in the zone: %s", (text, expected) => {
    expect(withLocalTimes(text, "Europe/London")).toBe(expected);
  });
});
