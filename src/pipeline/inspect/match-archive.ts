import { createEngine, type Engine } from "../../match/engine/create-engine.ts";
import { probeNearMisses } from "../../match/explain/near-miss.ts";
import { walkExpression } from "../../match/expression/operands-of.ts";
import { parseExpression } from "../../match/expression/parse-expression.ts";
import type { MatchItem, RuleSet, WatchRule } from "../../match/rule-set.ts";
import type { RulesOfWatch } from "../../match/rules-of-watch.ts";
import type { ArchiveAnswer } from "./scan-archive.ts";

/** Id of the watch that holds wherever the one that is asked about may match. */
const NEEDED = "needed";

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
  const watches = [rule, ...(probes?.watches ?? [])];
  function askWith(engine: Engine, item: MatchItem): ArchiveAnswer {
    const { answers, held } = engine.ask(item, id);
    return { answers, nearMiss: answers.length > 0 ? null : (probes?.missing(new Set(held)) ?? null) };
  }
  // Probes that ask for certain persons need the persons.
  if (needed === null || (nearMisses && namesPersons(probedSources(rules)))) {
    const engine = createEngine({ ...rules, watches });
    return (item) => askWith(engine, item);
  }
  const engines = createEngines(rules, [...watches, neededRule(rule, needed)]);
  return (item) => {
    const held = engines.quick.findWithoutPersons(item);
    if (held.includes(NEEDED)) return askWith(engines.whole(), item);
    return { answers: [], nearMiss: probes?.missing(new Set(held)) ?? null };
  };
}

/** One engine for both, but where there are persons of files, who may be very many: they are compiled when need be. */
function createEngines(rules: RuleSet, watches: readonly WatchRule[]): { quick: Engine; whole: () => Engine } {
  const { imported, ...own } = rules;
  if (imported === undefined || namesPersons(allSources(rules))) {
    const engine = createEngine({ ...rules, watches });
    return { quick: engine, whole: () => engine };
  }
  const quick = createEngine({ ...own, watches });
  let whole: Engine | null = null;
  return { quick, whole: () => (whole ??= createEngine({ ...rules, watches })) };
}

/** Says where what a watch needs holds. */
function neededRule(rule: WatchRule, match: string): WatchRule {
  return { ...rule, id: NEEDED, match, unless: null, unlessTitle: null, unlessAnywhere: null, exclude: [] };
}

function namesPersons(sources: readonly string[]): boolean {
  return sources.some((source) => {
    const { expression } = parseExpression(source);
    const parts = expression === null ? [] : [...walkExpression(expression)];
    return parts.some((part) => part.kind === "person" && part.who.kind !== "anybody");
  });
}

/** What the probes are made of. */
function probedSources({ watches, clauses }: RuleSet): string[] {
  return [...watches.map(({ match }) => match), ...Object.values(clauses)];
}

function allSources(rules: RuleSet): string[] {
  const vetoes = rules.watches.flatMap(({ unless, unlessTitle, unlessAnywhere }) => [
    unless,
    unlessTitle,
    unlessAnywhere,
  ]);
  return [...probedSources(rules), ...Object.values(rules.exclusions), ...vetoes.filter((source) => source !== null)];
}
