import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { MemoryStoryIndex } from "./memory-story-index.ts";
import { placeItems, type FreshItem, type PlacedItem } from "./place-items.ts";
import { RELATIONS } from "./place-item.ts";

const Item = z.object({ outlet: z.string(), title: z.string(), body: z.string(), publishedAt: z.string() });
const Pair = z.object({
  id: z.string(),
  lang: z.string(),
  same: z.boolean(),
  relation: z.enum(RELATIONS).nullable(),
  a: Item,
  b: Item,
});

const file = new URL("../../../test/fixtures/labelled/story-pairs.jsonl", import.meta.url);
const pairs = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => Pair.parse(JSON.parse(line)));

function fresh(itemId: string, { title, body, outlet, publishedAt }: z.infer<typeof Item>): FreshItem {
  return { itemId, title, body, outlet, cleanedLink: null, seenAt: Date.parse(publishedAt) };
}

async function place({ a, b }: z.infer<typeof Pair>): Promise<PlacedItem["placement"] | undefined> {
  const placing = { index: new MemoryStoryIndex(), byLink: new Map(), newStoryId: (itemId: string) => itemId };
  await placeItems(placing, [fresh("a", a)]);
  const [placed] = await placeItems(placing, [fresh("b", b)]);
  return placed?.placement;
}

describe("the labelled pairs", async () => {
  const answers = await Promise.all(pairs.map(async (pair) => ({ pair, placement: await place(pair) })));
  const joined = answers.filter(({ placement }) => placement?.kind === "joins");
  const right = joined.filter(({ pair }) => pair.same);

  it("are 500 or more, 200 of them of two events on one topic", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(500);
    expect(pairs.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(200);
  });

  it("are joined with a precision of 98 % or more at a recall of 90 % or more", () => {
    expect(right.length / joined.length).toBeGreaterThanOrEqual(0.98);
    expect(right.length / pairs.filter(({ same }) => same).length).toBeGreaterThanOrEqual(0.9);
  });

  it("are told apart as copy, as citing and as written separately in 95 % of what was joined", () => {
    const told = right.filter(({ pair, placement }) => {
      return placement?.kind === "joins" && placement.relation === pair.relation;
    });
    expect(told.length / right.length).toBeGreaterThanOrEqual(0.95);
  });
});
