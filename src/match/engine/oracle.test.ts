import { describe } from "vitest";
import { itAgreesWithOracle } from "../../../test/support/oracle/it-agrees-with-oracle.ts";

describe("the engine", () => {
  itAgreesWithOracle(5000);
});
