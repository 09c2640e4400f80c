import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { derivesByGrammar } from "../../../test/support/rules/derive-by-grammar.ts";
import { readEbnf } from "../../../test/support/rules/ebnf.ts";
import { writeByGrammar } from "../../../test/support/rules/write-by-grammar.ts";
import type { Expression } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";

const page = readFileSync(new URL("../../../docs/watch-language.md", import.meta.url), "utf8");
const rules = readEbnf(/^```ebnf\n(.*?)^```/msu.exec(page)?.[1] ?? "");

const WORD = ["asylum", "defect*", "organi?ation", "state-run", "U.S.", "9/11", "10:30", "使馆", "پناهنده"];
/** Examples of what the table below the grammar describes. */
const WRITTEN = {
  WORD,
  PART: [...WORD, "and", "NOT", "(sic)", "title:", "near/5"],
  BLANK: [" ", "  ", "\n", "\t"],
  NAME: ["missions", "no-return", "a1_b", "миссии"],
  RE2: ["a\\/b+", "resolution \\d{4}", "(?i)defect(ed|ion)", "[)(]x"],
  WORDS: ["1", "12", "500"],
  SENTENCES: ["1", "2", "50"],
  GAPWORDS: ["1", "3", "50"],
  TIMES: ["1", "3", "1000"],
};
const READ = {
  WORD: /(?!(?:AND|OR|NOT)(?![^\s"()|])|\p{L}[\p{L}_-]*:)[^\s"()|]+/uy,
  PART: /[^\s"]+/uy,
  BLANK: /\s+/uy,
  NAME: /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*/uy,
  RE2: /(?:[^\\/]|\\.)+/suy,
  WORDS: /\d+/uy,
  SENTENCES: /\d+/uy,
  GAPWORDS: /\d+/uy,
  TIMES: /\d+/uy,
};

function withoutSpans(expression: Expression | null): unknown {
  return JSON.parse(JSON.stringify(expression, (key, inner: unknown) => (key === "span" ? undefined : inner)));
}

it("defines each of its signs, or describes it in the table below", () => {
  const named = [...JSON.stringify([...rules.values()]).matchAll(/"name":"(\w+)"/gu)].map(([, name = ""]) => name);
  const open = [...new Set(named)].filter((name) => !rules.has(name));
  expect(open.toSorted()).toEqual(Object.keys(WRITTEN).toSorted());
  for (const name of open) expect(page).toMatch(new RegExp(`^\\|.*\`${name}\`.*\\|`, "mu"));
});

it("writes nothing that is not read, and what is read is printed as something that reads the same", () => {
  fc.assert(
    fc.property(writeByGrammar(rules, "expression", WRITTEN), (source) => {
      const { expression, problems } = parseExpression(source);
      expect({ source, problems }).toEqual({ source, problems: [] });
      const printed = expression === null ? "" : printExpression(expression);
      const again = parseExpression(printed);
      expect({ printed, tree: withoutSpans(again.expression) }).toEqual({ printed, tree: withoutSpans(expression) });
      expect(again.expression && printExpression(again.expression)).toBe(printed);
    }),
    { numRuns: 1000 },
  );
});

const SIGNS = [
  "(",
  ")",
  '"',
  "@",
  "*",
  "AND",
  "OR",
  "NOT",
  "NEAR/5",
  "AFTER/s",
  "title:",
  "lead",
  "atleast/2",
  "case:",
  "person:*",
  "/x/",
  "asylum",
  "defect*",
  "(a OR b)",
  "(NOT c)",
];

it("derives all that is read", () => {
  let read = 0;
  const pieces = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 7 }).map((all) => all.join(" "));
  const cut = fc
    .tuple(
      writeByGrammar(rules, "expression", WRITTEN),
      fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...SIGNS)), { maxLength: 2 }),
    )
    .map(([source, puts]) => puts.reduce((text, [at, put]) => `${text.slice(0, at)} ${put} ${text.slice(at)}`, source));
  fc.assert(
    fc.property(fc.oneof(pieces, cut), (source) => {
      if (parseExpression(source).expression === null) return;
      read += 1;
      expect([source, derivesByGrammar(rules, "expression", READ, source)]).toEqual([source, true]);
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(300);
});

it.each([
  ["NOT a"],
  ["a OR NOT b"],
  ["a AND b OR c"],
  ["(a AND b) NEAR/5 c"],
  ["a NEAR/5 b NEAR/3 c"],
  ["atleast/2(a AND b)"],
  ["title:lead:a"],
  ["a AFTER/5 b"],
  ["(a OR NOT b)"],
  ["title:(NOT a)"],
  ["permanent mission"],
])("does not derive %s, which is refused", (source) => {
  expect(derivesByGrammar(rules, "expression", READ, source)).toBe(false);
  expect(parseExpression(source).expression).toBeNull();
});
