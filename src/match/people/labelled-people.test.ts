import { expect, it } from "vitest";
import { measureLabelledPeople } from "../../../test/support/rules/labelled-people.ts";

it("of officials in texts of 25 languages and scripts, 95 % of mentions are found, and 1 % at most are wrong", () => {
  const { mentions, negatives, missed, wrong } = measureLabelledPeople({ list: "people", texts: "people" });
  expect([mentions, negatives]).toEqual([134, 69]);
  // The texts themselves, so that a failure shows them.
  expect(missed.slice(Math.floor(0.05 * mentions))).toEqual([]);
  expect(wrong.slice(Math.floor(0.01 * mentions))).toEqual([]);
});
