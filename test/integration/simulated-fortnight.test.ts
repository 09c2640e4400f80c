import { expect, it } from "vitest";
import { brokenFortnights } from "../support/simulated/fortnight-facts.ts";

it("each match is in one edition of each digest, and no edition overlaps or is missing, in 200 fortnights", async () => {
  expect(await brokenFortnights({ runs: 200, seed: 118 })).toBeNull();
}, 240_000);
