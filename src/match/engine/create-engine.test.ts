import { describe, expect, it } from "vitest";
import {
  answerOf,
  firstAnswer,
  matchItem,
  ruleSet,
  type RulesSketch,
} from "../../../test/support/rules/rule-builders.ts";
import type { MatchItem, WatchRule } from "../rule-set.ts";
import { createEngine } from "./create-engine.ts";

const rules: RulesSketch = {
  lists: {
    offices: { en: ["consul", "ambassador"] },
    history: { en: ["memoir*", "cold war"] },
    party: { en: ["party"] },
  },
  exclusions: { sport: "striker OR midfielder" },
};

describe("vetoes", () => {
  const watch: Partial<WatchRule> = { match: "(consul NEAR/2s defect*) OR asylum", unless: "@history OR @past" };

  it.each<[string, Partial<WatchRule>, Partial<MatchItem>, unknown]>([
    ["none", watch, { body: "The consul defected." }, "match"],
    [
      "in the proving sentence",
      watch,
      { body: "The consul defected in 1954." },
      { name: "past", words: "1954", place: "proof" },
    ],
    [
      "in the title",
      watch,
      { title: "Cold War stories", body: "The consul defected." },
      { name: "history", words: "Cold War", place: "title" },
    ],
    ["outside the proof is none", watch, { body: "The consul defected. A word. His memoirs sell." }, "match"],
    [
      "in one of two proofs is none",
      watch,
      { body: "The consul defected in 1954. A word. He asks for asylum." },
      "match",
    ],
    [
      "in both proofs",
      watch,
      { body: "The consul defected in 1954. Asylum memoirs." },
      { name: "history", words: "memoirs", place: "proof" },
    ],
    [
      "an expression without a name",
      { match: "asylum", unless: '"for animals"' },
      { body: "Asylum for animals." },
      { name: "unless", words: "for animals", place: "proof" },
    ],
    [
      "an exclusion by name",
      { match: "defect*", exclude: ["sport"] },
      { title: "Striker defects" },
      { name: "sport", words: "Striker", place: "title" },
    ],
    [
      "unless_title in the title",
      { match: "consul", unlessTitle: "@party" },
      { title: "Party consul" },
      { name: "party", words: "Party", place: "title" },
    ],
    ["unless_title not in the proof", { match: "consul", unlessTitle: "@party" }, { body: "Party consul." }, "match"],
    [
      "unless_anywhere on the whole item",
      { match: "consul", unlessAnywhere: "party" },
      { body: "Consul. A word. The party." },
      { name: "unless_anywhere", words: "party", place: "item" },
    ],
  ])("%s", (_fact, sketch, item, expected) => {
    const answer = firstAnswer({ ...rules, watches: [sketch] }, { lang: "en", ...item });
    expect(answer?.kind === "vetoed" ? answer.veto : answer?.kind).toEqual(expected);
  });

  it("a match that others veto is proved by the sentence that is free of them", () => {
    const item = { body: "The consul defected in 1954. A word. He asks for asylum.", lang: "en" };
    expect(
      firstAnswer({ ...rules, watches: [watch] }, item)?.evidence.sentences.map(({ sentence }) => sentence),
    ).toEqual(["He asks for asylum."]);
  });
});

describe("conditions", () => {
  const wire = { id: "wire", tags: ["world"], kind: "wire" } as const;
  const none = { ids: [], tags: [], notTags: [], kinds: [] };

  it.each<[string, Partial<WatchRule>, Partial<MatchItem>, string | null]>([
    ["a language the watch reads", { lang: ["en"] }, { lang: "en" }, "match"],
    ["a regional form of it", { lang: ["en"] }, { lang: "en-GB" }, "match"],
    ["Norwegian in either written form", { lang: ["nb"] }, { lang: "nn" }, "match"],
    ["Filipino is Tagalog", { lang: ["tl"] }, { lang: "fil-PH" }, "match"],
    ["Dari is Persian", { lang: ["fa"] }, { lang: "prs" }, "match"],
    ["Bosnian is read as Croatian", { lang: ["hr"] }, { lang: "bs" }, "match"],
    ["another language", { lang: ["en"] }, { lang: "fa" }, "vetoed"],
    ["an uncertain language", { lang: ["en"] }, { lang: null }, "match"],
    ["no feed is known", { feeds: { ...none, tags: ["world"] } }, { feed: null }, "match"],
    ["one of the tags", { feeds: { ...none, tags: ["world", "sport"] } }, { feed: wire }, "match"],
    ["none of the tags", { feeds: { ...none, tags: ["sport"] } }, { feed: wire }, null],
    ["a tag that is refused", { feeds: { ...none, notTags: ["world"] } }, { feed: wire }, null],
    ["a kind", { feeds: { ...none, kinds: ["state"] } }, { feed: wire }, null],
    ["a feed by id", { feeds: { ...none, ids: ["wire"] } }, { feed: wire }, "match"],
    ["another feed", { feeds: { ...none, ids: ["other"] } }, { feed: wire }, null],
    [
      "a feed of which only the tags are known",
      { feeds: { ...none, ids: ["other"], tags: ["world"] } },
      { feed: { ...wire, id: null } },
      "match",
    ],
  ])("%s", (_fact, sketch, item, expected) => {
    const answer = firstAnswer({ watches: [{ match: "embassy", ...sketch }] }, { title: "Embassy", ...item });
    expect(answer?.kind ?? null).toBe(expected);
  });

  it("a match in another language is vetoed by its name, and no vetoes of words are asked", () => {
    const watch = { match: "embassy", lang: ["en"], unless: "embassy" };
    const answer = firstAnswer({ watches: [watch] }, { title: "Embassy", lang: "fa" });
    expect(answer).toMatchObject({ kind: "vetoed", veto: { name: "lang", words: "fa", place: "item" } });
  });
});

