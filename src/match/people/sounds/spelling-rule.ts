/**
 * A way to spell a sound, and that of English. A language writes names from other scripts by its own rules, and its own
 * names by more of them: those are `at home` only, lest foreign names that are copied be misread.
 */
export type SpellingRule = readonly [spelling: RegExp, english: string, where?: "at home"];

/** Rules by language (ISO 639), in the order in which they apply. */
export type SpellingRules = Readonly<Record<string, readonly SpellingRule[]>>;

/** A front vowel with or without its marks, behind another letter. */
export function beforeFront(letters: string): RegExp {
  return new RegExp(`${letters}(?=[eéèêëiíîyý])`, "g");
}
