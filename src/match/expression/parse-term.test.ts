import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTerm } from "./parse-term.ts";

function codesOf(text: string, lang: string): string[] {
  return parseTerm(text, { lang }).problems.map(({ code }) => code);
}

describe("a term of a list", () => {
  it.each([
    ["embassy", "en", ["embassy"]],
    ["seek* asylum", "en", ["seek*", "asylum"]],
    ["hands ..3 passport", "en", ["hands", 3, "passport"]],
    ["使馆..3职员", "zh", ["使馆", 3, "职员"]],
    ["הצטרף ל..1 מורדים", "he", ["הצטרף", "ל", 1, "מורדים"]],
    ["organi?ation", "en", ["organi?ation"]],
    ["*attaché", "de", ["*attaché"]],
    ["*konsul*", "nb", ["*konsul*"]],
    ["iltica et*", "tr", ["iltica", "et*"]],
    ["прем'єр*", "uk", ["прем'єр*"]],
    ["charge d'affaires", "en", ["charge", "d'affaires"]],
    ["(ex-) diplomat", "en", ["ex", "diplomat"]],
    ['ח"כ', "he", ['ח"כ']],
  ])("%s (%s) is read", (text, lang, parts) => {
    const { term, problems } = parseTerm(text, { lang });
    expect(problems).toEqual([]);
    expect(term?.parts.map((part) => (part.kind === "gap" ? part.max : part.text))).toEqual(parts);
  });

  it("keeps capitals apart only after case:", () => {
    expect(parseTerm("case:NATO", { lang: "en" }).term).toMatchObject({ exactCase: true, parts: [{ text: "NATO" }] });
    expect(parseTerm("NATO", { lang: "en" }).term).toMatchObject({ exactCase: false });
  });

  it.each([
    ["*attaché", "en", "leading-wildcard"],
    ["*attaché", "*", "leading-wildcard"],
    ["*at", "de", "short-stem"],
    ["d* x", "en", "short-stem"],
    ["defect!", "en", "truncation-mark"],
    ["seek .. asylum", "en", "gap-without-number"],
    ["..3 asylum", "en", "gap-at-edge"],
    ["…", "en", "no-word"],
    ["", "en", "no-word"],
    ["@missions", "en", "expression-in-term"],
    ["a NEAR/5 b", "en", "expression-in-term"],
    ["seek OR ask", "en", "expression-in-term"],
    ["person:x", "en", "expression-in-term"],
    ["/x+/", "en", "expression-in-term"],
    ["perma\u200bnent", "en", "invisible-character"],
  ])("%j (%s) is refused: %s", (text, lang, code) => {
    expect(parseTerm(text, { lang }).term).toBeNull();
    expect(codesOf(text, lang)).toContain(code);
  });

  it("has no quotes, and the suggestion leaves them out", () => {
    const { term, problems } = parseTerm('"seek* asylum"', { lang: "en" });
    expect(term).toBeNull();
    expect(problems.map(({ code, start, suggestion }) => [code, start, suggestion])).toEqual([
      ["quotes-in-term", 0, "seek* asylum"],
      ["quotes-in-term", 13, "seek* asylum"],
    ]);
  });

  it("is the same whether it is read at once or with care, as a comma behind it makes sure", () => {
    const pieces = fc.constantFrom(
      " ",
      " ",
      "..2 ",
      "*",
      "e",
      "abc",
      "סוכן",
      "посол",
      "大使",
      "अधि",
      "é",
      "7",
      "-",
      "'",
      "..",
      "..0 ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (chosen) => {
        const text = chosen.join("").trim();
        fc.pre(!text.endsWith(".."));
        expect(parseTerm(text, { lang: "en" }).term?.parts).toEqual(parseTerm(`${text},`, { lang: "en" }).term?.parts);
      }),
    );
  });

  it("is a term or has an error, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const { term, problems } = parseTerm(text, { lang: "de" });
        expect(term === null).toBe(problems.length > 0);
        for (const { start, end } of problems) expect(0 <= start && start <= end && end <= text.length).toBe(true);
      }),
    );
  });
});
