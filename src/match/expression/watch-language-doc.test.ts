import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExpression } from "./parse-expression.ts";
import { parseTerm } from "./parse-term.ts";

const page = readFileSync(new URL("../../../docs/watch-language.md", import.meta.url), "utf8");

function linesOf(kind: string): string[] {
  const blocks = page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, "gmsu"));
  return [...blocks].flatMap(([, block = ""]) => block.trimEnd().split("\n"));
}

describe("docs/watch-language.md", () => {
  it("has examples of every kind", () => {
    expect(["watch", "watch-terms", "watch-refused"].map((kind) => linesOf(kind).length > 5)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each(linesOf("watch"))("shows an expression that parses: %s", (source) => {
    expect(parseExpression(source).problems).toEqual([]);
  });

  it.each(linesOf("watch-terms").map((line) => line.split(": ")))("shows a term that parses: %s: %s", (lang, term) => {
    expect(parseTerm(term ?? "", { lang: lang ?? "" }).problems).toEqual([]);
  });

  it.each(linesOf("watch-refused").map((line) => line.split(/ +=> {2}/u)))(
    "shows a refused line: %s",
    (source, rewritten) => {
      const { expression, problems } = parseExpression(source ?? "");
      expect(expression).toBeNull();
      expect(problems.map(({ suggestion }) => suggestion)).toEqual([rewritten ?? null]);
      expect(parseExpression(rewritten ?? "sound").problems).toEqual([]);
    },
  );
});
