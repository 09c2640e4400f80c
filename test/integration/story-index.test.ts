import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MemoryStoryIndex } from "../../src/decide/stories/memory-story-index.ts";
import { placeOf, type NewIndexedItem, type StoryIndex } from "../../src/decide/stories/story-index.ts";
import { openTestStore } from "../support/store/open-test-store.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

interface Opened {
  index: StoryIndex;
  /** Makes what an index that refers to items needs of them; its id. */
  item: (name: string, seenAt: number) => Promise<string>;
  /** Called once the items are in their stories. */
  story: (storyId: string, itemId: string) => Promise<void>;
  remove: () => Promise<void>;
}

async function openMemory(): Promise<Opened> {
  return {
    index: new MemoryStoryIndex(),
    item: async (name) => `itm_${name}`,
    story: async () => {},
    remove: async () => {},
  };
}

async function openStored(dialect: "sqlite" | "postgres"): Promise<Opened> {
  const opened = await openTestStore(dialect);
  const { store } = opened;
  await store.feeds.sync([feed("wire")], () => 0);
  return {
    index: store.sketches,
    item: async (name, seenAt) => (await store.items.addRead("wire", [readItem(name)], seenAt)).added[0] ?? "",
    story: async (storyId, itemId) => {
      await store.stories.createAll([storyId], 0);
      await store.stories.addItems([{ storyId, itemId, reason: "first" }], 0);
    },
    remove: () => opened.remove(),
  };
}

const OPENERS: readonly [string, () => Promise<Opened>][] = [
  ["in memory", openMemory],
  ["on sqlite", () => openStored("sqlite")],
  ["on postgres", () => openStored("postgres")],
];
const RANGE = { since: 0, limit: 12, crowd: 4 };
/** Beyond what a signed integer of 64 bits holds, on purpose. */
const HIGH = 0xffff_ffff_ffff_fff0n;

function keysOf(keys: readonly bigint[]): BigUint64Array {
  return BigUint64Array.from(keys);
}

describe.each(OPENERS)("the index of stories %s", (_place, open) => {
  let opened: Opened;

  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.remove());

  async function add(name: string, keys: readonly bigint[], changed: Partial<NewIndexedItem> = {}): Promise<string> {
    const seenAt = changed.seenAt ?? 1000;
    const itemId = await opened.item(name, seenAt);
    const storyId = `sty_${name}`;
    await opened.story(storyId, itemId);
    const sketch = Uint32Array.of(1, 2, 0xffff_ffff);
    await opened.index.addSketches([
      { itemId, storyId, outlet: "Example TV", seenAt, sketch, keys: keysOf(keys), place: placeOf(itemId), ...changed },
    ]);
    return itemId;
  }

  async function find(keys: readonly bigint[], range = RANGE): Promise<readonly string[]> {
    const [found = []] = await opened.index.findSharing([keysOf(keys)], range);
    return found.map(({ storyId }) => storyId);
  }

  it("finds an item by a key, whole as it was added", async () => {
    const itemId = await add("a", [HIGH, 2n]);
    const [[found] = []] = await opened.index.findSharing([keysOf([HIGH])], RANGE);
    expect(found).toMatchObject({ itemId, storyId: "sty_a", outlet: "Example TV", seenAt: 1000 });
    expect(found?.sketch).toEqual(Uint32Array.of(1, 2, 0xffff_ffff));
  });

  it("answers each list of keys in its place", async () => {
    await add("a", [1n], { place: 1 });
    await add("b", [2n], { place: 2 });
    const found = await opened.index.findSharing([[2n], [3n], [1n, 2n]].map(keysOf), RANGE);
    expect(found.map((items) => items.length)).toEqual([1, 0, 2]);
  });

  it("puts the item that shares most keys first, then the latest, and no more than asked for", async () => {
    await add("one", [1n], { place: 1 });
    await add("two", [1n, 2n], { place: 2 });
    await add("late", [1n], { place: 3, seenAt: 2000 });
    expect(await find([1n, 2n])).toEqual(["sty_two", "sty_late", "sty_one"]);
    expect(await find([1n, 2n], { ...RANGE, limit: 1 })).toEqual(["sty_two"]);
  });

  it("passes over what shares a crowded key alone, unless there are many of them", async () => {
    for (const place of [1, 2, 3, 4]) await add(`footer ${place}`, [1n, 2n, BigInt(10 + place)], { place });
    expect(await find([1n])).toEqual([]);
    expect(await find([1n, 12n])).toEqual(["sty_footer 2"]);
    expect(await find([1n, 2n])).toHaveLength(4);
  });

  it("forgets what was seen before the window", async () => {
    await add("a", [1n]);
    expect(await find([1n], { ...RANGE, since: 1000 })).toEqual(["sty_a"]);
    expect(await find([1n], { ...RANGE, since: 1001 })).toEqual([]);
  });

  it("gives the place of an item at a key to a later one: a key that all items have stays small", async () => {
    await add("a", [1n, 2n], { place: 7 });
    await add("b", [1n], { place: 7 });
    expect(await find([1n])).toEqual(["sty_b"]);
    expect(await find([2n])).toEqual(["sty_a"]);
  });
});
