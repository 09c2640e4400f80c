import type { Span } from "./ast.ts";

/** Where a term, name or pattern itself stands, without the parentheses that its span includes. */
export function leafSpan(source: string, { start, end }: Span): Span {
  const text = source.slice(start, end);
  const opening = /^[(\s]*/u.exec(text)?.[0].length ?? 0;
  return { start: start + opening, end: start + text.replace(/(?<![)\s])[)\s]*$/u, "").length };
}
