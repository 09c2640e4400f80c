import { describe, expect, it } from "vitest";
import { toProblem } from "./source.ts";
import { isBroken, parseYamlFile } from "./yaml-file.ts";

const LINES = [
  "timezone: UTC",
  "feeds:",
  '  - {id: a, url: "https://a.example/"}',
  "  - id: b",
  "    url: https://b.example/",
  "    kind: wire",
  "watches:",
  "  - id: asylum",
  "    title: Asylum",
  "    match: asylum",
  "    tests:",
  '      - {name: one, title: "x asylum", expect: match}',
  '      - {name: two, title: "y", expect: quiet}',
  "  - id: other",
  "    match: b OR c",
  "    notify: [screen]",
];

/** `line: message → remedy` of each finding, where one or more lines are written otherwise. */
function told(slips: Readonly<Record<number, string>>): readonly string[] {
  const text = LINES.map((line, index) => slips[index + 1] ?? line).join("\n");
  const problems = parseYamlFile("wirewatch.yaml", text).findings.map(toProblem);
  return problems.map(({ line, message, remedy }) => `${line}: ${message} → ${remedy}`);
}

describe("one slip in a YAML file is told once", () => {
  it.each([
    ["a tab", 5, "\turl: https://b.example/", /^5: a tab stands where YAML wants spaces/],
    ["a tab in a list", 16, "\tnotify: [screen]", /^16: a tab/],
    ["a missing colon above a list", 7, "watches", /^7: a key without a colon/],
    ["a missing colon above the tests", 11, "    tests", /^11: a key without a colon/],
    ["no space behind the colon", 9, "    title:Asylum", /^9: a key without a colon/],
    ["an entry indented less than its neighbours", 9, "   title: Asylum", /^9: this line is not indented/],
    ["an entry indented more than its neighbours", 9, "     title: Asylum", /^8: this line, or the one .*after it/],
    ["a list entry indented less", 14, " - id: other", /^14: this line, or the one before/],
    ["a list entry indented more", 14, "   - id: other", /^14: this line is not indented/],
    ["no space behind the dash", 8, "  -id: asylum", /^8: this line, .*`- entry`/],
    ["a quote that is not closed", 3, '  - {id: a, url: "https://a.example/}', /^3: the text that begins with " here/],
    ["a bracket too many", 12, '      - {name: one, title: "x", expect: match}}', /^12: Unexpected .* "}"/],
  ])("%s", (_slip, line, written, expected) => {
    const findings = told({ [line]: written });
    expect(findings).toEqual([expect.stringMatching(expected)]);
    expect(findings[0]).toMatch(/; what follows from it is not shown$/);
  });
});

it("nothing but the slip is said, neither of what the parser makes of the rest nor by Node", async () => {
  const warnings: Error[] = [];
  function note(warning: Error): void {
    warnings.push(warning);
  }
  process.on("warning", note);
  expect(told({ 14: " - id: other" })).toHaveLength(1);
  const text = LINES.map((line) => line.replace("feeds:", "feeds")).join("\n");
  const { file } = parseYamlFile("wirewatch.yaml", text);
  expect(isBroken(file)).toBe(true);
  await new Promise(setImmediate);
  process.off("warning", note);
  expect(warnings).toEqual([]);
});

it("values that YAML takes for something else stand for themselves: all of them are told", () => {
  expect(told({ 6: "    kind: %wire", 9: "    title: Asylum: the rule", 15: "    match: @party" })).toEqual([
    expect.stringMatching(/^6: .* → put the value in quotes$/),
    "9: the value holds a colon, so YAML takes it for another key → put the value in quotes",
    expect.stringMatching(/^15: YAML reads @ .* `match: >-`$/),
  ]);
});
