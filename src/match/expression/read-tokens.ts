import { nearest } from "../../core/nearest.ts";
import type { Scope } from "./ast.ts";
import { findPatternFault } from "./check-pattern.ts";
import { FOREIGN_FORMS, type Form, readForeignSlash, readSingleQuotes } from "./read-foreign.ts";
import { type Lexer, pushLeaf, report } from "./lexer.ts";
import type { ProblemDraft } from "./problem-drafts.ts";
import { readDistance } from "./read-distance.ts";
import { SPACE } from "./read-parts.ts";
import { CURLY_QUOTES, INNER_QUOTE, readQuoted } from "./read-quoted.ts";
import { readTermWord, readWord } from "./read-word.ts";
import type { Token } from "./token.ts";

/** Up to a blank, parenthesis, bar or quote; a quote between Hebrew letters is spelling. */
const WORD = new RegExp(`(?:${INNER_QUOTE.source}|[^()|"${CURLY_QUOTES}${SPACE.source.slice(1, -1)}])+`, "uy");
const SCOPES: Readonly<Record<string, Scope>> = {
  title: "title",
  intitle: "title",
  headline: "title",
  lead: "lead",
  body: "body",
};
const NEAR_OPERATORS: Readonly<Record<string, "near" | "before" | "after">> = {
  near: "near",
  before: "before",
  onear: "before",
  pre: "before",
  after: "after",
};
const SINGLE_QUOTES = "'‘‚‹";
const FIELDS = [...Object.keys(SCOPES), "person", "case"];

function readPattern(lexer: Lexer): void {
  const { source, at } = lexer;
  const closing = /\/((?:[^\\/]|\\.)*)\/(\w*)/suy;
  closing.lastIndex = at;
  const [whole, pattern = "", flags = ""] = closing.exec(source) ?? [];
  if (whole === undefined) {
    const span = { start: at, end: at + 1 };
    report(lexer, "unclosed-pattern", span, {
      message: "this regular expression has no closing /; a / inside it is written \\/",
    });
    lexer.at = source.length;
    pushLeaf(lexer, { kind: "pattern", source: source.slice(at + 1), span: { start: at, end: source.length } });
    return;
  }
  const span = { start: at, end: at + whole.length };
  lexer.at = span.end;
  pushLeaf(lexer, { kind: "pattern", source: pattern, span });
  if (flags !== "") {
    const rewrite = /^[ims]+$/u.test(flags) ? `/(?${flags})${pattern}/` : `/${pattern}/`;
    report(lexer, "pattern-flags", span, { message: `flags stand inside a regular expression: ${rewrite}`, rewrite });
    return;
  }
  const mistyped = /\(([ims]+)\?\)/u.exec(pattern);
  if (mistyped) {
    const start = at + 1 + mistyped.index;
    const rewrite = `(?${mistyped[1]})`;
    const place = { start, end: start + mistyped[0].length };
    report(lexer, "pattern-flags", place, {
      message: `${mistyped[0]} is an optional letter: for the flag write ${rewrite}`,
      rewrite,
    });
    return;
  }
  const fault = findPatternFault(pattern);
  if (fault) report(lexer, fault.code, span, { message: fault.message });
}

function readPerson(lexer: Lexer, [whole, prefix = "", name]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  if (name === undefined) {
    const message = `${prefix} needs the id of a person, a group (person:@group) or * for anybody; names stand under people`;
    report(lexer, "person-without-id", span, { message });
    return;
  }
  if (name === "*") pushLeaf(lexer, { kind: "person", who: { kind: "anybody" }, span });
  else if (name.startsWith("@")) pushLeaf(lexer, { kind: "person", who: { kind: "group", id: name.slice(1) }, span });
  else pushLeaf(lexer, { kind: "person", who: { kind: "one", id: name }, span });
}

function readReference(lexer: Lexer, [whole, name]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  if (name !== undefined) pushLeaf(lexer, { kind: "reference", name, span });
  else report(lexer, "reference-without-name", span, { message: "@ needs the name of a list or clause behind it" });
}

function readExactCase(lexer: Lexer, [prefix]: RegExpExecArray): void {
  const start = lexer.at;
  lexer.at += prefix.length;
  const next = lexer.source.charAt(lexer.at);
  if (next !== "" && `"${CURLY_QUOTES}`.includes(next)) return readQuoted(lexer, start, true);
  WORD.lastIndex = lexer.at;
  const word = WORD.exec(lexer.source)?.[0];
  if (word !== undefined) return readTermWord(lexer, word, start);
  report(
    lexer,
    "case-without-word",
    { start, end: lexer.at },
    { message: 'case: stands before one word or phrase: case:NATO, case:"Black Sea"' },
  );
}

