import { describe, expect, it } from "vitest";
import { fastestPerHour, isRateUnknown, itemsPerHour, learn, readCadence, silenceOf, type Cadence } from "./cadence.ts";

const START = Date.UTC(2026, 0, 5);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function sighting(added: number): Parameters<typeof learn>[1] {
  return { publishedAt: Array.from({ length: 20 }, () => null), added, since: null, hints: null };
}

/** A feed that was read every 10 min from the start on and showed a new item whenever `publishes` says so. */
function watched(days: number, publishes: (at: number) => boolean): Cadence {
  let cadence = learn(null, sighting(20), START);
  for (let at = START + 10 * MINUTE; at <= START + days * DAY; at += 10 * MINUTE)
    cadence = learn(cadence, sighting(publishes(at) ? 1 : 0), at);
  return cadence;
}

function hourly(at: number): boolean {
  return at % HOUR === 0;
}

/** Every half hour from 8 to 18 h on working days. */
function office(at: number): boolean {
  const date = new Date(at);
  const isWorking = date.getUTCDay() >= 1 && date.getUTCDay() <= 5;
  return isWorking && date.getUTCHours() >= 8 && date.getUTCHours() < 18 && at % (30 * MINUTE) === 0;
}

describe("what polls teach about a feed", () => {
  it("is the rate of its new items", () => {
    expect(itemsPerHour(watched(10, hourly), START + 10 * DAY)).toBeCloseTo(1, 1);
  });

  it("is taken from the dates of the first document", () => {
    const publishedAt = Array.from({ length: 48 }, (_, index) => START - index * 30 * MINUTE);
    const cadence = learn(null, { publishedAt, added: 48, since: null, hints: null }, START);
    expect(itemsPerHour(cadence, START)).toBeGreaterThan(1.9);
    expect(itemsPerHour(cadence, START)).toBeLessThan(2.2);
  });

  it("is what the last document with news showed, where that is faster, and less the longer nothing follows", () => {
    const cadence = learn(
      watched(10, hourly),
      { ...sighting(20), since: START + 10 * DAY },
      START + 10 * DAY + HOUR / 2,
    );
    expect(fastestPerHour(cadence, START + 10 * DAY + HOUR / 2)).toBe(40);
    expect(fastestPerHour(cadence, START + 10 * DAY + 2 * HOUR)).toBe(10);
    expect(fastestPerHour(cadence, START + 20 * DAY)).toBe(itemsPerHour(cadence, START + 20 * DAY));
  });

  it.each([
    ["is unknown after a first document without dates", [null, null], true],
    ["is known to be low when all its dates are old", [START - 90 * DAY, START - 80 * DAY], false],
    ["is known when it has fresh dates", [START - 90 * DAY, START - HOUR], false],
  ])("%s", (_fact, publishedAt, unknown) => {
    const cadence = learn(null, { publishedAt, added: 2, since: null, hints: null }, START);
    expect(isRateUnknown(cadence)).toBe(unknown);
    expect(isRateUnknown(learn(cadence, sighting(1), START + HOUR))).toBe(false);
  });

  it("halves in three days of silence while the time that was looked at grows", () => {
    const cadence = watched(30, hourly);
    expect(itemsPerHour(cadence, START + 33 * DAY)).toBeCloseTo(itemsPerHour(cadence, START + 30 * DAY) / 2, 2);
  });

  it("survives being stored, and is learnt anew when it cannot be read", () => {
    const cadence = watched(3, hourly);
    expect(readCadence(JSON.stringify(cadence))).toEqual(cadence);
    expect([readCadence(null), readCadence("{}"), readCadence("not JSON")]).toEqual([null, null, null]);
  });
});

describe("a feed that publishes nothing", () => {
  it.each([
    ["for less than `expect_every` is not silent", 119 * MINUTE, false],
    ["for longer than `expect_every` is silent", 121 * MINUTE, true],
  ])("%s", (_fact, quietMs, silent) => {
    const cadence = watched(1, hourly);
    expect(silenceOf(cadence, 2 * HOUR, cadence.lastItemAt + quietMs) !== null).toBe(silent);
  });

  it.each([
    ["is silent when so much is missing that chance does not explain it", hourly, 28, 20 * HOUR, true],
    ["is not silent sooner", hourly, 28, 12 * HOUR, false],
    ["is not called silent in the first two weeks", hourly, 10, 3 * DAY, false],
    ["is not silent at night and on weekends when it never publishes then", office, 26, 56 * HOUR, false],
    ["is silent on a working day on which it always published", office, 29, 34 * HOUR, true],
  ])("%s", (...[, publishes, days, quietMs, silent]) => {
    const cadence = watched(days, publishes);
    expect(silenceOf(cadence, null, START + days * DAY + quietMs) !== null).toBe(silent);
  });

  it("is given half as long again as it was ever silent before", () => {
    const cadence = watched(60, (at) => hourly(at) && Math.floor(at / DAY) % 10 !== 0);
    expect(silenceOf(cadence, null, cadence.lastItemAt + 20 * HOUR)).toBeNull();
  });
});
