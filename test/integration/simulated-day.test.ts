import { expect, it } from "vitest";
import { simulateNewsroom } from "../support/simulated/simulated-newsroom.ts";

it("half a day of 40 feeds with 3 restarts and flaky servers loses nothing, doubles nothing and keeps to the plan", async () => {
  const { requests, planned, ...came } = await simulateNewsroom({
    seed: 3,
    feeds: 40,
    hours: 12,
    restarts: [
      { hour: 3.137, death: "at-any-time", downMs: 4000 },
      { hour: 6.522, death: "before-recording", downMs: 4000 },
      { hour: 9.871, death: "at-any-time", downMs: 90_000 },
    ],
  });
  expect(came).toMatchObject({ lost: [], doubled: [], inPauses: [], errors: [] });
  expect(Math.abs(requests / planned - 1)).toBeLessThan(0.05);
  expect(came.closestMs).toBeGreaterThanOrEqual(1000);
  expect(came.pauses).toBeGreaterThan(0);
});
