import type { Expression } from "./expression/ast.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { parseTerm, type TermExpression } from "./expression/parse-term.ts";
import type { ExpressionProblem, RuleProblem } from "./match-answer.ts";
import type { RuleSet } from "./rule-set.ts";

type RulePath = RuleProblem["path"];

/** An expression or term of a rule set with its place; `tree` is null when it has errors. */
export interface ParsedRule<Tree> {
  path: RulePath;
  source: string;
  tree: Tree | null;
  problems: readonly ExpressionProblem[];
}

/** An expression; `recovered` is what of it can be read in spite of errors, for the names in it. */
export interface ParsedExpression extends ParsedRule<Expression> {
  recovered: Expression | null;
}

export interface ParsedRules {
  clauses: ReadonlyMap<string, ParsedExpression>;
  exclusions: ReadonlyMap<string, ParsedExpression>;
  /** `match`, `unless`, `unlessTitle` and `unlessAnywhere` of all watches. */
  watches: readonly ParsedExpression[];
  terms: readonly ParsedRule<TermExpression>[];
}

const WATCH_EXPRESSIONS = ["match", "unless", "unlessTitle", "unlessAnywhere"] as const;

function parseRule(source: string, path: RulePath): ParsedExpression {
  const { expression, recovered, problems } = parseExpression(source);
  return { path, source, tree: expression, recovered, problems };
}

function parseNamed(kind: "clauses" | "exclusions", rules: RuleSet): ReadonlyMap<string, ParsedExpression> {
  return new Map(Object.entries(rules[kind]).map(([name, source]) => [name, parseRule(source, [kind, name])]));
}

function parseListTerm(source: string, lang: string, path: RulePath): ParsedRule<TermExpression> {
  const { term, problems } = parseTerm(source, { lang });
  return { path, source, tree: term, problems };
}

/** Parses every expression and every list term of a rule set. */
export function parseRules(rules: RuleSet): ParsedRules {
  const watches = rules.watches.flatMap((watch, index) =>
    WATCH_EXPRESSIONS.flatMap((key) => {
      const source = watch[key];
      return source === null ? [] : [parseRule(source, ["watches", index, key])];
    }),
  );
  const terms = Object.entries(rules.lists).flatMap(([list, languages]) =>
    Object.entries(languages).flatMap(([lang, entries]) =>
      entries.flatMap(({ term, not }, index) => {
        const path = ["lists", list, lang, index];
        const hiding = not.map((longer, at) => parseListTerm(longer, lang, [...path, "not", at]));
        return [parseListTerm(term, lang, path), ...hiding];
      }),
    ),
  );
  return { clauses: parseNamed("clauses", rules), exclusions: parseNamed("exclusions", rules), watches, terms };
}

/** All expressions of a rule set, clauses first. */
export function expressionsOf({ clauses, exclusions, watches }: ParsedRules): readonly ParsedExpression[] {
  return [...clauses.values(), ...exclusions.values(), ...watches];
}
