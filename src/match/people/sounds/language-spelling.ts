import { GERMANIC_SPELLING } from "./germanic-spelling.ts";
import { OTHER_SPELLING } from "./other-spelling.ts";
import { ROMANCE_SPELLING } from "./romance-spelling.ts";
import { SLAVIC_SPELLING } from "./slavic-spelling.ts";
import type { SpellingRule, SpellingRules } from "./spelling-rule.ts";

const AT_HOME: SpellingRules = { ...GERMANIC_SPELLING, ...OTHER_SPELLING, ...ROMANCE_SPELLING, ...SLAVIC_SPELLING };
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
 * Войцех, Thibault تيبو). The press of other languages in Latin letters copies it.
 */
export function asSaidAtHome(name: string, language: string | null): string {
  return applied(AT_HOME[language ?? ""], name);
}
