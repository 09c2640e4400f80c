import { expect, it } from "vitest";
import { dieEverywhere } from "../support/deaths/death-matrix.ts";

const { CRASH_WORLDS = "6", CRASH_STRIDE = "1", CRASH_FIRST = "0", CRASH_ONLY = "" } = process.env;

function say(line: string): void {
  process.stderr.write(`death: ${line}\n`);
}

it("a scheduler or worker on PostgreSQL and Redis that dies before or after any write or request loses nothing, and tells nothing twice", async () => {
  const [worlds = 6, stride = 1, first = 0] = [CRASH_WORLDS, CRASH_STRIDE, CRASH_FIRST].map(Number);
  const matrix = { worlds, stride, first, only: CRASH_ONLY, say };
  const { points, deaths, wrong } = await dieEverywhere(matrix);
  const stuck = deaths.filter(({ end }) => typeof end !== "string");
  const missed = deaths.filter(({ end }) => end === "missed");
  say(`${points.length} points, ${missed.length} of them not reached again`);
  expect(stuck).toEqual([]);
  expect(wrong).toEqual([]);
  expect(points.length * stride).toBeGreaterThan(CRASH_ONLY === "" ? 180 : 0);
  expect(missed.length).toBeLessThanOrEqual(points.length / 10);
});
