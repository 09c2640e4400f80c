import { describe } from "vitest";
import { itAgreesWithOracle } from "../support/oracle/it-agrees-with-oracle.ts";

describe("the engine", () => {
  itAgreesWithOracle(1_000_000);
});
