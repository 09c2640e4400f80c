import { describe, expect, it } from "vitest";
import {
  advance,
  describeState,
  isConfirmable,
  isProven,
  nextStep,
  type Subscription,
  type SubscriptionEvent,
} from "./subscription.ts";

const NOW = Date.UTC(2026, 0, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PENDING: Subscription = {
  id: "sub_1",
  state: "pending",
  askedAt: null,
  attempts: 0,
  nextAt: NOW,
  leaseUntil: null,
  pushedAt: null,
  detail: null,
};
const ASKED: Subscription = { ...PENDING, askedAt: NOW - MINUTE, attempts: 1, nextAt: NOW + 4 * MINUTE };
const ACTIVE: Subscription = { ...ASKED, state: "active", attempts: 0, leaseUntil: NOW + DAY, nextAt: NOW + HOUR };
const PROVEN: Subscription = { ...ACTIVE, pushedAt: NOW - HOUR };
const RENEWING: Subscription = { ...PROVEN, attempts: 1 };
const EXPIRED: Subscription = { ...RENEWING, leaseUntil: NOW };
const LEAVING: Subscription = { ...ACTIVE, state: "leaving", askedAt: NOW - MINUTE, attempts: 1 };
const DENIED: Subscription = { ...PENDING, state: "denied", detail: "the hub denied it" };

const refused = { kind: "failed", detail: "answered 404", isRefused: true } as const;
const troubled = { kind: "failed", detail: "answered 503", isRefused: false } as const;

describe("a subscription", () => {
  it.each<[string, Subscription, SubscriptionEvent, Partial<Subscription>]>([
    [
      "is asked for",
      PENDING,
      { kind: "asked" },
      { state: "pending", attempts: 1, askedAt: NOW, nextAt: NOW + 5 * MINUTE },
    ],
    [
      "is asked for again, later each time",
      { ...ASKED, attempts: 3 },
      { kind: "asked" },
      { attempts: 4, nextAt: NOW + 40 * MINUTE },
    ],
    ["is asked for daily in the end", { ...ASKED, attempts: 20 }, { kind: "asked" }, { nextAt: NOW + DAY }],
    [
      "says what to look at when the hub has not called back",
      ASKED,
      { kind: "asked" },
      { detail: expect.stringContaining("is http.public_url reachable from outside?") },
    ],
    [
      "stays active while it is renewed",
      PROVEN,
      { kind: "asked" },
      { state: "active", pushedAt: NOW - HOUR, attempts: 1 },
    ],
    [
      "begins anew when its lease is over",
      EXPIRED,
      { kind: "asked" },
      { state: "pending", leaseUntil: null, pushedAt: null, attempts: 2 },
    ],
    ["waits for the next request when the hub is in trouble", ASKED, troubled, { ...ASKED, detail: "answered 503" }],
    ["is denied when the hub refuses it", ASKED, refused, { state: "denied", detail: "answered 404", attempts: 0 }],
    [
      "keeps its lease when the hub refuses more of it",
      RENEWING,
      refused,
      { state: "active", leaseUntil: NOW + DAY, nextAt: NOW + DAY, detail: "answered 404" },
    ],
    ["is none the worse for a failure after it was confirmed", ACTIVE, refused, ACTIVE],
    [
      "is active once it is confirmed",
      { ...ASKED, detail: "answered 503" },
      { kind: "confirmed", leaseMs: 10 * DAY },
      { state: "active", attempts: 0, leaseUntil: NOW + 10 * DAY, detail: null },
    ],
    [
      "keeps what it has proven when it is renewed",
      RENEWING,
      { kind: "confirmed", leaseMs: DAY },
      { pushedAt: NOW - HOUR },
    ],
    ["has a lease of 5 min at least", ASKED, { kind: "confirmed", leaseMs: 1000 }, { leaseUntil: NOW + 5 * MINUTE }],
    ["has a lease of 30 days at most", ASKED, { kind: "confirmed", leaseMs: 1e15 }, { leaseUntil: NOW + 30 * DAY }],
    [
      "has a lease of a day where the hub names none",
      ASKED,
      { kind: "confirmed", leaseMs: null },
      { leaseUntil: NOW + DAY },
    ],
    [
      "ends when the hub denies it, even later",
      PROVEN,
      { kind: "denied", reason: "closed" },
      { state: "denied", detail: "closed", leaseUntil: null, pushedAt: null },
    ],
    ["is proven by a push", ACTIVE, { kind: "pushed" }, { pushedAt: NOW }],
    ["is not proven any more by news without a push", PROVEN, { kind: "missed" }, { state: "active", pushedAt: null }],
    [
      "that nobody wants is left at once",
      PROVEN,
      { kind: "unwanted" },
      { state: "leaving", attempts: 0, nextAt: NOW, askedAt: null, leaseUntil: NOW + DAY },
    ],
    ["that is left stays so when the hub refuses", LEAVING, refused, { state: "leaving", detail: "answered 404" }],
  ])("%s", (_fact, before, event, expected) => {
    expect(advance(before, event, NOW)).toMatchObject(expected);
  });

  it("is renewed after 80 to 90 % of its lease, each at its own place", () => {
    const shares = Array.from({ length: 200 }, (_, index) => {
      const { nextAt } = advance({ ...ASKED, id: `sub_${index}` }, { kind: "confirmed", leaseMs: DAY }, NOW);
      return (nextAt - NOW) / DAY;
    });
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8);
    expect(Math.max(...shares)).toBeLessThan(0.9);
    expect(new Set(shares).size).toBeGreaterThan(190);
  });

  it("is asked for again a day after it was denied, or a little later", () => {
    const { nextAt } = advance(ASKED, { kind: "denied", reason: "closed" }, NOW);
    expect(nextAt - NOW).toBeGreaterThanOrEqual(DAY);
    expect(nextAt - NOW).toBeLessThan(1.1 * DAY);
  });

  it.each([
    [PENDING, "pending"],
    [ASKED, "pending"],
    [ACTIVE, "active"],
    [RENEWING, "renewing"],
    [EXPIRED, "expired"],
    [DENIED, "denied"],
    [LEAVING, "leaving"],
  ])("%j is called %s", (subscription, name) => {
    expect(describeState(subscription, NOW)).toBe(name);
  });

  it.each([
    ["is asked for", PENDING, { kind: "ask", mode: "subscribe" }],
    ["is renewed", ACTIVE, { kind: "ask", mode: "subscribe" }],
    ["is asked for after its lease", EXPIRED, { kind: "ask", mode: "subscribe" }],
    ["is replaced after six requests in vain", { ...ASKED, attempts: 6 }, { kind: "replace" }],
    ["is renewed however often that was in vain", { ...RENEWING, attempts: 6 }, { kind: "ask", mode: "subscribe" }],
    ["is replaced where it was denied", DENIED, { kind: "replace" }],
    ["is ended at its hub where it is left", LEAVING, { kind: "ask", mode: "unsubscribe" }],
    ["is forgotten when the hub does not confirm the end", { ...LEAVING, attempts: 4 }, { kind: "remove" }],
    ["is forgotten when its lease is over", { ...LEAVING, leaseUntil: NOW }, { kind: "remove" }],
  ])("that is due %s", (_fact, subscription, step) => {
    expect(nextStep(subscription, NOW)).toEqual(step);
  });

  it.each([
    ["a request", ASKED, "subscribe", true],
    ["a request that it has heard of before", ACTIVE, "subscribe", true],
    ["a renewal", RENEWING, "subscribe", true],
    ["a request that was never made", PENDING, "subscribe", false],
    ["a request of two days ago", { ...ASKED, askedAt: NOW - 2 * DAY }, "subscribe", false],
    ["a request that it denied", DENIED, "subscribe", false],
    ["a request that was taken back", LEAVING, "subscribe", false],
    ["the end that was asked for", LEAVING, "unsubscribe", true],
    ["an end that was not asked for", ACTIVE, "unsubscribe", false],
    ["something else", ASKED, "publish", false],
  ])("may be confirmed where the hub asks about %s: %#", (_fact, subscription, mode, expected) => {
    expect(isConfirmable(subscription, mode, NOW)).toBe(expected);
  });

  it.each([
    ["an active one that was pushed", PROVEN, true],
    ["one that is being renewed", RENEWING, true],
    ["one that was never pushed", ACTIVE, false],
    ["one whose lease is over", EXPIRED, false],
    ["one that is not confirmed", ASKED, false],
    ["one that is left", { ...LEAVING, pushedAt: NOW }, false],
  ])("makes polls rare: %s", (_fact, subscription, expected) => {
    expect(isProven(subscription, NOW)).toBe(expected);
  });
});
