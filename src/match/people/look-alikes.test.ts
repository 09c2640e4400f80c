import { describe, expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

describe("a look-alike", () => {
  it.each([
    ["that covers the name is not the person", ["Ivan Example Jr."], "Ivan Example Jr. said", null],
    ["elsewhere leaves the person", ["Ivan Example Jr."], "Ivan Example Jr. met Ivan Example.", "Ivan Example"],
    ["with another name leaves the person", ["Ian Example"], "Ian Example met Ivan Example.", "Ivan Example"],
    ["by a word in the sentence", ["Ivan Example (footballer)"], "Footballer Ivan Example scored.", null],
    ["by a word of another language", ["Ivan Example (footballer)"], "Der Stürmer Ivan Example traf.", null],
    ["by one of several words", ["Ivan Example (wrestling coach)"], "The coach Ivan Example left.", null],
    ["by a word in the lead", ["Ivan Example (footballer)"], "A footballer. A word. Ivan Example left.", null],
    ["by what another sport is told with", ["Ivan Example (skater)"], "Ivan Example took five wickets.", null],
    ["by a bracket in another language", ["Ivan Example (хоккеист)"], "Ivan Example signed for a new club.", null],
    ["not by where the other comes from", ["Ivan Example (Dutch poet)"], "Ivan Example met the Dutch.", "Ivan Example"],
    ["without the word is the person", ["Ivan Example (footballer)"], "The consul Ivan Example left.", "Ivan Example"],
  ])("%s", (_fact, not, text, expected) => {
    expect(spellingIn(text, { name: "Ivan Example", not })).toBe(expected);
  });

  it("is not seen by its word where the item tells the person's post and country", () => {
    const consul = { name: "Imtiaz Ahmed Khan", role: "consul general of Pakistan, Barcelona" };
    const not = ["Imtiaz Khan (cricketer)"];
    const item = { title: "Pakistan consul hails cricket league", body: "Imtiaz Ahmed Khan presented the cup." };
    expect(spellingIn(item, { ...consul, not })).toBe("Imtiaz Ahmed Khan");
    expect(spellingIn({ title: "Imtiaz Khan takes five wickets", body: "" }, { ...consul, not })).toBeNull();
  });

  it("that only accents tell apart is told by them", () => {
    const consul = { name: "Nguyễn Văn Thức", names: ["Nguyen Van Thuc"], not: ["Nguyễn Văn Thúc"] };
    expect(spellingIn({ body: "Ông Nguyễn Văn Thức phát biểu", lang: "vi" }, consul)).toBe("Nguyễn Văn Thức");
    expect(spellingIn({ body: "Ông Nguyễn Văn Thúc phát biểu", lang: "vi" }, consul)).toBeNull();
    expect(spellingIn({ body: "Nguyen Van Thuc přijal krajany", lang: "cs" }, consul)).toBe("Nguyen Van Thuc");
  });

  it("by a word far away is the person", () => {
    const body = `${"Some words here. ".repeat(30)} Ivan Example left. A footballer scored.`;
    expect(spellingIn(body, { name: "Ivan Example", not: ["Ivan Example (footballer)"] })).toBe("Ivan Example");
  });

  it("that is nearer to the text wins, the person wins where it is not", () => {
    const kamran = { name: "Kamran Zandieh", not: ["Kamran Zandi"] };
    expect(spellingIn("Kamran Zandi spoke", kamran)).toBeNull();
    expect(spellingIn("Kamran Sandieh spoke", kamran)).toBe("Kamran Sandieh");
  });
});

it.each([
  ["of another surname", "Anton Belovsky sang. Moscow's consul Belov met Bilbao's mayor.", "Belov"],
  ["of the same surname", "Ada Belov sang. Moscow's consul Belov met Bilbao's mayor.", null],
  ["that is the surname", "The village Belov. Moscow's consul rests. Belov is quiet.", null],
])("a look-alike %s leaves the person the surname, or takes it: %s", (fact, body, expected) => {
  const not = { "of another surname": "Anton Belovsky", "of the same surname": "Ada Belov" }[fact] ?? "Belov (village)";
  const consul = { name: "Anton Belov", role: "consul of Russia, Bilbao", not: [not] };
  expect(spellingIn({ body, lang: "en" }, consul)).toBe(expected);
});
