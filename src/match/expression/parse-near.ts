import type { Distance, Expression, Span } from "./ast.ts";
import { checkNearOperands, findSpanless, type NearExpression, nearOperator } from "./near-operands.ts";
import { type Edit, type ProblemDraft, shorten, textOf } from "./problem-drafts.ts";
import type { Token } from "./token.ts";

/** Tokens with paired parentheses, and how far they are read. */
export interface Parser {
  readonly source: string;
  readonly tokens: readonly Token[];
  at: number;
  readonly drafts: ProblemDraft[];
  /** Stands where an operand is missing. */
  readonly nothing: Expression;
  /** End of the last run of terms that was reported as side by side. */
  sideBySideTo: number;
}

type ReadJoined = (parser: Parser) => Expression;
type NearToken = Extract<Token, { kind: "near" }>;

/** Words that are operators in other services when they stand between two terms. */
const FOREIGN_BETWEEN: Readonly<Record<string, Distance>> = {
  same: { unit: "paragraph" },
  near: { unit: "words", count: 10 },
  adj: { unit: "words", count: 1 },
};

function startsOperand(token: Token | undefined): boolean {
  return token !== undefined && ["leaf", "open", "scope", "at-least"].includes(token.kind);
}

function missing(parser: Parser): Expression {
  const next = parser.tokens[parser.at];
  const previous = parser.tokens[parser.at - 1];
  const operator = next && ["and", "or", "near"].includes(next.kind) ? next : (previous ?? next);
  const span = operator?.span ?? { start: 0, end: parser.source.length };
  const text = parser.source.slice(span.start, span.end);
  const side = operator === next ? "before" : "after";
  const latest = parser.drafts.findLastIndex(({ code }) => code === "missing-operand");
  const isKnown = parser.drafts[latest]?.start === span.start;
  const where = text === "" || text === "(" ? "here" : `${isKnown ? "on both sides of" : side} ${text}`;
  const draft = { code: "missing-operand", message: `a term is missing ${where}`, ...span, edits: [] };
  parser.drafts.splice(isKnown ? latest : parser.drafts.length, 1, draft);
  return { ...parser.nothing, span: { start: span.end, end: span.end } };
}

function readGroup(parser: Parser, readJoined: ReadJoined, start: number): Expression {
  parser.at += 1;
  const close = parser.tokens[parser.at];
  if (close?.kind === "close") {
    parser.at += 1;
    const span = { start, end: close.span.end };
    parser.drafts.push({
      code: "empty-group",
      message: "there is nothing between these parentheses",
      ...span,
      edits: [],
    });
    return { ...parser.nothing, span };
  }
  const inner = readJoined(parser);
  const end = parser.tokens[parser.at]?.span.end ?? parser.source.length;
  parser.at += 1;
  return { ...inner, span: { start, end } };
}

function readScope(parser: Parser, readJoined: ReadJoined, token: Extract<Token, { kind: "scope" }>): Expression {
  parser.at += 1;
  const second = parser.tokens[parser.at];
  if (second?.kind === "scope") {
    const message = "a scope inside a scope: one of them is enough";
    parser.drafts.push({ code: "nested-scope", message, ...second.span, edits: [] });
    while (parser.tokens[parser.at]?.kind === "scope") parser.at += 1;
  }
  const operand = readPrimary(parser, readJoined);
  return { kind: "scope", scope: token.scope, operand, span: { start: token.span.start, end: operand.span.end } };
}

function readAtLeast(parser: Parser, readJoined: ReadJoined, token: Extract<Token, { kind: "at-least" }>): Expression {
  parser.at += 1;
  const operand = readPrimary(parser, readJoined);
  const found = findSpanless(operand);
  if (found) {
    const message = "atleast counts words, phrases, lists and NEAR; AND, NOT and another atleast cannot be counted";
    parser.drafts.push({ code: "at-least-operand", message, ...found.span, edits: [] });
  }
  return { kind: "at-least", count: token.count, operand, span: { start: token.span.start, end: operand.span.end } };
}

function readPrimary(parser: Parser, readJoined: ReadJoined): Expression {
  const token = parser.tokens[parser.at];
  switch (token?.kind) {
    case "leaf":
      parser.at += 1;
      return token.expression;
    case "open":
      return readGroup(parser, readJoined, token.span.start);
    case "scope":
      return readScope(parser, readJoined, token);
    case "at-least":
      return readAtLeast(parser, readJoined, token);
    case "and":
    case "or":
    case "not":
    case "near":
    case "close":
    case undefined:
      break;
  }
  return missing(parser);
}

