import { expect, it } from "vitest";
import { once } from "./once.ts";

it("what is made once is made when somebody asks, and is the same afterwards", () => {
  let asked = 0;
  const made = once(() => ({ number: (asked += 1) }));
  expect(asked).toBe(0);
  expect(made()).toBe(made());
  expect(asked).toBe(1);
});
