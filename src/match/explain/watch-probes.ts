import type { Expression } from "../expression/ast.ts";
import { findWithoutWords } from "../expression/necessary-words.ts";
import { printExpression } from "../expression/print-expression.ts";
import { EVERY_ITEM, plainWatch } from "../plain-watch.ts";
import type { RuleSet, WatchRule } from "../rule-set.ts";
import { partsOf } from "./parts-of.ts";

/** A part of an expression that is asked as a watch of its own. */
export interface Probe {
  expression: Expression;
  /** The watch that asks it; null for what may hold without any of its words, which follows from its parts. */
  id: string | null;
  parts: readonly Probe[];
}

/** The probes that hold in an item, by their ids. */
export type HeldProbes = Pick<ReadonlySet<string>, "has">;

type Opens = (expression: Expression, above: Expression | null) => boolean;

/** Where a part stands: what it is part of, and the alternative of the watch, null in a veto. */
interface Place {
  above: Expression | null;
  whole: string | null;
}

/** Makes watches of the parts of expressions, so that the engine itself says which of them hold. */
export class WatchProbes {
  readonly watches: WatchRule[] = [];
  readonly #clauses: RuleSet["clauses"];
  readonly #conditions: Pick<WatchRule, "lang" | "feeds">;

  /** @param conditions on the items that are asked about */
  constructor({ clauses }: Pick<RuleSet, "clauses">, conditions = EVERY_ITEM) {
    this.#clauses = clauses;
    this.#conditions = conditions;
  }

  /**
   * Adds what a watch looks for.
   * @param opens whether the parts of a part are asked as well, by what it is part of; what has no watch always is
   */
  add(expression: Expression, opens: Opens = () => true): Probe {
    if (expression.kind !== "or")
      return this.#add(expression, opens, { above: null, whole: printExpression(expression) });
    const alternatives = opens(expression, null) ? expression.operands : [];
    const parts = alternatives.map((part) => {
      return this.#add(part, opens, { above: expression, whole: printExpression(part) });
    });
    return { expression, id: this.#watch(expression, undefined), parts };
  }

  /** Adds what vetoes a match, without its parts: a person need not be sure there. */
  addVeto(expression: Expression): Probe {
    return this.#add(expression, () => false, { above: null, whole: null });
  }

  #add(expression: Expression, opens: Opens, { above, whole }: Place): Probe {
    const id = findWithoutWords(expression) === null ? this.#watch(expression, whole) : null;
    const parts = id === null || opens(expression, above) ? partsOf(expression, this.#clauses) : [];
    return { expression, id, parts: parts.map((part) => this.#add(part, opens, { above: expression, whole })) };
  }

  /** @returns its id */
  #watch(expression: Expression, partOf: WatchRule["partOf"]): string {
    const id = `probe ${this.watches.length}`;
    const { lang, feeds } = this.#conditions;
    this.watches.push({ ...plainWatch(id, printExpression(expression)), lang, feeds, partOf });
    return id;
  }
}

/** Whether a part holds in the item that was asked about. */
export function holds({ expression, id, parts }: Probe, held: HeldProbes): boolean {
  if (id !== null) return held.has(id);
  const { kind } = withoutScope(expression);
  if (kind === "not") return parts.every((part) => !holds(part, held));
  if (kind === "or") return parts.some((part) => holds(part, held));
  return parts.every((part) => holds(part, held));
}

/** The parts of a scope are those of what stands in it. */
function withoutScope(expression: Expression): Expression {
  return expression.kind === "scope" ? withoutScope(expression.operand) : expression;
}
