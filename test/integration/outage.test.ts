import { describe, expect, it } from "vitest";
import { openSimulatedWorld } from "../support/simulated/simulated-world.ts";
import { feed } from "../support/store/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BACK = START + 6 * HOUR;

describe("row 7: an outage of the own network", { timeout: 120_000 }, () => {
  it("ends for all feeds within minutes after the first can be read again", async () => {
    const feeds = Array.from({ length: 12 }, (_, index) => ({
      feed: feed(`feed-${index}`, { url: `https://host-${index}.example/feed`, onAdd: "silent", everyMs: 3 * MINUTE }),
      publishes: [START - HOUR],
      trouble: (at: number) => (at >= START + HOUR && at < BACK ? ({ kind: "dns" } as const) : null),
    }));
    const world = await openSimulatedWorld({ feeds, startAt: START, beatMs: MINUTE });
    await world.runUntil(BACK + HOUR);
    const readAt = [...world.visits.values()].map(
      (visits) => visits.find(({ startedAt, status }) => startedAt >= BACK && status !== null)?.startedAt ?? Infinity,
    );
    await world.close();
    expect(readAt).toHaveLength(12);
    expect(Math.max(...readAt) - Math.min(...readAt)).toBeLessThanOrEqual(1.5 * MINUTE);
  });
});
