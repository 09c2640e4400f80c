import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOUR_MS } from "../../src/core/time.ts";
import type { ReadItem } from "../../src/core/vocabulary.ts";
import type { PageEnd } from "../../src/store/item-rows.ts";
import type { Store } from "../../src/store/store.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, matchedText, readItem } from "../support/store/store-builders.ts";

const FULL = "The envoy asked for asylum on Tuesday, said an official who did not want to be named.";
const FULLER = `${FULL} A second official confirmed it on Wednesday.`;
const TEASER = readItem("a", { title: "Envoy leaves", summary: "The envoy left." });

describe.each(["sqlite", "postgres"] as const)("pages of items in the %s store", (dialect) => {
  let opened: TestStore;
  let store: Store;
  const feedId = "wire";

  beforeEach(async () => {
    opened = await openTestStore(dialect, () => 0);
    ({ store } = opened);
    await store.feeds.sync([feed(feedId)], () => 0);
    await store.items.addRead(feedId, [], 0);
  });
  afterEach(() => opened.remove());

  function linked(item: ReadItem, host = feedId): ReadItem {
    return { ...item, link: `https://${host}.example/${item.identity}` };
  }

  async function show(item: ReadItem, at: number, dueAt: number | null = at): Promise<string> {
    const { added, revised } = await store.items.addRead(feedId, [linked(item)], at, () => dueAt);
    return added[0] ?? revised[0] ?? "unchanged";
  }

  function finish(itemId: string, end: Partial<PageEnd> & Pick<PageEnd, "result">) {
    const url = `https://${feedId}.example/a`;
    return store.pages.finish({ itemId, url, tries: 0, dueAt: null, finishedAt: 500, ...end });
  }

  function text(words: string): PageEnd["result"] {
    return { kind: "text", text: words, lang: "en" };
  }

  async function claim(now: number, claimMs = 100): Promise<readonly string[]> {
    return (await store.pages.claimDue(now, claimMs, 1000)).map(({ itemId }) => itemId);
  }

  it("are wanted together with the item that is stored", async () => {
    const id = await show(TEASER, 100);
    expect(await store.pages.get(id)).toEqual({
      feedId,
      url: `https://${feedId}.example/a`,
      dueAt: 100,
      tries: 0,
      outcome: null,
      detail: null,
      finishedAt: null,
    });
    const without = await show(readItem("b"), 100, null);
    expect(await store.pages.get(without)).toBeUndefined();
  });

  it("are decided on by what is known of item and page", async () => {
    const asked: unknown[] = [];
    const items = [linked(TEASER)];
    await store.items.addRead(feedId, items, 100, (wish) => {
      asked.push(wish);
      return 100;
    });
    await store.items.addRead(feedId, items, 200, () => expect.fail("an unchanged item was asked about"));
    const revised = [{ ...linked(TEASER), contentHash: "2" }];
    await store.items.addRead(feedId, revised, 300, (wish) => {
      asked.push(wish);
      return null;
    });
    const { link } = linked(TEASER);
    expect(asked).toEqual([
      { link, baseline: false, page: null },
      { link, baseline: false, page: { dueAt: 100, finishedAt: null } },
    ]);
  });

  it("are wanted of the baseline by nobody who asks whether it is that", async () => {
    await store.feeds.sync([feed(feedId), feed(`${feedId}-new`)], () => 0);
    const baselines: boolean[] = [];
    await store.items.addRead(`${feedId}-new`, [linked(TEASER)], 100, ({ baseline }) => {
      baselines.push(baseline);
      return null;
    });
    expect(baselines).toEqual([true]);
  });

  it("become a new revision that waits to be matched, and keep the feed's own words", async () => {
    const id = await show(TEASER, 100);
    await store.items.markAllMatched([matchedText(id, 1)]);
    expect(await finish(id, { result: text(FULL) })).toEqual({ outcome: "read", revised: true });
    expect(await store.items.get(id)).toMatchObject({
      revision: 2,
      title: TEASER.title,
      summary: TEASER.summary,
      body: FULL,
      contentHash: TEASER.contentHash,
    });
    expect(await store.items.listPending([id])).toMatchObject([{ id, revision: 2, body: FULL }]);
    expect(await store.pages.get(id)).toMatchObject({ dueAt: null, outcome: "read", finishedAt: 500 });
  });

  it.each([
    [null, "en"],
    ["fa", "fa"],
  ])("tell the language of an item that has none: %s is %s", async (told, known) => {
    const id = await show({ ...TEASER, lang: told }, 100);
    await finish(id, { result: text(FULL) });
    expect(await store.items.get(id)).toMatchObject({ revision: 2, lang: known });
  });

  it("wait while their feed is paused", async () => {
    const id = await show(TEASER, 100);
    await store.feeds.pause({ feedId, until: 300, at: 150, author: "desk", comment: "moving" });
    expect(await claim(299)).toEqual([]);
    expect(await claim(300)).toEqual([id]);
  });

  it("and a poll that comes at the same moment both become revisions", async () => {
    const id = await show(TEASER, 100);
    let read = 0;
    for (let round = 1; round <= 40; round += 1) {
      const words = text(`${FULL} ${"More was said. ".repeat(round)}`);
      const url = `https://${feedId}.example/a`;
      const changed = { ...linked(TEASER), summary: `Left ${"again ".repeat(round)}`, contentHash: String(round) };
      const [, page] = await Promise.all([
        // An hour apart: a text that changes more often is taken for one that rotates.
        store.items.addRead(feedId, [changed], 100 + round * HOUR_MS, () => 100),
        opened.peer.pages.finish({ itemId: id, url, result: words, tries: 0, dueAt: null, finishedAt: 500 }),
      ]);
      if (page?.revised === true) read += 1;
    }
    expect(read).toBeGreaterThan(1);
    expect(await store.items.get(id)).toMatchObject({
      revision: 1 + 40 + read,
      summary: `Left ${"again ".repeat(40)}`,
    });
  });

  it("are no changes of the feed, however often their text differs", async () => {
    const id = await show(TEASER, 100);
    for (const times of [1, 2, 3, 4, 5]) await finish(id, { result: text(FULL.repeat(times)) });
    expect(await store.items.get(id)).toMatchObject({ revision: 6 });
    expect(await show({ ...TEASER, summary: "The envoy came back.", contentHash: "back" }, 600)).toBe(id);
  });

  it("do not make the teaser look like a change at the next poll", async () => {
    const id = await show(TEASER, 100);
    await finish(id, { result: text(FULL) });
    expect(await show(TEASER, 600)).toBe("unchanged");
    expect(await store.items.get(id)).toMatchObject({ revision: 2, body: FULL });
  });

  it("stay the body when the feed changes its headline, and can be wanted again", async () => {
    const id = await show(TEASER, 100);
    await finish(id, { result: text(FULL), tries: 2 });
    const corrected = readItem("a", { title: "Envoy leaves post", summary: "The envoy left." });
    expect(await show(corrected, 600, 900)).toBe(id);
    expect(await store.items.get(id)).toMatchObject({ revision: 3, title: "Envoy leaves post", body: FULL });
    expect(await store.pages.get(id)).toMatchObject({ dueAt: 900, tries: 0, outcome: "read" });
    expect(await show(corrected, 700)).toBe("unchanged");
    expect(await finish(id, { result: text(FULL) })).toEqual({ outcome: "unchanged", revised: false });
    expect(await finish(id, { result: text(FULLER) })).toEqual({ outcome: "read", revised: true });
    expect(await store.items.get(id)).toMatchObject({ revision: 4, title: "Envoy leaves post", body: FULLER });
  });

  it("do not make an item look like one with a clock in its text", async () => {
    const id = await show(TEASER, 100);
    await finish(id, { result: text(FULL) });
    const dead = [12, 14, 17].map((n) =>
      readItem("a", { title: TEASER.title, summary: `${n} left.`, contentHash: `${n}` }),
    );
    const shown: string[] = [];
    for (const [index, item] of dead.entries()) shown.push(await show(item, 600 + index, null));
    expect(shown).toEqual([id, id, "unchanged"]);
  });

  it("give way to the feed's own text once that says more", async () => {
    const id = await show(TEASER, 100);
    await finish(id, { result: text(FULL) });
    await show(readItem("a", { title: TEASER.title, body: FULLER }), 600);
    expect(await store.items.get(id)).toMatchObject({ revision: 3, body: FULLER });
  });

  it("are left aside where they say less than the feed", async () => {
    const id = await show(readItem("a", { body: FULL }), 100);
    expect(await finish(id, { result: text("Accept our cookies?") })).toEqual({ outcome: "shorter", revised: false });
    expect(await store.items.get(id)).toMatchObject({ revision: 1, body: FULL });
  });

  it("record why they could not be read, and when they are tried again", async () => {
    const id = await show(TEASER, 100);
    const result = { kind: "failed", outcome: "timeout", detail: "not done within 30000 ms" } as const;
    expect(await finish(id, { result, tries: 1, dueAt: 900 })).toEqual({ outcome: "timeout", revised: false });
    expect(await store.pages.get(id)).toMatchObject({
      outcome: "timeout",
      detail: "not done within 30000 ms",
      tries: 1,
      dueAt: 900,
    });
    expect(await claim(899)).toEqual([]);
    expect(await claim(900)).toEqual([id]);
  });

  it("are recorded of the link that was asked, not of the one it has now", async () => {
    const id = await show(TEASER, 100);
    await claim(100, 100_000);
    const moved = { ...linked(TEASER), link: `https://${feedId}.example/moved`, contentHash: "2" };
    await store.items.addRead(feedId, [moved], 200, () => 200);
    expect(await finish(id, { result: text(FULL) })).toBeUndefined();
    expect(await store.items.get(id)).toMatchObject({ revision: 2, body: "" });
    expect(await claim(300)).toEqual([id]);
  });

  it("are claimed one a host, the newest item first, and again when a claim has ended", async () => {
    const older = await show(readItem("a"), 100);
    const newer = await show(readItem("b"), 200);
    const { added } = await store.items.addRead(feedId, [linked(readItem("c"), `${feedId}-else`)], 150, () => 150);
    const elsewhere = added[0] ?? "";
    expect((await claim(300)).toSorted()).toEqual([newer, elsewhere].toSorted());
    expect(await claim(399)).toEqual([]);
    expect((await claim(400)).toSorted()).toEqual([newer, elsewhere].toSorted());
    await finish(newer, { url: `https://${feedId}.example/b`, result: text(FULL) });
    expect(await claim(450)).toEqual([older]);
    await store.leases.clear();
    expect((await claim(460)).toSorted()).toEqual([older, elsewhere].toSorted());
  });

  it("of two processes that ask at once one gets each", async () => {
    const id = await show(TEASER, 100);
    const claims = await Promise.all([store.pages.claimDue(100, 100, 10), opened.peer.pages.claimDue(100, 100, 10)]);
    expect(claims.flat().map(({ itemId }) => itemId)).toEqual([id]);
  });

  it("go with their item", async () => {
    const id = await show(TEASER, 100);
    await finish(id, { result: text(FULL) });
    await store.items.markAllMatched([matchedText(id, 2)]);
    await store.retention.removeItems({ unmatchedBefore: 10_000, matchedBefore: null }, null, 1000);
    expect(await store.pages.get(id)).toBeUndefined();
    expect(await finish(id, { result: text(FULLER) })).toBeUndefined();
  });
});
