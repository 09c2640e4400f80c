import type { Distance, Expression, Scope, Span } from "./ast.ts";

/** A sign of the watch language; what stands for itself is read already. */
export type Token =
  | { kind: "open"; span: Span }
  | { kind: "close"; span: Span }
  | { kind: "and"; span: Span }
  | { kind: "or"; span: Span }
  | { kind: "not"; span: Span }
  | { kind: "near"; operator: "near" | "before" | "after"; distance: Distance; span: Span }
  | { kind: "scope"; scope: Scope; span: Span }
  | { kind: "at-least"; count: number; span: Span }
  /** A term, reference, person or pattern; `text` as written. */
  | { kind: "leaf"; expression: Expression; text: string; span: Span };
