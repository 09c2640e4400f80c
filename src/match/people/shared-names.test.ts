import { describe, expect, it } from "vitest";
import { foundIn } from "../../../test/support/rules/found-people.ts";
import { isMatch } from "../../../test/support/rules/rule-builders.ts";

describe("a name that two share", () => {
  const first = { id: "oslo", name: "Ivan Example", role: "ambassador, Oslo", groups: ["mfa"], countries: ["no"] };
  const second = { id: "port", name: "Ivan Example", role: "harbour master", groups: ["port"], countries: ["be"] };
  const people = [first, second, { id: "colleague", name: "Ada Sample", groups: ["port"] }];

  it.each([
    [
      "is ambiguous where nothing decides",
      "Ivan Example spoke.",
      ["oslo: Ivan Example (ambiguous)", "port: Ivan Example (ambiguous)"],
    ],
    ["is decided by the role", "Ivan Example, the harbour master, spoke.", ["port: Ivan Example (high)"]],
    ["is decided by the country", "Ivan Example spoke in Norway.", ["oslo: Ivan Example (high)"]],
    ["or its people", "Norwegian papers named Ivan Example.", ["oslo: Ivan Example (high)"]],
    [
      "is decided by a colleague",
      "Ivan Example and Ada Sample spoke.",
      ["port: Ivan Example (high)", "colleague: Ada Sample (high)"],
    ],
  ])("%s", (_fact, text, expected) => {
    expect(foundIn(text, people)).toEqual(expected);
  });

  it.each([
    ["is the desk's own person where a list has the name once more", {}, ["oslo: Ivan Example (high)"]],
    ["or the id that it had there", { formerIds: ["oslo"], countries: ["be"] }, ["oslo: Ivan Example (high)"]],
    [
      "but not where the list says another country",
      { countries: ["be"] },
      ["oslo: Ivan Example (ambiguous)", "Q1: Ivan Example (ambiguous)"],
    ],
  ])("%s", (_fact, listed, expected) => {
    const imported = { id: "Q1", name: "Ivan Example", match: "careful", ...listed } as const;
    expect(foundIn("Ivan Example spoke.", [first, imported])).toEqual(expected);
  });

  it("matches a group only where all of them are in it", () => {
    const item = { body: "Ivan Example spoke." };
    expect(isMatch("person:@mfa", item, { people })).toBe(false);
    expect(isMatch("person:*", item, { people })).toBe(true);
    expect(isMatch("person:oslo", item, { people })).toBe(false);
  });
});
