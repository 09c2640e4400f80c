import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOf } from "../../src/core/hash.ts";
import type { ReadItem } from "../../src/core/vocabulary.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, readItem, withGuid } from "../support/store/store-builders.ts";

const feedId = "wire";

describe.each(["sqlite", "postgres"] as const)("%s", (dialect) => {
  let opened: TestStore;
  let store: Store;

  beforeEach(async () => {
    opened = await openTestStore(dialect, () => 1000);
    ({ store } = opened);
    await store.feeds.sync([feed(feedId)], () => 0);
  });
  afterEach(() => opened.remove());

  describe("knows the items of a feed that", () => {
    function byTitle(key: string, item: ReadItem): ReadItem {
      return {
        ...item,
        identity: key,
        distinction: { by: "title", identity: hashOf(key, item.title), needed: false },
      };
    }
    function byLink(item: ReadItem): ReadItem {
      return byTitle(item.cleanedLink ?? "", item);
    }
    function toHttp(item: ReadItem): ReadItem {
      const cleanedLink = (item.cleanedLink ?? "").replace("https:", "http:");
      return { ...item, cleanedLink, contentHash: hashOf(item.contentHash, cleanedLink) };
    }
    function guidOf(at: number, scheme: string): string {
      return `${scheme}://news.example/?p=${at}`;
    }
    it.each([
      [
        "moves its guids to https",
        (item, at) => [guidOf(at, "http"), guidOf(at, "https")].map((guid) => withGuid(guid, item)),
        [0, 0],
      ],
      ["moves its links to https and has no guids", (item) => [byLink(toHttp(item)), byLink(item)], [0, 3]],
      ["begins to give guids", (item, at) => [byLink(item), withGuid(`g${at}`, item)], [0, 0]],
      [
        "begins to give guids, and has no dates",
        (item, at) => [byLink(item), withGuid(`g${at}`, item)].map((read) => ({ ...read, publishedAt: null })),
        [0, 0],
      ],
      [
        "has another guid for each update",
        (item, at) =>
          [0, 1, 2].map((update) =>
            withGuid(`g${at}#${update}`, { ...item, publishedAt: (item.publishedAt ?? 0) + update }),
          ),
        [0, 0],
      ],
      [
        "edits headlines with that",
        (item, at) => [
          withGuid(`g${at}#0`, item),
          withGuid(`g${at}#1`, { ...item, title: `${item.title}, updated`, contentHash: "new" }),
        ],
        [0, 3],
      ],
    ] satisfies [string, (item: ReadItem, at: number) => ReadItem[], [number, number]][])(
      "%s",
      async (_fact, versionsOf, expected) => {
        const titles = ["Envoy asks for asylum", "Ferry strike ends", "Quake hits island"];
        const items = titles.map((title, at) => versionsOf(readItem(`${at}`, { title, publishedAt: at * 100 }), at));
        const documents = [0, 1, 2].map((version) => items.flatMap((versions) => versions[version] ?? []));
        for (const [at, document] of documents.filter(({ length }) => length > 0).entries()) {
          const { added, revised } = await store.items.addRead(feedId, document, 1000 + at);
          expect([added.length, revised.length]).toEqual(at === 0 ? [3, 0] : expected);
          expect(await store.items.addRead(feedId, document, 1000 + at)).toEqual({ added: [], revised: [] });
        }
      },
    );

    it.each([
      ["stands in the document under its own guid", [{}], [{}, {}], [1, 0]],
      ["has another headline", [{}], [{ title: "Ferry strike ends" }], [1, 0]],
      ["has the headline of every day, dated a day later", [{}], [{ publishedAt: 86_400_100 }], [1, 0]],
      [
        "has a headline like it, dated later",
        [{}],
        [{ title: "Envoy asks for asylum again", publishedAt: 101 }],
        [1, 0],
      ],
      [
        "has a headline like it and no date",
        [{}],
        [{ title: "Envoy asks for asylum again", publishedAt: null }],
        [1, 0],
      ],
      [
        "has a headline like it at a link of many",
        [{}, { title: "Ferry strike ends" }],
        [{ title: "Envoy asks for asylum again" }],
        [1, 0],
      ],
    ] satisfies [string, Partial<ReadItem>[], Partial<ReadItem>[], [number, number]][])(
      "are not one: the other %s",
      async (_fact, stored, shown, expected) => {
        const item = readItem("a", { title: "Envoy asks for asylum", publishedAt: 100 });
        const all = stored.map((changed, at) => withGuid(`old${at}`, { ...item, ...changed }));
        await store.items.addRead(feedId, all, 1000);
        const document = shown.map((changed, at) => withGuid(at === 0 ? "new" : "old0", { ...item, ...changed }));
        const { added, revised } = await store.items.addRead(feedId, document, 2000);
        expect([added.length, revised.length]).toEqual(expected);
      },
    );
  });

  it("takes no notice of a text that rotates, but of its headline", async () => {
    const quarter = 15 * 60_000;
    async function show(time: number, changed: Partial<ReadItem> = {}): Promise<number> {
      const body = `The envoy left. Related: ${"x".repeat(time + 1)}`;
      const read = readItem("a", { body, contentHash: hashOf(body, changed.title ?? ""), ...changed });
      return (await store.items.addRead(feedId, [read], 1000 + time * quarter)).revised.length;
    }
    const revised: number[] = [];
    for (let time = 0; time < 8; time += 1) revised.push(await show(time));
    // The fifth revision is the fourth change within an hour. A day later it is still known.
    expect(revised).toEqual([0, 1, 1, 1, 1, 0, 0, 0]);
    expect(await show(100)).toBe(0);
    expect(await show(101, { title: "Envoy returns" })).toBe(1);
  });

  it("follows a text that changes three times an hour", async () => {
    for (let time = 0; time < 9; time += 1) {
      const read = readItem("a", { body: `Version ${"x".repeat(time + 1)}`, contentHash: `${time}` });
      const { revised } = await store.items.addRead(feedId, [read], 1000 + time * 21 * 60_000);
      expect(revised).toHaveLength(time === 0 ? 0 : 1);
    }
  });

  it("stores a document in which a guid is the key of another item, the first of both", async () => {
    function item(name: string, title: string): ReadItem {
      return readItem(name, { title, contentHash: title });
    }
    const first = withGuid("x", item("1", "Minister resigns"));
    await store.items.addRead(feedId, [first], 1000);
    const reused = withGuid("x", item("2", "Ferry strike ends"));
    const forged = withGuid(reused.distinction?.identity ?? "", item("3", "Something else"));
    expect((await store.items.addRead(feedId, [reused, forged], 2000)).added).toHaveLength(1);
  });
});