interface Link {
  not: boolean;
  near: NearToken;
  span: Span;
}

/** Takes an operator of the NEAR family, also behind NOT and as a word another service uses for it. */
function takeLink(parser: Parser): Link | null {
  const { tokens, at } = parser;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind === "near") {
    parser.at += 1;
    return { not: false, near: token, span: token.span };
  }
  if (token?.kind === "not" && next?.kind === "near") {
    parser.at += 2;
    return { not: true, near: next, span: { start: token.span.start, end: next.span.end } };
  }
  const distance = token?.kind === "leaf" ? FOREIGN_BETWEEN[token.text.toLowerCase()] : undefined;
  if (token === undefined || distance === undefined || !startsOperand(next)) return null;
  parser.at += 1;
  const near: NearToken = { kind: "near", operator: "near", distance, span: token.span };
  const rewrite = distance.unit === "paragraph" ? "NEAR/p" : `NEAR/${distance.count}`;
  const message = `${parser.source.slice(token.span.start, token.span.end)} is no operator here: write ${rewrite}`;
  parser.drafts.push({ code: "foreign-near", message, ...token.span, edits: [{ ...token.span, text: rewrite }] });
  return { not: false, near, span: token.span };
}

function build(link: Link, left: Expression, right: Expression): NearExpression {
  const { distance, operator } = link.near;
  const span = { start: left.span.start, end: right.span.end };
  if (!link.not) return { kind: "near", ordered: operator !== "near", distance, left, right, span };
  const side = { near: "either", before: "after-operand", after: "before-operand" } as const;
  return { kind: "not-near", side: side[operator], distance, operand: left, absent: right, span };
}

/** `a AFTER/5 b` is `b BEFORE/5 a`; AFTER exists only behind NOT. */
function reportAfter(parser: Parser, link: Link, near: NearExpression): void {
  if (link.not || link.near.operator !== "after" || near.kind !== "near") return;
  const rewrite = `${textOf(parser.source, near.right)} ${nearOperator(near)} ${textOf(parser.source, near.left)}`;
  const message = `AFTER stands only behind NOT: write ${shorten(rewrite)}`;
  parser.drafts.push({ code: "after-without-not", message, ...link.span, edits: [{ ...near.span, text: rewrite }] });
}

/** `a NEAR/5 NOT b` means `a NOT NEAR/5 b`. */
function takeNotBehind(parser: Parser, link: Link): void {
  const token = parser.tokens[parser.at];
  if (token?.kind !== "not") return;
  parser.at += 1;
  const operator = parser.source.slice(link.span.start, link.span.end);
  const span = { start: link.span.start, end: token.span.end };
  const message = link.not
    ? "NOT stands twice: once is enough"
    : `NOT stands before the operator: write NOT ${operator}`;
  const text = link.not ? operator : `NOT ${operator}`;
  parser.drafts.push({ code: "near-operand", message, ...token.span, edits: [{ ...span, text }] });
}

function reportChain(parser: Parser, links: readonly Link[], lefts: readonly Expression[]): void {
  const second = links[1];
  const whole = lefts.at(-1);
  if (!second || !whole) return;
  const edits: Edit[] = lefts.slice(0, -1).flatMap(({ span }) => [
    { start: span.start, end: span.start, text: "(" },
    { start: span.end, end: span.end, text: ")" },
  ]);
  const inner = lefts[0]?.span ?? whole.span;
  const { source } = parser;
  const fixed = `(${source.slice(inner.start, inner.end)})${source.slice(inner.end, lefts[1]?.span.end)}`;
  const message = `NEAR after NEAR needs parentheses, which say what is near what: ${shorten(fixed)}`;
  parser.drafts.push({ code: "near-chain", message, ...second.span, edits });
}

/** An operand, or two that an operator of the NEAR family joins. */
export function readNear(parser: Parser, readJoined: ReadJoined): Expression {
  let left = readPrimary(parser, readJoined);
  const links: Link[] = [];
  const joined: Expression[] = [];
  for (let link = takeLink(parser); link !== null; link = takeLink(parser)) {
    takeNotBehind(parser, link);
    // The chain is refused as a whole: what it holds is checked once, and it does not grow into a deep tree.
    const first = links.length === 0 ? left : { ...parser.nothing, span: left.span };
    const near = build(link, first, readPrimary(parser, readJoined));
    parser.drafts.push(...checkNearOperands(parser.source, near));
    reportAfter(parser, link, near);
    links.push(link);
    joined.push(near);
    left = near;
  }
  reportChain(parser, links, joined);
  return left;
}
