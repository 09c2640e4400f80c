import { describe, expect, it } from "vitest";
import { compareWithOracle } from "../support/oracle/compare-with-oracle.ts";

describe("the engine", () => {
  it("says of a million watches and items what a plain evaluator says, also after live edits", () => {
    const { pairs, heard } = compareWithOracle({ pairs: 1_000_000 });
    expect(heard / pairs).toBeGreaterThan(0.1);
  });
});
