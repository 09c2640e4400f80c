import { createEngine, type Engine } from "../../match/engine/create-engine.ts";
import type { ItemAnswer } from "../../match/match-answer.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";
import { rulesOfWatch, type RulesOfWatch } from "../../match/rules-of-watch.ts";

/**
 * Asks one watch about many items, of which most say nothing to it: whether the words it needs stand there is asked
 * first. Persons, the dearest part of reading an item, are looked for only where they do. The answers are the same.
 */
export function createArchiveMatcher({ rules, needed }: RulesOfWatch): (item: MatchItem) => ItemAnswer {
  let whole: Engine | null = null;
  function ask(item: MatchItem): ItemAnswer {
    whole ??= createEngine(rules);
    return whole.match(item);
  }
  if (needed === null) return ask;
  const quick = createEngine(rulesOfNeeded(rules, needed));
  return (item) => {
    if (quick.find(item).length > 0) return ask(item);
    return { itemId: item.id, answers: [], people: [], cutBytes: 0 };
  };
}

/** Rules of the same watch that say where what it needs holds. */
function rulesOfNeeded({ imported: _imported, ...rules }: RuleSet, needed: string): RuleSet {
  const watches = rules.watches.map((watch) => ({ ...watch, match: needed, ...NO_VETO }));
  return rulesOfWatch({ ...rules, people: [], watches }, watches[0]?.id ?? "").rules;
}

const NO_VETO = { unless: null, unlessTitle: null, unlessAnywhere: null, exclude: [] } as const;
