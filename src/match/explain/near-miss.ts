import { readExpression } from "../engine/compile/read-expression.ts";
import type { Expression } from "../expression/ast.ts";
import { printExpression } from "../expression/print-expression.ts";
import type { RuleSet, WatchRule } from "../rule-set.ts";
import { holds, WatchProbes, type HeldProbes, type Probe } from "./watch-probes.ts";

/** An alternative of which all parts hold but one, or all and only their distance does not. */
export interface NearMiss {
  alternative: Probe;
  /** The part that does not hold; null: the distance. */
  missing: Probe | null;
}

/** The alternatives that come nearest to hold, each with what is missing, in the order of the expression. */
export function nearMissesOf(probe: Probe, held: HeldProbes): readonly NearMiss[] {
  const { kind } = probe.expression;
  if (kind === "and" || kind === "near") return missesOf(probe, held);
  return kind === "or" || kind === "reference" ? probe.parts.flatMap((part) => nearMissesOf(part, held)) : [];
}

function missesOf(alternative: Probe, held: HeldProbes): readonly NearMiss[] {
  const { parts } = alternative;
  const [missing, ...more] = parts.filter((part) => !holds(part, held));
  if (missing === undefined) return [{ alternative, missing: null }];
  if (more.length > 0) return [];
  const isProven = parts.some(({ id }) => id !== null && held.has(id));
  // Where only absences hold besides, what is missing in the part itself says more.
  return isProven ? [{ alternative, missing }] : nearMissesOf(missing, held);
}

/** A near miss in words. */
export interface ToldMiss {
  /** The missing part in the printed form of the watch language, or the alternative and that its parts stand too far apart. */
  missing: string;
  /** All parts stand there: only the distance is missing. */
  tooFar: boolean;
}

/** What is missing of the alternative of which most parts hold; null: no alternative comes near. */
export function nearMissOf(probe: Probe, held: HeldProbes): ToldMiss | null {
  const misses = nearMissesOf(probe, held).map((miss) => ({ miss, count: countHeld(miss.alternative, held) }));
  const most = Math.max(...misses.map(({ count }) => count));
  const nearest = misses.find(({ count }) => count === most);
  return nearest === undefined ? null : tell(nearest.miss);
}

/** How many parts of a part hold by words that stand in the item. */
function countHeld({ id, parts }: Probe, held: HeldProbes): number {
  if (id === null) return 0;
  return parts.reduce((sum, part) => sum + countHeld(part, held), held.has(id) ? 1 : 0);
}

function tell({ alternative, missing }: NearMiss): ToldMiss {
  if (missing !== null) return { missing: printExpression(missing.expression), tooFar: false };
  const clause = printExpression(alternative.expression);
  return { missing: `${clause}: all parts stand in the text, but not that near`, tooFar: true };
}

/** The parts of a watch as watches, to be asked together with it, and what their answers mean where it is silent. */
export interface NearMissProbes {
  watches: readonly WatchRule[];
  /** What the watch misses in an item; null: nothing, or more than one part. */
  missing: (held: HeldProbes) => ToldMiss | null;
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
