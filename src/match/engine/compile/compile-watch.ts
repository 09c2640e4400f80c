import type { Expression } from "../../expression/ast.ts";
import { alternativesOf } from "../../expression/operands-of.ts";
import type { RulePath } from "../../rule-problem.ts";
import type { RuleSet, WatchRule } from "../../rule-set.ts";
import type { ExpressionCompiler } from "./compile-expression.ts";
import { readExpression } from "./read-expression.ts";
import type { Node } from "./node.ts";
import { RuleSetError } from "./rule-set-error.ts";

/** What sets a match aside: everywhere it stands in the title or in a proof, in the title only, or anywhere. */
export interface CompiledVeto {
  name: string;
  reach: "proof" | "title" | "item";
  node: Node;
}

export interface CompiledWatch {
  rule: WatchRule;
  /** The alternatives of `match`: the branches of the OR at its top. */
  branches: readonly Node[];
  vetoes: readonly CompiledVeto[];
  /** The alternatives as they are written; null until the watch first matches, which few of many watches ever do. */
  alternatives: readonly Expression[] | null;
}

/** An alternative of a watch as it is written, and compiled. */
export function alternativeAt(watch: CompiledWatch, branch: number): { expression: Expression; node: Node } {
  watch.alternatives ??= alternativesOf(readExpression(watch.rule.match, []));
  const [expression, node] = [watch.alternatives[branch], watch.branches[branch]];
  if (expression === undefined || node === undefined)
    throw new Error(`the watch ${watch.rule.id} has no alternative ${branch}`);
  return { expression, node };
}

/** Compiles watches against one set of lists, clauses and people. */
export class WatchCompiler {
  readonly #rules: RuleSet;
  readonly #compiler: ExpressionCompiler;

  constructor(rules: RuleSet, compiler: ExpressionCompiler) {
    this.#rules = rules;
    this.#compiler = compiler;
  }

  /** @throws RuleSetError */
  compile(rule: WatchRule, path: RulePath): CompiledWatch {
    const matchPath = [...path, "match"];
    const branches = alternativesOf(readExpression(rule.match, matchPath)).map((expression) =>
      this.#compiler.compileMatch(expression, matchPath, () => this.#wholeOf(rule, expression)),
    );
    return { rule, branches, vetoes: this.#vetoes(rule, path), alternatives: null };
  }

  #wholeOf({ partOf }: WatchRule, expression: Expression): Expression | null {
    if (partOf === undefined) return expression;
    return partOf === null ? null : readExpression(partOf, []);
  }

  #vetoes(rule: WatchRule, path: RulePath): readonly CompiledVeto[] {
    return [
      ...this.#named(rule.unless, { name: "unless", reach: "proof", path: [...path, "unless"] }),
      ...rule.exclude.flatMap((name, at) => this.#exclusion(name, [...path, "exclude", at])),
      ...this.#named(rule.unlessTitle, { name: "unless_title", reach: "title", path: [...path, "unlessTitle"] }),
      ...this.#named(rule.unlessAnywhere, {
        name: "unless_anywhere",
        reach: "item",
        path: [...path, "unlessAnywhere"],
      }),
    ];
  }

  /** Each branch of the OR at the top is a veto; one that is a list or clause bears its name. */
  #named(
    source: string | null,
    { name, reach, path }: Pick<CompiledVeto, "name" | "reach"> & { path: RulePath },
  ): readonly CompiledVeto[] {
    if (source === null) return [];
    return alternativesOf(readExpression(source, path)).map((expression) => {
      const ownName = expression.kind === "reference" ? expression.name : name;
      return { name: ownName, reach, node: this.#compiler.compile(expression, path) };
    });
  }

  #exclusion(name: string, path: RulePath): readonly CompiledVeto[] {
    const source = this.#rules.exclusions[name];
    if (source === undefined) {
      const message = `there is no exclusion ${name}`;
      throw new RuleSetError([
        { severity: "error", code: "unknown-exclusion", message, suggestion: null, start: 0, end: name.length, path },
      ]);
    }
    const place = ["exclusions", name];
    return [{ name, reach: "proof", node: this.#compiler.compile(readExpression(source, place), place) }];
  }
}
