import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { EVIDENCE, newDelivery, newMatch, readItem } from "../support/store/store-builders.ts";

describeStore("stories", (given) => {
  it("finds the stories of items and of links that were seen lately, the earliest first", async () => {
    const { store, nth, storeItem } = given();
    const link = `https://story.example/${nth}`;
    const first = await storeItem(readItem("a", { cleanedLink: link }), 1000);
    const copy = await storeItem(readItem("b", { cleanedLink: link }), 2000);
    expect(await store.stories.findByLinks([link], 0)).toEqual(new Map());
    const [storyId, otherId] = [`sty_${nth}`, await store.stories.create(2000)];
    await store.stories.createAll([storyId], 1000);
    await store.stories.addItems([{ storyId, itemId: first, reason: "first" }], 1000);
    await store.stories.addItems([{ storyId: otherId, itemId: copy, reason: "same-link" }], 2000);
    await store.stories.addItems([{ storyId: otherId, itemId: first, reason: "same-link" }], 2000);
    expect(await store.stories.findByItem(first)).toBe(storyId);
    expect(await store.stories.findByItem("itm_none")).toBeUndefined();
    const stories = await store.stories.findByItems([first, copy, "itm_none"]);
    expect(stories).toEqual(
      new Map([
        [first, storyId],
        [copy, otherId],
      ]),
    );
    expect(await store.stories.findByLinks([link, "https://other.example/"], 1000)).toEqual(new Map([[link, storyId]]));
    expect(await store.stories.findByLinks([link], 1001)).toEqual(new Map([[link, otherId]]));
    expect(await store.stories.findByLinks([link], 2001)).toEqual(new Map());
  });
});

