import { expect, it } from "vitest";
import { settle, type Seen } from "./settle.ts";

/** One look a second, beginning with what was read; the seconds at which files are read again. */
function readAt(looks: string, settleMs: number): number[] {
  let seen: Seen | null = null;
  let taken = looks.slice(0, 1);
  return Array.from(looks).flatMap((mark, second) => {
    const looked = settle(seen, { mark, taken, now: second * 1000, settleMs });
    seen = looked.seen;
    if (!looked.isDue) return [];
    taken = mark;
    return [second];
  });
}

it.each([
  ["files that stay as they are are not read", "aaaaaaaa", []],
  ["changed files are read once they rest", "abbbbbb", [4]],
  ["each change begins the time anew", "abcccbbbbbb", [8]],
  ["what is as it was before is not read", "abbaaaaa", []],
  ["what changes back after it was read is read again", "abbbbaaaaa", [4, 8]],
] as const)("%s", (_fact, looks, at) => {
  expect(readAt(looks, 3000)).toEqual(at);
});

it("takes the time that files must rest from the configuration", () => {
  expect(readAt("abbbbbbb", 1000)).toEqual([2]);
});
