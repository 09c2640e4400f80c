import { isMap, isScalar } from "yaml";
import type { RuleProblem } from "../match/rule-problem.ts";
import type { PlacedRules, Written } from "./build-rules.ts";
import { keyPlaceIn, pathIn, placeIn } from "./origin.ts";
import { locateInScalar } from "./scalar-offsets.ts";
import type { Finding, Place } from "./source.ts";
import { nodeAt } from "./yaml-file.ts";

/** Names of rule parts as YAML writes them, where they differ. */
const YAML_KEYS: Readonly<Record<string, string>> = { unlessTitle: "unless_title", unlessAnywhere: "unless_anywhere" };

/** A problem inside an expression as a finding that points into the YAML text it was written in; null: not written. */
export function toFinding(problem: RuleProblem, { writtenAt }: PlacedRules): Finding | null {
  const found = findWritten(problem.path, writtenAt);
  if (found === null) return null;
  const { severity, code, suggestion } = problem;
  const message = onOneLine(problem.message);
  const remedy =
    suggestion === null ? (REMEDIES[code] ?? (severity === "error" ? FORMS : null)) : `write ${onOneLine(suggestion)}`;
  const { place, isDoubleQuoted } = placeOf(problem, found);
  if (code !== "bare-terms" || !isDoubleQuoted) return { severity, code, message, remedy, place };

  const key = String([...found.origin.path, ...found.path].at(-1));
  const quotes = `YAML takes these quotes for its own: put the expression on its own line after \`${key}: >-\``;
  return { severity, code, message, remedy: remedy === null ? quotes : `${remedy}; ${quotes}`, place };
}

/** Line breaks of an expression that is written on several lines mean nothing more than a blank. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

const FORMS = "rewrite it here: docs/watch-language.md shows the forms";
const REMEDIES: Readonly<Record<string, string>> = {
  "and-or-mixed": "put parentheses around what belongs together",
  "unused-list": "use it as @name in an expression, or remove it",
  "unused-clause": "use it as @name in an expression, or remove it",
  "unused-exclusion": "name it under exclude: of a watch, or remove it",
  "empty-list": "give it terms, or remove it",
  "thin-lists": "add terms, or let somebody who speaks the language say that few are enough; `check --lists` shows all",
  "common-terms":
    "write a longer phrase, name what it must not be part of under not:, or ask for it beside another with NEAR",
  "unseen-lists":
    "compare its terms with how the feeds of that language write, or let somebody who speaks it say that few items have them",
  "name-twice": "rename one of the two",
  "clause-circle": "write the words out in one of the clauses",
  "unknown-list": "define it under lists: or clauses:, or remove it here",
  "unknown-person": "define the person under people:, or remove it here",
  "unknown-exclusion": "define it under exclusions:, or remove it here",
  "unknown-group": "add the group to groups: of somebody, or remove it here",
  "impossible-near":
    "ask for both with AND, or for NEAR/2s, which reaches from the title into the first sentence of the body",
  "idle-near": "remove it, or write NOT NEAR/2s, which reaches from the title into the first sentence of the body",
  "bare-terms": 'put a phrase in quotes ("two words"), or AND, OR, NEAR/5 between the terms',
};

function placeOf(problem: RuleProblem, { origin, path }: Written): { place: Place; isDoubleQuoted: boolean } {
  // Start and end are 0 where the name itself is meant.
  if (problem.start === 0 && problem.end === 0) return { place: keyPlaceIn(origin, path), isDoubleQuoted: false };
  const whole = pathIn(origin, path);
  const node = nodeAt(origin.file, whole);
  const scalar = isMap(node) ? nodeAt(origin.file, [...whole, "term"]) : node;
  if (!isScalar(scalar)) return { place: placeIn(origin, path), isDoubleQuoted: false };
  const stretch = locateInScalar(scalar, origin.file.text, problem);
  return { place: { source: origin.file, ...stretch }, isDoubleQuoted: scalar.type === "QUOTE_DOUBLE" };
}

/** The longest known beginning of a path, with the rest as YAML keys. */
function findWritten(path: RuleProblem["path"], writtenAt: PlacedRules["writtenAt"]): Written | null {
  for (let length = path.length; length > 0; length -= 1) {
    const found = writtenAt(path.slice(0, length));
    if (found === undefined) continue;
    // A term is written as text or as a map with the key `term`: its place is the same.
    const rest = path.slice(length).filter((step) => step !== "term");
    return { origin: found.origin, path: [...found.path, ...rest.map((step) => YAML_KEYS[step] ?? step)] };
  }
  return null;
}
