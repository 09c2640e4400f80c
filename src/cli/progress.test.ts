import { expect, it } from "vitest";
import { createProgress } from "./progress.ts";

it("the progress of a work is a line that is written anew, from its second second on and ten times a second", () => {
  const written: string[] = [];
  let now = 5000;
  const stream = { write: (text: string) => written.push(text) > 0 };
  const progress = createProgress(stream, "texts tried", () => now);
  for (const [at, done] of [
    [5999, 400],
    [6000, 500],
    [6099, 600],
    [6100, 1234],
  ] as const) {
    now = at;
    progress.show(done, 2000);
  }
  progress.clear();
  expect(written).toEqual([
    "\r\u001B[K500 of 2,000 texts tried, 25 %",
    "\r\u001B[K1,234 of 2,000 texts tried, 61 %",
    "\r\u001B[K",
  ]);
});

it("a work that is done within a second shows nothing", () => {
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) > 0 };
  const progress = createProgress(stream, "texts tried", () => 5000);
  progress.show(1, 2);
  progress.clear();
  expect(written).toEqual([]);
});
