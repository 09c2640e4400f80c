import type { SpellingRule, SpellingRules } from "./spelling-rule.ts";

/** Slovak, Latvian and Lithuanian as well. */
const CZECH: readonly SpellingRule[] = [
  [/ch/g, "kh"],
  [/ř/g, "rž"],
  [/c(?!h)/g, "ts", "at home"],
  [/j/g, "y"],
];
const POLISH: readonly SpellingRule[] = [
  [/drz/g, "dzh", "at home"],
  [/ch/g, "kh"],
  [/c(?![hz])/g, "ts", "at home"],
  [/ó/g, "u"],
  [/w/g, "v"],
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
  lt: CZECH,
  lv: CZECH,
  pl: POLISH,
  sk: CZECH,
  sl: SOUTH_SLAVIC,
  sr: SOUTH_SLAVIC,
};
