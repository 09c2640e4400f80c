import { describe, expect, it } from "vitest";
import { finish, finishInTurns, type Steps } from "./steps.ts";

/** Each step keeps the thread for longer than others should have to wait. */
function* threeLongSteps(after: () => unknown): Steps<string> {
  for (let step = 0; step < 3; step += 1) {
    const until = performance.now() + 12;
    while (performance.now() < until);
    after();
    yield;
  }
  return "done";
}

describe("a long computation in steps", () => {
  it("lets the event loop turn between long steps, and gives its answer", async () => {
    const happened: string[] = [];
    setImmediate(() => happened.push("others"));
    expect(await finishInTurns(threeLongSteps(() => happened.push("step")))).toBe("done");
    expect(happened).toEqual(["step", "others", "step", "step"]);
  });

  it("gives the same answer at once", () => {
    expect(finish(threeLongSteps(() => {}))).toBe("done");
  });
});
