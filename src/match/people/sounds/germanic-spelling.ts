import { beforeFront, type SpellingRule, type SpellingRules } from "./spelling-rule.ts";

/** Two letters of which each is said, at the seam of two words: Kerkhoven, Berghof, Gotthard. */
const SEAMS: SpellingRule = [/(?<=[kgt])h/g, "-h", "at home"];
const DUTCH: readonly SpellingRule[] = [
  SEAMS,
  [/tsj/g, "tch"],
  [/dzj/g, "dzh"],
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/sch(?=[aeiou])/g, "skh", "at home"],
  [/(?<![ts])ch/g, "kh"],
  [/ui/g, "au", "at home"],
  [/oe/g, "ou"],
  [/eu/g, "o", "at home"],
  [/ij/g, "ei", "at home"],
  [/^v/g, "f", "at home"],
  [/w/g, "v", "at home"],
  [/j/g, "y"],
];
const ENGLISH: readonly SpellingRule[] = [
  [/wh/g, "w", "at home"],
  [/^kn/g, "n", "at home"],
  [/^wr/g, "r", "at home"],
  [/mbe?$/g, "m", "at home"],
  [/igh/g, "ai", "at home"],
  [/^g(?=e)/g, "dzh", "at home"],
  [beforeFront("c"), "s", "at home"],
  [/j/g, "dzh", "at home"],
  [/(?<=.{3})e$/g, "", "at home"],
];
const GERMAN: readonly SpellingRule[] = [
  SEAMS,
  [/(?<!s)ch/g, "kh"],
  [/z/g, "ts"],
  [/(?<![a-z])s(?=[aeiouäöü])/g, "z", "at home"],
  [/(?<=[aeiou])s(?=[aeiou])/g, "z"],
  [/(?:^|(?<=[nrlk]))s(?=[tp])/g, "sh", "at home"],
  [/v/g, "f", "at home"],
  [/w/g, "v"],
  [/j/g, "y"],
  [/ei/g, "ai", "at home"],
  [/eu|äu/g, "oi", "at home"],
  [/ie/g, "i", "at home"],
];
/** Other languages leave the ending of the nominative out: Sigurd. */
const ICELANDIC: readonly SpellingRule[] = [
  [/(?<=.{3}[^aeiou])ur$/g, "", "at home"],
  [/j/g, "y"],
];
/** Danish as well. */
const NORWEGIAN: readonly SpellingRule[] = [
  SEAMS,
  [/tsj|tj/g, "tch"],
  [/dsj|dzj/g, "dzh"],
  [/skj/g, "sh", "at home"],
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/kj/g, "tch", "at home"],
  [/aa|å/g, "o", "at home"],
  [/(?<=(?:aa|[åo])r)d$/g, "", "at home"],
  [/nd$/g, "n", "at home"],
  [/^øy/g, "ei", "at home"],
  [/^[hg]j/g, "y", "at home"],
  [/j/g, "y"],
];
const SWEDISH: readonly SpellingRule[] = [
  SEAMS,
  [/s[kt]j|sk(?=[eiyäö])|[kt]j/g, "sh", "at home"],
  [/sj/g, "sh"],
  [/zj/g, "zh"],
  [/tj/g, "tch"],
  [/(?<![ts])ch/g, "kh"],
  [/^(?:g(?=[eiyäö])|[hgld]j)/g, "y", "at home"],
  [/j/g, "y"],
];

export const GERMANIC_SPELLING: SpellingRules = {
  da: NORWEGIAN,
  de: GERMAN,
  en: ENGLISH,
  is: ICELANDIC,
  nb: NORWEGIAN,
  nl: DUTCH,
  nn: NORWEGIAN,
  no: NORWEGIAN,
  sv: SWEDISH,
};
