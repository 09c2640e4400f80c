import { describe, expect, it } from "vitest";
import { finish } from "../core/steps.ts";
import { EVIDENCE, readItem } from "../../test/support/store/store-builders.ts";
import type { CollectedMatch, EarlierMatch } from "../store/match-rows.ts";
import { digestStories } from "./digest-stories.ts";

function match(itemId: string, changed: Partial<CollectedMatch> = {}): CollectedMatch {
  return {
    id: `${changed.watchId ?? "asylum"}-${itemId}`,
    watchId: "asylum",
    watchTitle: "Asylum",
    watchRevision: "r1",
    severity: "normal",
    itemId,
    itemRevision: 1,
    storyId: "sty_1",
    evidence: EVIDENCE,
    veto: null,
    matchedAt: 1000,
    item: {
      ...readItem(itemId, { outlet: `Outlet ${itemId}` }),
      id: itemId,
      feedId: "wire",
      revision: 1,
      publishedAt: 900,
      publishedSource: "feed",
      firstSeenAt: 1000,
      baseline: false,
      cutBytes: 0,
    },
    feedKind: "wire",
    relation: null,
    likeItemId: null,
    cited: null,
    reason: "digest",
    ...changed,
  };
}

function told(itemId: string, editionNumber: number, changed: Partial<CollectedMatch> = {}): EarlierMatch {
  return { ...match(itemId, changed), editionNumber };
}

function stories(matches: readonly CollectedMatch[], earlier: readonly EarlierMatch[] = []) {
  return finish(
    digestStories({ matches, earlier, withdrawn: new Set(), keepsApart: (watchId) => watchId === "apart" }),
  );
}

const NEW_SENTENCE = { ...EVIDENCE.sentences[0], sentence: "The ministry recalled its counsellor" } as const;
const NEW_EVIDENCE = {
  ...EVIDENCE,
  sentences: [{ field: "body", start: 0, end: 36, marks: [], ...NEW_SENTENCE }],
  people: [...EVIDENCE.people, { personId: "maria", name: "Maria Example", role: null, spelling: "Maria Example" }],
} as const;

describe("the stories of an edition", () => {
  it("say what the words of all watches mean, of a word inside another one nothing", () => {
    const asylum = { ...EVIDENCE, glosses: { "demande l'asile": "asks for asylum", asile: "asylum" } };
    const defection = { ...EVIDENCE, glosses: { "fait défection": "defected", défection: "defection" } };
    const { stories: lines } = stories([
      match("a", { evidence: asylum }),
      match("a", { evidence: defection, watchId: "defection" }),
    ]);
    expect(lines[0]?.glosses).toEqual({ "demande l'asile": "asks for asylum", "fait défection": "defected" });
  });

  it("say of each watch which words it found, each once", () => {
    const twice = { ...EVIDENCE, sentences: [...EVIDENCE.sentences, ...EVIDENCE.sentences] };
    const { stories: lines } = stories([match("a", { evidence: twice })]);
    expect(lines[0]?.watches).toMatchObject([{ title: "Asylum", words: ["Envoy", "asylum"], clause: "asylum" }]);
  });

  it("hold the items of one event once, with all watches", () => {
    const { stories: lines, watches } = stories([
      match("a"),
      match("b", { watchId: "officials", watchTitle: "Officials" }),
    ]);
    expect(lines).toMatchObject([{ outlets: [{ name: "Outlet a" }, { name: "Outlet b" }], watches: [{}, {}] }]);
    expect(watches).toEqual([
      { title: "Asylum", stories: 1 },
      { title: "Officials", stories: 1 },
    ]);
  });

  it("hold each item of a watch that keeps items apart by itself", () => {
    const apart = { watchId: "apart", watchTitle: "Apart" };
    const { stories: lines, watches } = stories([match("a", apart), match("b", apart), match("b"), match("c")]);
    expect(lines.map(({ outlets }) => outlets.map(({ name }) => name))).toEqual([
      ["Outlet a"],
      ["Outlet b"],
      ["Outlet b", "Outlet c"],
    ]);
    expect(watches).toEqual([
      { title: "Apart", stories: 2 },
      { title: "Asylum", stories: 1 },
    ]);
  });

  it("hold an item once that such a watch and another one found", () => {
    expect(stories([match("a", { watchId: "apart" }), match("a")]).stories).toHaveLength(1);
  });

  it("are called late where every report is older than its watch wants news to be", () => {
    const late = { reason: "late" };
    const other = { ...late, storyId: "sty_2" };
    const { stories: lines } = stories([match("a"), match("b", late), match("c", other), match("d", other)]);
    expect(lines.map(({ late }) => late)).toEqual([false, true]);
  });

  it("begin with the urgent ones", () => {
    const { stories: lines } = stories([match("a"), match("b", { storyId: "sty_2", severity: "urgent" })]);
    expect(lines.map(({ severity }) => severity)).toEqual(["urgent", "normal"]);
  });
});

describe("a story that an earlier edition told", () => {
  it("is continued with what is new: outlets, persons, sentences", () => {
    const again = [match("b", { evidence: NEW_EVIDENCE }), match("c", { item: { ...match("a").item, id: "c" } })];
    const { stories: lines, continued } = stories(again, [told("a", 4), told("a2", 6)]);
    expect(lines).toEqual([]);
    expect(continued).toMatchObject([
      {
        toldIn: 6,
        toldHeadline: "Title of a",
        headline: "Title of b",
        outlets: [{ name: "Outlet b" }, { name: "Outlet a" }],
        knownOutlets: ["Outlet a"],
        people: [{ name: "Maria Example" }],
        evidence: [{ sentence: NEW_SENTENCE.sentence }],
      },
    ]);
  });

  it("is a story of its own for a watch that keeps items apart", () => {
    const { stories: lines, continued } = stories([match("b", { watchId: "apart" })], [told("a", 4)]);
    expect([lines.length, continued.length]).toEqual([1, 0]);
  });
});
