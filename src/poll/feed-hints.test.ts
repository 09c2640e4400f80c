import { describe, expect, it } from "vitest";
import { afterSkipped, announcedGap } from "./feed-hints.ts";
import { parseDocument } from "./parse/parse-document.ts";

const SY = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';

async function hintsOf(fields: string): Promise<unknown> {
  const xml = `<rss version="2.0" ${SY}><channel><title>T</title>${fields}<item><title>One</title><guid>1</guid></item></channel></rss>`;
  const bytes = new TextEncoder().encode(xml);
  const outcome = await parseDocument({ bytes, contentType: null, baseUrl: null, timezone: null });
  return outcome.kind === "feed" ? (outcome.feed.hints ?? null) : outcome;
}

const none = { gapMs: null, baseAt: null, skipHours: [], skipDays: [] };

describe("what a feed says about when to ask again", () => {
  it.each([
    ["nothing", "", null],
    ["a ttl in minutes", "<ttl>45</ttl>", { ...none, gapMs: 45 * 60_000 }],
    ["a ttl that is no number", "<ttl>soon</ttl>", null],
    ["a ttl of 0", "<ttl>0</ttl>", null],
    [
      "a period and its frequency",
      "<sy:updatePeriod> daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
      { ...none, gapMs: 6 * 3_600_000 },
    ],
    [
      "a period and an instant from which it is counted",
      "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateBase>2000-01-01T12:30+02:00</sy:updateBase>",
      { ...none, gapMs: 3_600_000, baseAt: Date.UTC(2000, 0, 1, 10, 30) },
    ],
    [
      "a period and an instant that is none",
      "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateBase>noon</sy:updateBase>",
      { ...none, gapMs: 3_600_000 },
    ],
    ["an instant without a period", "<sy:updateBase>2000-01-01T12:00Z</sy:updateBase>", null],
    ["a period alone", "<sy:updatePeriod>hourly</sy:updatePeriod>", { ...none, gapMs: 3_600_000 }],
    ["a ttl before a period", "<sy:updatePeriod>weekly</sy:updatePeriod><ttl>5</ttl>", { ...none, gapMs: 300_000 }],
    [
      "hours to skip, 24 being midnight",
      "<skipHours><hour>1</hour><hour>24</hour><hour>99</hour></skipHours>",
      { ...none, skipHours: [1, 0] },
    ],
    [
      "days to skip",
      "<skipDays><day>Sunday</day><day> saturday</day><day>Someday</day></skipDays>",
      { ...none, skipDays: [0, 6] },
    ],
  ])("%s", async (_fact, fields, expected) => {
    expect(await hintsOf(fields)).toEqual(expected);
  });

  it("leaves the items after it alone", async () => {
    const xml =
      "<rss><channel><skipHours><hour>1</hour></skipHours><item><title>One</title></item><item><title>Two</title></item></channel></rss>";
    const input = { bytes: new TextEncoder().encode(xml), contentType: null, baseUrl: null, timezone: null };
    const outcome = await parseDocument(input);
    expect(outcome.kind === "feed" && outcome.items.map((item) => item.title)).toEqual(["One", "Two"]);
  });
});

describe("the next publication that a feed announces", () => {
  const now = Date.UTC(2026, 0, 20, 12, 10);
  const MINUTE = 60_000;
  it.each([
    ["is a gap away", { gapMs: 45 * MINUTE, baseAt: null }, 45],
    ["is the next whole gap after its base", { gapMs: 60 * MINUTE, baseAt: Date.UTC(2000, 0, 1, 10, 30) }, 20],
    ["is counted from a base to come, too", { gapMs: 60 * MINUTE, baseAt: Date.UTC(2030, 0, 1, 10, 30) }, 20],
    ["is a whole gap away from the instant itself", { gapMs: 60 * MINUTE, baseAt: now }, 60],
    ["is unknown", { gapMs: null, baseAt: null }, 0],
  ])("%s", (_fact, hints, minutes) => {
    expect(announcedGap(hints, now)).toBe(minutes * MINUTE);
  });
});

describe("skipped hours and days", () => {
  const tuesdayNoon = Date.UTC(2026, 0, 20, 12, 10);
  const HOUR = 3_600_000;
  it.each([
    ["leave an open hour alone", { skipHours: [13] }, 0],
    ["move to the full hour after them", { skipHours: [12, 13] }, 110 * 60_000],
    ["move to midnight after a skipped day", { skipDays: [2] }, 11 * HOUR + 50 * 60_000],
    ["never move more than a day", { skipDays: [0, 1, 2, 3, 4, 5, 6] }, 24 * HOUR],
    [
      "never move more than a day for all hours",
      { skipHours: Array.from({ length: 24 }, (_, hour) => hour) },
      24 * HOUR,
    ],
  ])("%s", (_fact, given, movedMs) => {
    const moved = afterSkipped(tuesdayNoon, { skipHours: [], skipDays: [], ...given }) - tuesdayNoon;
    expect(moved).toBeLessThanOrEqual(movedMs);
    expect(moved).toBeGreaterThan(movedMs - HOUR);
  });
});
