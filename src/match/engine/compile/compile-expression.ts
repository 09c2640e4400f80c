import type { Expression } from "../../expression/ast.ts";
import type { RulePath, RuleProblem } from "../../rule-problem.ts";
import type { RuleSet } from "../../rule-set.ts";
import { EVERYWHERE, SCOPES } from "../document.ts";
import type { Node, WithoutId } from "./node.ts";
import { asksForPersons, asksOnlyForPersons, withSurePersons } from "./only-persons.ts";
import { readExpression } from "./read-expression.ts";
import { RuleSetError } from "./rule-set-error.ts";
import type { TermIndex } from "../terms/term-index.ts";
import type { TermReader } from "../terms/term-reader.ts";
import { compileTextPattern, type TextPattern } from "../terms/text-pattern.ts";

interface Context {
  regions: number;
  /** Where the expression comes from: for errors. */
  path: RulePath;
  /** Clauses being expanded: one that uses itself is refused. */
  inside: readonly string[];
}

function problemAt(expression: Expression, path: RulePath, code: string, message: string): RuleProblem {
  const { start, end } = expression.span;
  return { severity: "error", code, message, suggestion: null, start, end, path };
}

/** Ids and groups of persons that an expression may name. */
interface KnownPeople {
  ids: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

/** Turns expressions into nodes; equal leaves and clauses of all watches become one node. */
export class ExpressionCompiler {
  readonly #rules: RuleSet;
  readonly #index: TermIndex;
  readonly #reader: TermReader;
  readonly #listIds: ReadonlyMap<string, number>;
  #size = 0;
  readonly #leaves = new Map<string, Node>();
  readonly #termLeaves = new Map<number, Node>();
  readonly #clauses = new Map<string, Expression>();
  readonly #clauseNodes = new Map<string, Node>();
  readonly #patterns = new Map<string, TextPattern>();
  readonly #people: KnownPeople;

  constructor(
    rules: RuleSet,
    { terms, reader }: { terms: TermIndex; reader: TermReader },
    { listIds, people }: { listIds: ReadonlyMap<string, number>; people: KnownPeople },
  ) {
    this.#rules = rules;
    this.#index = terms;
    this.#reader = reader;
    this.#listIds = listIds;
    this.#people = people;
  }

  /** @throws RuleSetError where a name is unknown or a pattern is not valid */
  compile(expression: Expression, path: RulePath): Node {
    return this.#compile(expression, { regions: EVERYWHERE, path, inside: [] });
  }

  /**
   * Compiles what a watch looks for, or a part of it: where the whole is persons alone, one whom only an office word
   * elsewhere in the item makes likely is not enough.
   * @param wholeOf read only for what asks for persons; null: whatever it is, such a person is enough
   * @throws RuleSetError as `compile` does
   */
  compileMatch(expression: Expression, path: RulePath, wholeOf: () => Expression | null): Node {
    const node = this.compile(expression, path);
    const whole = asksForPersons(node) ? wholeOf() : null;
    if (whole === null || !asksOnlyForPersons(whole === expression ? node : this.compile(whole, path))) return node;
    return withSurePersons(node, (sure) =>
      sure.kind === "person" ? this.#leaf(`sure ${sure.regions} ${JSON.stringify(sure.who)}`, sure) : this.#make(sure),
    );
  }

  #make(node: WithoutId<Node>): Node {
    this.#size += 1;
    return { ...node, id: this.#size };
  }

  #leaf(key: string, node: WithoutId<Node>): Node {
    const known = this.#leaves.get(key);
    if (known !== undefined) return known;
    const made = this.#make(node);
    this.#leaves.set(key, made);
    return made;
  }

  #compile(expression: Expression, context: Context): Node {
    const { regions } = context;
    switch (expression.kind) {
      case "reference":
        return this.#reference(expression, context);
      case "person":
        return this.#person(expression, context);
      case "pattern": {
        const pattern = this.#pattern(expression, context);
        return this.#leaf(`pattern ${regions} ${expression.source}`, { kind: "pattern", pattern, regions });
      }
      case "scope":
        return this.#compile(expression.operand, { ...context, regions: regions & SCOPES[expression.scope] });
      case "and": {
        const operands = expression.operands.map((operand) => this.#compile(operand, context));
        return this.#make({ kind: "and", operands });
      }
      case "or":
        return this.#any(expression.operands, context);
      case "not":
        return this.#make({ kind: "not", operand: this.#compile(expression.operand, context) });
      case "at-least": {
        const { count } = expression;
        return this.#make({ kind: "at-least", count, operand: this.#compile(expression.operand, context) });
      }
      case "near":
      case "not-near":
        return this.#distant(expression, context);
      case "term":
        break;
    }
    return this.#term(this.#idOf(expression), regions);
  }

