import type { Expression } from "../../expression/ast.ts";
import type { Node } from "../compile/node.ts";

/**
 * The part of an alternative that says what matched: where it is an OR beside mere absences, as in `(a OR b) AND NOT c`, the
 * branch that holds; else the whole of it.
 * @param node the alternative, compiled
 * @param isProven whether a part of it is proven by the sentences that evidence shows
 */
export function heldClause(alternative: Expression, node: Node, isProven: (part: Node) => boolean): Expression {
  if (alternative.kind === "scope") {
    const operand = heldClause(alternative.operand, node, isProven);
    return operand === alternative.operand ? alternative : { ...alternative, operand };
  }
  if (alternative.kind === "and" && node.kind === "and") {
    const [only, ...more] = pairs(alternative.operands, node.operands).filter(([, part]) => part.kind !== "not");
    if (only === undefined || more.length > 0) return alternative;
    const [operand, part] = only;
    const held = heldClause(operand, part, isProven);
    return held === operand ? alternative : held;
  }
  // Terms that follow each other in an OR are compiled into one node: which of them held, the marks of the evidence show.
  if (alternative.kind !== "or" || node.kind !== "or" || alternative.operands.length !== node.operands.length)
    return alternative;
  const held = pairs(alternative.operands, node.operands).find(([, part]) => isProven(part));
  return held === undefined ? alternative : heldClause(...held, isProven);
}

function pairs(expressions: readonly Expression[], nodes: readonly Node[]): readonly [Expression, Node][] {
  return expressions.flatMap((expression, at): [Expression, Node][] => {
    const node = nodes[at];
    return node === undefined ? [] : [[expression, node]];
  });
}
