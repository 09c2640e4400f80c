import type { Node, WithoutId } from "./node.ts";

/** Whether an expression asks for any person. */
export function asksForPersons(node: Node): boolean {
  return node.kind === "person" || operandsOf(node).some(asksForPersons);
}

function operandsOf(node: Node): readonly Node[] {
  if ("operands" in node) return node.operands;
  if (node.kind === "near") return [node.left, node.right];
  if (node.kind === "not-near") return [node.operand, node.absent];
  return "operand" in node ? [node.operand] : [];
}

/** Whether an expression asks for persons and nothing else: what is absent proves nothing. */
export function asksOnlyForPersons(node: Node): boolean {
  switch (node.kind) {
    case "person":
    case "not":
      return true;
    case "and":
    case "or":
      return node.operands.every(asksOnlyForPersons);
    case "near":
      return asksOnlyForPersons(node.left) && asksOnlyForPersons(node.right);
    case "not-near":
    case "at-least":
      return asksOnlyForPersons(node.operand);
    case "term":
    case "terms":
    case "list":
    case "past":
    case "pattern":
      return false;
  }
}

/** The same expression, for which persons must be named beyond doubt. */
export function withSurePersons(node: Node, make: (node: WithoutId<Node>) => Node): Node {
  function within(inner: Node): Node {
    return withSurePersons(inner, make);
  }
  switch (node.kind) {
    case "person":
      return make({ ...node, sure: true });
    case "and":
    case "or":
      return make({ ...node, operands: node.operands.map(within) });
    case "near":
      return make({ ...node, left: within(node.left), right: within(node.right) });
    case "not-near":
    case "at-least":
      return make({ ...node, operand: within(node.operand) });
    case "not":
    case "term":
    case "terms":
    case "list":
    case "past":
    case "pattern":
      return node;
  }
}
