import * as fc from "fast-check";
import type { MatchItem, RuleSet, TermList, WatchRule } from "../../../src/match/rule-set.ts";
import { matchItem, ruleSet } from "../rules/rule-builders.ts";

/** Words of many scripts as rules write them, each with spellings that texts may have of it; not all are found by it. */
const WORDS: readonly (readonly [rule: string, ...texts: string[]])[] = [
  ["asylum", "Asylum", "ASYLUM's", "asylums", "asylum-seeker", "asy\u200blum", "as\u2060ylum"],
  ["embassy", "Embassy", "em\u00adbassy", "embassies"],
  ["defect*", "defected", "Defector", "defect", "undefected"],
  ["organi?ation", "organisation", "Organization", "organiation"],
  ["attaché", "attache\u0301", "ATTACHE", "attaches"],
  ["Straße", "strasse", "STRASSE", "straße"],
  ["case:US", "US", "us", "U.S.", "u.s."],
  ["case:Polish", "Polish", "polish"],
  ["state-run", "state run", "State-run", "staterun"],
  ["посол", "Посол", "послы", "посо\u0301л"],
  ["посольств*", "посольства", "Посольство", "посольстве"],
  ["ещё", "еще", "ЕЩЁ"],
  ["об'єкт", "обʼєкт", "об’єкт"],
  ["πρέσβης", "ΠΡΕΣΒΗΣ", "πρεσβης", "πρέσβησ"],
  ["سفير", "والسفير", "السفير", "بالسفير", "سَفِير", "سفيـــر", "سفیر"],
  ["السفارة", "سفارة", "والسفارة", "للسفارة", "سفاره"],
  ["می‌خواهم", "ميخواهم", "می خواهم"],
  ["大使*", "大使", "大使館", "使大"],
  ["שגריר*", "שגרירים", "השגריר", "שגרי"],
  ["שגריר", "השגריר", "ושהשגריר", "שַׁגְרִיר"],
  ['ארה"ב', "ארה״ב", "בארה״ב", "ארהב"],
  ["외교관", "외교관이", "외교관들은", "외교관"],
  ["망명", "망명했다", "망명을", "망명자가"],
  ["大使馆", "大使館", "大使", "馆大使"],
  ["叛逃", "叛逃了", "逃叛"],
  ["アメリカ", "ｱﾒﾘｶ", "アメリカ人", "アメリ"],
  ["ガイド", "ｶﾞｲﾄﾞ", "カイト"],
  ["ลี้ภัย", "ลี้ภัย", "ขอลี้ภัย"],
  ["राजदूत", "राजदूत", "राजदूतों"],
  ["đại", "Đại", "dai", "đai"],
  ["dai", "Đại", "dài"],
  ["ışık", "IŞIK", "isik", "Işık"],
  ["1990s", "1990s", "1990"],
  ["२०२०", "2020", "٢٠٢٠", "۲۰۲۰"],
  ["Œuvre*", "oeuvres", "ŒUVRE", "ouvre"],
];
const PLAIN = WORDS.map(([rule]) => rule).filter((rule) => !rule.startsWith("case:"));
const PHRASES = [
  '"permanent mission"',
  '"seek* asylum"',
  '"asylum ..2 embassy"',
  '"посол ещё"',
  '"大使馆 叛逃"',
  '"embassy ..1 embassy ..3 asylum"',
  '"سفير السفارة"',
  'case:"Polish US"',
];
const PHRASE_TEXTS = [
  "permanent mission",
  "Permanent, Mission",
  "seeking asylum",
  "seek old asylum",
  "Polish U.S",
  "大使館叛逃",
];
const PATTERNS = ["/embass(?:y|ies)/", "/[A-Z]{2}/", "/asyl\\w+/", "/посол/"];
const FILLERS = ["the", "Old", "nothing", "и", "的", "و", "2023", "1954", "😀", "🇮🇷", "x", "a-b", "n’est"];
const LISTS: Record<string, TermList> = {
  missions: list({
    en: ["embassy", "permanent mission"],
    ru: ["посольств*"],
    zh: ["大使馆"],
    ar: ["السفارة"],
    de: ["*attaché"],
  }),
  hidden: list({
    "*": [{ term: "asylum", not: ["seek* asylum", "asylum ..1 embassy"] }, "defect*"],
    zh: [{ term: "大使", not: ["大使馆"] }],
  }),
  anywhere: list({ "*": ["посол", "سفير", "외교관", "US", "ลี้ภัย"] }),
};
const CLAUSES = {
  leaving: "(defect* OR 叛逃 OR 망명) NEAR/6 @missions",
  either: "@leaving OR @hidden",
  words: "embassy OR πρέσβης OR dai",
};
const LANGUAGES = ["en", "ru", "zh", "ar", "vi", "de", "fa", "sv", null];

