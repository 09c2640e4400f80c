import { isMap, isScalar } from "yaml";
import type { RuleProblem } from "../match/match-answer.ts";
import type { PlacedRules, Written } from "./build-rules.ts";
import { pathIn, placeIn } from "./origin.ts";
import { locateInScalar } from "./scalar-offsets.ts";
import type { Finding } from "./source.ts";
import { nodeAt, topOf } from "./yaml-file.ts";

/** Names of rule parts as YAML writes them, where they differ. */
const YAML_KEYS: Readonly<Record<string, string>> = { unlessTitle: "unless_title", unlessAnywhere: "unless_anywhere" };

/** A problem inside an expression as a finding that points into the YAML text it was written in. */
export function toFinding(problem: RuleProblem, { written }: PlacedRules, entry: Finding["place"]["source"]): Finding {
  const { severity, code, message, suggestion } = problem;
  const found = findWritten(problem.path, written);
  if (found === null) return { severity, code, message, remedy: suggestion, place: topOf(entry) };

  const { origin } = found;
  const path = pathIn(origin, found.path);
  const node = nodeAt(origin.file, path);
  const scalar = isMap(node) ? nodeAt(origin.file, [...path, "term"]) : node;
  if (!isScalar(scalar)) return { severity, code, message, remedy: suggestion, place: placeIn(origin, found.path) };

  const stretch = locateInScalar(scalar, origin.file.text, problem);
  const lostQuotes = code === "bare-terms" && scalar.type === "QUOTE_DOUBLE";
  const remedy = lostQuotes ? keepQuotes(String(found.path.at(-1) ?? origin.path.at(-1)), suggestion) : suggestion;
  return { severity, code, message, remedy, place: { source: origin.file, ...stretch } };
}

function keepQuotes(key: string, suggestion: string | null): string {
  const hint = `YAML takes these quotes for its own: put the expression on its own line after \`${key}: >-\``;
  return suggestion === null ? hint : `${suggestion}; ${hint}`;
}

/** The longest known beginning of a path, with the rest as YAML keys. */
function findWritten(path: RuleProblem["path"], written: ReadonlyMap<string, Written>): Written | null {
  for (let length = path.length; length > 0; length -= 1) {
    const found = written.get(JSON.stringify(path.slice(0, length)));
    if (found === undefined) continue;
    // A term is written as text or as a map with the key `term`: its place is the same.
    const rest = path.slice(length).filter((step) => step !== "term");
    return { origin: found.origin, path: [...found.path, ...rest.map((step) => YAML_KEYS[step] ?? step)] };
  }
  return null;
}
