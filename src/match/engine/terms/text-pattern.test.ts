import { expect, it } from "vitest";
import { compileTextPattern, requiredLiteral } from "./text-pattern.ts";

it.each([
  ["a word", "Consul", "Consul"],
  ["a word in any case, without letters that have a third form", "(?i)Consulate", "ulate"],
  ["none in any case of letters that are not ASCII", "(?i)ПОСОЛ", null],
  ["not what an escape takes with it", String.raw`\pN\x41\101\x{41}tons`, "tons"],
  ["not a class with a class in it", "[[:digit:]abcdef]{6} leak", " leak"],
  ["none where quotes begin", String.raw`\Qembassy?\E`, null],
  ["the longest of several", "a[bc]embassy\\d+visa", "embassy"],
  ["not an optional letter", "embassys?", "embassy"],
  ["not a letter that is optional by what stands behind flags", "abcd(?i)?ef", "abc"],
  ["over flags", "abc(?i)def", "abcdef"],
  ["not a repeated letter", "embas{0,2}y", "emba"],
  ["not the inside of a group", "(embassy|mission) staff", " staff"],
  ["not a class", "[embassy]+", null],
  ["not an escape", "\\w+\\bpass", "pass"],
  ["none beside an alternative at the top", "embassy|mission", null],
  ["none under three letters", "\\d+ab", null],
  ["nothing of nested groups", "((abcd)?(efgh)*)?ijk", "ijk"],
])("the literal a pattern needs: %s", (_fact, source, expected) => {
  expect(requiredLiteral(source)?.text ?? null).toBe(expected);
});

it("a pattern that would be slow elsewhere runs in linear time", () => {
  expect(compileTextPattern("(a+)+$").find(`${"a".repeat(5000)}b`)).toEqual([]);
});

it("offsets are UTF-16 units", () => {
  expect(compileTextPattern("b").find("😀b")).toEqual([[2, 3]]);
});
