import type { Expression } from "./ast.ts";
import { nearOperator } from "./near-operands.ts";
import { readTokens } from "./read-tokens.ts";

type Term = Extract<Expression, { kind: "term" }>;
type Person = Extract<Expression, { kind: "person" }>;

/** Whether a word can be written without quotes: it reads as one word and as no operator. */
function canStandBare(word: string): boolean {
  if (/^(?:near|same|adj)$/iu.test(word)) return false;
  const { tokens, drafts } = readTokens(word);
  const [token] = tokens;
  return drafts.length === 0 && tokens.length === 1 && token?.kind === "leaf" && token.expression.kind === "term";
}

function printTerm(term: Term): string {
  const text = term.parts.map((part) => (part.kind === "gap" ? `..${part.max}` : part.text)).join(" ");
  const bare = term.parts.length === 1 && canStandBare(text);
  return `${term.exactCase ? "case:" : ""}${bare ? text : `"${text}"`}`;
}

function printPerson({ who }: Person): string {
  if (who.kind === "anybody") return "person:*";
  return who.kind === "group" ? `person:@${who.id}` : `person:${who.id}`;
}

/** An operand of NEAR, NOT or a scope: in parentheses where it is more than one sign. */
function printOperand(expression: Expression): string {
  const joined = ["and", "or", "not", "near", "not-near"].includes(expression.kind);
  return joined ? `(${printExpression(expression)})` : printExpression(expression);
}

function printJoined(operator: "AND" | "OR", operands: readonly Expression[]): string {
  return operands
    .map((operand) => (operand.kind === "not" ? printExpression(operand) : printOperand(operand)))
    .join(` ${operator} `);
}

/**
 * The stable printed form of an expression, for `explain` and evidence: one spelling for each meaning, parentheses
 * around every joined operand. It parses back to the same tree but for the spans.
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "term":
      return printTerm(expression);
    case "reference":
      return `@${expression.name}`;
    case "person":
      return printPerson(expression);
    case "pattern":
      return `/${expression.source}/`;
    case "and":
      return printJoined("AND", expression.operands);
    case "or":
      return printJoined("OR", expression.operands);
    case "not":
      return `NOT ${printOperand(expression.operand)}`;
    case "near":
      return `${printOperand(expression.left)} ${nearOperator(expression)} ${printOperand(expression.right)}`;
    case "not-near":
      return `${printOperand(expression.operand)} ${nearOperator(expression)} ${printOperand(expression.absent)}`;
    case "scope": {
      const { scope, operand } = expression;
      return `${scope}:${operand.kind === "scope" ? `(${printExpression(operand)})` : printOperand(operand)}`;
    }
    case "at-least":
      break;
  }
  return `atleast/${expression.count}(${printExpression(expression.operand)})`;
}
