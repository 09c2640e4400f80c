import type { Rule } from "./local-spelling.ts";

/** A vowel with or without its marks. */
const FRONT = "[eéèêëiíîyý]";

const CZECH: readonly Rule[] = [
  [/ch/g, "kh"],
  [/ř/g, "rž"],
  [/c(?!h)/g, "ts"],
  [/j/g, "y"],
];
const SOUTH_SLAVIC: readonly Rule[] = [
  [/đ/g, "dzh"],
  [/c/g, "ts"],
  [/j/g, "y"],
];
const BALTIC: readonly Rule[] = [
  [/ch/g, "kh"],
  [/c/g, "ts"],
  [/j/g, "y"],
];
const FINNIC: readonly Rule[] = [[/j/g, "y"]];
const GERMAN: readonly Rule[] = [
  [/(?<!s)ch/g, "kh"],
  [/z/g, "ts"],
  [/(?<![a-z])s(?=[aeiouäöü])|(?<=[aeiou])s(?=[aeiou])/g, "z"],
  [/(?:^|(?<=[nrlk]))s(?=[tp])/g, "sh"],
  [/v/g, "f"],
  [/w/g, "v"],
  [/j/g, "y"],
  [/ei/g, "ai"],
  [/eu|äu/g, "oi"],
  [/ie/g, "i"],
];
const DUTCH: readonly Rule[] = [
  [/tsj/g, "tch"],
  [/sj/g, "sh"],
  [/sch(?=[aeiou])/g, "skh"],
  [/(?<!s)ch/g, "kh"],
  [/oe/g, "u"],
  [/eu/g, "o"],
  [/ij/g, "ei"],
  [/ui/g, "au"],
  [/w/g, "v"],
  [/j/g, "y"],
];
const SWEDISH: readonly Rule[] = [
  [/s[kt]?j/g, "sh"],
  [/sk(?=[eiyäö])/g, "sh"],
  [/[kt]j/g, "sh"],
  [/^(?:g(?=[eiyäö])|[hgld]j)/g, "y"],
  [/j/g, "y"],
];
const NORWEGIAN: readonly Rule[] = [
  [/skj|sj/g, "sh"],
  [/kj|tj/g, "tch"],
  [/aa/g, "o"],
  [/^[hg]j/g, "y"],
  [/j/g, "y"],
];
const POLISH: readonly Rule[] = [
  [/drz/g, "dzh"],
  [/ch/g, "kh"],
  [/c(?![hz])/g, "ts"],
  [/ó/g, "u"],
  [/w/g, "v"],
  [/j/g, "y"],
];
const HUNGARIAN: readonly Rule[] = [
  [/dzs/g, "dzh"],
  [/zs/g, "zh"],
  [/cs/g, "tch"],
  [/(?<!s)s(?!z)/g, "sh"],
  [/sz/g, "s"],
  [/(?<![td])c(?!h)/g, "ts"],
  [/gy/g, "dy"],
  [/ly/g, "y"],
  [/j/g, "y"],
];
const ROMANIAN: readonly Rule[] = [
  [/gh(?=[ei])/g, "gu"],
  [/ch(?=[ei])/g, "k"],
  [/c(?:i(?=[aou])|(?=[ei]))/g, "tch"],
  [/g(?:i(?=[aou])|(?=[ei]))/g, "dzh"],
  [/j/g, "zh"],
];
const ITALIAN: readonly Rule[] = [
  [/z/g, "ts"],
  [/sc(?:i(?=[aou])|(?=[ei]))/g, "sh"],
  [/gli/g, "ly"],
  [/gn/g, "ny"],
  [/g(?:i(?=[aou])|(?=[ei]))/g, "dzh"],
  [/ch/g, "k"],
  [/c+(?:i(?=[aou])|(?=[ei]))/g, "tch"],
  [/gh/g, "g"],
  [/j/g, "y"],
];
const FRENCH: readonly Rule[] = [
  [/eaux?|au(?:lt|d|t|x)?/g, "o"],
  [/(?<!t)ch/g, "sh"],
  [/(?<!d)j/g, "zh"],
  [new RegExp(`gu(?=${FRONT})`, "g"), "g'"],
  [new RegExp(`g(?=${FRONT})`, "g"), "zh"],
  [new RegExp(`c(?=${FRONT})`, "g"), "s"],
  [/qu/g, "k"],
  [/gn/g, "ny"],
  [/(?<=[aeio])ill?/g, "y"],
  [/o[iî]/g, "ua"],
  [/ai|ay|ei|ey/g, "e"],
  [/(?<=.{3})(?:[tdxzps]|es?)$/g, ""],
];
const SPANISH: readonly Rule[] = [
  [/j/g, "kh"],
  [new RegExp(`gu(?=${FRONT})`, "g"), "g'"],
  [new RegExp(`g(?=${FRONT})`, "g"), "kh"],
  [new RegExp(`c(?=${FRONT})`, "g"), "s"],
  [/qu/g, "k"],
  [/ll/g, "y"],
  [/z/g, "s"],
  [/^h/g, ""],
];
const PORTUGUESE: readonly Rule[] = [
  [/oão/g, "uan"],
  [/ã[eo]/g, "ain"],
  [/(?<!t)ch/g, "sh"],
  [/x/g, "sh"],
  [/lh/g, "ly"],
  [/nh/g, "ny"],
  [/(?<!d)j/g, "zh"],
  [new RegExp(`gu(?=${FRONT})`, "g"), "g'"],
  [new RegExp(`g(?=${FRONT})`, "g"), "zh"],
  [new RegExp(`[çc](?=${FRONT})|ç`, "g"), "s"],
  [/qu(?=[ei])/g, "k"],
];
const TURKISH: readonly Rule[] = [
  [/c/g, "dj"],
  [/(?<!d)j/g, "zh"],
  [/ğ/g, ""],
];
const AZERBAIJANI: readonly Rule[] = [
  [/c/g, "dj"],
  [/x/g, "kh"],
  [/q/g, "g"],
];
const UZBEK: readonly Rule[] = [
  [/x/g, "kh"],
  [/j/g, "dzh"],
];
const TURKMEN: readonly Rule[] = [
  [/ž/g, "zh"],
  [/j/g, "dzh"],
  [/ý/g, "y"],
  [/w/g, "v"],
];
const ALBANIAN: readonly Rule[] = [
  [/xh/g, "dzh"],
  [/gj/g, "dzh"],
  [/q/g, "tch"],
  [/x/g, "dz"],
  [/c/g, "ts"],
  [/j/g, "y"],
];
const MALAY: readonly Rule[] = [
  [/sy/g, "sh"],
  [/c(?!h)/g, "tch"],
  [/j/g, "dzh"],
];
const ENGLISH: readonly Rule[] = [
  [/michael/g, "maikl"],
  [/wh/g, "w"],
  [/igh/g, "ai"],
  [/^g(?=e)/g, "dzh"],
  [new RegExp(`c(?=${FRONT})`, "g"), "s"],
  [/j/g, "dzh"],
  [/(?<=.{3})e$/g, ""],
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  cs: CZECH,
  sk: CZECH,
  hr: SOUTH_SLAVIC,
  sr: SOUTH_SLAVIC,
  bs: SOUTH_SLAVIC,
  sl: SOUTH_SLAVIC,
  lv: BALTIC,
  lt: BALTIC,
  fi: FINNIC,
  et: FINNIC,
  de: GERMAN,
  nl: DUTCH,
  sv: SWEDISH,
  nb: NORWEGIAN,
  no: NORWEGIAN,
  da: NORWEGIAN,
  is: FINNIC,
  pl: POLISH,
  hu: HUNGARIAN,
  ro: ROMANIAN,
  it: ITALIAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  tr: TURKISH,
  az: AZERBAIJANI,
  uz: UZBEK,
  tk: TURKMEN,
  sq: ALBANIAN,
  id: MALAY,
  ms: MALAY,
  en: ENGLISH,
};

/** Whether names of a language, in Latin letters, are said otherwise than English would read them. */
export function hasHomeSpelling(language: string | null): boolean {
  return language !== null && RULES[language] !== undefined;
}

/**
 * A lower-case name in Latin letters as English would spell how it is said at home: other scripts write it so (Wojciech is
 * Войцех, Thibault تيبو). The press of other languages in Latin letters copies it.
 */
export function asSaidAtHome(name: string, language: string | null): string {
  let spelled = name;
  for (const [spelling, english] of RULES[language ?? ""] ?? []) spelled = spelled.replaceAll(spelling, english);
  return spelled;
}
