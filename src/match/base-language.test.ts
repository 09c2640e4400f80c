import { expect, it } from "vitest";
import { firstAnswer } from "../../test/support/rules/rule-builders.ts";
import { baseLanguage } from "./base-language.ts";

it.each([
  ["zh-Hant", "zh"],
  ["EN_us", "en"],
  ["nb", "no"],
  ["fil-PH", "tl"],
  ["ckb", "ckb"],
  ["und", null],
  ["", null],
  [null, null],
  ["english", null],
  ["constructor", null],
])("the language of %s is %s", (lang, base) => {
  expect(baseLanguage(lang)).toBe(base);
});

it.each(["constructor", "__proto__", "toString"])("an item whose language is said to be %s is matched", (lang) => {
  const rules = { people: [{ name: "Kamran Zandieh" }], watches: [{ match: "person:*" }] };
  expect(firstAnswer(rules, { title: "Kamran Zandieh left", lang })?.kind).toBe("match");
});
