import { describe, expect, it } from "vitest";
import { pick, seededRandom } from "../../../test/support/seeded-random.ts";
import { compareSketches } from "./compare-sketches.ts";
import { sketchItem } from "./sketch-item.ts";
import type { StorySketch } from "./story-sketch.ts";

const random = seededRandom(3);
const WORDS =
  "envoy Lima Aalstad resigned Monday law emergency protest ministry Velsund keys deputy fog airport Brezno 12 2026 大使 辞职".split(
    " ",
  );

function makeSketch(): StorySketch {
  function words(count: number): string {
    return Array.from({ length: count }, () => pick(WORDS, random) ?? "").join(" ");
  }
  return sketchItem({ title: words(4), body: words(4 + Math.floor(random() * 20)) }).sketch;
}

function setOf(hashes: Uint32Array): ReadonlySet<bigint> {
  return new Set(new BigUint64Array(hashes.slice().buffer));
}

function common(one: Uint32Array, other: Uint32Array): number {
  return setOf(one).intersection(setOf(other)).size;
}

describe("two sketches", () => {
  const pairs = Array.from({ length: 200 }, () => [makeSketch(), makeSketch()] as const);

  it("share the names, words and runs that stand in both", () => {
    for (const [one, other] of pairs) {
      const [likeness] = compareSketches(one, [other]);
      const names = common(one.names, other.names) + common(one.names, other.words) + common(one.words, other.names);
      const expected = {
        sharedNames: names,
        sharedWords: common(one.words, other.words),
        copiedRuns: common(one.shingles, other.shingles),
      };
      expect(likeness).toMatchObject(expected);
    }
  });

  it("are as like as the other way round", () => {
    for (const [one, other] of pairs) expect(compareSketches(one, [other])).toEqual(compareSketches(other, [one]));
  });

  it("have no likeness where they are less alike than asked for", () => {
    const least = 0.5;
    const [one] = pairs[0] ?? [makeSketch()];
    const others = pairs.map(([, other]) => other);
    const all = compareSketches(one, others);
    expect(compareSketches(one, others, least)).toEqual(
      all.map((likeness) => (likeness !== undefined && likeness.about >= least ? likeness : undefined)),
    );
    expect(all.filter((likeness) => (likeness?.about ?? 0) < least).length).toBeGreaterThan(0);
  });
});
