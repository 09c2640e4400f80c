import type { Expression, Span } from "./ast.ts";
import type { ProblemDraft } from "./problem-drafts.ts";
import type { Token } from "./token.ts";

/** What is read so far. Each reader moves `at` on, adds tokens and problems, and never fails. */
export interface Lexer {
  readonly source: string;
  at: number;
  readonly tokens: Token[];
  readonly drafts: ProblemDraft[];
}

export function pushLeaf(lexer: Lexer, expression: Expression): void {
  const { span } = expression;
  lexer.tokens.push({ kind: "leaf", expression, text: lexer.source.slice(span.start, span.end), span });
}

/** Adds an error; `rewrite` is what the place should read, if there is one answer. */
export function report(lexer: Lexer, code: string, span: Span, problem: { message: string; rewrite?: string }): void {
  const edits = problem.rewrite === undefined ? [] : [{ ...span, text: problem.rewrite }];
  lexer.drafts.push({ code, message: problem.message, ...span, edits });
}
