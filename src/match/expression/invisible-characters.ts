import type { ProblemDraft } from "./problem-drafts.ts";

/** Spaces other than blank, tab and line break; marks without width; marks of writing direction; controls. */
const SUSPECT = /(?![\t\n\r ])[\s\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const JOINERS = "\u200c\u200d";
const IN_WORD_BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const IN_WORD_AFTER = /^[\p{L}\p{M}\p{N}*?]/u;

const NAMES: Readonly<Record<string, string>> = {
  "\u00a0": "non-breaking space",
  "\u00ad": "soft hyphen",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u200e": "left-to-right mark",
  "\u200f": "right-to-left mark",
  "\u061c": "Arabic letter mark",
  "\u202f": "narrow non-breaking space",
  "\u3000": "ideographic space",
  "\ufeff": "byte order mark",
};

function nameOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const kind = /\s/u.test(character) ? "unusual space" : "invisible character";
  return `${NAMES[character] ?? kind} (U+${code})`;
}

function standsInWord(source: string, at: number): boolean {
  return IN_WORD_BEFORE.test(source.slice(Math.max(0, at - 2), at)) && IN_WORD_AFTER.test(source.slice(at + 1, at + 3));
}

/** Characters nobody sees in an editor, which change what a rule means; a joiner inside a word is spelling and stays. */
export function findInvisibleCharacters(source: string): ProblemDraft[] {
  const drafts: ProblemDraft[] = [];
  for (const { 0: character, index } of source.matchAll(SUSPECT)) {
    const isSpace = character !== "\ufeff" && /\s/u.test(character);
    if (JOINERS.includes(character) && standsInWord(source, index)) continue;
    const end = index + character.length;
    drafts.push({
      code: "invisible-character",
      message: `${nameOf(character)} stands here, invisible and not part of a word: ${isSpace ? "write an ordinary space" : "delete it"}`,
      start: index,
      end,
      edits: [{ start: index, end, text: isSpace ? " " : "" }],
    });
  }
  return drafts;
}
