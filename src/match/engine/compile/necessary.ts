import type { PersonChoice } from "../../expression/ast.ts";
import { SCOPES } from "../document.ts";
import type { Node } from "./node.ts";

/** What the index sees in an item before any expression is evaluated, and the regions in which it counts. */
export type Sign =
  | { kind: "term"; term: number; regions: number }
  | { kind: "terms"; from: number; to: number; regions: number }
  | { kind: "list"; list: number; regions: number }
  | { kind: "person"; who: PersonChoice };

/** Signs of which an item must show one for an expression to hold; `cost`: how many items show one, as a guess. */
interface NecessarySet {
  signs: readonly Sign[];
  cost: number;
}

/** How often a term or list stands in items, in no unit. */
export interface Frequencies {
  ofTerm(term: number): number;
  /** Of one of several terms: choices of the term index. */
  ofChoice(from: number, to: number): number;
  ofList(list: number): number;
}

const ONE_PERSON = 0.5;
const SOMEBODY = 20;
const IN_TITLE = 0.2;

/** Finds what must stand in an item for an expression to hold. */
export class Necessities {
  readonly #frequencies: Frequencies;

  constructor(frequencies: Frequencies) {
    this.#frequencies = frequencies;
  }

  /**
   * The ways in which one of the alternatives can hold: for each the two cheapest necessary sets, or one where there are no two.
   * Null: it can hold without any sign, as NOT and regular expressions do.
   */
  waysOf(alternatives: readonly Node[]): readonly (readonly NecessarySet[])[] | null {
    const ways: (readonly NecessarySet[])[] = [];
    const single: NecessarySet[] = [];
    for (const alternative of alternatives.flatMap(alternativesOf)) {
      const sets = conjunctsOf(alternative)
        .flatMap((conjunct) => this.#cheapest(conjunct) ?? [])
        .toSorted((a, b) => a.cost - b.cost);
      const [first, second] = sets;
      if (first === undefined) return null;
      if (second === undefined) single.push(first);
      else ways.push([first, second]);
    }
    return single.length === 0 ? ways : [...ways, [union(single)]];
  }

  #cheapest(node: Node): NecessarySet | null {
    switch (node.kind) {
      case "term":
      case "terms":
      case "list":
      case "person":
        return this.#ofLeaf(node);
      case "or":
        return this.#ofAny(node.operands);
      case "and":
        return this.#best(node.operands);
      case "near":
        return this.#best([node.left, node.right]);
      case "not-near":
      case "at-least":
        return this.#cheapest(node.operand);
      case "not":
      case "past":
      case "pattern":
        break;
    }
    return null;
  }

  #ofAny(operands: readonly Node[]): NecessarySet | null {
    const sets: NecessarySet[] = [];
    for (const operand of operands) {
      const set = this.#cheapest(operand);
      if (set === null) return null;
      sets.push(set);
    }
    return union(sets);
  }

  #ofLeaf(node: Node & { kind: "term" | "terms" | "list" | "person" }): NecessarySet {
    const share = node.regions === SCOPES.title ? IN_TITLE : 1;
    const { regions } = node;
    if (node.kind === "person") {
      const { who } = node;
      return { signs: [{ kind: "person", who }], cost: share * (who.kind === "one" ? ONE_PERSON : SOMEBODY) };
    }
    if (node.kind === "list") {
      const { list } = node;
      return { signs: [{ kind: "list", list, regions }], cost: share * this.#frequencies.ofList(list) };
    }
    if (node.kind === "terms") {
      const { from, to } = node;
      return { signs: [{ kind: "terms", from, to, regions }], cost: share * this.#frequencies.ofChoice(from, to) };
    }
    const { term } = node;
    return { signs: [{ kind: "term", term, regions }], cost: share * this.#frequencies.ofTerm(term) };
  }

  #best(nodes: readonly Node[]): NecessarySet | null {
    let best: NecessarySet | null = null;
    for (const node of nodes) {
      const set = this.#cheapest(node);
      if (set !== null && (best === null || set.cost < best.cost)) best = set;
    }
    return best;
  }
}

function alternativesOf(node: Node): readonly Node[] {
  return node.kind === "or" ? node.operands.flatMap(alternativesOf) : [node];
}

/** Parts that must all hold; a distance between them is for the evaluation. */
function conjunctsOf(node: Node): readonly Node[] {
  if (node.kind === "and") return node.operands.flatMap(conjunctsOf);
  if (node.kind === "near") return [...conjunctsOf(node.left), ...conjunctsOf(node.right)];
  return node.kind === "not-near" || node.kind === "at-least" ? conjunctsOf(node.operand) : [node];
}

function union(sets: readonly NecessarySet[]): NecessarySet {
  if (sets.length === 1 && sets[0] !== undefined) return sets[0];
  return { signs: sets.flatMap(({ signs }) => signs), cost: sets.reduce((sum, { cost }) => sum + cost, 0) };
}
