import { describe, expect, it } from "vitest";
import type { SendOutcome } from "./channel.ts";
import { planNextStep } from "./retry-policy.ts";

const now = 1_000_000_000;
const DAY = 86_400_000;

function later(change: Partial<Extract<SendOutcome, { kind: "retry" }>> = {}): Extract<SendOutcome, { kind: "retry" }> {
  return {
    kind: "retry",
    reason: "server-error",
    detail: "HTTP 500",
    retryAfterMs: null,
    scope: "channel",
    ambiguous: false,
    recipients: [],
    ...change,
  };
}

function refused(scope: "channel" | "message"): Extract<SendOutcome, { kind: "rejected" }> {
  return { kind: "rejected", reason: "message-refused", detail: "msg_too_long", scope, recipients: [] };
}

describe("after an attempt that sent nothing", () => {
  it.each([
    ["message", 1, 5],
    ["message", 2, 10],
    ["message", 4, 40],
    ["message", 8, 640],
    ["message", 9, 900],
    ["message", 5000, 900],
    ["channel", 1, 5],
    ["channel", 4, 40],
    ["channel", 5, 60],
    ["channel", 5000, 60],
  ] as const)("of a %s, failure %i in a row is followed by a wait of %i seconds", (scope, failures, seconds) => {
    const step = planNextStep({ outcome: later({ scope }), failures, firstAt: now, now });
    expect(step).toEqual({ kind: "again", dueAt: now + seconds * 1000, scope });
  });

  it.each([
    ["the provider's wish is followed", 30_000, 30_000],
    ["a wish of nothing still waits a second", 0, 1000],
    ["a wish of a year waits an hour", 365 * DAY, 3_600_000],
  ])("%s", (_fact, retryAfterMs, wait) => {
    const step = planNextStep({ outcome: later({ retryAfterMs }), failures: 3, firstAt: now, now });
    expect(step).toMatchObject({ dueAt: now + wait });
  });

  it("a message refused for good has failed at once", () => {
    const step = planNextStep({ outcome: refused("message"), failures: 1, firstAt: now, now });
    expect(step).toEqual({ kind: "failed", reason: "message-refused" });
  });

  it("a refusal of the whole channel keeps the message, however old", () => {
    const step = planNextStep({ outcome: refused("channel"), failures: 1, firstAt: now - 30 * DAY, now });
    expect(step).toEqual({ kind: "again", dueAt: now + 60_000, scope: "channel" });
  });

  it("an outage of weeks loses nothing", () => {
    const step = planNextStep({ outcome: later(), failures: 900, firstAt: now - 30 * DAY, now });
    expect(step.kind).toBe("again");
  });

  it("a message that alone is put off for four days has failed", () => {
    const outcome = later({ scope: "message", reason: "put-off" });
    expect(planNextStep({ outcome, failures: 90, firstAt: now - 3 * DAY, now }).kind).toBe("again");
    expect(planNextStep({ outcome, failures: 90, firstAt: now - 4 * DAY, now })).toEqual({
      kind: "failed",
      reason: "put-off-too-long",
    });
  });
});
