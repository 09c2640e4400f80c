import { describe, expect, it } from "vitest";
import { isMatch, type RulesSketch } from "../../../test/support/rules/rule-builders.ts";

const lists: RulesSketch["lists"] = {
  missions: {
    en: ["embassy", "permanent mission"],
    fa: ["سفارت"],
    ru: ["посольств*"],
    zh: ["大使馆"],
    de: ["*attaché"],
  },
  everywhere: { "*": ["consul*"] },
  envoys: { en: [{ term: "ambassador*", not: ["brand ambassador*"] }], zh: [{ term: "大使", not: ["大使馆"] }] },
  gaps: { en: ["hands ..3 passport"], zh: ["拒绝 ..2 国"] },
};
const rules: RulesSketch = {
  lists,
  clauses: { noreturn: "refuse* NEAR/6 return", twice: "@noreturn OR @missions" },
  people: [
    { id: "ivan", name: "Ivan Example", groups: ["mfa"] },
    { id: "known", name: "Famous Person", background: true },
  ],
};

type Row = readonly [text: string, expected: boolean];

describe.each<[form: string, expression: string, rows: readonly Row[]]>([
  [
    "whole words",
    "asylum",
    [
      ["Asylum!", true],
      ["the consul's asylum-bid", true],
      ["asylums", false],
      ["xasylum", false],
    ],
  ],
  [
    "whole words whose letters ASCII does not know",
    "élan OR мир OR über",
    [
      ["plein d'élan.", true],
      ["«Мир», сказал он", true],
      ["vélan, мирный, darüber", false],
    ],
  ],
  [
    "words of any case and marks",
    "attaché",
    [
      ["ATTACHE", true],
      ["Attaché's", true],
    ],
  ],
  ["words as the marks are written or not", "Esfahan", [["Esfāhān", true]]],
  [
    "phrases, punctuation between ignored",
    '"permanent mission"',
    [
      ["the permanent, mission", true],
      ["Permanent-Mission", true],
      ["mission permanent", false],
      ["permanent old mission", false],
    ],
  ],
  [
    "endings",
    "defect*",
    [
      ["defectors", true],
      ["defect", true],
      ["undefected", false],
    ],
  ],
  [
    "endings inside phrases",
    '"seek* asylum"',
    [
      ["seeking asylum", true],
      ["sought asylum", false],
    ],
  ],
  [
    "one character",
    "organi?ation",
    [
      ["organization", true],
      ["organisation", true],
      ["organiation", false],
      ["organizations", false],
    ],
  ],
  [
    "several characters, side by side and in a phrase",
    '"organi??tion of lab??r*"',
    [
      ["organization of labour", true],
      ["organisation of labourers", true],
      ["organition of labour", false],
      ["organi tion of labour", false],
    ],
  ],
  [
    "gaps",
    '"hands ..3 passport"',
    [
      ["hands in his own passport", true],
      ["hands passport", true],
      ["hands in his own old passport", false],
    ],
  ],
  [
    "AND",
    "consul AND asylum",
    [
      ["consul wants asylum", true],
      ["consul", false],
    ],
  ],
  [
    "OR",
    "consul OR asylum",
    [
      ["consul", true],
      ["nothing", false],
    ],
  ],
  [
    "NOT",
    "consul NOT asylum",
    [
      ["consul", true],
      ["consul asylum", false],
    ],
  ],
  [
    "NEAR/1 is adjacent",
    "consul NEAR/1 asylum",
    [
      ["consul asylum", true],
      ["asylum, consul", true],
      ["consul x asylum", false],
    ],
  ],
  [
    "NEAR/n in any order",
    "consul NEAR/3 asylum",
    [
      ["asylum a b consul", true],
      ["asylum a b c consul", false],
    ],
  ],
  [
    "BEFORE/n in this order",
    "consul BEFORE/3 asylum",
    [
      ["consul a asylum", true],
      ["asylum a consul", false],
    ],
  ],
  [
    "NEAR of disjoint spans only",
    '"asylum bid" NEAR/5 asylum',
    [
      ["asylum bid", false],
      ["asylum bid for asylum", true],
    ],
  ],
  ["NEAR from the nearest edges", '"a consul of peru" NEAR/2 asylum', [["a consul of Peru seeks asylum", true]]],
  [
    "NEAR of a NEAR",
    "(consul NEAR/2 left) NEAR/2 note",
    [
      ["consul has left a note", true],
      ["consul has left them a note", false],
    ],
  ],
  [
    "NEAR/s in one sentence",
    "consul NEAR/s asylum",
    [
      ["The consul left. He wants asylum.", false],
      ["The consul now wants asylum.", true],
    ],
  ],
  [
    "NEAR/2s in two sentences",
    "consul NEAR/2s asylum",
    [
      ["The consul left. He wants asylum.", true],
      ["The consul left. So. He wants asylum.", false],
    ],
  ],
  [
    "NEAR/p in one paragraph",
    "consul NEAR/p asylum",
    [
      ["The consul left. He wants asylum.", true],
      ["The consul left.\n\nHe wants asylum.", false],
    ],
  ],
  [
    "NOT NEAR/n",
    "left NOT NEAR/3 party",
    [
      ["left the party", false],
      ["left the post", true],
      ["left the party and much later on left the town", true],
    ],
  ],
  [
    "NOT BEFORE/n",
    "left NOT BEFORE/2 party",
    [
      ["left the party", false],
      ["party left", true],
    ],
  ],
  [
    "NOT AFTER/n",
    "fled NOT AFTER/4 wife",
    [
      ["his wife has fled", false],
      ["fled with his wife", true],
    ],
  ],
  [
    "NOT NEAR/s",
    "left NOT NEAR/s party",
    [
      ["He left. The party met.", true],
      ["He left when the party met.", false],
    ],
  ],
  [
    "NOT NEAR inside NEAR",
    "(left NOT NEAR/1 party) NEAR/4 consul",
    [
      ["consul left party", false],
      ["consul left post", true],
    ],
  ],
  [
    "occurrences",
    "atleast/2(asylum OR refuge)",
    [
      ["asylum", false],
      ["asylum, refuge", true],
    ],
  ],
  ["overlapping occurrences once", 'atleast/2("asylum bid" OR asylum)', [["asylum bid", false]]],
  [
    "exact case and marks",
    "case:NATO",
    [
      ["NATO", true],
      ["Nato", false],
    ],
  ],
  [
    "exact case of acronyms with stops",
    "case:US",
    [
      ["the U.S. says", true],
      ["tell us", false],
    ],
  ],
  [
    "clauses",
    "@noreturn",
    [
      ["refuses ever to return", true],
      ["returns", false],
    ],
  ],
  [
    "clauses in clauses",
    "@twice",
    [
      ["embassy", true],
      ["refused to return", true],
    ],
  ],
  [
    "a person",
    "person:ivan",
    [
      ["Ivan Example left", true],
      ["Famous Person left", false],
    ],
  ],
  [
    "a group",
    "person:@mfa",
    [
      ["Ivan Example left", true],
      ["Famous Person left", false],
    ],
  ],
  [
    "anybody known but not in the background",
    "person:*",
    [
      ["Ivan Example left", true],
      ["Famous Person left", false],
    ],
  ],
  [
    "regular expressions on the original text",
    "/[A-Z]{2}\\d{3} case/",
    [
      ["File AB123 case", true],
      ["file ab123 case", false],
    ],
  ],
])("%s", (_form, expression, rows) => {
  it.each([...rows])(`${expression} on "%s": %s`, (body, expected) => {
    expect(isMatch(expression, { body, lang: "en" }, rules)).toBe(expected);
  });
});