function readNear(lexer: Lexer, [whole, name = "", text = ""]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const operator = NEAR_OPERATORS[name.toLowerCase()] ?? "near";
  const distance = readDistance(text);
  if (typeof distance === "string") report(lexer, "distance", span, { message: distance });
  const read = typeof distance === "string" ? ({ unit: "words", count: 1 } as const) : distance;
  lexer.tokens.push({ kind: "near", operator, distance: read, span });
}

function readScope(lexer: Lexer, [whole, name = ""]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  lexer.tokens.push({ kind: "scope", scope: SCOPES[name.toLowerCase()] ?? "title", span });
}

function readAtLeast(lexer: Lexer, [whole, digits = ""]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const count = Number(digits);
  if (count < 1 || count > 1000) report(lexer, "at-least-count", span, { message: "atleast/n counts from 1 to 1000" });
  lexer.tokens.push({ kind: "at-least", count, span });
}

function readUnknownField(lexer: Lexer, [whole, name = ""]: RegExpExecArray): void {
  const span = { start: lexer.at, end: lexer.at + whole.length };
  lexer.at = span.end;
  const field = nearest(name, FIELDS);
  const message = `${name}: is no field: there are title: lead: body: person: and case:; a colon in a text stands inside quotes`;
  report(lexer, "unknown-field", span, field === undefined ? { message } : { message, rewrite: `${field}:` });
}

/** Tried in this order at each place; the word is the last resort. */
const FORMS: readonly Form[] = [
  ...FOREIGN_FORMS,
  [/(onear|near|before|after|pre)\/([^\s()"]*)/iuy, readNear],
  [/atleast\/?(\d+)(?=\s*\()/iuy, readAtLeast],
  [/(intitle|headline|title|lead|body)(?::|(?=\())/iuy, readScope],
  [/case:/iuy, readExactCase],
  [/(person:)(\*|@?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)?/iuy, readPerson],
  [/@([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)?/uy, readReference],
  [/(\p{L}[\p{L}_-]*):(?:\/\/[^\s()"]*)?/uy, readUnknownField],
];

/** A word of letters, as nearly all terms are; `around (5)` and NEAR are forms without any other sign. */
const LETTERS = /(?!around\b|near\b|within\b)[\p{L}\p{M}]+\*?(?=[\s)]|$)/iuy;

function readForm(lexer: Lexer): void {
  LETTERS.lastIndex = lexer.at;
  const letters = LETTERS.exec(lexer.source)?.[0];
  if (letters !== undefined) return readWord(lexer, letters);
  for (const [form, read] of FORMS) {
    form.lastIndex = lexer.at;
    const match = form.exec(lexer.source);
    if (match) return read(lexer, match);
  }
  WORD.lastIndex = lexer.at;
  const word = WORD.exec(lexer.source)?.[0];
  if (word === undefined) lexer.at += 1;
  else readWord(lexer, word);
}

function startsCaseFlag(source: string, at: number): boolean {
  return source.startsWith("(i?)", at) || source.startsWith("(?i)", at);
}

/** Cuts an expression into tokens. Refused spellings are read as what they mean and reported, so that reading goes on. */
export function readTokens(source: string): { tokens: Token[]; drafts: ProblemDraft[] } {
  const lexer: Lexer = { source, at: 0, tokens: [], drafts: [] };
  while (lexer.at < source.length) {
    const sign = source.charAt(lexer.at);
    if (sign === " " || SPACE.test(sign)) lexer.at += 1;
    else if ((sign === "(" && !startsCaseFlag(source, lexer.at)) || sign === ")") {
      lexer.tokens.push({ kind: sign === "(" ? "open" : "close", span: { start: lexer.at, end: lexer.at + 1 } });
      lexer.at += 1;
    } else if (sign === '"' || CURLY_QUOTES.includes(sign)) readQuoted(lexer, lexer.at, false);
    else if (sign === "/") {
      if (!readForeignSlash(lexer)) readPattern(lexer);
    } else if (SINGLE_QUOTES.includes(sign) && readSingleQuotes(lexer)) continue;
    else readForm(lexer);
  }
  return { tokens: lexer.tokens, drafts: lexer.drafts };
}
