import { expect, it } from "vitest";
import { simulateNewsroom } from "../support/simulated/simulated-newsroom.ts";

/** Another one makes another week. */
const SEED = Number(process.env["SEED"] ?? 7);

/**
 * Everything of the poll stage is the daemon's but sockets and matcher. Three feeds in ten share a host with nine
 * others, one in ten a host with all the rest; one host in ten fails one request in five (503, with and without
 * `Retry-After`, timeouts, cut bodies, HTML pages); one host answers 429 now and then. Publishers leave out guids or
 * dates, back-date, bump dates, share, reuse and number guids; four windows turn over sooner than the learned interval.
 */
it("a week of 500 feeds with 3 restarts and flaky servers loses nothing, doubles nothing and keeps to the plan", async ({
  annotate,
}) => {
  const came = await simulateNewsroom({
    seed: SEED,
    feeds: 500,
    hours: 168,
    restarts: [
      { hour: 50.331, death: "at-any-time", downMs: 4000 },
      { hour: 98.774, death: "before-recording", downMs: 4000 },
      { hour: 146.209, death: "at-any-time", downMs: 4000 },
    ],
  });
  const { requests, planned, lost, doubled, ...rest } = came;
  const deviation = requests / planned - 1;
  await annotate(JSON.stringify({ requests, planned, deviation, lost: lost.length, doubled: doubled.length, ...rest }));

  expect(came).toMatchObject({ lost: [], doubled: [], inPauses: [], errors: [] });
  expect(Math.abs(deviation)).toBeLessThan(0.05);
  expect(came.closestMs).toBeGreaterThanOrEqual(1000);
  expect(came.busiestAfterRestart).toBeLessThanOrEqual(came.busiestMinute);
});
