import { describe, expect, it } from "vitest";
import { answerOf } from "../../../test/support/rule-builders.ts";
import type { MatchItem, Person } from "../rule-set.ts";

function spelling(person: Partial<Person>, item: Partial<MatchItem> | string): string | null {
  const given = typeof item === "string" ? { body: item } : item;
  return answerOf({ people: [{ id: "p", ...person }] }, given).people[0]?.spelling ?? null;
}

describe("a person is found", () => {
  const ivan = { name: "Ivan Petrovich Example", names: ["Ivan Example", "Иван Пример", "ایوان مثال", "伊万·例子"] };

  it.each([
    ["as listed", "So Ivan Example said.", "Ivan Example"],
    ["in other case and marks", "IVÁN EXAMPLE said", "IVÁN EXAMPLE"],
    ["after a title", "Ambassador Ivan Example", "Ivan Example"],
    ["surname first", "Example, Ivan", "Example, Ivan"],
    ["with an initial", "I. Example", "I. Example"],
    ["with two initials written together", "I.P. Example", "I.P. Example"],
    ["with a middle initial", "Ivan P. Example", "Ivan P. Example"],
    ["in the longest of its forms", "Ivan Petrovich Example", "Ivan Petrovich Example"],
    ["with a possessive", "Ivan Example's wife", "Ivan Example"],
    ["in a Russian case", "встреча с Иваном Примером", "Иваном Примером"],
    ["in Persian", "گفت ایوان مثال", "ایوان مثال"],
    ["in Chinese", "伊万例子说", "伊万例子"],
    ["not by a part of the name", "Petrovich said", null],
    ["not inside other words", "Ivans Examples", null],
    ["not across other words", "Ivan and Example", null],
  ])("%s", (_fact, text, expected) => {
    expect(spelling(ivan, text)).toBe(expected);
  });

  it.each([
    ["given names written as one", { name: "Mohammad Reza Example" }, "Mohammadreza Example"],
    ["given names with a hyphen", { name: "Mohammad Reza Example" }, "Mohammad-Reza Example"],
    ["a listed title left out", { name: "Dr Ada Example" }, "Ada Example"],
    ["a Russian adjective name in the genitive", { name: "Андрей Верещинский" }, "Андрея Верещинского"],
    ["a Ukrainian name in the dative", { name: "Олена Прикладна" }, "Олені Прикладній"],
  ])("with %s", (_fact, person, text) => {
    expect(spelling(person, text)).toBe(text);
  });

  it("with an Arabic prefix, with a Korean particle", () => {
    expect(spelling({ name: "إيفان مثال" }, { body: "وإيفان مثال", lang: "ar" })).toBe("وإيفان مثال");
    expect(spelling({ name: "김철수" }, { body: "김철수가 떠났다", lang: "ko" })).toBe("김철수가");
  });
});

describe("a look-alike", () => {
  it.each([
    ["that covers the name is not the person", ["Ivan Example Jr."], "Ivan Example Jr. said", null],
    ["elsewhere leaves the person", ["Ivan Example Jr."], "Ivan Example Jr. met Ivan Example.", "Ivan Example"],
    ["with another name leaves the person", ["Ian Example"], "Ian Example met Ivan Example.", "Ivan Example"],
    ["by a word in the sentence", ["Ivan Example (footballer)"], "Footballer Ivan Example scored.", null],
    ["by one of several words", ["Ivan Example (wrestling coach)"], "The coach Ivan Example left.", null],
    ["by a word in the lead", ["Ivan Example (footballer)"], "A footballer. A word. Ivan Example left.", null],
    ["without the word is the person", ["Ivan Example (footballer)"], "The consul Ivan Example left.", "Ivan Example"],
  ])("%s", (_fact, not, text, expected) => {
    expect(spelling({ name: "Ivan Example", not }, text)).toBe(expected);
  });

  it("by a word far away is the person", () => {
    const body = `${"Some words here. ".repeat(30)} Ivan Example left. A footballer scored.`;
    expect(spelling({ name: "Ivan Example", not: ["Ivan Example (footballer)"] }, body)).toBe("Ivan Example");
  });
});

it("persons are told in the order of the text, those in the background too", () => {
  const people = [
    { id: "b", name: "Bert Example" },
    { id: "a", name: "Ada Example", background: true },
  ];
  expect(answerOf({ people }, { body: "Ada Example and Bert Example" }).people.map(({ personId }) => personId)).toEqual(
    ["a", "b"],
  );
});
