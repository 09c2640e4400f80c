import { cutText } from "../../text/cut-text.ts";
import type { ExpressionProblem } from "../rule-problem.ts";
import type { Span } from "./ast.ts";

/** A replacement of source text; an insertion where start = end. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Errors of one expression that are told singly: whoever has mended these sees the rest. */
const MOST_TOLD = 20;
const LONGEST_MESSAGE = 400;
const LONGEST_QUOTE = 60;

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
 * Errors in the order of their place, the first ones singly. The suggestion of each repairable one is the whole source
 * with the repairs of all of them, so that one copied line mends what can be mended.
 */
export function finishProblems(source: string, drafts: readonly ProblemDraft[]): readonly ExpressionProblem[] {
  const rewritten = applyEdits(
    source,
    drafts.flatMap(({ edits }) => edits),
  );
  const ordered = drafts.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return withoutFlood(ordered).map(({ code, message, start, end, edits }) => ({
    severity: "error",
    code,
    message: shortenMessage(message),
    suggestion: edits.length > 0 ? rewritten : null,
    start,
    end,
  }));
}

function withoutFlood(drafts: readonly ProblemDraft[]): readonly ProblemDraft[] {
  const next = drafts[MOST_TOLD];
  if (next === undefined) return drafts;
  const message = `${drafts.length - MOST_TOLD} more errors from here on: mend the first ones, then check again`;
  return [...drafts.slice(0, MOST_TOLD), { ...next, code: "more-errors", message, edits: [] }];
}

/** A message quotes words of the expression, which may be of any length: the advice behind them stays. */
function shortenMessage(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const half = LONGEST_MESSAGE / 2;
  return `${cutText(message, half)}…${message.slice(-half).replace(/^[\uDC00-\uDFFF]/, "")}`;
}

/** `text` as it can be quoted in a message: long ones are cut. */
export function shorten(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${cutText(text, LONGEST_QUOTE - 3)}…`;
}

/** The source text of an expression. */
export function textOf(source: string, { span }: { span: Span }): string {
  return source.slice(span.start, span.end);
}
