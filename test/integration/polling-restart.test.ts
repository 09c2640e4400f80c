import { describe, expect, it } from "vitest";
import { seededRandom } from "../support/seeded-random.ts";
import { publications, type SimulatedFeed } from "../support/simulated/simulated-feed.ts";
import { openSimulatedWorld } from "../support/simulated/simulated-world.ts";
import { feed } from "../support/store/store-builders.ts";

const START = Date.UTC(2026, 0, 20);
const HOUR = 3_600_000;
const HOURS = 11;

function feeds(): SimulatedFeed[] {
  const random = seededRandom(1);
  return Array.from({ length: 8 }, (_, index) => ({
    feed: feed(`feed-${index}`, { onAdd: "silent" }),
    publishes: publications(random, 20, START - 48 * HOUR, START + HOURS * HOUR),
    trouble: () => null,
  }));
}

async function requestsWith(restarts: number): Promise<readonly (readonly number[])[]> {
  const simulated = feeds();
  const world = await openSimulatedWorld({ feeds: simulated, startAt: START, beatMs: 60_000 });
  for (let hour = 1; hour <= HOURS; hour += 1) {
    await world.runUntil(START + hour * HOUR);
    if (hour <= restarts) await world.restart("at-any-time", 0);
  }
  const requests = [...world.visits.values()].map((visits) => visits.map(({ startedAt }) => startedAt));
  await world.close();
  return requests;
}

describe("row 20: ten restarts in eleven hours", { timeout: 120_000 }, () => {
  it("change neither the number of requests nor their times", async () => {
    const undisturbed = await requestsWith(0);
    expect(await requestsWith(10)).toEqual(undisturbed);
    expect(undisturbed.flat().length).toBeGreaterThan(8 * HOURS);
  });
});
