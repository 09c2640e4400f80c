import type { EvidenceSentence } from "../../core/vocabulary.ts";
import { baseLanguage } from "../base-language.ts";
import { readExpression } from "../engine/compile/read-expression.ts";
import { unreadReason } from "../engine/judge/conditions.ts";
import { createEngine } from "../engine/create-engine.ts";
import type { Expression } from "../expression/ast.ts";
import { alternativesOf } from "../expression/operands-of.ts";
import { printExpression } from "../expression/print-expression.ts";
import type { WatchAnswer } from "../match-answer.ts";
import type { MatchItem, RuleSet, WatchRule } from "../rule-set.ts";
import { rulesOfWatch } from "../rules-of-watch.ts";
import { missingParts, type MissingPart } from "./missing-parts.ts";
import { nearMissOf } from "./near-miss.ts";
import { uncountedPeople, type UncountedPeople } from "./uncounted-people.ts";
import { holds, WatchProbes, type Probe } from "./watch-probes.ts";

/** Whether one part of an expression holds in an item, and where. */
export interface ClauseTrace {
  /** In the printed form of the watch language. */
  clause: string;
  holds: boolean;
  /** The shortest proof; empty where it does not hold, or holds by absence. */
  sentences: readonly EvidenceSentence[];
  parts: readonly ClauseTrace[];
}

/** Words of a veto that stand in an item. Whether they set the match aside is the watch's answer. */
interface VetoTrace {
  key: "unless" | "unless_title" | "unless_anywhere" | "exclude";
  /** The exclusion, list or clause that speaks; else the expression. */
  name: string;
  sentences: readonly EvidenceSentence[];
}

/** Why a watch says about an item what it says. */
export interface WatchExplanation extends UncountedPeople {
  watchId: string;
  /** Null: the watch is silent. */
  answer: WatchAnswer | null;
  /** The condition by which the watch does not read the item at all; null: it reads it. */
  unread: "language" | "feed" | null;
  /** What is missing of the alternative that comes nearest, in words; null: nothing, or more than one part of each. */
  nearMiss: string | null;
  /** Of that alternative all parts stand in the item: only their distance is missing. */
  tooFar: boolean;
  /** The same of every alternative of which all parts hold but one, what is easiest to add first. */
  missing: readonly MissingPart[];
  match: ClauseTrace;
  vetoes: readonly VetoTrace[];
}

/** Explains one watch on one item. @throws RuleSetError for rules that `checkRuleSet` refuses */
export function explainWatch(rules: RuleSet, watchId: string, item: MatchItem): WatchExplanation | null {
  return createExplainer(rules, watchId)?.(item) ?? null;
}

/**
 * Explains one watch on many items, with rules that are compiled once: each part of its expression is asked as a watch of its
 * own, by the engine itself. Null: there is no such watch.
 * @throws RuleSetError for rules that `checkRuleSet` refuses
 */
export function createExplainer(rules: RuleSet, watchId: string): ((item: MatchItem) => WatchExplanation) | null {
  const { rules: own } = rulesOfWatch(rules, watchId);
  const [rule] = own.watches;
  if (rule === undefined) return null;
  const probes = new WatchProbes(own);
  const whole = probes.add(readExpression(rule.match, ["match"]));
  const vetoes = vetoSources(rule, own).map((veto) => ({ ...veto, probe: probes.addVeto(veto.expression) }));
  const engine = createEngine({ ...own, watches: [rule, ...probes.watches] });

  return (item) => {
    const { answers, people: mentions } = engine.match(item);
    const byId = new Map(answers.map((answer) => [answer.watchId, answer]));
    const answer = byId.get(watchId) ?? null;
    const nearMiss = answer === null ? nearMissOf(whole, byId) : null;
    return {
      watchId,
      answer,
      unread: unreadReason(rule, item, baseLanguage(item.lang)),
      nearMiss: nearMiss?.missing ?? null,
      tooFar: nearMiss?.tooFar ?? false,
      missing: answer === null ? missingParts(whole, byId) : [],
      match: traceOf(whole, byId),
      vetoes: vetoes.flatMap(({ key, name, probe: { id } }) => {
        const sentences = id === null ? undefined : byId.get(id)?.evidence.sentences;
        return sentences === undefined ? [] : [{ key, name, sentences }];
      }),
      ...uncountedPeople(rule, own, { mentions, namesakes: engine.namesakes(item) }),
    };
  };
}

function traceOf(probe: Probe, answers: ReadonlyMap<string, WatchAnswer>): ClauseTrace {
  const sentences = probe.id === null ? [] : (answers.get(probe.id)?.evidence.sentences ?? []);
  return {
    clause: printExpression(probe.expression),
    holds: holds(probe, answers),
    sentences,
    parts: probe.parts.map((part) => traceOf(part, answers)),
  };
}

interface VetoSource {
  key: VetoTrace["key"];
  name: string;
  expression: Expression;
}

function vetoSources(rule: WatchRule, rules: RuleSet): readonly VetoSource[] {
  function sources(key: VetoTrace["key"], source: string | null): VetoSource[] {
    if (source === null) return [];
    return alternativesOf(readExpression(source, [key])).map((expression) => ({
      key,
      name: printExpression(expression),
      expression,
    }));
  }
  return [
    ...sources("unless", rule.unless),
    ...rule.exclude.flatMap((name) =>
      sources("exclude", rules.exclusions[name] ?? null).map((veto) => ({ ...veto, name })),
    ),
    ...sources("unless_title", rule.unlessTitle),
    ...sources("unless_anywhere", rule.unlessAnywhere),
  ];
}
