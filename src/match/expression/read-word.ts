import { type Lexer, pushLeaf, report } from "./lexer.ts";
import { readParts } from "./read-parts.ts";

/** Operators that stand alone in other services: what they are called here. */
const SIGNS: Readonly<Record<string, { kind: "and" | "or" | "not"; operator: string }>> = {
  "&": { kind: "and", operator: "AND" },
  "+": { kind: "and", operator: "AND" },
  "-": { kind: "not", operator: "NOT" },
  "–": { kind: "not", operator: "NOT" },
  "—": { kind: "not", operator: "NOT" },
  "−": { kind: "not", operator: "NOT" },
  "!": { kind: "not", operator: "NOT" },
};

/** `-word`, `+word`, `!word`, also before a quote or a parenthesis: reads the sign and refuses it. */
function readSign(lexer: Lexer, word: string): boolean {
  const sign = /^(?:&&?|[-–—−+!]+)/u.exec(word)?.[0] ?? "";
  const known = SIGNS[sign.charAt(0)];
  const next = lexer.source.charAt(lexer.at + sign.length);
  const alone = /^$|\s/u.test(next);
  if (!known || (alone && known.kind === "not") || (!alone && sign.startsWith("&"))) return false;

  const span = { start: lexer.at, end: lexer.at + sign.length };
  lexer.at = span.end;
  const afterOperand = ["leaf", "close"].includes(lexer.tokens.at(-1)?.kind ?? "");
  if (known.kind === "and" && !afterOperand) {
    report(lexer, "foreign-operator", span, { message: `${sign} is not known: leave it out`, rewrite: "" });
    return true;
  }
  const gap = alone ? "" : " ";
  const message = `${sign} is not known: write ${known.operator}, or put the sign inside quotes`;
  report(lexer, "foreign-operator", span, { message, rewrite: `${known.operator}${gap}` });
  lexer.tokens.push({ kind: known.kind, span });
  return true;
}

function readOperator(lexer: Lexer, word: string): boolean {
  const kind = { and: "and", or: "or", not: "not" } as const;
  if (word.length > 3) return false;
  const lower = word.toLowerCase();
  if (lower !== "and" && lower !== "or" && lower !== "not") return false;
  const span = { start: lexer.at, end: lexer.at + word.length };
  const operator = word.toUpperCase();
  if (word !== operator) {
    const message = `operators are written in capitals: ${operator}; for the word itself write "${word}"`;
    report(lexer, "lower-case-operator", span, { message, rewrite: operator });
  }
  lexer.tokens.push({ kind: kind[lower], span });
  lexer.at = span.end;
  return true;
}

/** Reads a term of one word that ends at the next blank, quote or parenthesis. `start`: before the word for `case:word`. */
export function readTermWord(lexer: Lexer, word: string, start: number): void {
  const at = lexer.at;
  lexer.at += word.length;
  const span = { start, end: lexer.at };
  const { parts, drafts } = readParts(word, at, { leadingWildcard: false });
  const hasGap = parts.some(({ kind }) => kind === "gap");
  if (!hasGap) lexer.drafts.push(...drafts);
  if (/~\d*$/u.test(word)) report(lexer, "fuzzy-word", span, { message: "~ is not known: there is no fuzzy search" });
  const boost = /(?<=.)\^[\d.]+$/u.exec(word)?.[0];
  if (boost !== undefined) {
    const place = { start: span.end - boost.length, end: span.end };
    report(lexer, "boost", place, { message: `${boost} is not known: terms have no weights`, rewrite: "" });
  }
  if (hasGap) {
    report(lexer, "gap-outside-phrase", span, { message: 'a gap stands inside a quoted phrase: "hands ..3 passport"' });
  }
  pushLeaf(lexer, { kind: "term", parts, exactCase: start < at, span });
}

/** Reads an operator in letters, a refused sign before a word, or a word to look for. */
export function readWord(lexer: Lexer, word: string): void {
  if (readOperator(lexer, word) || readSign(lexer, word)) return;
  readTermWord(lexer, word, lexer.at);
}
