import { describe, expect, it } from "vitest";
import { checkRuleSet, lintRuleSet } from "./check-rule-set.ts";
import { PeoplePacker } from "./imported-people.ts";
import type { RuleProblem } from "./rule-problem.ts";
import type { Person, RuleSet, WatchRule } from "./rule-set.ts";

const WATCH: WatchRule = {
  id: "defection",
  title: "Diplomats who leave",
  match: "(@leave NEAR/6 @post) OR @no-return OR person:ivan OR person:@mfa",
  unless: "@past",
  unlessTitle: null,
  unlessAnywhere: null,
  exclude: ["sport"],
  lang: [],
  feeds: { ids: [], tags: [], notTags: [], kinds: [] },
};
const IVAN: Person = {
  id: "ivan",
  name: "Ivan Example",
  names: ["Ivan Example"],
  role: null,
  groups: ["mfa"],
  not: [],
  status: "serving",
  background: false,
};

function terms(...all: string[]): { term: string; gloss: null; not: string[] }[] {
  return all.map((term) => ({ term, gloss: null, not: [] }));
}

/** A sound rule set, changed in parts; what is added to the watch's expressions is joined with OR. */
function rules({ also, ...changes }: Partial<RuleSet> & { also?: string }): RuleSet {
  const match = also === undefined ? WATCH.match : `(${WATCH.match}) OR (${also})`;
  return {
    lists: { leave: { en: terms("flee*", "left") }, post: { en: terms("embassy"), de: terms("*botschaft*") } },
    clauses: { "no-return": '"refus* to return" NEAR/12 @post' },
    exclusions: { sport: "striker OR goalkeeper" },
    people: [IVAN],
    watches: [{ ...WATCH, match }],
    ...changes,
  };
}

/** Errors and lints. */
function everything(set: RuleSet): readonly RuleProblem[] {
  return [...checkRuleSet(set), ...lintRuleSet(set)];
}

function found(set: RuleSet): unknown[] {
  return everything(set).map(({ severity, code, path }) => [severity, code, path.join(".")]);
}

