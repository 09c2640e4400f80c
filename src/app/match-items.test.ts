import * as z from "zod";
import { describe, expect, it } from "vitest";
import { matchItem, ruleSet, type RulesSketch } from "../../test/support/rules/rule-builders.ts";
import { createEngine } from "../match/engine/create-engine.ts";
import { matchLines, readItemLine, type MatchLinesOptions } from "./match-items.ts";
import type { MatchEngine } from "./threads/match-thread.ts";

const rules: RulesSketch = {
  people: [{ id: "ivan", name: "Ivan Example" }],
  watches: [
    { id: "asylum", match: "asylum", unless: "striker", feeds: { ids: [], tags: ["world"], notTags: [], kinds: [] } },
    { id: "left", match: "left", lang: ["en"] },
    { id: "old", match: "@past" },
  ],
};

const Evidenced = z.object({
  evidence: z.array(
    z.object({
      sentence: z.string(),
      start: z.number(),
      end: z.number(),
      marks: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
});

function engineOf(sketch: RulesSketch): Pick<MatchEngine, "match"> {
  const engine = createEngine(ruleSet(sketch));
  return { match: async (items) => Promise.resolve(items.map((item) => engine.match(item))) };
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function answers(lines: readonly unknown[], options: Partial<MatchLinesOptions> = {}): Promise<unknown[]> {
  const written: unknown[] = [];
  const input = linesOf(lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))));
  await matchLines(input, engineOf(rules), (line) => void written.push(JSON.parse(line)), {
    people: false,
    now: Date.UTC(2026, 0, 20),
    ...options,
  });
  return written;
}

describe("match", () => {
  it("answers a match with item, watch, people, evidence and clause", async () => {
    const line = { id: "a", title: "News", summary: "Ivan Example wants asylum.", body: "", extra: 1 };
    expect(await answers([line])).toEqual([
      {
        item: "a",
        watch: "asylum",
        people: ["ivan"],
        evidence: [{ field: "body", sentence: "Ivan Example wants asylum.", start: 0, end: 26, marks: [[19, 25]] }],
        clause: "asylum",
      },
    ]);
  });

  it.each<[string, unknown, Partial<MatchLinesOptions>, readonly string[]]>([
    ["reads HTML where it is told to", { id: "a", title: "A <b>left</b>&#32;out", html: true }, {}, ["left"]],
    ["takes plain text as it is", { id: "a", title: "<img alt=left>" }, {}, ["left"]],
    ["gives vetoed watches no line", { id: "a", title: "Striker seeks asylum" }, {}, []],
    [
      "asks no condition on a feed that is free text",
      { id: "a", title: "Asylum", feed: "The Example Times" },
      {},
      ["asylum"],
    ],
    ["asks conditions on tags that are given", { id: "a", title: "Asylum", tags: ["sport"] }, {}, []],
    [
      "knows the tags of a configured feed",
      { id: "a", title: "Asylum", feed: "sport-wire" },
      { feeds: [sportWire()] },
      [],
    ],
    ["answers for one watch", { id: "a", title: "Left for asylum" }, { watch: "left" }, ["left"]],
    ["reads the publication date", { id: "a", title: "In 2019", publishedAt: "2020-01-01T00:00:00Z" }, {}, []],
    ["takes now for a missing one", { id: "a", title: "In 2019" }, {}, ["old"]],
    ["leaves out a language the watch does not read", { id: "a", title: "left", lang: "de" }, {}, []],
    [
      "asks no condition on a language that is not given",
      { id: "a", title: "سفیر ایران در نروژ از سمت خود کناره گیری کرد left" },
      {},
      ["left"],
    ],
  ])("%s", async (_fact, line, options, expected) => {
    const lines = await answers([line], options);
    expect(lines.map((answer) => Object(answer).watch)).toEqual(expected);
  });

  it("with people tells once per item whom it names", async () => {
    const lines = await answers(
      [
        { id: "a", title: "I. Example" },
        { id: "b", title: "nobody" },
      ],
      { people: true },
    );
    expect(lines).toEqual([{ item: "a", people: ["ivan"] }]);
  });

  it("answers a bad line in its place, by number, and goes on", async () => {
    const lines = ["{", "", { title: "no id" }, { id: "a", title: "left" }, { id: "b", body: "", publishedAt: "soon" }];
    const written = await answers(lines);
    expect(written).toMatchObject([{ line: 1 }, { line: 3 }, { item: "a", watch: "left" }, { line: 5 }]);
    expect(Object(written[3]).error).toContain("publishedAt: not a date");
  });

  it.each<[string, unknown, readonly unknown[]]>([
    [
      "without any text",
      { id: "a", headline: "left" },
      [{ line: 1, error: "no text: give the item a title, a summary or a body" }],
    ],
    ["without an id", { title: "left" }, [{ line: 1, error: "id: give the item an id" }]],
    ["whose texts are empty", { id: "a", title: "", summary: null }, []],
  ])("takes an item %s for what it is", async (_what, line, told) => {
    expect(await answers([line])).toEqual(told);
  });

  it.each([
    ["no id", { title: "left" }, "pasted"],
    ["an id that is null", { id: null, title: "left" }, "pasted"],
    ["its own id", { id: 7, title: "left" }, "7"],
  ])("reads an item with %s by itself", (_what, line, id) => {
    const reading = readItemLine(JSON.stringify(line), 1, { people: false, now: 0, id: "pasted" });
    expect(reading).toMatchObject({ kind: "item", item: { id } });
  });

  it("counts every offset of the evidence in UTF-16 units from the beginning of its field", async () => {
    const body = "😀 Nothing here. He left.";
    const [line] = z.array(Evidenced).parse(await answers([{ id: "a", title: "x", body }]));
    const [proof] = line?.evidence ?? [];
    expect(body.slice(proof?.start, proof?.end)).toBe(proof?.sentence);
    expect(proof?.marks.map(([start, end]) => body.slice(start, end))).toEqual(["left"]);
  });

  it("says of each wrong part of a line what was expected", async () => {
    const written = await answers([["a"], { id: "a", title: 5, tags: "world", publishedAt: {} }]);
    expect(written).toEqual([
      { line: 1, error: 'not an item: write an object such as {"id": "1", "title": "…"}' },
      {
        line: 2,
        error:
          "title: must be of type string, not number; tags: must be of type array, not string; publishedAt: not a date: write 2026-01-20T07:00:00Z",
      },
    ]);
  });

  it("tells the story of each item after its matches, in the order of the input", async () => {
    const body = "Ivan Example of the mission in Lima left his post on Monday and asked Peru for protection.";
    const lines = [
      { id: "a", title: "Envoy walks out", body, outlet: "Example TV" },
      { id: "b", title: "Fog over Brezno", body: "The airport was closed for six hours." },
      { id: "c", title: "Mission in Lima loses counsellor", body },
    ];
    expect(await answers(lines, { stories: true })).toMatchObject([
      { item: "a", watch: "left" },
      { item: "a", story: "a", reason: "first", relation: null },
      { item: "b", story: "b", reason: "first", relation: null },
      { item: "c", watch: "left" },
      { item: "c", story: "a", reason: "same-text", relation: "copy" },
    ]);
  });

  it("keeps the order of many items", async () => {
    const ids = Array.from({ length: 250 }, (_, at) => `i${at}`);
    const written = await answers(ids.map((id) => ({ ...matchItem({ id, title: "left" }) })));
    expect(written.map((answer) => Object(answer).item)).toEqual(ids);
  });
});

function sportWire(): NonNullable<MatchLinesOptions["feeds"]>[number] {
  return {
    id: "sport-wire",
    url: "https://sport.example/feed",
    kind: "wire",
    lang: null,
    tags: ["sport"],
    everyMs: null,
    timezone: null,
    expectEveryMs: null,
    onAdd: "summary",
    fullText: false,
  };
}
