import { type Lexer, pushLeaf, report } from "./lexer.ts";
import { readParts } from "./read-parts.ts";

export const CURLY_QUOTES = "“”„‟«»";
/** The gershayim of a Hebrew abbreviation, typed as a quote: a part of the word. */
export const INNER_QUOTE = /(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/u;
const STRAIGHT_CLOSING = new RegExp(`(?!${INNER_QUOTE.source})"`, "gu");
const CURLY_CLOSING = new RegExp(`(?!${INNER_QUOTE.source})["${CURLY_QUOTES}]`, "gu");
const TILDE = /~(\d*)/uy;

/** Another service's `"a b"~5`: the words within five of each other. */
function reportTilde(lexer: Lexer, start: number, words: readonly string[]): boolean {
  TILDE.lastIndex = lexer.at;
  const tilde = TILDE.exec(lexer.source);
  if (!tilde) return false;
  lexer.at = TILDE.lastIndex;
  const span = { start, end: lexer.at };
  const [first = "", ...others] = words;
  const distance = tilde[1] || "5";
  const rewrite = others.reduce((left, word, i) => `${i > 0 ? `(${left})` : left} NEAR/${distance} ${word}`, first);
  if (others.length === 0) report(lexer, "fuzzy-word", span, { message: "~ is not known: there is no fuzzy search" });
  else
    report(lexer, "tilde-distance", span, { message: `~ is not known: write (${rewrite})`, rewrite: `(${rewrite})` });
  return true;
}

function findClosing(source: string, opening: string, from: number): number {
  const closing = opening === '"' ? STRAIGHT_CLOSING : CURLY_CLOSING;
  closing.lastIndex = from;
  const index = closing.exec(source)?.index ?? -1;
  if (index >= 0 || opening !== '"') return index;
  // "so” is a slip of an editor that curls quotes.
  CURLY_CLOSING.lastIndex = from;
  return CURLY_CLOSING.exec(source)?.index ?? -1;
}

/**
 * Reads a phrase whose opening quote stands at `lexer.at`. Curly quotes are read and refused.
 * @param start where the term begins, before the quote for `case:"…"`
 */
export function readQuoted(lexer: Lexer, start: number, exactCase: boolean): void {
  const { source } = lexer;
  const opening = lexer.at;
  const quote = source.charAt(opening);
  const closing = findClosing(source, quote, opening + 1);
  const inner = source.slice(opening + 1, closing < 0 ? source.length : closing);
  lexer.at = closing < 0 ? source.length : closing + 1;

  const { parts, drafts } = readParts(inner, opening + 1, { leadingWildcard: false });
  lexer.drafts.push(...drafts);
  pushLeaf(lexer, { kind: "term", parts, exactCase, span: { start, end: lexer.at } });

  if (closing < 0) {
    lexer.drafts.push({
      code: "unclosed-quote",
      message: "this quote is never closed",
      start: opening,
      end: opening + 1,
      edits: [],
    });
    return;
  }
  const words = parts.flatMap((part) => (part.kind === "word" ? [part.text] : []));
  if (reportTilde(lexer, opening, words)) return;
  if (quote === '"' && source.charAt(closing) === '"') return;
  lexer.drafts.push({
    code: "curly-quotes",
    message: `write straight quotes: "${inner}"`,
    start: opening,
    end: lexer.at,
    edits: [
      { start: opening, end: opening + 1, text: '"' },
      { start: closing, end: closing + 1, text: '"' },
    ],
  });
}
