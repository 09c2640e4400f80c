import type { Expression, Span } from "./expression/ast.ts";
import { findSpanless } from "./expression/near-operands.ts";
import { leafSpan } from "./expression/leaf-span.ts";
import { operandsOf, walkExpression } from "./expression/operands-of.ts";
import type { RuleProblem } from "./rule-problem.ts";
import { expressionsOf, type ParsedRule, type ParsedRules } from "./parse-rules.ts";

type Clauses = ParsedRules["clauses"];

function clauseReferences(expression: Expression, clauses: Clauses): readonly { name: string; span: Span }[] {
  return [...walkExpression(expression)].flatMap((part) =>
    part.kind === "reference" && clauses.has(part.name) ? [{ name: part.name, span: part.span }] : [],
  );
}

/** Every reference that leads a clause back to one it is part of; each circle is told once, at the reference that closes it. */
function checkCircles(clauses: Clauses): RuleProblem[] {
  const problems: RuleProblem[] = [];
  const done = new Set<string>();

  function visit(name: string, above: readonly string[]): void {
    const rule = clauses.get(name);
    if (!rule?.tree || done.has(name)) return;
    const path = [...above, name];
    for (const { name: next, span } of clauseReferences(rule.tree, clauses)) {
      const from = path.indexOf(next);
      if (from < 0) visit(next, path);
      else {
        const circle = [...path.slice(from), next].join(" → ");
        const message = `a clause cannot use itself: ${circle}`;
        problems.push({
          severity: "error",
          code: "clause-circle",
          message,
          suggestion: null,
          ...span,
          path: rule.path,
        });
      }
    }
    done.add(name);
  }

  for (const name of clauses.keys()) visit(name, []);
  return problems;
}

/** Clauses that AND, NOT or atleast make true or false of an item without a place in it, also through other clauses. */
function findClausesWithoutPlace(clauses: Clauses): ReadonlySet<string> {
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [name, { tree }] of clauses) {
      if (tree === null) continue;
      if (findSpanless(tree) !== null || clauseReferences(tree, clauses).some((used) => found.has(used.name)))
        found.add(name);
    }
  }
  return found;
}

/** References to such clauses where a place is needed: as operands of NEAR and inside atleast. */
function checkPlaces(rule: ParsedRule<Expression>, clauses: Clauses, withoutPlace: ReadonlySet<string>): RuleProblem[] {
  const needy = [...(rule.tree === null ? [] : walkExpression(rule.tree))].filter(({ kind }) =>
    ["near", "not-near", "at-least"].includes(kind),
  );
  const references = needy
    .flatMap(operandsOf)
    .flatMap((operand) => clauseReferences(operand, clauses))
    .filter(({ name }) => withoutPlace.has(name));
  const places = new Map(references.map(({ name, span }) => [span.start, { name, span }]));
  return [...places.values()].map(({ name, span }) => ({
    severity: "error",
    code: "near-operand",
    message: `the clause ${name} holds AND, NOT or atleast, so it has no place in the text and cannot stand in NEAR or atleast`,
    suggestion: null,
    ...leafSpan(rule.source, span),
    path: rule.path,
  }));
}

/** Clauses that use themselves, and clauses used where only words with a place in the text can stand. */
export function checkClauses(parsed: ParsedRules): RuleProblem[] {
  const { clauses } = parsed;
  const withoutPlace = findClausesWithoutPlace(clauses);
  return [
    ...checkCircles(clauses),
    ...expressionsOf(parsed).flatMap((rule) => checkPlaces(rule, clauses, withoutPlace)),
  ];
}
