import { describe, expect, it } from "vitest";
import { describeMorning, type MorningFacts } from "./describe-morning.ts";

const TO = Date.parse("2026-01-20T08:00Z");
const HOUR = 3_600_000;
const WELL: MorningFacts = {
  from: TO - 24 * HOUR,
  to: TO,
  timezone: "Europe/London",
  open: [],
  failing: [],
  silent: [],
  waiting: [],
  failed: [],
  tooLate: [],
  quiet: [],
  editions: [{ channelId: "research", number: 118 }],
  coverage: { feeds: 54, read: 54, items: 1204 },
  alertsSent: 3,
};

describe("the morning summary", () => {
  it("is one line where nothing is to be said", () => {
    expect(describeMorning(WELL)).toEqual({
      kind: "notice",
      level: "notice",
      title: "All well · Mon 19 Jan 08:00 – Tue 20 Jan 08:00 London",
      lines: ["54 feeds read, 1204 new items, 3 alerts sent, research no. 118."],
      remedy: null,
    });
  });

  it("names what needs a person, and the day after it", () => {
    const { title, lines } = describeMorning({
      ...WELL,
      open: [{ title: "The disk is nearly full", since: TO - 2 * HOUR }],
      failing: Array.from({ length: 12 }, (_, index) => `feed-${index}`),
      silent: ["slow"],
      waiting: [{ channelId: "desk", count: 4, since: TO - HOUR }],
      failed: [{ channelId: "mail", count: 1 }],
      coverage: { feeds: 54, read: 42, items: 1204 },
      tooLate: ["Envoy missing", "سفیر", "Consul leaves", "Clerk leaves"],
      quiet: ["asylum", "officials"],
      editions: [],
    });
    expect(title).toBe("7 things to look at · Mon 19 Jan 08:00 – Tue 20 Jan 08:00 London");
    expect(lines).toEqual([
      "The disk is nearly full, since Tue 20 Jan 06:00",
      "12 feeds failing: feed-0, feed-1, feed-2, feed-3, feed-4, feed-5, feed-6, feed-7, feed-8, feed-9, and 2 more",
      "1 feed silent: slow",
      "4 messages waiting on desk, the oldest for 1 h",
      "1 message failed on mail",
      "4 reports older than max_age, in no digest either: “Envoy missing”, “\u2068سفیر\u2069”, “Consul leaves”, and 1 more",
      "2 watches without a match in 30 days: asylum, officials",
      "42 of 54 feeds read, 1204 new items, 3 alerts sent.",
    ]);
  });
});
