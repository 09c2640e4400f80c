import { expect, it } from "vitest";
import { compareWithOracle } from "./compare-with-oracle.ts";

/** The test of the engine against a plain evaluator, on so many pairs of a random watch and a random item. */
export function itAgreesWithOracle(pairs: number, timeoutMs?: number): void {
  it(
    `says of ${pairs.toLocaleString("en")} watches and items what a plain evaluator says, also after live edits`,
    () => {
      const compared = compareWithOracle({ pairs });
      // Rules that never hold would agree on anything.
      expect(compared.heard / compared.pairs).toBeGreaterThan(0.1);
    },
    timeoutMs,
  );
}
