import { readExpression } from "../engine/compile-expression.ts";
import { unreadReason } from "../engine/conditions.ts";
import { createEngine } from "../engine/create-engine.ts";
import { baseLanguage } from "../engine/document.ts";
import type { Expression } from "../expression/ast.ts";
import { printExpression } from "../expression/print-expression.ts";
import type { ItemAnswer } from "../match-answer.ts";
import type { MatchItem, RuleSet } from "../rule-set.ts";
import { holds, WatchProbes, type Probe, type ProbeAnswers } from "./watch-probes.ts";

/** What is missing where all parts of an alternative hold but one, or all and only their distance does not; else null. */
export function nearMissOf(probe: Probe, answers: ProbeAnswers): string | null {
  const { kind } = probe.expression;
  if (kind === "and" || kind === "near") return missingOf(probe, answers);
  if (kind !== "or" && kind !== "reference") return null;
  for (const part of probe.parts) {
    const missing = nearMissOf(part, answers);
    if (missing !== null) return missing;
  }
  return null;
}

function missingOf({ expression, parts }: Probe, answers: ProbeAnswers): string | null {
  const [only, ...more] = parts.filter((part) => !holds(part, answers));
  if (only === undefined) return `${printExpression(expression)}: all parts stand in the text, but not that near`;
  if (more.length > 0) return null;
  const isProven = parts.some(({ id }) => id !== null && (answers.get(id)?.evidence.sentences.length ?? 0) > 0);
  // Where only absences hold besides, what is missing in the part itself says more.
  return isProven ? printExpression(only.expression) : nearMissOf(only, answers);
}

/** A watch's answer about an item, and what was missing where it is silent. */
export interface NearAnswer {
  answer: ItemAnswer;
  nearMiss: string | null;
}

/**
 * One watch, compiled once to be asked about many items, with what it missed by one part.
 * @throws RuleSetError for rules that `checkRuleSet` refuses; RangeError where there is no such watch
 */
export function createNearMatcher(rules: RuleSet, watchId: string): (item: MatchItem) => NearAnswer {
  const rule = rules.watches.find(({ id }) => id === watchId);
  if (rule === undefined) throw new RangeError(`there is no watch ${watchId}`);
  const probes = new WatchProbes(rules);
  const whole = probes.add(readExpression(rule.match, ["match"]), opensForNearMiss);
  const engine = createEngine({ ...rules, watches: [rule, ...probes.watches] });
  return (item) => {
    const all = engine.match(item);
    const answer = { ...all, answers: all.answers.filter((each) => each.watchId === watchId) };
    const isRead = unreadReason(rule, item, baseLanguage(item.lang)) === null;
    if (answer.answers.length > 0 || !isRead) return { answer, nearMiss: null };
    return { answer, nearMiss: nearMissOf(whole, new Map(all.answers.map((each) => [each.watchId, each]))) };
  };
}

/** The parts that `nearMissOf` looks into; to ask all of them would make a matcher several times slower. */
function opensForNearMiss({ kind }: Expression, above: Expression | null): boolean {
  if (kind === "and" || kind === "near") return above?.kind !== "near";
  return (
    (kind === "or" || kind === "reference") && (above === null || above.kind === "or" || above.kind === "reference")
  );
}
