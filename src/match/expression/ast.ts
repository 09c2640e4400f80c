/** The watch language as a tree (docs/watch-language.md has the grammar). Offsets: UTF-16 units of the source, end exclusive. */

export interface Span {
  start: number;
  end: number;
}

/**
 * One word of a term as it is written, without the punctuation around it: `state-run`, `l'asile` and `U.S` are one part,
 * and whoever tokenises it may get several adjacent tokens. `*` at the end: any ending (of the last token); at the start
 * (lists of compounding languages): any beginning; `?` inside: one character.
 */
export type TermPart = { kind: "word"; text: string } | { kind: "gap"; max: number };

/** A distance: words, consecutive sentences (`s` = 1, `2s` = 2) or one paragraph. */
export type Distance = { unit: "words"; count: number } | { unit: "sentences"; count: number } | { unit: "paragraph" };

export type Scope = "title" | "lead" | "body";

/** Whom a `person:` form means. */
export type PersonChoice = { kind: "one"; id: string } | { kind: "group"; id: string } | { kind: "anybody" };

/** The span of a part in parentheses includes them. */
export type Expression =
  /** A word or phrase: parts adjacent, gaps up to their maximum. */
  | { kind: "term"; parts: readonly TermPart[]; exactCase: boolean; span: Span }
  /** `@name`: a list, a clause or the built-in `@past`; which one is decided when references are resolved. */
  | { kind: "reference"; name: string; span: Span }
  /** `person:id`, `person:@group`, `person:*`. */
  | { kind: "person"; who: PersonChoice; span: Span }
  /** `/re/`: a linear-time regular expression on the original text. */
  | { kind: "pattern"; source: string; span: Span }
  | { kind: "and"; operands: readonly Expression[]; span: Span }
  | { kind: "or"; operands: readonly Expression[]; span: Span }
  | { kind: "not"; operand: Expression; span: Span }
  /** `a NEAR/n b` (any order) and `a BEFORE/n b` (this order); disjoint spans, joined span as result. */
  | { kind: "near"; ordered: boolean; distance: Distance; left: Expression; right: Expression; span: Span }
  /** Occurrences of `operand` with no `absent` at that distance: on either side, after it (BEFORE) or before it (AFTER). */
  | {
      kind: "not-near";
      side: "either" | "after-operand" | "before-operand";
      distance: Distance;
      operand: Expression;
      absent: Expression;
      span: Span;
    }
  | { kind: "scope"; scope: Scope; operand: Expression; span: Span }
  | { kind: "at-least"; count: number; operand: Expression; span: Span };
