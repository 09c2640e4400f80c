import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { matchItem } from "../../../test/support/rules/rule-builders.ts";
import { readDocument } from "../engine/document.ts";
import { compilePeople } from "./compile-people.ts";
import { findPeople } from "./find-people.ts";

const SYLLABLES = "Ba De Gi Ko Lu Ma Ne Pi Ro Su Ta Ve Zi Bo Du Ga Ke Li Mo Nu".split(" ");

describe("no text does harm", () => {
  const compiled = compilePeople(
    [
      "Ivan Petrovich Example",
      "علیرضا جیرانی",
      "최현규",
      "徐静瑶",
      "ドナルド・トランプ",
      "သက်နိုင်လွင်",
      "",
      "-",
      "\ud800",
    ].map((name, at) => ({
      id: `p${at}`,
      name,
      names: [`${name} (x`, name.repeat(3)],
      role: null,
      groups: [],
      not: [`${name} (footballer)`, "("],
      status: "serving",
      background: false,
    })),
  );

  it("of any characters, in any language", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          "I",
          ".",
          " ",
          "-",
          "Ivan",
          "Example",
          "ر",
          "عبد",
          "최",
          "현규",
          "徐",
          "静",
          "ト",
          "သ",
          "\ud800",
          "\n",
        ),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(null, "en", "fa", "tr", "xx"), (body, lang) => {
        const document = readDocument(matchItem({ title: body.slice(0, 20), body, lang }));
        for (const { spelling: here } of findPeople(compiled, document).mentions) expect(here).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["en", "Example "],
    ["en", "Dutch minister Example. "],
    ["en", "footballer Ivan Example "],
    ["en", "Peter Example "],
    ["en", "Ivan Petrov said that the Example left. "],
    ["ja", "徐総領事 "],
  ])("%s: as nothing but names: %s", (lang, name) => {
    const role = "consul of Iran, Oslo";
    const persons = [
      { id: "p", name: "Ivan Example", names: [], not: ["Ivan Example (footballer)"] },
      { id: "q", name: "Xu Jingyao", names: ["徐静瑶"], not: [] },
    ].map((person) => ({ ...person, role, groups: [], status: "serving" as const, background: false }));
    const document = readDocument(matchItem({ body: name.repeat(Math.floor(250_000 / name.length)), lang }));
    expect(findPeople(compilePeople(persons), document).mentions).toEqual([]);
  });

  it("as nothing but surnames of very many persons, each with a post elsewhere", () => {
    const surnames = Array.from({ length: 200 }, (_, at) => `${SYLLABLES[at % 20]}${SYLLABLES[(at * 7) % 19]}denov`);
    const persons = Array.from({ length: 10_000 }, (_, at) => ({
      id: `p${at}`,
      name: `${SYLLABLES[at % 17]}${SYLLABLES[at % 13]}mir ${surnames[at % 200]}`,
      names: [],
      role: `consul of Iran, ${SYLLABLES[at % 11]}${SYLLABLES[at % 7]}burg`,
      groups: [],
      not: [],
      status: "serving" as const,
      background: false,
    }));
    const body = Array.from({ length: 16_000 }, (_, at) => `minister ${surnames[(at * 31) % 200]}`).join(" ");
    expect(findPeople(compilePeople(persons), readDocument(matchItem({ body, lang: "en" }))).mentions).toEqual([]);
  });

  it("as nothing but a given name that very many persons are addressed by", () => {
    const persons = Array.from({ length: 10_000 }, (_, at) => ({
      id: `p${at}`,
      name: `Nguyen ${SYLLABLES[at % 20]}${SYLLABLES[at % 19]} Thuc`,
      names: [],
      role: "consul general of Vietnam, Houston",
      groups: [],
      not: [],
      status: "serving" as const,
      background: false,
    }));
    const document = readDocument(matchItem({ body: "ông Thuc ".repeat(28_000), lang: "vi" }));
    expect(findPeople(compilePeople(persons), document).mentions).toEqual([]);
  });

  it("as one word of a million characters", () => {
    for (const letter of ["a", "ا", "김", "愛", "\u0301"]) {
      const document = readDocument(matchItem({ body: letter.repeat(1_000_000) }));
      expect(findPeople(compiled, document).mentions).toEqual([]);
    }
  });
});
