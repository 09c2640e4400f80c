import { describe, expect, it } from "vitest";
import { firstAnswer, type RulesSketch } from "../../../../test/support/rules/rule-builders.ts";
import type { MatchItem } from "../../rule-set.ts";

const rules: RulesSketch = {
  lists: { asylum: { en: ["asylum"], fa: [{ term: "پناهندگی", gloss: "asylum" }] } },
  people: [{ id: "ivan", name: "Ivan Example", role: "counsellor" }],
};

/** Sentences with the marked words in brackets. */
function shown(match: string, item: Partial<MatchItem>): readonly string[] {
  const answer = firstAnswer({ ...rules, watches: [{ match }] }, item);
  return (answer?.evidence.sentences ?? []).map(({ sentence, marks }) =>
    marks
      .toReversed()
      .reduce((text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, sentence),
  );
}

describe("evidence", () => {
  it.each<[string, string, Partial<MatchItem>, readonly string[]]>([
    ["is the sentence that proves it", "consul", { body: "First. The consul left. Last." }, ["The [consul] left."]],
    [
      "marks every word that proves",
      "consul NEAR/5 left",
      { body: "The consul has left." },
      ["The [consul] has [left]."],
    ],
    [
      "marks a possessive with its apostrophe",
      '"s man in"',
      { body: "Oslo's man in Rome." },
      ["Oslo['s man in] Rome."],
    ],
    ["marks phrases as a whole", '"has left"', { body: "The consul has left." }, ["The consul [has left]."]],
    [
      "is one sentence where one suffices",
      "consul AND asylum",
      { body: "A consul. More asylum. The consul asks for asylum." },
      ["The [consul] asks for [asylum]."],
    ],
    [
      "is several where none suffices",
      "consul AND asylum",
      { body: "A consul. More asylum." },
      ["A [consul].", "More [asylum]."],
    ],
    ["prefers the headline", "consul", { title: "Consul leaves", body: "A consul." }, ["[Consul] leaves"]],
    [
      "leaves out the middle of a window",
      "consul NEAR/3s asylum",
      { body: "A consul. A word. Then asylum." },
      ["A [consul].", "Then [asylum]."],
    ],
    [
      "shows enough occurrences",
      "atleast/3(asylum)",
      { body: "Asylum, asylum. No. Asylum." },
      ["[Asylum], [asylum].", "[Asylum]."],
    ],
    ["marks a pattern to the character", "/AB\\d/", { body: "File XAB12." }, ["File X[AB1]2."]],
    [
      "is right in right-to-left text",
      "@asylum",
      { body: "سلام. او پناهندگی خواست.", lang: "fa" },
      ["او [پناهندگی] خواست."],
    ],
    [
      "is right in text without blanks",
      "大使 NEAR/9 叛逃",
      { body: "前言。大使昨天叛逃。", lang: "zh" },
      ["[大使]昨天[叛逃]。"],
    ],
    ["is right where accents are written apart", "café", { body: "Un cafe\u0301 ici." }, ["Un [cafe\u0301] ici."]],
  ])("%s", (_fact, match, item, expected) => {
    expect(shown(match, item)).toEqual(expected);
  });

  it("has offsets into the field as it is matched", () => {
    const item = { summary: "Short text.", body: "Then the consul left." };
    const sentence = firstAnswer({ watches: [{ match: "consul" }] }, item)?.evidence.sentences[0];
    expect(sentence).toMatchObject({ field: "body", start: 13, end: 34, marks: [[9, 15]] });
    expect("Short text.\n\nThen the consul left.".slice(13, 34)).toBe(sentence?.sentence);
  });

  it("says which alternative held", () => {
    const answer = firstAnswer(
      { watches: [{ match: "embassy  OR (consul   NEAR/3 left)" }] },
      { body: "The consul left." },
    );
    expect(answer?.evidence.clause).toBe("consul NEAR/3 left");
  });

  it("shows the lead where the headline alone is the proof", () => {
    const title = "Consul leaves";
    function lead(item: Partial<MatchItem>): unknown {
      return firstAnswer({ watches: [{ match: "consul" }] }, item)?.evidence.lead;
    }
    expect(lead({ title, body: "He left on Monday. More." })).toBe("He left on Monday.");
    expect(lead({ title, body: "" })).toBeNull();
    expect(lead({ title: "", body: "The consul left. More." })).toBeNull();
  });

  it("explains marked terms of other languages, and names the persons of the item", () => {
    const item = { title: "پناهندگی", body: "I. Example wrote.", lang: "fa" };
    const evidence = firstAnswer({ ...rules, watches: [{ match: "@asylum" }] }, item)?.evidence;
    expect(evidence?.glosses).toEqual({ پناهندگی: "asylum" });
    expect(evidence?.people).toEqual([
      {
        personId: "ivan",
        name: "Ivan Example",
        role: "counsellor",
        spelling: "I. Example",
        confidence: "fair",
        note: "initial and surname, read as Ivan Example",
      },
    ]);
  });
});