describe("a rule set", () => {
  it("is sound when every name is known and used", () => {
    expect(found(rules({}))).toEqual([]);
  });

  it("has problems of every expression and term, with the path of each", () => {
    const set = rules({
      lists: {
        leave: { en: [{ term: "flee*", gloss: null, not: ["*bag"] }, ...terms("left", "seek .. asylum")] },
        post: { "*": terms("*botschaft") },
      },
      clauses: { "no-return": "a b" },
      exclusions: { sport: "NOT striker" },
      watches: [WATCH, { ...WATCH, unless: "a w/5 b", unlessTitle: "(", unlessAnywhere: "x and y" }],
    });
    expect(found(set).filter((line) => Array.isArray(line) && line[0] === "error")).toEqual([
      ["error", "leading-wildcard", "lists.leave.en.0.not.0"],
      ["error", "gap-without-number", "lists.leave.en.2"],
      ["error", "leading-wildcard", "lists.post.*.0"],
      ["error", "bare-terms", "clauses.no-return"],
      ["error", "no-positive-term", "exclusions.sport"],
      ["error", "foreign-near", "watches.1.unless"],
      ["error", "unclosed-parenthesis", "watches.1.unlessTitle"],
      ["error", "empty-group", "watches.1.unlessTitle"],
      ["error", "lower-case-operator", "watches.1.unlessAnywhere"],
    ]);
  });

  it.each([
    ["@leaves", "unknown-list", "@leave", "@leave"],
    ["@no-retrun", "unknown-list", "@no-retrun", "@no-return"],
    ["@passt", "unknown-list", "@passt", "@past"],
    ["person:iwan", "unknown-person", "person:iwan", "person:ivan"],
    ["person:example", "unknown-person", "person:example", "person:ivan"],
    ["person:ivan-example", "unknown-person", "person:ivan-example", "person:ivan"],
    ["person:pyotr-example", "unknown-person", "person:pyotr-example", null],
    ["person:@mfaa", "unknown-group", "person:@mfaa", "person:@mfa"],
    ["person:mfa", "unknown-person", "person:mfa", "person:@mfa"],
    ["person:@ivan", "unknown-group", "person:@ivan", "person:ivan"],
    ["@entirely-else", "unknown-list", "@entirely-else", null],
    ["@sport", "exclusion-as-reference", "@sport", null],
  ])("names what is nearest to an unknown name: %s", (also, code, _words, instead) => {
    const set = rules({ also });
    const [problem, ...others] = everything(set);
    const source = set.watches[0]?.match ?? "";
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", code, path: ["watches", 0, "match"] });
    expect(source.slice(problem?.start, problem?.end)).toBe(also);
    expect(problem?.suggestion).toBe(instead === null ? null : source.replace(also, instead));
  });

  it.each([
    ["a person", "person:maria", []],
    ["an id that a person had", "person:q-7", []],
    ["a group", "person:@pep", []],
    ["a group as if it were a person", "person:pep", ["unknown-person"]],
    ["a name as if it were an id", "person:Maria", ["unknown-person"]],
  ])("knows of imported persons %s", (_what, also, codes) => {
    const packer = new PeoplePacker();
    packer.add({ ...IVAN, id: "maria", name: "Maria", formerIds: ["q-7"], groups: ["pep"] });
    expect(everything(rules({ also, imported: packer.pack("hash") })).map(({ code }) => code)).toEqual(codes);
  });

  it("knows the exclusions a watch names", () => {
    const watches = [{ ...WATCH, exclude: ["sprot", "no-return"] }];
    expect(everything(rules({ watches })).map(({ code, path, suggestion }) => [code, path, suggestion])).toEqual([
      ["unknown-exclusion", ["watches", 0, "exclude", 0], "sport"],
      ["unknown-exclusion", ["watches", 0, "exclude", 1], null],
      ["unused-exclusion", ["exclusions", "sport"], null],
    ]);
  });

  it("lets a name mean one thing only", () => {
    const set = rules({ clauses: { "no-return": "return*", leave: "@past", past: "history" } });
    expect(found(set)).toEqual([
      ["error", "name-twice", "clauses.leave"],
      ["error", "name-twice", "clauses.past"],
    ]);
  });

  it("lets clauses use clauses, but never themselves", () => {
    const sound = { "no-return": "@inner OR @other", inner: "refus* NEAR/4 @other", other: "return*" };
    expect(found(rules({ clauses: sound }))).toEqual([]);
    const circle = { "no-return": "return* OR @inner", inner: "refus* OR @no-return" };
    const problems = everything(rules({ clauses: circle }));
    expect(problems.map(({ code, path, start, end }) => [code, path, start, end])).toEqual([
      ["clause-circle", ["clauses", "inner"], 10, 20],
    ]);
    expect(problems[0]?.message).toContain("no-return → inner → no-return");
    expect(found(rules({ clauses: { "no-return": "a OR @no-return" } }))).toContainEqual([
      "error",
      "clause-circle",
      "clauses.no-return",
    ]);
  });

  it("refuses a clause without a place in the text as an operand of NEAR, however deep", () => {
    const clauses = { "no-return": "@outer OR refusal", outer: "(@inner OR fled)", inner: "returned AND embassy" };
    const set = rules({ clauses, also: "left NEAR/4 (@outer OR gone)" });
    const [problem, ...others] = everything(set);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: "error", code: "near-operand", path: ["watches", 0, "match"] });
    expect(set.watches[0]?.match.slice(problem?.start, problem?.end)).toBe("@outer");
  });

  it.each([
    ["title:(body:visa)", "(body:visa)"],
    ["aide OR body:(visa NOT (lead:(visit OR title:trip)))", "title:trip"],
    ["lead:(title:aide OR body:visa) AND title:(lead:trip)", null],
  ])("refuses a scope inside one that shares no word with it: %s", (also, place) => {
    const set = rules({ also });
    const source = set.watches[0]?.match ?? "";
    const problems = everything(set).map(({ code, start, end }) => [code, source.slice(start, end)]);
    expect(problems).toEqual(place === null ? [] : [["impossible-scope", place]]);
  });

  it("tells what nothing uses, once all expressions can be read", () => {
    const unused = {
      lists: { leave: { en: terms("flee*") }, post: { en: terms("embassy") }, spare: { en: terms("chancery") } },
      clauses: { "no-return": '"refus* to return"', idle: "asylum" },
      exclusions: { sport: "striker", film: "thriller" },
    };
    expect(found(rules(unused))).toEqual([
      ["lint", "unused-list", "lists.spare"],
      ["lint", "unused-clause", "clauses.idle"],
      ["lint", "unused-exclusion", "exclusions.film"],
    ]);
    expect(found(rules({ ...unused, also: "(" }))).not.toContainEqual(["lint", "unused-list", "lists.spare"]);
  });

  it.each([
    ["US", "capitals-without-case", "case:US"],
    ["ex", "short-word", null],
    ["前", "short-word", null],
    ["def*", "broad-wildcard", null],
    ["comm*", "broad-wildcard", null],
    ["May", "frequent-word", null],
    ["dіplomat", "mixed-scripts", null],
    ["/\\d+/", "pattern-without-literal", null],
    ["/ab|asylum/", "pattern-without-literal", null],
  ])("lints %s in an expression: %s", (also, code, instead) => {
    const set = rules({ also });
    const problems = everything(set);
    expect(problems).toMatchObject([{ severity: "lint", code, path: ["watches", 0, "match"] }]);
    const source = set.watches[0]?.match ?? "";
    expect(problems[0]?.suggestion).toBe(instead && source.replace(also, instead));
  });

  it.each(["case:US", '"ex ambassador"', "defe*", "asylum", "大使", "/asylum \\d+/"])(
    "has nothing against %s",
    (also) => {
      expect(found(rules({ also }))).toEqual([]);
    },
  );

  it("tells stems that begin very many words in lists of English, and names that are ordinary words", () => {
    const lists = { leave: { en: terms("comm*", "may"), de: terms("such*") }, post: { en: terms("embassy") } };
    expect(found(rules({ lists, people: [{ ...IVAN, names: ["Ivan Example", "May"] }] }))).toEqual([
      ["lint", "frequent-name", "people.0.names.1"],
      ["lint", "broad-wildcard", "lists.leave.en.0"],
    ]);
  });

  it("tells unknown names of an expression together with what else is wrong in it", () => {
    const set = rules({ also: "@leaves and person:iwan OR de*" });
    const problems = everything(set).map(({ code, start, suggestion }) => [code, start, suggestion !== null]);
    function at(words: string): number | undefined {
      return set.watches[0]?.match.indexOf(words);
    }
    expect(problems).toEqual(
      expect.arrayContaining([
        ["lower-case-operator", at("and"), true],
        ["and-or-mixed", at("OR de*"), false],
        ["short-stem", at("de*"), false],
        ["unknown-list", at("@leaves"), false],
        ["unknown-person", at("person:iwan"), false],
      ]),
    );
    expect(problems).toHaveLength(5);
  });

  it("lints terms of lists less: their place decides how broad they are", () => {
    const lists = { leave: { en: terms("US", "n", "ex", "def*", "сonsul") }, post: { en: [], de: [] } };
    expect(found(rules({ lists }))).toEqual([
      ["lint", "empty-list", "lists.post"],
      ["lint", "capitals-without-case", "lists.leave.en.0"],
      ["lint", "short-word", "lists.leave.en.1"],
      ["lint", "mixed-scripts", "lists.leave.en.4"],
    ]);
  });
});