describeStore("matches", (given) => {
  it("knows a match by watch, item and revision", async () => {
    const { store, peer, storeItem } = given();
    const itemId = await storeItem(readItem("a"));
    const storyId = await store.stories.create(1000);
    const match = newMatch({ itemId, storyId });
    const added = await Promise.all([store.matches.add(match), peer.matches.add(match), store.matches.add(match)]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(1);
    expect(added.filter((answer) => answer.added)).toHaveLength(1);
    expect(await store.matches.add({ ...match, watchId: "other" })).toMatchObject({ added: true });
  });

  it("keeps the evidence and the veto as they were", async () => {
    const { store, storeItem } = given();
    const veto = { name: "unless", words: "1954", place: "title" } as const;
    const itemId = await storeItem(readItem("a"));
    const storyId = await store.stories.create(1000);
    await store.matches.add(newMatch({ itemId, storyId, veto }));
    expect(await store.matches.listByItem(itemId)).toEqual([
      { ...newMatch({ itemId, storyId, veto }), id: expect.stringMatching(/^mat_/) },
    ]);
  });

  it("knows whom the matches of stories name", async () => {
    const { store, storeItem } = given();
    const itemId = await storeItem(readItem("a"));
    const [storyId, otherId] = [await store.stories.create(1000), await store.stories.create(1000)];
    const [first, second] = ["ivan", "ada"].map((personId) => ({
      personId,
      name: personId,
      role: null,
      spelling: "x",
    }));
    const people = [first, second].flatMap((person) => person ?? []);
    await store.matches.add(newMatch({ itemId, storyId, evidence: { ...EVIDENCE, people: people.slice(0, 1) } }));
    const other = { ...EVIDENCE, people: people.slice(1) };
    await store.matches.add(newMatch({ itemId, storyId, watchId: "other", evidence: other, matchedAt: 3000 }));
    expect(await store.matches.listPeople([storyId, otherId])).toEqual(new Map([[storyId, people]]));
  });

  it("remembers whether an earlier revision matched without a veto", async () => {
    const { store, feedId, storeItem } = given();
    const itemId = await storeItem(readItem("a"));
    await store.items.addRead(feedId, [readItem("a", { title: "2" })], 2000);
    const storyId = await store.stories.create(1000);
    const veto = { name: "unless", words: "1954", place: "title" } as const;
    await store.matches.add(newMatch({ itemId, storyId, watchId: "vetoed", veto }));
    await store.matches.add(newMatch({ itemId, storyId }));
    expect(await store.matches.hasEarlier("asylum", itemId, 1)).toBe(false);
    expect(await store.matches.hasEarlier("asylum", itemId, 2)).toBe(true);
    expect(await store.matches.hasEarlier("vetoed", itemId, 2)).toBe(false);
  });

  it("remembers whether a channel was told of an earlier revision, or will be", async () => {
    const { store, nth, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    const [{ itemId } = { itemId: "" }] = await store.matches.listTellable([matchId]);
    const earlier = { watchId: "asylum", itemId, beforeRevision: 2 };
    function told(changed: Partial<typeof earlier> = {}, channel = channelId): Promise<boolean> {
      return store.matches.wasTold({ ...earlier, ...changed }, channel);
    }
    async function deliver(key: string, kind: "alert" | "roundup" = "alert"): Promise<string> {
      const { id } = await store.deliveries.add(newDelivery(`${key}|${nth}`, { channelId, kind }));
      await store.deliveries.attachMatches(id, [matchId]);
      return id;
    }
    await deliver("escalation|sty");
    expect(await told()).toBe(false);
    const alert = await deliver("alert");
    expect([await told(), await told({ beforeRevision: 1 }), await told({ watchId: "other" })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await told({}, "elsewhere")).toBe(false);
    await store.holds.drop(alert, "dropped-by-operator", null);
    expect(await told()).toBe(false);
    await deliver("summary", "roundup");
    expect(await told()).toBe(true);
    await store.editions.collect("digest", matchId, "digest", 1000);
    expect(await told({}, "digest")).toBe(true);
  });

  it("knows what a silence keeps as what will be told", async () => {
    const { store, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    const [{ itemId } = { itemId: "" }] = await store.matches.listTellable([matchId]);
    const scope = { watchId: "asylum", storyId: null, feedId: null, words: null };
    const id = await store.silences.add({ ...scope, author: "Ada", comment: "a drill", startsAt: 1, endsAt: 9 });
    await store.silences.keepMatch(id, channelId, matchId);
    expect(await store.matches.wasTold({ watchId: "asylum", itemId, beforeRevision: 2 }, channelId)).toBe(true);
    await store.silences.forgetKept(id, channelId, [matchId]);
    expect(await store.matches.wasTold({ watchId: "asylum", itemId, beforeRevision: 2 }, channelId)).toBe(false);
  });

  it("records a decision once", async () => {
    const { store, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    const decision = { matchId, channelId, kind: "suppress", reason: "late", detail: "3 d", decidedAt: 5 } as const;
    await store.matches.addDecision(decision);
    await store.matches.addDecision({ ...decision, decidedAt: 9 });
    expect(await store.matches.listDecisions(matchId)).toEqual([decision]);
  });

  it("lists what the baseline of feeds would have matched, newest first, vetoes left out", async () => {
    const { store, feedId, storeItem } = given();
    const storyId = await store.stories.create(1000);
    const veto = { name: "unless", words: "1954", place: "title" } as const;
    const { added } = await store.items.addRead(
      feedId,
      [100, 300, 200, 50].map((publishedAt) => readItem(`p${publishedAt}`, { publishedAt })),
      1000,
    );
    for (const itemId of added) await store.matches.add(newMatch({ itemId, storyId }));
    await store.matches.add(newMatch({ itemId: added[0] ?? "", storyId, watchId: "vetoed", veto }));
    const later = await storeItem(readItem("later", { publishedAt: 400 }));
    await store.matches.add(newMatch({ itemId: later, storyId }));
    const baseline = await store.matches.listBaseline([feedId], 100);
    expect(baseline.map((match) => match.item.identity)).toEqual(["p300", "p200", "p100"]);
    expect(baseline[0]).toMatchObject({ feedKind: "wire", evidence: EVIDENCE, item: { feedId, baseline: true } });
    expect(await store.matches.listBaseline([], 0)).toEqual([]);
  });
});