describe("scripts", () => {
  it.each([
    ["a Persian term with its other letters", "سفارت", { body: "سفارتِ ایران" }, true],
    ["Arabic with attached article and conjunction", "سفير", { body: "والسفير غادر", lang: "ar" }, true],
    ["Arabic with an attached preposition", "سفارة", { body: "بالسفارة", lang: "ar" }, true],
    ["an Arabic term with the article, the word without", "السفير", { body: "سفير", lang: "ar" }, true],
    ["no Arabic prefixes in Persian", "زیر", { body: "وزیر", lang: "fa" }, false],
    ["Hebrew with attached prefixes", "שגריר", { body: "ושהשגריר ברח", lang: "he" }, true],
    ["Korean with a particle", "외교관", { body: "외교관이 망명했다", lang: "ko" }, true],
    ["a Korean verb made of a noun", "망명", { body: "외교관이 망명했다", lang: "ko" }, true],
    ["a Korean word inside another", "대사", { body: "대사관", lang: "ko" }, false],
    ["one Korean syllable only as a whole word", "전", { body: "전쟁 전은", lang: "ko" }, false],
    ["Han inside a run of text", "叛逃", { body: "外交官叛逃了" }, true],
    ["simplified term, traditional text", "大使馆", { body: "大使館" }, true],
    ["kana as they are", "アメリカ", { body: "アメリカ人" }, true],
    ["Thai by dictionary", "ลี้ภัย", { body: "นักการทูตขอลี้ภัย" }, true],
    ["Cyrillic ё as е", "посол AND ещё", { body: "Посол еще здесь" }, true],
    ["Vietnamese with its marks", "đại", { body: "dai su", lang: "vi" }, false],
    ["Vietnamese as written", "đại", { body: "Đại sứ", lang: "vi" }, true],
    ["Vietnamese without marks means any", "dai", { body: "Đại sứ", lang: "vi" }, true],
    [
      "two Han characters are one word of a distance",
      "大使 NEAR/3 叛逃",
      { body: "大使昨天晚上叛逃", lang: "zh" },
      true,
    ],
    ["and no more than that", "大使 NEAR/3 叛逃", { body: "大使昨天晚上大概叛逃", lang: "zh" }, false],
    ["an emoji between words", '"consul fled"', { body: "consul 😀 fled" }, false],
  ] as const)("%s", (_fact, expression, item, expected) => {
    expect(isMatch(expression, item)).toBe(expected);
  });
});

