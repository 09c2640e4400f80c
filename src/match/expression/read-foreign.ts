import { type Lexer, pushLeaf, report } from "./lexer.ts";
import { readDistance } from "./read-distance.ts";
import { readParts } from "./read-parts.ts";

/** A form of the language: what it looks like at a place, and who reads it. */
export type Form = readonly [RegExp, (lexer: Lexer, match: RegExpExecArray) => void];

const UNITS: Readonly<Record<string, string>> = { sent: "s", seg: "p", para: "p" };

/** Reads an operator of another service as what it means, and refuses it. */
function readNearLike(lexer: Lexer, whole: string, { name, text, note }: { name: string; text: string; note: string }) {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const rewrite = `${name}/${text}`;
  const written = whole.trim();
  report(lexer, "foreign-near", span, { message: `${written} is not known: write ${rewrite}${note}`, rewrite });
  const read = readDistance(text);
  const distance = typeof read === "string" ? ({ unit: "words", count: 1 } as const) : read;
  lexer.tokens.push({ kind: "near", operator: name === "NEAR" ? "near" : "before", distance, span });
}

/** `w/5`, `adj5`, `near5`, `AROUND(5)`, `within 5 words of`, bare `NEAR`. */
function readForeignNear(lexer: Lexer, [whole, distance = "10"]: RegExpExecArray): void {
  const lower = distance.toLowerCase();
  const text = UNITS[lower] ?? lower;
  const note = /^adj/iu.test(whole) ? ` (BEFORE/${text} where the order counts)` : "";
  readNearLike(lexer, whole, { name: "NEAR", text, note });
}

/** `pre5`, `onear5`, `+5`: the order counts. */
function readForeignBefore(lexer: Lexer, [whole, distance = "5"]: RegExpExecArray): void {
  readNearLike(lexer, whole, { name: "BEFORE", text: distance.toLowerCase(), note: "" });
}

function standsBehindOperand({ tokens }: Lexer): boolean {
  return ["leaf", "close"].includes(tokens.at(-1)?.kind ?? "");
}

/** `a /5 b`, `a /s b`: behind a term no regular expression begins. */
export function readForeignSlash(lexer: Lexer): boolean {
  const slash = /\/(\d{1,3}|[sp])(?=\s)/iuy;
  slash.lastIndex = lexer.at;
  const match = standsBehindOperand(lexer) ? slash.exec(lexer.source) : null;
  if (match) readForeignNear(lexer, match);
  return match !== null;
}

function readPlusNumber(lexer: Lexer, match: RegExpExecArray): void {
  if (standsBehindOperand(lexer)) return readForeignBefore(lexer, match);
  const span = { start: lexer.at, end: lexer.at + 1 };
  lexer.at = span.end;
  report(lexer, "foreign-operator", span, { message: "+ is not known: leave it out", rewrite: "" });
}

/** `(i?)` and `(?i)` around a word: case never counts here, so they go. */
function readCaseFlag(lexer: Lexer, [whole]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const message = `${whole} is not needed: capitals never count, except after case:`;
  report(lexer, "case-flag", span, { message, rewrite: "" });
}

function readBar(lexer: Lexer, [whole]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const before = /\s/u.test(lexer.source.charAt(span.start - 1)) ? "" : " ";
  const after = /\s/u.test(lexer.source.charAt(span.end)) ? "" : " ";
  report(lexer, "foreign-operator", span, {
    message: `${whole} is not known: write OR`,
    rewrite: `${before}OR${after}`,
  });
  lexer.tokens.push({ kind: "or", span });
}

/** `=NATO`: exact case, as other services write it. */
function readEqualSign(lexer: Lexer, [whole]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const message = "= is not known: for exact capitals and accents write case:";
  report(lexer, "foreign-operator", span, { message, rewrite: "case:" });
}

/**
 * Reads `'two words'`, which other services take for a phrase, and refuses it. False where no such phrase begins: an
 * apostrophe belongs to its word.
 */
export function readSingleQuotes(lexer: Lexer): boolean {
  const phrase = /['‘‚‹]([^'‘’‚‹›"“”„‟«»()|]+)['‘’›](?=[\s)]|$)/uy;
  phrase.lastIndex = lexer.at;
  const [whole = "", inner = ""] = phrase.exec(lexer.source) ?? [];
  if (!/\S\s+\S/u.test(inner) || /(?<!\S)(?:AND|OR|NOT|\p{L}+\/\w+)(?!\S)/u.test(inner)) return false;
  const span = { start: lexer.at, end: lexer.at + whole.length };
  const { parts, drafts } = readParts(inner, span.start + 1, { leadingWildcard: false });
  lexer.at = span.end;
  lexer.drafts.push(...drafts);
  pushLeaf(lexer, { kind: "term", parts, exactCase: false, span });
  const rewrite = `"${inner}"`;
  report(lexer, "single-quotes", span, { message: `a phrase stands in double quotes: write ${rewrite}`, rewrite });
  return true;
}

/** Spellings of other services, tried before those of the language: read as what they mean, and refused. */
export const FOREIGN_FORMS: readonly Form[] = [
  [/\((?:i\?|\?i)\)/uy, readCaseFlag],
  [/\|+/uy, readBar],
  [/=(?=[\p{L}\p{N}"])/uy, readEqualSign],
  [/\+(\d{1,3}|[sp])(?=\s)/iuy, readPlusNumber],
  [/around\s{0,9}\(\s{0,9}(\d+)\s{0,9}\)/iuy, readForeignNear],
  [/AROUND\s{1,9}(\d+)(?![\p{L}\p{N}/])/uy, readForeignNear],
  [/within(?:\s{1,9}|\/)(\d+)(?:\s{1,9}words?(?:\s{1,9}of)?)?(?![\p{L}\p{N}/])/iuy, readForeignNear],
  [/w\/(\d+|s|p|sent|para|seg)(?![\p{L}\p{N}/])/iuy, readForeignNear],
  [/(?:adj\/?|near)(\d+)(?![\p{L}\p{N}])/iuy, readForeignNear],
  [/(?:onear|before|pre)(\d+)(?![\p{L}\p{N}])/iuy, readForeignBefore],
  [/near\s{0,9}\(\s{0,9}(\d+)\s{0,9}\)/iuy, readForeignNear],
  [/NEAR(?:\s{1,9}[/:~]?\s{0,9}|\/\s{1,9}|[:~]\s{0,9})(\d+|[sp])(?![\p{L}\p{N}/])/uy, readForeignNear],
  [/NEAR(?![\p{L}\p{N}/*?'’-])/uy, readForeignNear],
];
