import * as fc from "fast-check";
import { createEngine, type Engine } from "../../../src/match/engine/create-engine.ts";
import { parseExpression } from "../../../src/match/expression/parse-expression.ts";
import { findChanges } from "../../../src/match/engine/compile/rule-changes.ts";
import type { MatchItem, RuleSet } from "../../../src/match/rule-set.ts";
import { Oracle } from "./oracle.ts";
import { randomItem, randomRules } from "./random-rules.ts";

const WATCHES = 20;
const ITEMS = 10;
const EDITED = 5;

/** Pairs of a watch and an item that were compared, and in how many the watch was not silent. */
interface Comparison {
  pairs: number;
  heard: number;
}

function isReadable(source: string | null): boolean {
  return source === null || parseExpression(source).problems.every(({ severity }) => severity === "lint");
}

/** Random expressions that the language refuses are left out: its own tests are about them. */
export function readable(rules: RuleSet): RuleSet {
  const watches = rules.watches.filter(({ match, unlessAnywhere }) => isReadable(match) && isReadable(unlessAnywhere));
  return { ...rules, watches };
}

function compare(engine: Engine, rules: RuleSet, items: readonly MatchItem[], sum: Comparison): void {
  const oracle = new Oracle(rules);
  for (const item of items) {
    const { answers } = engine.match(item);
    const order = rules.watches.map(({ id }) => id).filter((id) => answers.some(({ watchId }) => watchId === id));
    if (answers.some(({ watchId }, at) => watchId !== order[at]))
      throw new Error("answers are not in the order of the rules");
    const read = answers.filter((answer) => answer.kind !== "vetoed" || answer.veto.name !== "lang");
    const found = engine.find(item).join();
    if (found !== read.map(({ watchId }) => watchId).join())
      throw new Error(`found ${found}, answered ${read.map(({ watchId }) => watchId).join()}`);
    const kinds = new Map(answers.map(({ watchId, kind }) => [watchId, kind]));
    for (const watch of rules.watches) {
      const expected = oracle.judge(watch, item);
      const actual = kinds.get(watch.id) ?? "quiet";
      sum.pairs += 1;
      if (expected !== "quiet") sum.heard += 1;
      if (actual !== expected) {
        const { title, summary, body, lang } = item;
        const text = JSON.stringify({ title, summary, body, lang });
        throw new Error(
          `${watch.match} (unless ${watch.unlessAnywhere}) on ${text}: ${actual}, by the book ${expected}`,
        );
      }
    }
  }
}

/** The rules after an edit: some watches changed, one gone, some new, in another order. */
function edited(rules: RuleSet, changed: RuleSet): RuleSet {
  const watches = new Map(rules.watches.slice(1).map((watch) => [watch.id, watch]));
  for (const [at, watch] of changed.watches.entries()) {
    const id = at % 2 === 0 ? watch.id : `new ${watch.id}`;
    watches.set(id, { ...watch, id });
  }
  return { ...rules, watches: [...watches.values()].toReversed() };
}

/**
 * Compares engine and oracle on random rules and items, before and after live edits, until `pairs` were compared.
 * @throws Error with the smallest rules and items on which they differ
 */
export function compareWithOracle({ pairs }: { pairs: number }): Comparison {
  const sum: Comparison = { pairs: 0, heard: 0 };
  const perRun = 2 * WATCHES * ITEMS;
  const world = fc.tuple(
    randomRules(WATCHES).map(readable),
    randomRules(EDITED).map(readable),
    fc.array(randomItem, { minLength: ITEMS, maxLength: ITEMS }),
  );
  while (sum.pairs < pairs) {
    const numRuns = Math.ceil((pairs - sum.pairs) / perRun) + 1;
    fc.assert(
      fc.property(world, ([rules, changed, items]) => {
        const engine = createEngine(rules);
        compare(engine, rules, items, sum);
        const next = edited(rules, changed);
        const changes = findChanges(rules, next);
        if (changes === null) throw new Error("only watches differ");
        engine.edit(changes);
        compare(engine, next, items, sum);
      }),
      { numRuns },
    );
  }
  return sum;
}
