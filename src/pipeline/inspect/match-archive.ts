import { createEngine, type Engine } from "../../match/engine/create-engine.ts";
import { probeNearMisses, type NearMissProbes } from "../../match/explain/near-miss.ts";
import { walkExpression } from "../../match/expression/operands-of.ts";
import { parseExpression } from "../../match/expression/parse-expression.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";
import { rulesOfWatch, type RulesOfWatch } from "../../match/rules-of-watch.ts";
import type { ArchiveAnswer } from "./scan-archive.ts";

/**
 * Asks one watch about many items, of which most say nothing to it: whether the words it needs stand there is asked
 * first. Persons, the dearest part of reading an item, are looked for only where they do. The answers are the same.
 * @param nearMisses also what the watch lacks where it is silent
 */
export function createArchiveMatcher(
  { rules, needed }: RulesOfWatch,
  { nearMisses }: { nearMisses: boolean },
): (item: MatchItem) => ArchiveAnswer {
  const [rule] = rules.watches;
  if (rule === undefined) throw new RangeError("there is no watch to ask");
  const { id } = rule;
  const probes = nearMisses ? probeNearMisses(rules, rule) : null;
  let whole: Engine | null = null;
  function ask(item: MatchItem): ArchiveAnswer {
    whole ??= createEngine({ ...rules, watches: [...rules.watches, ...(probes?.watches ?? [])] });
    const { answers } = whole.match(item);
    const own = answers.filter(({ watchId }) => watchId === id);
    const held = new Set(answers.map(({ watchId }) => watchId));
    return { answers: own, nearMiss: own.length > 0 ? null : (probes?.missing(held) ?? null) };
  }
  // Probes that ask for certain persons need the persons.
  if (needed === null || (nearMisses && namesPersons(rules))) return ask;
  const quick = createEngine(rulesOfNeeded(rules, needed, probes));
  return (item) => {
    const held = quick.find(item);
    if (held.includes(id)) return ask(item);
    return { answers: [], nearMiss: probes?.missing(new Set(held)) ?? null };
  };
}

/** Rules of the same watch that say where what it needs holds, and the probes with them. */
function rulesOfNeeded(
  { imported: _imported, ...rules }: RuleSet,
  needed: string,
  probes: NearMissProbes | null,
): RuleSet {
  const watches = rules.watches.map((watch) => ({ ...watch, match: needed, ...NO_VETO }));
  const id = watches[0]?.id ?? "";
  if (probes === null) return rulesOfWatch({ ...rules, people: [], watches }, id).rules;
  // The probes ask for every list of the watch's expression.
  const unvetoed = rules.watches.map((watch) => ({ ...watch, ...NO_VETO }));
  const used = rulesOfWatch({ ...rules, people: [], watches: unvetoed }, id).rules;
  return { ...used, watches: [...watches, ...probes.watches] };
}

function namesPersons({ watches, clauses }: RuleSet): boolean {
  return [...watches.map(({ match }) => match), ...Object.values(clauses)].some((source) => {
    const { expression } = parseExpression(source);
    const parts = expression === null ? [] : [...walkExpression(expression)];
    return parts.some((part) => part.kind === "person" && part.who.kind !== "anybody");
  });
}

const NO_VETO = { unless: null, unlessTitle: null, unlessAnywhere: null, exclude: [] } as const;
