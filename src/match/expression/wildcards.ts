import type { ProblemDraft } from "./problem-drafts.ts";

/** Signs of which one says as much as two letters. */
const WEIGHTY = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SHORTEST_STEM = 3;
/** Each sign is a word of its own. */
const BESIDE_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]\?|\?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** Letters and digits left of a stem once it is folded: `Straß` has seven; a Han, kana or Hangul sign counts as two. */
export function countFoldedLetters(stem: string): number {
  let letters = 0;
  for (const character of stem.normalize("NFKC").toUpperCase()) {
    if (/[\p{L}\p{N}]/u.test(character)) letters += WEIGHTY.test(character) ? 2 : 1;
  }
  return letters;
}

/** The pieces of a written word between hyphens and apostrophes. */
function segmentsOf(word: string): readonly string[] {
  return word.split(/[^\p{L}\p{M}\p{N}?*\u200c\u200d]/u);
}

function isShort(segment: string): boolean {
  return countFoldedLetters(segment) < SHORTEST_STEM;
}

/**
 * Faults of the wildcards of one written word. Stems of one or two letters are sound only where the same phrase has
 * another word of three (`terk et*`): the phrase is then as rare as that word.
 */
export function findWildcardFault(
  word: string,
  phrase: { words: readonly string[]; leadingAllowed: boolean },
): Pick<ProblemDraft, "code" | "message"> | null {
  const inner = word.replace(/^\*/u, "").replace(/\*$/u, "");
  if (word.startsWith("*") && !phrase.leadingAllowed) {
    return {
      code: "leading-wildcard",
      message: `${word} begins with a wildcard: that is possible only in lists of compounding languages (de, nl, sv, da, no, fi, hu, is)`,
    };
  }
  if (inner.includes("*")) {
    const message = `* stands inside ${word}: it may only end a word; ? stands for one letter`;
    return { code: "wildcard-inside", message };
  }
  if (BESIDE_CHARACTER.test(inner)) {
    const message = `? stands beside a Han or kana sign in ${word}: each sign is a word of its own; write the words out`;
    return { code: "question-mark-at-edge", message };
  }
  if (segmentsOf(inner).some((segment) => /^\?|\?$/u.test(segment))) {
    const message = `? stands at the edge of ${word}: it is one letter inside a word; * is any ending, and punctuation is left out`;
    return { code: "question-mark-at-edge", message };
  }

  const stems = segmentsOf(word).filter((segment) => /[*?]/u.test(segment) && isShort(segment));
  if (stems.length === 0) return null;
  const anchored = phrase.words.flatMap(segmentsOf).some((segment) => !isShort(segment));
  if (anchored && stems.every((stem) => countFoldedLetters(stem) > 0)) return null;
  const message = `${word} is too short for a wildcard: the stem needs at least ${SHORTEST_STEM} letters, or another such word beside it in a phrase`;
  return { code: "short-stem", message };
}
