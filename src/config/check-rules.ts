import { checkRuleSet, lintRuleSet } from "../match/check-rule-set.ts";
import type { RuleProblem } from "../match/rule-problem.ts";
import type { PlacedRules } from "./build-rules.ts";
import { toFinding } from "./rule-findings.ts";
import type { Sections } from "./sections.ts";
import type { Finding } from "./source.ts";
import { mayDefine, type YamlFile } from "./yaml-file.ts";

/** What only the whole configuration shows: a file that could not be read may hold the use, or the terms. */
const LINTS_OF_WHOLE: ReadonlySet<string> = new Set([
  "unused-list",
  "unused-clause",
  "unused-exclusion",
  "empty-list",
  "thin-lists",
]);

/** Problems of expressions and terms, of the names in them, and of the names of lists, clauses and exclusions. */
export function checkRules(placed: PlacedRules, read: Read): Finding[] {
  return toFindings(checkRuleSet(placed.rules), placed, read);
}

/** What in them is allowed and probably not meant. */
export function lintRules(placed: PlacedRules, read: Read): Finding[] {
  return toFindings(lintRuleSet(placed.rules), placed, read);
}

interface Read {
  sections: Sections;
  /** Files that could not be read, or hold hardly anything that could. */
  broken: readonly YamlFile[];
}

function toFindings(problems: readonly RuleProblem[], placed: PlacedRules, read: Read): Finding[] {
  return problems.flatMap((problem) => {
    const isLintOfPart = LINTS_OF_WHOLE.has(problem.code) && read.broken.length > 0;
    const finding = toFinding(problem, placed);
    if (finding === null || isLintOfPart || isWrittenElsewhere(problem, finding, read)) return [];
    return [finding];
  });
}

/** An unknown name that is written somewhere, in an entry or file that has problems of its own, is not unknown. */
function isWrittenElsewhere({ code }: RuleProblem, { place }: Finding, { sections, broken }: Read): boolean {
  if (!code.startsWith("unknown-")) return false;
  const name = place.source.text
    .slice(place.start, place.end)
    .replace(/^person:/, "")
    .replace(/^@/, "");
  const { lists, clauses, exclusions, people } = sections;
  const ids = code === "unknown-exclusion" ? [exclusions.ids] : [lists.ids, clauses.ids, people.ids];
  return ids.some((known) => known.has(name)) || mayDefine(broken, name);
}
