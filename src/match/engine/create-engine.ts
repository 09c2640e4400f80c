import { compilePeople } from "../people/compile-people.ts";
import { findPeople } from "../people/find-people.ts";
import type { ItemAnswer, WatchAnswer } from "../match-answer.ts";
import type { MatchItem, RuleSet } from "../rule-set.ts";
import { ExpressionCompiler, readExpression } from "./compile-expression.ts";
import { compileLists } from "./compile-lists.ts";
import { WatchCompiler } from "./compile-watch.ts";
import { readsItem } from "./conditions.ts";
import { readDocument } from "./document.ts";
import { Evaluation } from "./evaluation.ts";
import { judgeWatch } from "./judge-watch.ts";
import { Revisions } from "./revision.ts";
import { TermIndex } from "./term-index.ts";

/** Compiled rules. */
export interface Engine {
  /** What every watch says about an item, in the order of the rules. */
  match(item: MatchItem): ItemAnswer;
}

/**
 * Compiles a rule set. Equal words, terms and expressions of all watches are one, so that an item is asked once.
 * @throws RuleSetError for rules that `checkRuleSet` refuses
 */
export function createEngine(rules: RuleSet): Engine {
  const index = new TermIndex();
  const { lists, ids } = compileLists(rules, index);
  const people = compilePeople(rules.people, index);
  const compiler = new WatchCompiler(rules, new ExpressionCompiler(rules, index, ids));
  const revisions = new Revisions(rules, (source) => readExpression(source, []));
  const watches = rules.watches.map((rule, at) => compiler.compile(rule, ["watches", at]));
  const revisionOf = new Map(rules.watches.map((rule) => [rule.id, revisions.of(rule)]));

  return {
    match(item) {
      const document = readDocument(item);
      const terms = index.find(document);
      const found = findPeople(people, document, terms);
      const evaluation = new Evaluation({ document, terms, people: found }, lists);
      const answers = watches
        .filter(({ rule }) => readsItem(rule, item, document.language))
        .flatMap((watch) => judgeWatch(watch, evaluation, found.mentions) ?? [])
        .map((verdict): WatchAnswer => ({ ...verdict, watchRevision: revisionOf.get(verdict.watchId) ?? "" }));
      return { itemId: item.id, answers, people: found.mentions, cutBytes: document.cutBytes };
    },
  };
}
