import { describe, expect, it } from "vitest";
import { ruleSet } from "../../test/support/rules/rule-builders.ts";
import { lintLists } from "./lint-lists.ts";

/** Lists by name, with so many terms a language. */
function lintsOf(counts: Readonly<Record<string, Readonly<Record<string, number>>>>): string[] {
  const lists = Object.fromEntries(
    Object.entries(counts).map(([name, languages]) => [
      name,
      Object.fromEntries(
        Object.entries(languages).map(([lang, count]) => [lang, Array.from({ length: count }, (_, at) => `term${at}`)]),
      ),
    ]),
  );
  return lintLists(ruleSet({ lists }).lists).map(({ message, path }) => `${path.join("/")} ${message}`);
}

const USUAL = { de: 40, en: 100, fr: 40, ru: 40 };
const TEN = { ...USUAL, ar: 40, es: 40, fa: 40, it: 40, pl: 40, tr: 40 };

describe("lists by language", () => {
  it.each<[string, Parameters<typeof lintsOf>[0], string[]]>([
    ["are well where no language falls far behind", { office: USUAL, idiom: { ...USUAL, de: 10 } }, []],
    [
      "are thin below a quarter of the median",
      { office: USUAL, idiom: { ...USUAL, de: 9 } },
      ["lists/idiom/de/0 de: 1 list has far fewer terms than its languages usually have (the median): idiom 9 of 40"],
    ],
    [
      "are thin where a language that has the other lists is missing",
      { office: USUAL, idiom: USUAL, leave: { en: 90, es: 50, fr: 40, ru: 40 } },
      ["lists/office/de/0 de: 1 list has far fewer terms than its languages usually have (the median): leave 0 of 50"],
    ],
    [
      "are not missed where a list is written in less than half of the languages",
      { office: TEN, idiom: TEN, capitals: USUAL },
      [],
    ],
    ["are not compared when they have few languages", { capitals: { en: 50, de: 1, fr: 50 } }, []],
    [
      "give one lint a language, with some examples",
      Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((name) => [name, { ...USUAL, ru: 2 }])),
      [
        "lists/a/ru/0 ru: 6 lists have far fewer terms than its languages usually have (the median): a 2 of 40, b 2 of 40, c 2 of 40, d 2 of 40, e 2 of 40 and 1 more",
      ],
    ],
  ])("%s", (_fact, counts, expected) => {
    expect(lintsOf(counts)).toEqual(expected);
  });
});