describe("the revision of a watch", () => {
  const base: RulesSketch = {
    ...rules,
    clauses: { far: "@offices NEAR/5 left", other: "word" },
    people: [{ id: "ivan", name: "Ivan Example" }],
    watches: [{ match: "@far", unless: "person:ivan", exclude: ["sport"] }],
  };
  function revision(sketch: RulesSketch): string {
    return firstAnswer(sketch, { body: "The consul left.", lang: "en" })?.watchRevision ?? "none";
  }

  it.each<[string, RulesSketch, boolean]>([
    ["is the same for the same rules", base, false],
    [
      "stays when a clause changes that it does not use",
      { ...base, clauses: { ...base.clauses, other: "words" } },
      false,
    ],
    ["stays when its title changes", { ...base, watches: [{ ...base.watches?.[0], title: "Other" }] }, false],
    ["changes with its expression", { ...base, watches: [{ ...base.watches?.[0], match: "@far OR x" }] }, true],
    ["changes with a list of a clause", { ...base, lists: { ...rules.lists, offices: { en: ["consul"] } } }, true],
    ["changes with an exclusion", { ...base, exclusions: { sport: "striker" } }, true],
    ["changes with a person", { ...base, people: [{ id: "ivan", name: "Ivan Other" }] }, true],
  ])("%s", (_fact, sketch, changes) => {
    expect(revision(sketch) !== revision(base)).toBe(changes);
  });
});

describe("rules that do not compile", () => {
  it.each<[string, RulesSketch, string]>([
    ["an unknown list", { watches: [{ match: "@nowhere" }] }, "watches.0.match: there is no list or clause @nowhere"],
    [
      "a clause that uses itself",
      { clauses: { a: "@b", b: "@a" }, watches: [{ match: "@a" }] },
      "clauses.b: the clause @a uses itself",
    ],
    ["an unknown person", { watches: [{ match: "person:nobody" }] }, "watches.0.match: there is no person nobody"],
    ["an unknown exclusion", { watches: [{ exclude: ["x"] }] }, "watches.0.exclude.0: there is no exclusion x"],
    ["a term that is none", { lists: { a: { en: ["de*"] } } }, "lists.a.en.0.term: de* is too short"],
    ["two terms side by side", { watches: [{ match: "a b" }] }, "watches.0.match: two terms stand side by side"],
  ])("%s is refused with its place", (_fact, sketch, message) => {
    expect(() => createEngine(ruleSet(sketch))).toThrow(message);
  });
});

describe("an item", () => {
  it("is answered by every watch that says something, in the order of the rules", () => {
    const watches = [
      { id: "a", match: "consul" },
      { id: "b", match: "nothing" },
      { id: "c", match: "asylum" },
    ];
    const { answers } = answerOf({ watches }, { title: "Consul wants asylum" });
    expect(answers.map(({ watchId }) => watchId)).toEqual(["a", "c"]);
  });

  it("beyond 256 kB is cut, and the answer says so", () => {
    const body = `consul ${"word ".repeat(60_000)}asylum`;
    const { answers, cutBytes } = answerOf({ watches: [{ match: "consul" }, { match: "asylum" }] }, { body });
    expect([answers.length, cutBytes]).toEqual([1, body.length - 256 * 1024]);
  });

  it("is answered alike when thousands before it were all words of the rules, and when words of none came in between", () => {
    const engine = createEngine(ruleSet({ watches: [{ match: '"consul left" OR "left the post"' }] }));
    const titles = ["The consul left", "Left post the", "left consul", "the post left consul left the post"];
    function answers(): readonly boolean[] {
      return titles.map((title) => engine.find(matchItem({ title })).length > 0);
    }
    const before = answers();
    const seen = [
      ["left the left the", 3000],
      ["of others nobody speaks", 40_000],
      ["left the left the", 3000],
    ] as const;
    const after = seen.map(([title, times]) => {
      for (let at = 0; at < times; at += 1) engine.find(matchItem({ title }));
      return answers();
    });
    expect([before, ...after]).toEqual(Array.from({ length: 4 }, () => [true, false, false, true]));
  });
});

describe("watches that hold", () => {
  it.each<[string, readonly string[], Partial<MatchItem>, readonly string[]]>([
    ["not BEFORE in the other order", ["consul BEFORE/2 asylum"], { body: "asylum consul" }, []],
    ["not NEAR of one word and itself", ["consul NEAR/2 consul"], { body: "consul" }, []],
    ["not NEAR beyond a scope", ["title:consul NEAR/2 asylum"], { title: "consul", body: "consul asylum" }, []],
    ["not NEAR too far apart", ["consul NEAR/1 visa", "consul AND visa"], { body: "consul a b visa" }, ["1"]],
    [
      "a scope of a word that stands outside it too",
      ["body:consul AND embassy"],
      { title: "consul", body: "consul embassy" },
      ["0"],
    ],
  ])("are found without their proof: %s", (_fact, matches, item, expected) => {
    const watches = matches.map((match, at) => ({ id: String(at), match }));
    expect(createEngine(ruleSet({ watches })).find(matchItem(item))).toEqual(expected);
  });
});
