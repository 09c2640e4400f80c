import { describe, expect, it } from "vitest";
import { fullBucket, takeToken, type TokenBucket } from "./rate-limit.ts";

/** How many of the attempts at these instants are allowed. */
function allowedAt(bucket: TokenBucket, instants: readonly number[]): number[] {
  const allowed: number[] = [];
  let state = bucket;
  for (const now of instants) {
    const answer = takeToken(state, now);
    state = answer.bucket;
    if (answer.kind === "allowed") allowed.push(now);
  }
  return allowed;
}

describe("a channel's rate", () => {
  const bucket = fullBucket({ every: 1000, burst: 3 }, 0);

  it("allows a burst, then one message per interval", () => {
    expect(allowedAt(bucket, [0, 0, 0, 0, 500, 1000, 1500, 2000])).toEqual([0, 0, 0, 1000, 2000]);
  });

  it("says when the next message may leave", () => {
    const empty = { ...bucket, tokens: 0.25, at: 0 };
    expect(takeToken(empty, 100)).toMatchObject({ kind: "wait", untilAt: 750 });
    expect(takeToken(empty, 750)).toMatchObject({ kind: "allowed" });
  });

  it("gathers no more than a burst in quiet times", () => {
    expect(allowedAt(bucket, [90_000, 90_000, 90_000, 90_000])).toHaveLength(3);
  });

  it("gains nothing from two clocks that differ", () => {
    const instants = Array.from({ length: 100 }, (_, turn) => 10_000 + turn * 20 + (turn % 2) * 5000);
    expect(allowedAt({ ...bucket, tokens: 0, at: 10_000 }, instants).length).toBeLessThanOrEqual(7);
  });

  it("does not wait for an hour because a clock was set back by one", () => {
    expect(takeToken({ ...bucket, tokens: 0, at: 3_600_000 }, 1000)).toMatchObject({ kind: "wait", untilAt: 2000 });
  });
});
