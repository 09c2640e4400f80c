import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { feed, matchedText, readItem, withGuid } from "../support/store/store-builders.ts";

describeStore("items", (given) => {
  it("stores the first reading as baseline and later ones as news, each once", async () => {
    const { store, feedId } = given();
    const first = await store.items.addRead(feedId, [readItem("a"), readItem("b")], 1000);
    expect(first).toMatchObject({ added: [expect.stringMatching(/^itm_/), expect.any(String)], revised: [] });
    const second = await store.items.addRead(feedId, [readItem("b"), readItem("c")], 2000);
    expect(second).toEqual({ added: [expect.any(String)], revised: [] });
    expect(await store.items.addRead(feedId, [readItem("c"), readItem("a")], 3000)).toEqual({
      added: [],
      revised: [],
    });
    expect(await store.items.get(first.added[0] ?? "")).toMatchObject({ baseline: true, firstSeenAt: 1000 });
    expect(await store.items.get(second.added[0] ?? "")).toMatchObject({ baseline: false, firstSeenAt: 2000 });
    expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: 1000 });
  });

  it("gives an item back as it was read", async () => {
    const { store, feedId, storeItem } = given();
    const read = readItem("a", {
      title: "سفیر درخواست پناهندگی کرد",
      summary: "Summary",
      body: "Body\n\nwith 'quotes' and 😀",
      author: "A. Writer",
      publishedAt: 500,
    });
    const id = await storeItem(read);
    expect(await store.items.get(id)).toEqual({
      ...read,
      id,
      feedId,
      revision: 1,
      publishedAt: 500,
      publishedSource: "feed",
      firstSeenAt: 1000,
      baseline: true,
      cutBytes: 0,
    });
    expect(await store.items.get("itm_none")).toBeUndefined();
  });

  it("knows since when it has items", async () => {
    const { store, feedId } = given();
    expect(await store.items.oldestSeenAt()).toSatisfy((at: number | null) => at === null || at >= 5);
    await store.items.addRead(feedId, [readItem("old")], 5);
    await store.items.addRead(feedId, [readItem("young")], 50);
    expect(await store.items.oldestSeenAt()).toBe(5);
  });

  it("counts the items of a time by language, and walks through those of some", async () => {
    const { store, feedId } = given();
    const langs = ["fa", null, "en-GB", "fa", "ru"];
    for (const [at, lang] of langs.entries())
      await store.items.addRead(feedId, [readItem(`of ${at}`, { title: `of ${at}`, lang })], 7_000_000 + at);
    const range = { from: 7_000_000, to: 7_000_004 };
    const counts = await store.items.countByLang(range);
    expect(counts.toSorted((a, b) => (a.lang ?? "").localeCompare(b.lang ?? ""))).toEqual([
      { lang: null, items: 1 },
      { lang: "en-GB", items: 1 },
      { lang: "fa", items: 2 },
    ]);
    async function titles(some?: readonly (string | null)[]): Promise<string[]> {
      const seen = await store.items.listSeen({ ...range, ...(some && { langs: some }) }, null, 10);
      return seen.map(({ title }) => title);
    }
    expect(await titles()).toEqual(["of 0", "of 1", "of 2", "of 3"]);
    expect(await titles(["fa", null])).toEqual(["of 0", "of 1", "of 3"]);
    expect(await titles(["en-GB"])).toEqual(["of 2"]);
    expect(await titles([null])).toEqual(["of 1"]);
    expect(await titles([])).toEqual([]);
  });

  it("knows which feeds showed links on a host", async () => {
    const { store, feedId } = given();
    const links = [
      "https://www.carrier.example/a",
      "http://carrier.example:8080/b",
      "https://other.example/?u=https://x.example/",
    ];
    await store.items.addRead(
      feedId,
      links.map((cleanedLink) => readItem(cleanedLink, { cleanedLink })),
      1000,
    );
    expect(await store.items.listFeedsLinkingTo("carrier.example")).toEqual([feedId]);
    expect(await store.items.listFeedsLinkingTo("other.example")).toEqual([feedId]);
    for (const host of ["x.example", "arrier.example", "carrier.example.org", "other.exampl"])
      expect(await store.items.listFeedsLinkingTo(host)).toEqual([]);
  });

  it("has an item of its own for a story that got the guid of an old one, and knows both afterwards", async () => {
    const { store, feedId } = given();
    const distinction = { by: "link", needed: false } as const;
    const old = readItem("guid", { publishedAt: 400, distinction: { ...distinction, identity: "guid a" } });
    const reused = readItem("guid", {
      title: "Something else",
      cleanedLink: "https://news.example/else",
      publishedAt: 500,
      distinction: { ...distinction, identity: "guid b" },
    });
    expect(await store.items.addRead(feedId, [old], 1000)).toMatchObject({ added: [expect.any(String)] });
    const { added, revised } = await store.items.addRead(feedId, [reused], 2000);
    expect({ added: added.length, revised }).toEqual({ added: 1, revised: [] });
    const corrected = { ...reused, title: "Something else again", contentHash: "c" };
    expect(await store.items.addRead(feedId, [corrected, old], 3000)).toEqual({ added: [], revised: added });
    const earlier = { ...reused, distinction: { ...distinction, identity: "guid c" }, publishedAt: 300 };
    expect(await store.items.addRead(feedId, [earlier], 4000)).toMatchObject({ added: [] });
  });

  it("makes changed content a new revision that waits to be matched again", async () => {
    const { store, feedId, storeItem } = given();
    const id = await storeItem(readItem("a"));
    await store.items.markAllMatched([matchedText(id, 1)]);
    const changed = readItem("a", { title: "Corrected title" });
    expect(await store.items.addRead(feedId, [changed], 2000)).toEqual({ added: [], revised: [id] });
    expect(await store.items.addRead(feedId, [changed], 3000)).toEqual({ added: [], revised: [] });
    expect(await store.items.get(id)).toMatchObject({ revision: 2, title: "Corrected title", firstSeenAt: 1000 });
    expect(await store.items.listPending([id])).toMatchObject([{ id, revision: 2, baseline: true }]);
  });

  it("takes a date that comes later, and keeps the first one", async () => {
    const { store, feedId, storeItem } = given();
    const id = await storeItem(readItem("a"));
    expect(await store.items.get(id)).toMatchObject({ publishedAt: 1000, publishedSource: "first-seen" });
    await store.items.addRead(feedId, [readItem("a", { contentHash: "2", publishedAt: 400 })], 2000);
    expect(await store.items.get(id)).toMatchObject({ publishedAt: 400, publishedSource: "feed" });
    await store.items.addRead(feedId, [readItem("a", { contentHash: "3", publishedAt: 1900 })], 3000);
    expect(await store.items.get(id)).toMatchObject({ revision: 3, publishedAt: 400, publishedSource: "feed" });
  });

  it("reads an identity that a feed shows twice as one item, the first", async () => {
    const { store, feedId } = given();
    const twice = [readItem("a", { title: "One" }), readItem("a", { title: "Two" })];
    const { added } = await store.items.addRead(feedId, twice, 1000);
    expect(added).toHaveLength(1);
    expect(await store.items.addRead(feedId, twice, 2000)).toEqual({ added: [], revised: [] });
    expect(await store.items.get(added[0] ?? "")).toMatchObject({ title: "One", revision: 1 });
  });

  it("follows items whose guids are their places in the document, also when their titles are edited meanwhile", async () => {
    const { store, feedId } = given();
    const [envoy, ferry, quake, again] = [
      "Envoy asks for asylum",
      "Ferry strike ends",
      "Quake hits island",
      "Envoy asks for asylum again",
    ].map((title, at) => readItem(title, { title, publishedAt: at * 100 }));
    if (!envoy || !ferry || !quake || !again) throw new Error("four items are needed");
    const edited = { ...envoy, title: "Envoy asks for asylum in Oslo", contentHash: "edited" };
    const documents = [[envoy], [ferry, envoy], [quake, ferry, edited], [ferry, edited], [again, ferry, edited]];
    const changes: number[][] = [];
    for (const [at, document] of documents.entries()) {
      const items = document.map((item, place) => withGuid(String(place + 1), item));
      const { added, revised } = await store.items.addRead(feedId, items, 1000 + at);
      changes.push([added.length, revised.length]);
    }
    expect(changes).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  it("takes no item for one that a later portion of the document shows under its own guid", async () => {
    const { store, feedId } = given();
    const body = "word ".repeat(120_000);
    const [moved, live, again] = [
      readItem("ferry", { title: "Ferry strike ends" }),
      readItem("live", { title: "Live: talks in Geneva", body }),
      readItem("live", { title: "Live: more talks in Geneva", body: `${body} more`, contentHash: "more" }),
    ];
    const stored = [withGuid("f", moved), withGuid("l1", live)];
    await store.items.addRead(feedId, stored, 1000);
    const cleanedLink = "https://news.example.org/ferry-moved";
    const shown = [
      withGuid("f", { ...moved, cleanedLink, contentHash: "moved" }),
      withGuid("l2", again),
      ...stored.slice(1),
    ];
    expect(await store.items.addRead(feedId, shown, 2000)).toEqual({
      added: [expect.any(String)],
      revised: [expect.any(String)],
    });
  });

  it("keeps equal identities of two feeds apart", async () => {
    const { store, feedId, storeItem } = given();
    const other = `${feedId}-other`;
    await store.feeds.sync([feed(feedId), feed(other)], () => 0);
    await storeItem(readItem("a"));
    expect(await store.items.addRead(other, [readItem("a")], 1000)).toMatchObject({ added: [expect.any(String)] });
  });

  it("stores identities and links of any length, and drops U+0000", async () => {
    const { store, feedId, storeItem } = given();
    const long = "x".repeat(20_000);
    const id = await storeItem(readItem(long, { title: "A\u0000B", cleanedLink: `https://long.example/${long}` }));
    expect(await store.items.get(id)).toMatchObject({ identity: long, title: "AB" });
    expect(await store.items.addRead(feedId, [readItem(long, { title: "A\u0000B" })], 2000)).toMatchObject({
      added: [],
    });
  });

  it("stores each item once when two processes read the feed at once", async () => {
    const { store, peer, feedId } = given();
    const items = Array.from({ length: 700 }, (_, at) => readItem(`i${at}`));
    const results = await Promise.all([
      store.items.addRead(feedId, items, 1000),
      peer.items.addRead(feedId, items.toReversed(), 1000),
      store.items.addRead(feedId, items, 1000),
    ]);
    expect(new Set(results.flatMap(({ added }) => added)).size).toBe(700);
    expect(results.flatMap(({ added }) => added)).toHaveLength(700);
    expect(results.flatMap(({ revised }) => revised)).toEqual([]);
  });

  it("ends a first reading that broke off as baseline, and tells nothing of it as news", async () => {
    const { store, feedId } = given();
    const items = Array.from({ length: 1100 }, (_, at) => readItem(`i${at}`));
    const broken = {
      ...readItem("last"),
      get author(): string {
        throw new Error("unreadable");
      },
    };
    const breaking = [...items.slice(0, 1050), broken];
    await expect(store.items.addRead(feedId, breaking, 1000)).rejects.toThrow("unreadable");
    expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: null });

    const { added, revised } = await store.items.addRead(feedId, items, 2000);
    expect(revised).toEqual([]);
    expect(added).toHaveLength(100);
    expect(await store.feeds.get(feedId)).toMatchObject({ baselineAt: 2000 });
    expect(await store.items.countBaseline([feedId])).toBe(1100);
    const news = await store.items.addRead(feedId, [readItem("i1100"), ...items], 3000);
    expect(await store.items.get(news.added[0] ?? "")).toMatchObject({ identity: "i1100", baseline: false });
    expect(news.added).toHaveLength(1);
  });

  it("refuses a feed that was never configured", async () => {
    const { store } = given();
    await expect(store.items.addRead("nowhere", [], 1000)).rejects.toThrow("feed nowhere has no row");
  });

  it("claims unmatched items oldest first, and again when the claim expires", async () => {
    const { store, nth, storeItem } = given();
    const now = nth * 1_000_000;
    await store.items.claimUnmatched(now, 10 * now, 100_000);
    const newer = await storeItem(readItem("newer"), 2000);
    const older = await storeItem(readItem("older"), 1500);
    expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([older, newer]);
    expect(await store.items.claimUnmatched(now + 499, 500, 10)).toEqual([]);
    await store.items.markAllMatched([matchedText(older, 1)]);
    expect(await store.items.claimUnmatched(now + 500, 500, 10)).toEqual([newer]);
  });

  it("gives parallel claims disjoint items and leaves none out", async () => {
    const { store, peer, nth, feedId } = given();
    const now = nth * 1_000_000;
    await store.items.claimUnmatched(now, 10 * now, 100_000);
    const { added } = await store.items.addRead(
      feedId,
      Array.from({ length: 90 }, (_, at) => readItem(`i${at}`)),
      1000,
    );
    const claims = await Promise.all(
      Array.from({ length: 6 }, (_, at) => (at % 2 === 0 ? store : peer).items.claimUnmatched(now, 1000, 15)),
    );
    const rest = await store.items.claimUnmatched(now, 1000, 100);
    expect([...claims.flat(), ...rest].toSorted()).toEqual(added.toSorted());
  });

  it("leaves a revision unmatched that came while the former one was in the matcher", async () => {
    const { store, nth, feedId, storeItem } = given();
    const now = nth * 1_000_000;
    await store.items.claimUnmatched(now, 10 * now, 100_000);
    const id = await storeItem(readItem("a"));
    expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([id]);
    await store.items.addRead(feedId, [readItem("a", { title: "Changed" })], 2000);
    expect(await store.items.claimUnmatched(now, 500, 10)).toEqual([id]);
    await store.items.markAllMatched([matchedText(id, 1)]);
    expect(await store.items.claimUnmatched(now + 100, 500, 10)).toEqual([]);
    expect(await store.items.listPending([id])).toMatchObject([{ id, revision: 2, title: "Changed" }]);
    await store.items.markAllMatched([matchedText(id, 2)]);
    expect(await store.items.listPending([id])).toEqual([]);
  });

  it("lists the pending ones of many ids with their feed, and none of no ids", async () => {
    const { store, feedId } = given();
    const { added } = await store.items.addRead(
      feedId,
      Array.from({ length: 1100 }, (_, at) => readItem(`i${at}`)),
      1000,
    );
    const [done = ""] = added;
    await store.items.markAllMatched([matchedText(done, 1)]);
    const pending = await store.items.listPending(added);
    expect(pending).toHaveLength(1099);
    expect(pending[0]).toMatchObject({ feedId, feedUrl: `https://${feedId}.example/feed.xml` });
    expect(await store.items.listPending([])).toEqual([]);
  });
});
