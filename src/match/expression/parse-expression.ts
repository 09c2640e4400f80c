import type { ExpressionProblem } from "../rule-problem.ts";
import type { Expression, Span } from "./ast.ts";
import { balanceParentheses } from "./balance-parentheses.ts";
import { findInvisibleCharacters } from "./invisible-characters.ts";
import { findMixedOperators, type Joiner } from "./mixed-operators.ts";
import { findWithoutWords } from "./necessary-words.ts";
import { type Parser, readNear } from "./parse-near.ts";
import { finishProblems, type ProblemDraft, shorten } from "./problem-drafts.ts";
import { readTokens } from "./read-tokens.ts";

/** UTF-16 units. What is longer is a list that somebody wrote out: lists are indexed, and checked term by term. */
const LONGEST = 50_000;

/** `NOT a`; several NOT in a row are read as one and reported. */
function readNot(parser: Parser): Expression {
  const first = parser.tokens[parser.at];
  if (first?.kind !== "not") return readNear(parser, readJoined);
  parser.at += 1;
  const second = parser.tokens[parser.at];
  if (second?.kind === "not") {
    parser.drafts.push({ code: "double-not", message: "NOT stands twice: once is enough", ...second.span, edits: [] });
    while (parser.tokens[parser.at]?.kind === "not") parser.at += 1;
  }
  const operand = readNear(parser, readJoined);
  return { kind: "not", operand, span: { start: first.span.start, end: operand.span.end } };
}

/** What joins the next operand to the ones before; null at the end of the group. `a NOT b` is a AND NOT b. */
function takeJoiner(parser: Parser, before: Expression): Joiner | "side-by-side" | null {
  const token = parser.tokens[parser.at];
  if (token === undefined || token.kind === "close") return null;
  if (token.kind === "not") return { operator: "and", span: token.span };
  if (token.kind === "and" || token.kind === "or") {
    parser.at += 1;
    return { operator: token.kind, span: token.span };
  }
  reportSideBySide(parser, before);
  return "side-by-side";
}

/** Words that could be one phrase as they stand. */
function isPlainWord(source: string, { kind, span }: Expression): boolean {
  return kind === "term" && !/["“”„‟«»:]/u.test(source.slice(span.start, span.end));
}

/** Two terms without an operator: one problem for the whole run of them. */
function reportSideBySide(parser: Parser, before: Expression): void {
  const next = parser.tokens[parser.at];
  if (next === undefined || next.span.end <= parser.sideBySideTo) return;
  const run = [before];
  for (let at = parser.at; ; at += 1) {
    const token = parser.tokens[at];
    if (token?.kind !== "leaf") break;
    run.push(token.expression);
  }
  const { start } = before.span;
  const end = Math.max(next.span.end, run.at(-1)?.span.end ?? 0);
  parser.sideBySideTo = end;
  const isPhrase = run.length > 1 && run.every((term) => isPlainWord(parser.source, term));
  const quotes = isPhrase ? ` write "${shorten(parser.source.slice(start, end))}" for a phrase, or` : "";
  const message = `two terms stand side by side:${quotes} put AND, OR or NEAR/n between them`;
  parser.drafts.push({ code: "bare-terms", message, start, end, edits: [] });
}

/** Operands joined by AND or by OR, up to the end of the group. */
function readJoined(parser: Parser): Expression {
  const operands = [readNot(parser)];
  const joiners: Joiner[] = [];
  let sideBySide = false;
  for (;;) {
    const joiner = takeJoiner(parser, operands.at(-1) ?? parser.nothing);
    if (joiner === null) break;
    if (joiner === "side-by-side") sideBySide = true;
    else joiners.push(joiner);
    operands.push(readNot(parser));
  }
  const [first = parser.nothing] = operands;
  if (operands.length === 1) return first;
  const mixed = sideBySide ? null : findMixedOperators(parser.source, operands, joiners);
  if (mixed) parser.drafts.push(mixed);
  const span = { start: first.span.start, end: operands.at(-1)?.span.end ?? first.span.end };
  return { kind: joiners[0]?.operator ?? "and", operands, span };
}

function checkWords(expression: Expression, whole: Span): ProblemDraft[] {
  const found = findWithoutWords(expression);
  if (!found) return [];
  const alone = found === expression || expression.kind === "and";
  const message = alone
    ? "only NOT: this matches nearly every item; name a word that must be there"
    : "this side of OR matches nearly every item: name a word that must be there beside NOT";
  return [{ code: "no-positive-term", message, ...(alone ? whole : found.span), edits: [] }];
}

/** Words that only an invisible mark keeps apart: the mark is the problem, not the missing operator. */
function isCutByInvisible(draft: ProblemDraft, invisible: readonly ProblemDraft[]): boolean {
  if (draft.code !== "bare-terms") return false;
  return invisible.some(({ start, end, edits }) => edits[0]?.text === "" && start >= draft.start && end <= draft.end);
}

function refused(source: string, drafts: readonly ProblemDraft[]): ReturnType<typeof parseExpression> {
  return { expression: null, recovered: null, problems: finishProblems(source, drafts) };
}

function tooLong({ length }: string): ProblemDraft {
  const message = `an expression has at most ${LONGEST} characters, and this one has ${length}: put its terms into a list`;
  return { code: "too-long", message, start: LONGEST, end: length, edits: [] };
}

/**
 * Parses an expression of the watch language (docs/watch-language.md). Never throws. `expression` is null exactly when
 * there is an error; an expression may have several. References are not looked up (`checkRuleSet` does): they stand in
 * `recovered`, what could be read in spite of errors, whose operands may be missing.
 * The span of a part in parentheses includes them, so `source.slice(start, end)` can always stand for itself.
 */
export function parseExpression(source: string): {
  expression: Expression | null;
  recovered: Expression | null;
  problems: readonly ExpressionProblem[];
} {
  const whole = { start: 0, end: source.length };
  if (source.length > LONGEST) return refused("", [tooLong(source)]);
  const read = readTokens(source);
  const { tokens, drafts } = balanceParentheses(source, read.tokens);
  const invisible = findInvisibleCharacters(source);
  drafts.push(...invisible, ...read.drafts);
  if (tokens.length === 0) {
    if (drafts.length === 0) drafts.push({ code: "empty", message: "the expression is empty", ...whole, edits: [] });
    return refused(source, drafts);
  }
  const nothing: Expression = { kind: "term", parts: [], exactCase: false, span: whole };
  const parser: Parser = { source, tokens, at: 0, drafts, nothing, sideBySideTo: 0 };
  const recovered = readJoined(parser);
  if (drafts.length === 0) drafts.push(...checkWords(recovered, whole));
  const told = drafts.filter((draft) => !isCutByInvisible(draft, invisible));
  return { expression: drafts.length > 0 ? null : recovered, recovered, problems: finishProblems(source, told) };
}