  #idOf({ parts, exactCase }: Expression & { kind: "term" }): number {
    return this.#reader.idOf(parts, exactCase);
  }

  #term(term: number, regions: number): Node {
    const key = term * (EVERYWHERE + 1) + regions;
    const known = this.#termLeaves.get(key);
    if (known !== undefined) return known;
    const leaf = this.#make({ kind: "term", term, regions });
    this.#termLeaves.set(key, leaf);
    return leaf;
  }

  /** Terms that follow each other are one node, in the order of the operands. */
  #any(operands: readonly Expression[], context: Context): Node {
    const nodes: Node[] = [];
    let terms = new Set<number>();
    const closeTerms = (): void => {
      const [only] = terms;
      if (only !== undefined)
        nodes.push(terms.size === 1 ? this.#term(only, context.regions) : this.#terms(terms, context));
      terms = new Set();
    };
    for (const operand of operands) {
      if (operand.kind === "term") terms.add(this.#idOf(operand));
      else {
        closeTerms();
        nodes.push(this.#compile(operand, context));
      }
    }
    closeTerms();
    const [only] = nodes;
    return nodes.length === 1 && only !== undefined ? only : this.#make({ kind: "or", operands: nodes });
  }

  #terms(terms: ReadonlySet<number>, { regions }: Context): Node {
    return this.#make({ kind: "terms", regions, ...this.#index.store.addChoice([...terms]) });
  }

  #distant(expression: Expression & { kind: "near" | "not-near" }, context: Context): Node {
    const { distance } = expression;
    if (expression.kind === "near") {
      const { ordered } = expression;
      const left = this.#compile(expression.left, context);
      const right = this.#compile(expression.right, context);
      return this.#make({ kind: "near", ordered, distance, left, right });
    }
    const { side } = expression;
    const operand = this.#compile(expression.operand, context);
    const absent = this.#compile(expression.absent, context);
    return this.#make({ kind: "not-near", side, distance, operand, absent });
  }

  #reference(expression: Expression & { kind: "reference" }, context: Context): Node {
    const { name } = expression;
    const { regions, inside, path } = context;
    if (name === "past") return this.#leaf(`past ${regions}`, { kind: "past", regions });
    const list = this.#listIds.get(name);
    if (list !== undefined) return this.#leaf(`list ${list} ${regions}`, { kind: "list", list, regions });
    const source = this.#rules.clauses[name];
    if (source === undefined) {
      throw new RuleSetError([problemAt(expression, path, "unknown-list", `there is no list or clause @${name}`)]);
    }
    if (inside.includes(name)) {
      throw new RuleSetError([problemAt(expression, path, "clause-recursion", `the clause @${name} uses itself`)]);
    }
    const key = `${regions} ${name}`;
    const known = this.#clauseNodes.get(key);
    if (known !== undefined) return known;
    const clause = this.#clauses.get(name) ?? readExpression(source, ["clauses", name]);
    this.#clauses.set(name, clause);
    const node = this.#compile(clause, { regions, path: ["clauses", name], inside: [...inside, name] });
    this.#clauseNodes.set(key, node);
    return node;
  }

  #person(expression: Expression & { kind: "person" }, { regions, path }: Context): Node {
    const { who } = expression;
    const known = who.kind === "group" ? this.#people.groups : this.#people.ids;
    if (who.kind !== "anybody" && !known.has(who.id)) {
      const what = who.kind === "group" ? "group" : "person";
      throw new RuleSetError([problemAt(expression, path, `unknown-${what}`, `there is no ${what} ${who.id}`)]);
    }
    return this.#leaf(`person ${regions} ${JSON.stringify(who)}`, { kind: "person", who, regions, sure: false });
  }

  #pattern(expression: Expression & { kind: "pattern" }, { path }: Context): TextPattern {
    const known = this.#patterns.get(expression.source);
    if (known !== undefined) return known;
    try {
      const pattern = compileTextPattern(expression.source);
      this.#patterns.set(expression.source, pattern);
      return pattern;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      throw new RuleSetError([problemAt(expression, path, "bad-pattern", detail)]);
    }
  }
}
