import type { Distance, PersonChoice } from "../../expression/ast.ts";
import type { TextPattern } from "../terms/text-pattern.ts";

/**
 * A compiled expression. Equal leaves of all watches are one node, so that an item is asked once; scopes are pushed
 * down to the leaves.
 */
export type Node = { id: number } & (
  | { kind: "term"; term: number; regions: number }
  /** An OR of terms: the terms from `from` to `to` among the choices of the term index. */
  | { kind: "terms"; from: number; to: number; regions: number }
  | { kind: "list"; list: number; regions: number }
  | { kind: "past"; regions: number }
  /** `sure`: a surname that hardly anything supports does not count. */
  | { kind: "person"; who: PersonChoice; regions: number; sure: boolean }
  | { kind: "pattern"; pattern: TextPattern; regions: number }
  | { kind: "and" | "or"; operands: readonly Node[] }
  | { kind: "not"; operand: Node }
  | { kind: "near"; ordered: boolean; distance: Distance; left: Node; right: Node }
  | { kind: "not-near"; side: NotNearSide; distance: Distance; operand: Node; absent: Node }
  | { kind: "at-least"; count: number; operand: Node }
);

/** A node that has no number yet; over the union, so that each kind keeps its own fields. */
export type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

export type NotNearSide = "either" | "after-operand" | "before-operand";

/** Something of a node and of the first that it is made of: who reads it has them near the processor. */
export function readNode(node: Node): number {
  if (node.kind === "near") return node.left.id ^ node.right.id;
  if (node.kind === "and" || node.kind === "or") return (node.operands[0]?.id ?? 0) ^ (node.operands[1]?.id ?? 0);
  return node.id;
}
