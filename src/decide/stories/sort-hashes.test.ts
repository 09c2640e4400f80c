import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../test/support/seeded-random.ts";
import { sortHashes } from "./sort-hashes.ts";

const random = seededRandom(7);

function draw(count: number, most: number): Uint32Array {
  return Uint32Array.from({ length: 2 * count }, () => Math.floor(random() * most));
}

describe("hashes", () => {
  it.each([
    ["none", 0, 1],
    ["one", 1, 2 ** 32],
    ["a few", 9, 2 ** 32],
    ["many", 3000, 2 ** 32],
    ["many that begin alike", 700, 2 ** 12],
    ["many equal ones", 500, 8],
  ])("are sorted, each once: %s", (_fact, count, most) => {
    const halves = draw(count, most);
    const into = new Uint32Array(2 * count + 2);
    const end = sortHashes(halves, count, into, 2);
    const whole = [...new Set(new BigUint64Array(halves.buffer))].toSorted((a, b) => (a < b ? -1 : 1));
    expect([...new BigUint64Array(into.slice(2, end).buffer)]).toEqual(whole);
  });
});
