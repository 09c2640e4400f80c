import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../test/support/seeded-random.ts";
import { MemoryStoryIndex } from "./memory-story-index.ts";
import { PLACES_A_KEY, type NewIndexedItem } from "./story-index.ts";

const random = seededRandom(11);
const RANGE = { since: 1200, limit: 6, crowd: PLACES_A_KEY };
const ITEMS = 600;

function draw(below: number): number {
  return Math.floor(random() * below);
}

/** Few keys have many items, most have few. */
function drawKeys(): BigUint64Array {
  const keys = Array.from(
    { length: 8 },
    () => BigInt(draw(2) === 0 ? draw(40) : 1000 + draw(3000)) << BigInt(draw(2) * 31),
  );
  return BigUint64Array.from(new Set(keys));
}

function makeItem(at: number): NewIndexedItem {
  const keys = drawKeys();
  const [itemId, storyId] = [`itm_${at}`, `sty_${at}`];
  return {
    itemId,
    storyId,
    outlet: null,
    seenAt: 1000 + draw(ITEMS),
    sketch: new Uint32Array(),
    keys,
    place: draw(PLACES_A_KEY),
  };
}

/** What the index promises, said plainly. */
function findPlainly(added: readonly NewIndexedItem[], keys: BigUint64Array): readonly string[] {
  const shared = new Map<NewIndexedItem, number>();
  for (const key of keys) {
    const places = new Map(added.filter((item) => item.keys.includes(key)).map((item) => [item.place, item]));
    const weight = places.size < RANGE.crowd ? 1 : 1 / RANGE.crowd;
    for (const item of places.values()) shared.set(item, (shared.get(item) ?? 0) + weight);
  }
  return [...shared]
    .filter(([{ seenAt }, share]) => share >= 0.5 && seenAt >= RANGE.since)
    .toSorted(([a, one], [b, other]) => other - one || b.seenAt - a.seenAt || (a.itemId < b.itemId ? -1 : 1))
    .slice(0, RANGE.limit)
    .map(([{ itemId }]) => itemId);
}

describe("the index in memory", () => {
  it("finds what a plain search of all items finds, while it grows", () => {
    const index = new MemoryStoryIndex();
    const added: NewIndexedItem[] = [];
    let found = 0;
    for (let at = 0; at < ITEMS; at += 1) {
      const item = makeItem(at);
      const answer = index.findSharingOne(item.keys, RANGE).map(({ itemId }) => itemId);
      expect(answer).toEqual(findPlainly(added, item.keys));
      found += answer.length;
      index.add(item);
      added.push(item);
    }
    expect(found).toBeGreaterThan(ITEMS);
  });
});
