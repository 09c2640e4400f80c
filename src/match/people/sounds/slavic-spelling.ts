import type { SpellingRule, SpellingRules } from "./spelling-rule.ts";

/** Slovak and Latvian as well. */
const CZECH: readonly SpellingRule[] = [
  [/ch/g, "kh"],
  [/ř/g, "rž"],
  [/c(?!h)/g, "ts", "at home"],
  [/j/g, "y"],
];
/** Latvian and others leave the vowel of a Lithuanian ending out, or all of it: Gintauts. */
const LITHUANIAN: readonly SpellingRule[] = [[/(?<=.{3})[aiuy]s$/g, "", "at home"], ...CZECH];
const POLISH: readonly SpellingRule[] = [
  [/drz/g, "dzh", "at home"],
  [/ch/g, "kh"],
  [/szcz/g, "shtch", "at home"],
  [/(?<=[pkt])rz/g, "sh", "at home"],
  [/c(?![hz])/g, "ts", "at home"],
  [/ó/g, "u"],
  [/w/g, "v"],
  [/ł/g, "w", "at home"],
  [/j/g, "y"],
];
const SOUTH_SLAVIC: readonly SpellingRule[] = [
  [/đ/g, "dzh"],
  [/c/g, "ts", "at home"],
  [/j/g, "y"],
];

export const SLAVIC_SPELLING: SpellingRules = {
  bs: SOUTH_SLAVIC,
  cs: CZECH,
  hr: SOUTH_SLAVIC,
  lt: LITHUANIAN,
  lv: CZECH,
  pl: POLISH,
  sk: CZECH,
  sl: SOUTH_SLAVIC,
  sr: SOUTH_SLAVIC,
};
