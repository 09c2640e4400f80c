import type { TermPart } from "../../../src/match/expression/ast.ts";
import { ANY_END, ANY_ONE, cutWords, spell, type OracleWord } from "./oracle-words.ts";

/** A word of an item, and what it is without the letters its language attaches. */
export interface ReadWord extends OracleWord {
  readings: readonly string[];
}

/** Tells whether a word of a text is meant by a word of a term. */
export interface OracleTermWord {
  accepts: (word: ReadWord, language: string | null) => boolean;
  /** How many words may stand before it. */
  gap: number;
}

function expressionOf(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
    .replaceAll(ANY_ONE, "[^]")
    .replaceAll(ANY_END, "[^]*");
  return new RegExp(`^${source}$`);
}

function termWord(part: OracleWord, exactCase: boolean, gap: number): OracleTermWord {
  const folded = expressionOf(part.folded);
  const spelling = spell(part.raw);
  const exact = expressionOf(spelling);
  const marked = expressionOf(spelling.toLowerCase());
  const isMarked = spelling.toLowerCase() !== part.folded;
  return {
    gap,
    accepts(word, language) {
      if (!word.readings.some((reading) => folded.test(reading))) return false;
      if (exactCase) return exact.test(spell(word.raw));
      return language !== "vi" || !isMarked || marked.test(spell(word.raw).toLowerCase());
    },
  };
}

/** The words of a term. */
export function termWordsOf(parts: readonly TermPart[], exactCase: boolean): readonly OracleTermWord[] {
  const words: OracleTermWord[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part.kind === "gap") gap += part.max;
    else {
      for (const word of cutWords(part.text.replaceAll("?", ANY_ONE).replaceAll("*", ANY_END))) {
        words.push(termWord(word, exactCase, words.length === 0 ? 0 : gap));
        gap = 0;
      }
    }
  }
  return words;
}
