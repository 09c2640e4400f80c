import type { Expression } from "./expression/ast.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { parseTerm, type TermExpression } from "./expression/parse-term.ts";
import type { ExpressionProblem, RulePath } from "./rule-problem.ts";
import type { RuleSet, Term } from "./rule-set.ts";

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

/**
 * Parses the terms of all lists, and the longer phrases that hide them, one by one: there are many, and none is needed twice.
 * @param isWanted by source
 */
export function* parseListTerms(
  { lists }: RuleSet,
  isWanted: (source: string) => boolean = () => true,
): Generator<ParsedRule<TermExpression>> {
  for (const [list, languages] of Object.entries(lists))
    for (const [lang, terms] of Object.entries(languages))
      yield* parseTermsOf(terms, lang, ["lists", list, lang], isWanted);
}

function* parseTermsOf(
  terms: readonly Term[],
  lang: string,
  path: RulePath,
  isWanted: (source: string) => boolean,
): Generator<ParsedRule<TermExpression>> {
  for (const [index, { term, not }] of terms.entries()) {
    if (isWanted(term)) yield parseListTerm(term, lang, [...path, index]);
    for (const [at, longer] of not.entries())
      if (isWanted(longer)) yield parseListTerm(longer, lang, [...path, index, "not", at]);
  }
}

/** Parses every expression of a rule set. */
export function parseRules(rules: RuleSet): ParsedRules {
  const watches = rules.watches.flatMap((watch, index) =>
    WATCH_EXPRESSIONS.flatMap((key) => {
      const source = watch[key];
      return source === null ? [] : [parseRule(source, ["watches", index, key])];
    }),
  );
  return { clauses: parseNamed("clauses", rules), exclusions: parseNamed("exclusions", rules), watches };
}

/** All expressions of a rule set, clauses first. */
export function expressionsOf({ clauses, exclusions, watches }: ParsedRules): readonly ParsedExpression[] {
  return [...clauses.values(), ...exclusions.values(), ...watches];
}
