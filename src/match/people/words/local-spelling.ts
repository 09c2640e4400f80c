/** A way to spell a sound, and that of English. */
export type Rule = readonly [spelling: RegExp, english: string];

const GERMAN: readonly Rule[] = [
  [/(?<!s)ch/g, "kh"],
  [/z/g, "ts"],
  [/(?<=[aeiou])s(?=[aeiou])/g, "z"],
  [/w/g, "v"],
  [/j/g, "y"],
];
const DUTCH: readonly Rule[] = [
  [/tsj/g, "tch"],
  [/dzj/g, "dzh"],
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/oe/g, "ou"],
  [/(?<![ts])ch/g, "kh"],
  [/j/g, "y"],
];
const SWEDISH: readonly Rule[] = [
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/tj/g, "tch"],
  [/(?<![ts])ch/g, "kh"],
  [/j/g, "y"],
];
const NORWEGIAN: readonly Rule[] = [
  [/tsj|tj/g, "tch"],
  [/dsj|dzj/g, "dzh"],
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/j/g, "y"],
];
const FINNIC: readonly Rule[] = [
  [/tš|tsh/g, "tch"],
  [/j/g, "y"],
];
const HUNGARIAN: readonly Rule[] = [
  [/dzs/g, "dzh"],
  [/zs/g, "zh"],
  [/cs/g, "tch"],
  [/(?<!s)s(?!z)/g, "sh"],
  [/sz/g, "s"],
  [/(?<![td])c(?!h)/g, "ts"],
  [/j/g, "y"],
];
const POLISH: readonly Rule[] = [
  [/ch/g, "kh"],
  [/w/g, "v"],
  [/j/g, "y"],
];
const CZECH: readonly Rule[] = [
  [/ch/g, "kh"],
  [/j/g, "y"],
];
const SOUTH_SLAVIC: readonly Rule[] = [
  [/đ/g, "dzh"],
  [/j/g, "y"],
];
const ROMANIAN: readonly Rule[] = [
  [/gh(?=[ei])/g, "gu"],
  [/ch(?=[ei])/g, "k"],
  [/ci$/g, "tch"],
  [/c(?=[ei])/g, "tch"],
  [/g(?=[ei])/g, "dzh"],
  [/j/g, "zh"],
];
const ITALIAN: readonly Rule[] = [
  [/sc(?:i(?=[aou])|(?=[ei]))/g, "sh"],
  [/g(?:i(?=[aou])|(?=[ei]))/g, "dzh"],
  [/ch/g, "k"],
  [/c(?:i(?=[aou])|(?=[ei]))/g, "tch"],
  [/gh/g, "g"],
  [/j/g, "y"],
];
const FRENCH: readonly Rule[] = [
  [/(?<!t)ch/g, "sh"],
  [/(?<!d)j/g, "zh"],
  [/g(?=[eiy])/g, "zh"],
  [/gu(?=[eiy])/g, "g"],
];
const SPANISH: readonly Rule[] = [
  [/j/g, "kh"],
  [/g(?=[ei])/g, "kh"],
  [/gu(?=[ei])/g, "g"],
];
const PORTUGUESE: readonly Rule[] = [
  [/(?<!t)ch/g, "sh"],
  [/x/g, "sh"],
  [/(?<!d)j/g, "zh"],
  [/gu(?=[ei])/g, "g"],
];
/** Not the c of `ch`, nor of foreign endings in `-ck`. */
const TURKISH: readonly Rule[] = [
  [/c(?![hz]|k(?![iíya]))/g, "dj"],
  [/(?<!d)j/g, "zh"],
];
const AZERBAIJANI: readonly Rule[] = [[/x/g, "kh"], [/q/g, "g"], ...TURKISH];
const UZBEK: readonly Rule[] = [[/x/g, "kh"]];
const ALBANIAN: readonly Rule[] = [
  [/xh/g, "dzh"],
  [/gj/g, "dy"],
  [/q/g, "tch"],
  [/j/g, "y"],
];
const MALAY: readonly Rule[] = [
  [/sy/g, "sh"],
  [/c(?!h)/g, "tch"],
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  de: GERMAN,
  nl: DUTCH,
  sv: SWEDISH,
  no: NORWEGIAN,
  nb: NORWEGIAN,
  nn: NORWEGIAN,
  da: NORWEGIAN,
  fi: FINNIC,
  et: FINNIC,
  hu: HUNGARIAN,
  pl: POLISH,
  cs: CZECH,
  sk: CZECH,
  lt: CZECH,
  lv: CZECH,
  hr: SOUTH_SLAVIC,
  sr: SOUTH_SLAVIC,
  bs: SOUTH_SLAVIC,
  sl: SOUTH_SLAVIC,
  ro: ROMANIAN,
  it: ITALIAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  tr: TURKISH,
  az: AZERBAIJANI,
  uz: UZBEK,
  sq: ALBANIAN,
  id: MALAY,
  ms: MALAY,
};

/**
 * A lower-case word in Latin letters as English would spell how it is said: names from other scripts are written down by
 * each language in its own way (Bakhtiyar, Bachtijar; Zhdanovich, Zsdanovics). Names that are copied read otherwise.
 */
export function asEnglishSpells(word: string, language: string | null): string {
  let spelled = word;
  for (const [spelling, english] of RULES[language ?? ""] ?? []) spelled = spelled.replaceAll(spelling, english);
  return spelled;
}
