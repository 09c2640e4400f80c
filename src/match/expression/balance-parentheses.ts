import type { ProblemDraft } from "./problem-drafts.ts";
import type { Token } from "./token.ts";

const DEEPEST = 60;

/** Drops parentheses that close nothing and closes those left open, so that the parser sees pairs only. */
export function balanceParentheses(
  source: string,
  tokens: readonly Token[],
): { tokens: Token[]; drafts: ProblemDraft[] } {
  const balanced: Token[] = [];
  const drafts: ProblemDraft[] = [];
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === "close" && open.pop() === undefined) {
      drafts.push({
        code: "unopened-parenthesis",
        message: "this parenthesis closes nothing",
        ...token.span,
        edits: [],
      });
      continue;
    }
    if (token.kind === "open" && open.push(token) > DEEPEST) {
      const message = `parentheses are nested more than ${DEEPEST} deep: name a part of the expression under clauses`;
      return { tokens: [], drafts: [...drafts, { code: "too-deep", message, ...token.span, edits: [] }] };
    }
    balanced.push(token);
  }
  for (const { span } of open.toReversed()) {
    drafts.push({ code: "unclosed-parenthesis", message: "this parenthesis is never closed", ...span, edits: [] });
    balanced.push({ kind: "close", span: { start: source.length, end: source.length } });
  }
  return { tokens: balanced, drafts };
}
