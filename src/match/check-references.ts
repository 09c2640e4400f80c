import { nearest } from "../core/nearest.ts";
import type { Expression } from "./expression/ast.ts";
import { leafSpan } from "./expression/leaf-span.ts";
import { walkExpression } from "./expression/operands-of.ts";
import { importedPersonsOf } from "./imported-people.ts";
import type { RulePath, RuleProblem } from "./rule-problem.ts";
import { expressionsOf, type ParsedRule, type ParsedRules } from "./parse-rules.ts";
import { probablePerson } from "./probable-person.ts";
import type { RuleSet } from "./rule-set.ts";

/** Built in: years that lie three or more before publication. */
const PAST = "past";

type Reference = Extract<Expression, { kind: "reference" }>;
type Person = Extract<Expression, { kind: "person" }>;

/** What can be named in expressions. */
interface Names {
  lists: readonly string[];
  clauses: readonly string[];
  exclusions: ReadonlySet<string>;
  listed: ReadonlySet<string>;
  persons: ReadonlySet<string>;
  groups: ReadonlySet<string>;
}

function namesOf({ lists, clauses, exclusions, people, imported }: RuleSet): Names {
  const [listNames, clauseNames] = [Object.keys(lists), Object.keys(clauses)];
  return {
    lists: listNames,
    clauses: clauseNames,
    exclusions: new Set(Object.keys(exclusions)),
    listed: new Set([...listNames, ...clauseNames, PAST]),
    persons: new Set(people.map(({ id }) => id)),
    groups: new Set([...people.flatMap(({ groups }) => groups), ...(imported?.groups ?? [])]),
  };
}

/** The problem of an unknown name; the suggestion is the whole source with the probable name in its place. */
function unknown(
  rule: ParsedRule<Expression>,
  leaf: Reference | Person,
  problem: { code: string; message: string; instead: string | undefined },
): RuleProblem {
  const { start, end } = leafSpan(rule.source, leaf.span);
  const { code, message, instead } = problem;
  const suggestion =
    instead === undefined || rule.tree === null ? null : rule.source.slice(0, start) + instead + rule.source.slice(end);
  const hint = instead === undefined ? "" : `; write ${instead}`;
  return { severity: "error", code, message: message + hint, suggestion, start, end, path: rule.path };
}

function checkName(rule: ParsedRule<Expression>, leaf: Reference, names: Names): RuleProblem[] {
  if (names.listed.has(leaf.name)) return [];
  if (names.exclusions.has(leaf.name)) {
    const message = `${leaf.name} is an exclusion: name it under exclude:, or make it a clause`;
    return [unknown(rule, leaf, { code: "exclusion-as-reference", message, instead: undefined })];
  }
  const near = nearest(leaf.name, names.listed);
  const message = `there is no list and no clause ${leaf.name}`;
  return [unknown(rule, leaf, { code: "unknown-list", message, instead: near && `@${near}` })];
}

function checkPerson(
  rule: ParsedRule<Expression>,
  leaf: Person,
  { names, rules }: { names: Names; rules: RuleSet },
): RuleProblem[] {
  const { who } = leaf;
  if (who.kind === "anybody") return [];
  const isGroup = who.kind === "group";
  const [own, other] = isGroup ? [names.groups, names.persons] : [names.persons, names.groups];
  if (own.has(who.id) || (!isGroup && importedPersonsOf(rules, who.id).length > 0)) return [];
  const prefixes = isGroup ? (["person:@", "person:"] as const) : (["person:", "person:@"] as const);
  const near = isGroup ? nearest(who.id, own) : probablePerson(who.id, rules);
  const instead = other.has(who.id) ? prefixes[1] + who.id : near && prefixes[0] + near;
  const message = isGroup ? `nobody is in a group ${who.id}` : `there is no person ${who.id}`;
  return [unknown(rule, leaf, { code: isGroup ? "unknown-group" : "unknown-person", message, instead })];
}

function checkExcludes(rules: RuleSet, names: Names): RuleProblem[] {
  return rules.watches.flatMap(({ exclude }, watch) =>
    exclude.flatMap((name, index): RuleProblem[] => {
      if (names.exclusions.has(name)) return [];
      const isClause = names.clauses.includes(name) || names.lists.includes(name);
      const suggestion = nearest(name, names.exclusions) ?? null;
      return [
        {
          severity: "error",
          code: "unknown-exclusion",
          message: isClause
            ? `${name} is no exclusion: write unless: '@${name}', or put it under exclusions`
            : `there is no exclusion ${name}`,
          suggestion: isClause ? null : suggestion,
          start: 0,
          end: name.length,
          path: ["watches", watch, "exclude", index],
        },
      ];
    }),
  );
}

function atName(path: RulePath, problem: Pick<RuleProblem, "severity" | "code" | "message">): RuleProblem {
  return { ...problem, suggestion: null, start: 0, end: 0, path };
}

/** A name means one thing: a list, a clause or what is built in. */
function checkDoubleNames({ lists, clauses }: Names): RuleProblem[] {
  const double = clauses
    .filter((name) => lists.includes(name))
    .map((name) => ({ path: ["clauses", name], message: `${name} is a list as well: @${name} could mean either` }));
  const reserved = [
    ...lists.filter((name) => name === PAST).map((name) => ["lists", name]),
    ...clauses.filter((name) => name === PAST).map((name) => ["clauses", name]),
  ].map((path) => ({ path, message: "@past is built in: choose another name" }));
  return [...double, ...reserved].map(({ path, message }) =>
    atName(path, { severity: "error", code: "name-twice", message }),
  );
}

function checkUnused(rules: RuleSet, names: Names, used: ReadonlySet<string>): RuleProblem[] {
  const excluded = new Set(rules.watches.flatMap(({ exclude }) => exclude));
  const unused: { path: string[]; what: string; name: string }[] = [
    ...names.lists.filter((name) => !used.has(name)).map((name) => ({ path: ["lists", name], what: "list", name })),
    ...names.clauses
      .filter((name) => !used.has(name))
      .map((name) => ({ path: ["clauses", name], what: "clause", name })),
    ...[...names.exclusions]
      .filter((name) => !excluded.has(name))
      .map((name) => ({ path: ["exclusions", name], what: "exclusion", name })),
  ];
  return unused.map(({ path, what, name }) =>
    atName(path, { severity: "lint", code: `unused-${what}`, message: `no watch uses the ${what} ${name}` }),
  );
}

/** Names that nothing carries, that two things carry, and that nothing uses. */
export function checkReferences(rules: RuleSet, parsed: ParsedRules): RuleProblem[] {
  const names = namesOf(rules);
  const used = new Set<string>();
  const problems: RuleProblem[] = [];
  for (const rule of expressionsOf(parsed)) {
    for (const part of rule.recovered === null ? [] : walkExpression(rule.recovered)) {
      if (part.kind === "person") problems.push(...checkPerson(rule, part, { names, rules }));
      if (part.kind !== "reference") continue;
      used.add(part.name);
      problems.push(...checkName(rule, part, names));
    }
  }
  const isWhole = expressionsOf(parsed).every(({ tree }) => tree !== null);
  const unused = isWhole ? checkUnused(rules, names, used) : [];
  return [...problems, ...checkExcludes(rules, names), ...checkDoubleNames(names), ...unused];
}
