import { expect, it } from "vitest";
import { createAppLogger } from "./create-app-logger.ts";

it("has the level that the environment names", () => {
  expect(createAppLogger({ WIREWATCH_LOG_LEVEL: "silent" }).level).toBe("silent");
});

it("names the variable and what it can be when there is no such level", () => {
  const message = 'WIREWATCH_LOG_LEVEL is "loud": it can be debug, info, warn, error, silent';
  expect(() => createAppLogger({ WIREWATCH_LOG_LEVEL: "loud" })).toThrow(message);
});
