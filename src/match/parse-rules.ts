import type { Expression } from "./expression/ast.ts";
import { parseExpression } from "./expression/parse-expression.ts";
import { isPlainTerm, parseTerm, type TermExpression } from "./expression/parse-term.ts";
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

function parseListTerm({ source, lang, path }: ListTerm): ParsedRule<TermExpression> {
  const { term, problems } = parseTerm(source, { lang });
  return { path, source, tree: term, problems };
}

interface ListTerm {
  source: string;
  lang: string;
  path: RulePath;
}

/** The terms of all lists, and the longer phrases that hide them. */
function* termsOf({ lists }: RuleSet): Generator<ListTerm> {
  for (const [list, languages] of Object.entries(lists))
    for (const [lang, terms] of Object.entries(languages)) yield* termsIn(terms, lang, ["lists", list, lang]);
}

function* termsIn(terms: readonly Term[], lang: string, path: RulePath): Generator<ListTerm> {
  for (const [index, { term, not }] of terms.entries()) {
    yield { source: term, lang, path: [...path, index] };
    for (const [at, source] of not.entries()) yield { source, lang, path: [...path, index, "not", at] };
  }
}

/** Parses the terms of all lists, and the longer phrases that hide them, one by one: there are many, and none is needed twice. */
export function* parseListTerms(rules: RuleSet): Generator<ParsedRule<TermExpression>> {
  for (const term of termsOf(rules)) yield parseListTerm(term);
}

/** The same of those only in which there may be something to find fault with: very few. */
export function* parseDoubtfulTerms(rules: RuleSet): Generator<ParsedRule<TermExpression>> {
  for (const term of termsOf(rules)) if (!isPlainTerm(term.source)) yield parseListTerm(term);
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
