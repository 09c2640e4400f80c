import type { ExpressionProblem } from "../rule-problem.ts";
import type { Expression } from "./ast.ts";
import { findInvisibleCharacters } from "./invisible-characters.ts";
import { finishProblems, type ProblemDraft } from "./problem-drafts.ts";
import { isPlainTerm, readPlainTerm } from "./plain-term.ts";
import { readParts } from "./read-parts.ts";
import { CURLY_QUOTES, INNER_QUOTE } from "./read-quoted.ts";

export type TermExpression = Extract<Expression, { kind: "term" }>;

/** Languages that write compounds as one word: their lists may have terms such as `*attaché`. */
const COMPOUNDING: ReadonlySet<string> = new Set(["de", "nl", "sv", "da", "no", "nb", "nn", "fi", "hu", "is"]);

/** Whether a language joins words, so that its lists may hold `*attaché`. */
export function writesCompounds(lang: string): boolean {
  return COMPOUNDING.has(lang);
}

/** UTF-16 units. */
const LONGEST = 500;

const NO_PROBLEMS: readonly ExpressionProblem[] = [];

const QUOTES = new RegExp(`(?!${INNER_QUOTE.source})["${CURLY_QUOTES}]`, "gu");
const CASE = /^\s*case:/iu;
const OPERATORS =
  /(?<!\S)(?:AND|OR|NOT|(?:O?NEAR|BEFORE|AFTER)\/\w*)(?!\S)|\||(?<!\S)@|^\s*(?:person|title|lead|body):|^\s*\/.*\/\s*$/u;

function findQuotes(text: string): ProblemDraft[] {
  return [...text.matchAll(QUOTES)].map(({ 0: quote, index }) => ({
    code: "quotes-in-term",
    message: "a list term is a phrase without quotes",
    start: index,
    end: index + quote.length,
    edits: [{ start: index, end: index + quote.length, text: "" }],
  }));
}

function findOperator(text: string): ProblemDraft[] {
  const found = OPERATORS.exec(text);
  if (!found) return [];
  return [
    {
      code: "expression-in-term",
      message: `a list holds words and phrases, and ${found[0].trim()} belongs to expressions: put it under clauses, or write two terms`,
      start: found.index,
      end: found.index + found[0].length,
      edits: [],
    },
  ];
}

function tooLong({ length }: string): ProblemDraft {
  const message = `a term has at most ${LONGEST} characters, and this one has ${length}: write its words as terms of their own`;
  return { code: "too-long", message, start: LONGEST, end: length, edits: [] };
}

/** Whether nothing is wrong with a term, as is quickly seen of nearly all; false: `parseTerm` knows. */
export function isSoundTerm(text: string): boolean {
  return text.length <= LONGEST && isPlainTerm(text);
}

/**
 * Reads one term of a list: `diplomat*`, `seek* asylum`, `hands ..3 passport`, `organi?ation`, `case:NATO`, and
 * `*attaché` where the language writes compounds. Never throws; `term` is null exactly when there is an error.
 * @param options.lang the language of the list, `*` for terms of every language
 */
export function parseTerm(
  text: string,
  options: { lang: string },
): { term: TermExpression | null; problems: readonly ExpressionProblem[] } {
  if (text.length > LONGEST) return { term: null, problems: finishProblems("", [tooLong(text)]) };
  const span = { start: 0, end: text.length };
  const plain = readPlainTerm(text);
  if (plain !== null) return { term: { kind: "term", parts: plain, exactCase: false, span }, problems: NO_PROBLEMS };
  const prefix = CASE.exec(text)?.[0] ?? "";
  const drafts = [...findInvisibleCharacters(text), ...findQuotes(text), ...findOperator(text)];
  const leadingWildcard = writesCompounds(options.lang);
  const reading = readParts(text.slice(prefix.length).replaceAll(QUOTES, " "), prefix.length, { leadingWildcard });
  drafts.push(...reading.drafts);
  const term: TermExpression = {
    kind: "term",
    parts: reading.parts,
    exactCase: prefix !== "",
    span,
  };
  return { term: drafts.length > 0 ? null : term, problems: finishProblems(text, drafts) };
}