describe("lists", () => {
  it.each([
    ["use the terms of the item's language", "@missions", { body: "посольства и embassy", lang: "ru" }, true],
    ["and not those of another", "@missions", { body: "the embassy", lang: "ru" }, false],
    ["a regional language is its language", "@missions", { body: "大使馆", lang: "zh-TW" }, true],
    ["all terms where the language is unknown", "@missions", { body: "سفارت", lang: null }, true],
    ["all terms where the language is not listed", "@missions", { body: "the embassy", lang: "sv" }, true],
    ["terms of every language", "@everywhere", { body: "consulate", lang: "fr" }, true],
    ["compounds", "@missions", { body: "Der Luftwaffenattaché", lang: "de" }, true],
    ["a longer phrase hides its term", "@envoys", { body: "the brand ambassadors", lang: "en" }, false],
    ["only where it covers it", "@envoys", { body: "brand ambassador and ambassador", lang: "en" }, true],
    ["a longer word hides Han", "@envoys", { body: "大使馆", lang: "zh" }, false],
    ["gaps in terms", "@gaps", { body: "hands in a passport", lang: "en" }, true],
    ["gaps in Han: two characters a word", "@gaps", { body: "拒绝立即返国", lang: "zh" }, true],
  ] as const)("%s", (_fact, expression, item, expected) => {
    expect(isMatch(expression, item, { lists })).toBe(expected);
  });
});

describe("places", () => {
  const words = Array.from({ length: 58 }, (_, at) => `w${at}`).join(" ");

  it.each([
    [
      "NEAR in words does not cross from title to body",
      "consul NEAR/9 asylum",
      { title: "Consul", body: "asylum" },
      false,
    ],
    [
      "NEAR of words that stand in hundreds of places",
      "consul NEAR/2 asylum",
      { body: `${"consul ".repeat(100)}a b ${"asylum ".repeat(100)}` },
      false,
    ],
    [
      "and where the nearest are near enough",
      "consul NEAR/2 asylum",
      { body: `${"consul ".repeat(100)}a ${"asylum ".repeat(100)}` },
      true,
    ],
    ["a window of sentences does", "consul NEAR/2s asylum", { title: "Consul", body: "Asylum." }, true],
    ["a phrase does not cross", '"consul asylum"', { title: "Consul", body: "asylum" }, false],
    ["title:", "title:consul", { title: "Consul", body: "" }, true],
    ["title: is not the body", "title:consul", { title: "", body: "consul" }, false],
    ["body: is summary and body", "body:(consul AND asylum)", { summary: "consul", body: "asylum" }, true],
    ["body: is not the title", "body:consul", { title: "Consul" }, false],
    ["lead: has the title", "lead:consul", { title: "Consul" }, true],
    ["lead: has 60 words after the title", "lead:consul", { body: `a ${words} consul` }, true],
    ["and no more", "lead:consul", { body: `a b ${words} consul` }, false],
    ["lead: counts two Han characters as a word", "lead:领事", { body: `${"字".repeat(118)}领事` }, true],
    ["a scope limits every leaf", "title:(consul NEAR/5 asylum)", { title: "Consul", body: "consul asylum" }, false],
    ["text after the lead is matched", "consul", { body: `${words} ${words} ${words} consul` }, true],
  ] as const)("%s", (_fact, expression, item, expected) => {
    expect(isMatch(expression, item)).toBe(expected);
  });
});

describe("@past", () => {
  it.each([
    ["a year three before publication", "in 2023", "en", true],
    ["not a year two before", "in 2024", "en", false],
    ["not a number that is no year", "1234 people", "en", false],
    ["a decade that is over", "the 1990s", "en", true],
    ["not the running decade", "the 2020s", "en", false],
    ["Persian years in Persian items", "سال ۱۳۵۷", "fa", true],
    ["not last year in Persian", "سال ۱۴۰۳", "fa", false],
    ["no Persian years in other languages", "1357 men", "en", false],
    ["Arabic digits", "عام ١٩٥٤", "ar", true],
  ])("%s", (_fact, body, lang, expected) => {
    expect(isMatch("@past", { body, lang })).toBe(expected);
  });
});