function list(sketch: Record<string, readonly (string | { term: string; not: readonly string[] })[]>): TermList {
  const { lists } = ruleSet({ lists: { list: sketch } });
  return lists["list"] ?? {};
}

const leaf = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS.map(([rule]) => rule)) },
  { weight: 3, arbitrary: fc.constantFrom(...PHRASES) },
  { weight: 3, arbitrary: fc.constantFrom("@missions", "@hidden", "@anywhere", "@leaving", "@either", "@words") },
  { weight: 1, arbitrary: fc.constantFrom(...PATTERNS, "@past") },
);
const distance = fc.constantFrom("1", "2", "4", "9", "s", "2s", "p");
const scope = fc.constantFrom("title", "lead", "body");

/** Expressions that have places: what may stand in NEAR and atleast. */
const { placed } = fc.letrec<{ placed: string; near: string }>((tie) => ({
  placed: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(leaf, { minLength: 2, maxLength: 5 }).map((words) => `(${words.join(" OR ")})`) },
    { weight: 2, arbitrary: tie("near").map((near) => `(${near})`) },
    { weight: 1, arbitrary: fc.tuple(scope, leaf).map(([name, word]) => `${name}:${word}`) },
  ),
  near: fc
    .tuple(
      tie("placed"),
      fc.constantFrom("NEAR", "BEFORE", "NOT NEAR", "NOT BEFORE", "NOT AFTER"),
      distance,
      tie("placed"),
    )
    .map(([left, operator, far, right]) => `${left} ${operator}/${far} ${right}`),
}));

/** Any expression; NOT stands beside something that must be there, as the language demands. */
const { expression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: placed },
    { weight: 2, arbitrary: tie("expression").map((inner) => `(${inner})`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(scope, tie("expression"))
        .map(([name, inner]) => `(${inner})`.replace(/^/u, scopeless(inner) ? `${name}:` : "")),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.integer({ min: 1, max: 3 }), placed).map(([count, inner]) => `atleast/${count}(${inner})`),
    },
  ),
  expression: fc.oneof(
    { weight: 3, arbitrary: tie("part") },
    { weight: 2, arbitrary: fc.array(tie("part"), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(" OR ")) },
    { weight: 2, arbitrary: fc.array(tie("part"), { minLength: 2, maxLength: 3 }).map((parts) => parts.join(" AND ")) },
    { weight: 2, arbitrary: fc.tuple(tie("part"), tie("part")).map(([left, right]) => `${left} AND NOT ${right}`) },
  ),
}));

/** A scope does not stand directly in a scope. */
function scopeless(inner: string): boolean {
  return !/^\(*(?:title|lead|body):/u.test(inner);
}

const watch = fc.record({
  match: expression,
  lang: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(["en", "ru"]) }),
  unlessAnywhere: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: placed }),
});

/** A rule set of `count` watches, with ids from `w0`. */
export function randomRules(count: number): fc.Arbitrary<RuleSet> {
  return fc.array(watch, { minLength: count, maxLength: count }).map((watches) => ({
    ...ruleSet({
      clauses: CLAUSES,
      watches: watches.map((rule, at): Partial<WatchRule> => ({ id: `w${at}`, ...rule })),
    }),
    lists: LISTS,
  }));
}

const word = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(...WORDS.flatMap(([, ...texts]) => texts)) },
  { weight: 2, arbitrary: fc.constantFrom(...PLAIN.map((rule) => rule.replaceAll("*", "").replaceAll("?", "s"))) },
  { weight: 2, arbitrary: fc.constantFrom(...PHRASE_TEXTS) },
  { weight: 4, arbitrary: fc.constantFrom(...FILLERS) },
);
const mark = fc.oneof(
  { weight: 8, arbitrary: fc.constant(" ") },
  { weight: 2, arbitrary: fc.constantFrom(", ", ". ", "\n\n", " – ", "! ") },
);

function text(maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(word, mark), { maxLength }).map((pieces) => pieces.flat().join("").trim());
}

const filler = Array.from({ length: 55 }, (_, at) => `w${at}`).join(" ");

/** Items written with the words of the rules. */
export const randomItem: fc.Arbitrary<MatchItem> = fc
  .record({
    title: text(5),
    summary: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, { weight: 1, arbitrary: text(6) }),
    body: fc.oneof(
      { weight: 6, arbitrary: text(22) },
      { weight: 1, arbitrary: text(12).map((end) => `${filler} ${end}`) },
    ),
    lang: fc.constantFrom(...LANGUAGES),
  })
  .filter(({ summary, body }) => summary === "" || !body.startsWith(summary.replace(/ ?(?:…|\.\.\.)$/u, "")))
  .map((sketch) => matchItem(sketch));
