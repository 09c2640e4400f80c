import { describe, expect, it } from "vitest";
import { readStatus, type Receiver } from "./http-outcome.ts";

const receiver: Receiver = {
  name: "hooks.example",
  channelId: "desk",
  remedies: { credentials: "check the token", address: "check the address" },
};

function meaning(status: number): string {
  const read = readStatus(status, null, receiver);
  if (read === null) return "sent";
  return read.kind === "retry" ? `retry, ${read.ambiguous ? "may have arrived" : "not taken"}` : read.reason;
}

describe("an HTTP status", () => {
  const statuses = Array.from({ length: 500 }, (_, index) => index + 100);
  const special = new Map<number, string>([
    [401, "bad-credentials"],
    [403, "bad-credentials"],
    [404, "unknown-channel"],
    [410, "unknown-channel"],
    [408, "retry, may have arrived"],
    [425, "retry, not taken"],
    [429, "retry, not taken"],
    ...[402, 405, 406, 407, 415, 426].map((status) => [status, "unknown-channel"] as const),
    [502, "retry, may have arrived"],
    [504, "retry, may have arrived"],
  ]);

  it.each([
    [100, 199, "unknown-channel"],
    [200, 299, "sent"],
    [300, 399, "unknown-channel"],
    [400, 499, "message-refused"],
    [500, 599, "retry, not taken"],
  ])("from %d to %d means: %3$s, but for those with a meaning of their own", (from, to, expected) => {
    for (const status of statuses.filter((each) => each >= from && each <= to)) {
      expect([status, meaning(status)]).toEqual([status, special.get(status) ?? expected]);
    }
  });

  it("is told with the remedy for what an operator must repair", () => {
    expect(readStatus(403, null, receiver)?.detail).toBe(
      "hooks.example refused channel desk (HTTP 403): check the token",
    );
    expect(readStatus(302, null, receiver)?.detail).toBe(
      "hooks.example answered HTTP 302 for channel desk (a redirect, which is not followed): check the address",
    );
  });

  it("429 carries the wish of the provider, and 503 too", () => {
    expect(readStatus(429, 7000, receiver)).toMatchObject({ reason: "rate-limited", retryAfterMs: 7000 });
    expect(readStatus(503, 9000, receiver)).toMatchObject({ reason: "server-error", retryAfterMs: 9000 });
  });
});
