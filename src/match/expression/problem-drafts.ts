import type { ExpressionProblem } from "../match-answer.ts";
import type { Span } from "./ast.ts";

/** A replacement of source text; an insertion where start = end. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An error as it is found: the edits that would repair it, none where there is no single answer. */
export interface ProblemDraft {
  code: string;
  message: string;
  start: number;
  end: number;
  edits: readonly Edit[];
}

/** Applies edits that do not overlap; of two that do, the one that starts first. */
function applyEdits(source: string, edits: readonly Edit[]): string {
  let text = "";
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

/**
 * Errors in the order of their place. The suggestion of each repairable one is the whole source with the repairs of
 * all of them, so that one copied line mends what can be mended.
 */
export function finishProblems(source: string, drafts: readonly ProblemDraft[]): readonly ExpressionProblem[] {
  const rewritten = applyEdits(
    source,
    drafts.flatMap(({ edits }) => edits),
  );
  return drafts
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ code, message, start, end, edits }) => ({
      severity: "error",
      code,
      message,
      suggestion: edits.length > 0 ? rewritten : null,
      start,
      end,
    }));
}

/** `text` as it can be quoted in a message: long ones are cut. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** The source text of an expression. */
export function textOf(source: string, { span }: { span: Span }): string {
  return source.slice(span.start, span.end);
}
