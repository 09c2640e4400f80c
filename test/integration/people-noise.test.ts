import { expect, it } from "vitest";
import { measureNoise } from "../support/rules/people-noise.ts";

it.each([
  ["ten thousand names of ten countries, `careful`", 10, "careful", 10_000],
  ["forty, `full`", 40, "full", 40],
] as const)("%s, are falsely found in at most %i of 1,000 texts about others", (_fact, most, match, persons) => {
  const { texts, wrong } = measureNoise(persons, 20_260_120, { match });
  expect(texts).toBeGreaterThan(2500);
  // The names themselves, so that a failure shows them.
  expect(wrong.slice(Math.floor((texts * most) / 1000))).toEqual([]);
});
