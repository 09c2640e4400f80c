import type { SpellingRule, SpellingRules } from "./spelling-rule.ts";

const ALBANIAN: readonly SpellingRule[] = [
  [/xh|gj/g, "dzh"],
  [/q/g, "tch"],
  [/x/g, "dz", "at home"],
  [/c(?!h)/g, "ts", "at home"],
  [/j/g, "y"],
];
/** Greek in Latin letters. */
const GREEK: readonly SpellingRule[] = [
  [/ch/g, "kh", "at home"],
  [/mp/g, "b", "at home"],
  [/gk/g, "g", "at home"],
];
/** The dz of many names is one sound: 체르츠바제, ცერცვაძე. */
const GEORGIAN: readonly SpellingRule[] = [[/dz(?!h)/g, "z", "at home"]];
const FINNIC: readonly SpellingRule[] = [
  [/tš|tsh/g, "tch"],
  [/j/g, "y"],
];
const HUNGARIAN: readonly SpellingRule[] = [
  [/dzs/g, "dzh"],
  [/zs/g, "zh"],
  [/cs/g, "tch"],
  [/(?<!s)s(?!z)/g, "sh"],
  [/sz/g, "s"],
  [/(?<![td])c(?!h)/g, "ts"],
  [/gy/g, "dy"],
  [/ly/g, "y", "at home"],
  [/j/g, "y"],
];
const MALAY: readonly SpellingRule[] = [
  [/sy/g, "sh"],
  [/c(?!h)/g, "tch"],
  [/j/g, "dzh"],
];
/** Burmese: aspirated consonants, and what Kyaw and Gyi begin with. */
const BURMESE: readonly SpellingRule[] = [
  [/ky/g, "tch", "at home"],
  [/gy/g, "dj", "at home"],
  [/h(?=[klmnpst])|(?<=[kp])h/g, "", "at home"],
  [/th/g, "t", "at home"],
  [/aw/g, "o", "at home"],
  [/(?<=[aeo])r(?=$|[^aeiouy])/g, "", "at home"],
  [/(?<=w)ai$/g, "ei", "at home"],
];
/** Thai, Khmer and Lao: aspirated consonants. */
const INDOCHINESE: readonly SpellingRule[] = [[/(?<=[kpt])h/g, "", "at home"]];
/** Not the c of `ch`, nor of foreign endings in `-ck`. */
const TURKISH: readonly SpellingRule[] = [
  [/c(?![hz]|k(?![iíya]))/g, "dj"],
  [/(?<!d)j/g, "zh"],
  [/ğ/g, "gh"],
];
/** Two letters of which each is said: Gökhan, İshak. */
const TURKISH_SEAMS: SpellingRule = [/(?<=[kgst])h/g, "-h", "at home"];
/** Vietnamese, as other scripts hear it. */
const VIETNAMESE: readonly SpellingRule[] = [
  [/^ng/g, "g", "at home"],
  [/ph/g, "f", "at home"],
  [/(?<=[kt])h/g, "", "at home"],
  [/nh/g, "ny", "at home"],
  [/tr/g, "tch", "at home"],
  [/x/g, "s", "at home"],
  [/gi/g, "z", "at home"],
  [/ch$/g, "k", "at home"],
];
/** Məmməd is Mohammad where names are written as in Arabic. */
const AZERBAIJANI: readonly SpellingRule[] = [
  [/^m[aə]mm[aə]d/g, "mohammad", "at home"],
  [/x/g, "kh"],
  [/q/g, "g"],
  ...TURKISH,
];
const KURDISH: readonly SpellingRule[] = [
  [/c(?!h)/g, "dj"],
  [/j/g, "zh"],
  [/x/g, "kh"],
  [/(?<=r)z/g, "-z"],
];
const TURKMEN: readonly SpellingRule[] = [
  [/ž/g, "zh"],
  [/j/g, "dzh"],
  [/ý/g, "y"],
  [/w/g, "v"],
];
/** Hebrew in Latin letters: Ben-Zvi, Katz. */
const HEBREW: readonly SpellingRule[] = [[/(?<!t)z(?=v)|(?<=[rt])z/g, "ts", "at home"]];
const UZBEK: readonly SpellingRule[] = [
  [/x/g, "kh"],
  [/j/g, "dzh"],
];

/** Somali: c and x are sounds of the throat, which others leave out or write as h. */
const SOMALI: readonly SpellingRule[] = [
  [/c/g, ""],
  [/x/g, "h"],
  [/([aeiou])\1/g, "$1"],
];

export const OTHER_SPELLING: SpellingRules = {
  az: AZERBAIJANI,
  el: GREEK,
  et: FINNIC,
  fi: FINNIC,
  he: HEBREW,
  hu: HUNGARIAN,
  id: MALAY,
  ka: GEORGIAN,
  km: INDOCHINESE,
  ku: KURDISH,
  lo: INDOCHINESE,
  ms: MALAY,
  my: BURMESE,
  so: SOMALI,
  sq: ALBANIAN,
  th: INDOCHINESE,
  tk: TURKMEN,
  tr: [TURKISH_SEAMS, ...TURKISH],
  uz: UZBEK,
  vi: VIETNAMESE,
};
