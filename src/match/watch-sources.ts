import type { Expression } from "./expression/ast.ts";
import { walkExpression } from "./expression/operands-of.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import type { RuleSet, WatchRule } from "./rule-set.ts";

/** All expressions a watch consists of, as they are written: what it looks for, its vetoes, its exclusions. */
export function sourcesOf(
  { match, unless, unlessTitle, unlessAnywhere, exclude }: WatchRule,
  { exclusions }: Pick<RuleSet, "exclusions">,
): readonly string[] {
  const vetoes = [unless, unlessTitle, unlessAnywhere].filter((source) => source !== null);
  return [match, ...vetoes, ...exclude.flatMap((name) => exclusions[name] ?? [])];
}

/** An expression as it is written and everything inside it; nothing where it has errors. */
export function partsOfSource(source: string): readonly Expression[] {
  const { expression } = parseExpression(source);
  return expression === null ? [] : [...walkExpression(expression)];
}
