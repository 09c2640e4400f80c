import { expect, it } from "vitest";
import { otherAge } from "./ages.ts";

it.each([
  ["a 16 year old boy", true],
  ["der 9 jahrige", true],
  ["86 latek", true],
  ["86 岁", true],
  ["86세의 노인", true],
  ["a 40 year old", false],
  ["16 years in office", false],
])("%s: the age of no official: %s", (words, expected) => {
  expect(otherAge(words.split(" ")) !== null).toBe(expected);
});
