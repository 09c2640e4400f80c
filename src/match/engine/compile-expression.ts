import type { Expression } from "../expression/ast.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import type { RuleProblem } from "../match-answer.ts";
import type { RuleSet } from "../rule-set.ts";
import { EVERYWHERE, SCOPES } from "./document.ts";
import type { Node } from "./node.ts";
import { RuleSetError } from "./rule-set-error.ts";
import { termWords, type TermIndex } from "./term-index.ts";
import { compileTextPattern, type TextPattern } from "./text-pattern.ts";

/** Where an expression comes from: for errors. */
type Path = readonly (string | number)[];
/** Distributes over the union, so that each kind keeps its own fields. */
type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

interface Context {
  regions: number;
  path: Path;
  /** Clauses being expanded: one that uses itself is refused. */
  inside: readonly string[];
}

/** Reads a source as `checkRuleSet` accepts it. @throws RuleSetError */
export function readExpression(source: string, path: Path): Expression {
  const { expression, problems } = parseExpression(source);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (expression === null || errors.length > 0) throw new RuleSetError(errors.map((error) => ({ ...error, path })));
  return expression;
}

function problemAt(expression: Expression, path: Path, code: string, message: string): RuleProblem {
  const { start, end } = expression.span;
  return { severity: "error", code, message, suggestion: null, start, end, path };
}

/** Turns expressions into nodes; equal expressions of all watches become one node. */
export class ExpressionCompiler {
  readonly #rules: RuleSet;
  readonly #index: TermIndex;
  readonly #listIds: ReadonlyMap<string, number>;
  readonly #nodes = new Map<string, Node>();
  readonly #clauses = new Map<string, Expression>();
  readonly #patterns = new Map<string, TextPattern>();
  readonly #personIds: ReadonlySet<string>;
  readonly #groupIds: ReadonlySet<string>;

  constructor(rules: RuleSet, index: TermIndex, listIds: ReadonlyMap<string, number>) {
    this.#rules = rules;
    this.#index = index;
    this.#listIds = listIds;
    this.#personIds = new Set(rules.people.map(({ id }) => id));
    this.#groupIds = new Set(rules.people.flatMap(({ groups }) => groups));
  }

  /** @throws RuleSetError where a name is unknown or a pattern is not valid */
  compile(expression: Expression, path: Path): Node {
    return this.#compile(expression, { regions: EVERYWHERE, path, inside: [] });
  }

  #intern(key: string, node: WithoutId<Node>): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made: Node = { ...node, id: this.#nodes.size };
    this.#nodes.set(key, made);
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
        return this.#intern(`pattern ${regions} ${expression.source}`, { kind: "pattern", pattern, regions });
      }
      case "scope":
        return this.#compile(expression.operand, { ...context, regions: regions & SCOPES[expression.scope] });
      case "and":
      case "or": {
        const operands = expression.operands.map((operand) => this.#compile(operand, context));
        const key = `${expression.kind} ${operands.map(({ id }) => id).join(" ")}`;
        return this.#intern(key, { kind: expression.kind, operands });
      }
      case "not": {
        const operand = this.#compile(expression.operand, context);
        return this.#intern(`not ${operand.id}`, { kind: "not", operand });
      }
      case "at-least": {
        const { count } = expression;
        const operand = this.#compile(expression.operand, context);
        return this.#intern(`at-least ${count} ${operand.id}`, { kind: "at-least", count, operand });
      }
      case "near":
      case "not-near":
        return this.#distant(expression, context);
      case "term":
        break;
    }
    const term = this.#index.add(termWords(expression.parts, expression.exactCase));
    return this.#intern(`term ${term} ${regions}`, { kind: "term", term, regions });
  }

  #distant(expression: Expression & { kind: "near" | "not-near" }, context: Context): Node {
    const { distance } = expression;
    const far = JSON.stringify(distance);
    if (expression.kind === "near") {
      const { ordered } = expression;
      const left = this.#compile(expression.left, context);
      const right = this.#compile(expression.right, context);
      const key = `near ${ordered} ${far} ${left.id} ${right.id}`;
      return this.#intern(key, { kind: "near", ordered, distance, left, right });
    }
    const { side } = expression;
    const operand = this.#compile(expression.operand, context);
    const absent = this.#compile(expression.absent, context);
    const key = `not-near ${side} ${far} ${operand.id} ${absent.id}`;
    return this.#intern(key, { kind: "not-near", side, distance, operand, absent });
  }

  #reference(expression: Expression & { kind: "reference" }, context: Context): Node {
    const { name } = expression;
    const { regions, inside, path } = context;
    if (name === "past") return this.#intern(`past ${regions}`, { kind: "past", regions });
    const list = this.#listIds.get(name);
    if (list !== undefined) return this.#intern(`list ${list} ${regions}`, { kind: "list", list, regions });
    const source = this.#rules.clauses[name];
    if (source === undefined) {
      throw new RuleSetError([problemAt(expression, path, "unknown-list", `there is no list or clause @${name}`)]);
    }
    if (inside.includes(name)) {
      throw new RuleSetError([problemAt(expression, path, "clause-recursion", `the clause @${name} uses itself`)]);
    }
    const clause = this.#clauses.get(name) ?? readExpression(source, ["clauses", name]);
    this.#clauses.set(name, clause);
    return this.#compile(clause, { regions, path: ["clauses", name], inside: [...inside, name] });
  }

  #person(expression: Expression & { kind: "person" }, { regions, path }: Context): Node {
    const { who } = expression;
    const known = who.kind === "group" ? this.#groupIds : this.#personIds;
    if (who.kind !== "anybody" && !known.has(who.id)) {
      const what = who.kind === "group" ? "group" : "person";
      throw new RuleSetError([problemAt(expression, path, `unknown-${what}`, `there is no ${what} ${who.id}`)]);
    }
    return this.#intern(`person ${regions} ${JSON.stringify(who)}`, { kind: "person", who, regions });
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
