import { expect, it } from "vitest";
import { brokenFortnights } from "../support/fortnight-facts.ts";

/** Another one makes other fortnights. */
const SEED = Number(process.env["SEED"] ?? 5000);
const RUNS = Number(process.env["RUNS"] ?? 5000);

it("each match is in one edition of each digest, and no edition overlaps or is missing, in 5,000 fortnights", async () => {
  expect(await brokenFortnights({ runs: RUNS, seed: SEED })).toBeNull();
});
