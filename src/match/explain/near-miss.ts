import { readExpression } from "../engine/compile/read-expression.ts";
import type { Expression } from "../expression/ast.ts";
import { printExpression } from "../expression/print-expression.ts";
import type { RuleSet, WatchRule } from "../rule-set.ts";
import { holds, WatchProbes, type HeldProbes, type Probe } from "./watch-probes.ts";

/**
 * What is missing where all parts of an alternative hold but one, or all and only their distance does not: of that
 * alternative of which most parts hold. Else null.
 */
export function nearMissOf(probe: Probe, held: HeldProbes): string | null {
  const { kind } = probe.expression;
  if (kind === "and" || kind === "near") return missingOf(probe, held);
  if (kind !== "or" && kind !== "reference") return null;
  let best: string | null = null;
  let most = -1;
  for (const part of probe.parts) {
    const missing = nearMissOf(part, held);
    const count = missing === null ? -1 : countHeld(part, held);
    if (count > most) [best, most] = [missing, count];
  }
  return best;
}

/** How many parts of a part hold by words that stand in the item. */
function countHeld({ id, parts }: Probe, held: HeldProbes): number {
  if (id === null) return 0;
  return parts.reduce((sum, part) => sum + countHeld(part, held), held.has(id) ? 1 : 0);
}

function missingOf({ expression, parts }: Probe, held: HeldProbes): string | null {
  const [only, ...more] = parts.filter((part) => !holds(part, held));
  if (only === undefined) return `${printExpression(expression)}: all parts stand in the text, but not that near`;
  if (more.length > 0) return null;
  const isProven = parts.some(({ id }) => id !== null && held.has(id));
  // Where only absences hold besides, what is missing in the part itself says more.
  return isProven ? printExpression(only.expression) : nearMissOf(only, held);
}

/** The parts of a watch as watches, to be asked together with it, and what their answers mean where it is silent. */
export interface NearMissProbes {
  watches: readonly WatchRule[];
  /** What the watch lacks in an item; null: nothing, or more than one part. */
  missing: (held: HeldProbes) => string | null;
}

/** Makes the probes of one watch; they read the items that it reads. @throws RuleSetError for a clause with faults */
export function probeNearMisses(rules: Pick<RuleSet, "clauses">, rule: WatchRule): NearMissProbes {
  const probes = new WatchProbes(rules, rule);
  const whole = probes.add(readExpression(rule.match, ["match"]), opensForNearMiss);
  return { watches: probes.watches, missing: (held) => nearMissOf(whole, held) };
}

/** The parts that `nearMissOf` looks into; to ask all of them would take several times as long. */
function opensForNearMiss({ kind }: Expression, above: Expression | null): boolean {
  if (kind === "and" || kind === "near") return above?.kind !== "near";
  return (
    (kind === "or" || kind === "reference") && (above === null || above.kind === "or" || above.kind === "reference")
  );
}
