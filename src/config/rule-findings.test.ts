import { describe, expect, it } from "vitest";
import { buildRules } from "./build-rules.ts";
import { mergeLists } from "./merge-lists.ts";
import { readSections } from "./read-sections.ts";
import { toFinding } from "./rule-findings.ts";
import { toProblem, type Finding } from "./source.ts";
import { parseYamlFile } from "./yaml-file.ts";

const YAML = `defaults: {watches: {unless: "history OR anniversary"}}
lists:
  missions:
    en: [embassy, {term: consulate, not: [consulate general]}]
    fa: [{term: سفارت, en: embassy}]
  offices: [ambassador*]
clauses:
  left: 'left OR ''walked out'''
exclusions: {sport: striker OR midfielder}
people:
  - {id: ivan, name: Ivan Example, names: [Иван Экземпляр]}
watches:
  - id: defection
    title: Diplomats
    match: >-
      (defect* OR asylum)
      NEAR/12 diplomat*
    unless_title: "\\"cold war\\" OR review"
`;

function problemOf(
  path: readonly (string | number)[],
  words: string,
): ReturnType<typeof toProblem> & { words: string } {
  const { file } = parseYamlFile("/desk/wirewatch.yaml", YAML);
  const findings: Finding[] = [];
  const sections = readSections([file], findings);
  const placed = buildRules(sections, mergeLists(sections.lists.entries, findings).lists);
  const text = path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), placed.rules);
  const start = String(text).indexOf(words);
  if (start === -1) throw new Error(`${words} does not stand in ${String(text)}`);
  const stretch = { start, end: start + words.length };
  const problem = { severity: "error", code: "x", message: "m", suggestion: null, path, ...stretch } as const;
  const finding = toFinding(problem, placed);
  if (finding === null) throw new Error("the place of the problem is not known");
  return { ...toProblem(finding), words: YAML.slice(finding.place.start, finding.place.end) };
}

it("what nobody sees is shown as a dot above its caret, and cannot reorder the line", () => {
  const text = "match: a AND \u202Eسفارت\u202C b";
  const place = { source: { path: "/desk/a.yaml", text, secrets: [] }, start: 19, end: 20 };
  const { excerpt, column } = toProblem({ severity: "error", code: "x", message: "m", remedy: null, place });
  expect(excerpt).toEqual({ text: "match: a AND ·سفارت· b", caret: `${" ".repeat(19)}^` });
  expect(column).toBe(20);
});

describe("a problem inside an expression points into the YAML text", () => {
  it.each<[string, readonly (string | number)[], string, string]>([
    ["of a folded match", ["watches", 0, "match"], "diplomat*", "17:15"],
    ["of a double-quoted veto, behind its escapes", ["watches", 0, "unlessTitle"], "review", "18:36"],
    ["of a veto that the file's defaults supplied", ["watches", 0, "unless"], "anniversary", "1:42"],
    ["of a single-quoted clause", ["clauses", "left"], "walked", "8:20"],
    ["of a plain exclusion", ["exclusions", "sport"], "midfielder", "9:32"],
    ["of a term", ["lists", "missions", "en", 0, "term"], "embassy", "4:10"],
    ["of a term with other keys", ["lists", "missions", "en", 1, "term"], "consulate", "4:26"],
    ["of a phrase that hides a term", ["lists", "missions", "en", 1, "not", 0], "general", "4:53"],
    ["of a term with a meaning", ["lists", "missions", "fa", 0, "term"], "سفارت", "5:17"],
    ["of a term for every language", ["lists", "offices", "*", 0, "term"], "ambassador", "6:13"],
    ["of a person's name", ["people", 0, "names", 0], "Example", "11:27"],
    ["of a person's other spelling", ["people", 0, "names", 1], "Экземпляр", "11:49"],
  ])("%s", (_where, path, words, place) => {
    const problem = problemOf(path, words);
    expect([problem.words, `${problem.line}:${problem.column}`]).toEqual([words, place]);
  });

  it("with the line and a caret under the words", () => {
    expect(problemOf(["watches", 0, "match"], "diplomat*").excerpt).toEqual({
      text: "      NEAR/12 diplomat*",
      caret: "              ^^^^^^^^^",
    });
  });
});
