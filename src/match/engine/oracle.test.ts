import { describe, expect, it } from "vitest";
import { compareWithOracle } from "../../../test/support/oracle/compare-with-oracle.ts";

describe("the engine", () => {
  it("says of 50,000 watches and items what a plain evaluator says, also after live edits", () => {
    const { pairs, heard } = compareWithOracle({ pairs: 50_000 });
    // Rules that never hold would agree on anything.
    expect(heard / pairs).toBeGreaterThan(0.1);
  }, 120_000);
});
