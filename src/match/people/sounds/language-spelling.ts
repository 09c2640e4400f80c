import { GERMANIC_SPELLING } from "./germanic-spelling.ts";
import { OTHER_SPELLING } from "./other-spelling.ts";
import { ROMANCE_SPELLING } from "./romance-spelling.ts";
import { SLAVIC_SPELLING } from "./slavic-spelling.ts";
import type { SpellingRule, SpellingRules } from "./spelling-rule.ts";

const AT_HOME: SpellingRules = { ...GERMANIC_SPELLING, ...OTHER_SPELLING, ...ROMANCE_SPELLING, ...SLAVIC_SPELLING };
/** Behind a vowel, at the end of a word or before a consonant. */
const SILENT_R: SpellingRule = [/(?<=[aeiouyäöüåøæ])r(?=[^aeiouyäöüåøæ]|$)/g, ""];
const SILENT_G: SpellingRule = [/ğ/g, ""];
/** Spanish ll is said in two ways: Вильялобос, ビジャロボス. */
const HARD_LL: SpellingRule = [/ll/g, "zh"];
/** As in Hoeven: フーフェン. */
const HARD_V: SpellingRule = [/v/g, "f"];
/** What some scripts leave out, since it is hardly heard there, or hear otherwise: ヴィーデンヘーファー has no r, اردوان no g. */
const HARDLY_HEARD: SpellingRules = {
  az: [SILENT_G],
  da: [SILENT_R],
  de: [SILENT_R],
  en: [SILENT_R],
  es: [HARD_LL],
  nl: [HARD_V],
  tr: [SILENT_G],
};
const OF_ANY_NAME: SpellingRules = Object.fromEntries(
  Object.entries(AT_HOME).map(([language, rules]) => [language, rules.filter(([, , where]) => where === undefined)]),
);

function applied(rules: readonly SpellingRule[] | undefined, word: string): string {
  let spelled = word;
  for (const [spelling, english] of rules ?? []) spelled = spelled.replaceAll(spelling, english);
  return spelled;
}

/** Whether names of a language, in Latin letters, are said otherwise than English would read them. */
export function hasOwnSpelling(language: string): boolean {
  return AT_HOME[language] !== undefined;
}

/**
 * A lower-case word in Latin letters as English would spell how it is said: names from other scripts are written down by
 * each language in its own way (Bakhtiyar, Bachtijar; Zhdanovich, Zsdanovics). Names that are copied read otherwise.
 */
export function asEnglishSpells(word: string, language: string | null): string {
  return applied(OF_ANY_NAME[language ?? ""], word);
}

/**
 * A lower-case name in Latin letters as English would spell how it is said at home: other scripts write it so (Wojciech is
 * Войцех, Thibault تيبو). The press of other languages in Latin letters copies it. Of a double name each half is said by itself.
 */
export function asSaidAtHome(name: string, language: string | null): string {
  const rules = AT_HOME[language ?? ""];
  if (!name.includes("-")) return applied(rules, name);
  return name
    .split("-")
    .map((half) => applied(rules, half))
    .join("");
}

/** The same without what is hardly heard there; null: all is. */
export function asHeardAtHome(name: string, language: string | null): string | null {
  const rules = HARDLY_HEARD[language ?? ""];
  const heard = rules === undefined ? name : applied(rules, name);
  return heard === name ? null : asSaidAtHome(heard, language);
}
