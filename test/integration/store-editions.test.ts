import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";

describeStore("editions", (given) => {
  it("takes each waiting entry exactly once, however many are made at the same time", async () => {
    const { store, peer, channelId, storeMatch } = given();
    const matchIds: string[] = [];
    for (let at = 0; at < 12; at += 1) matchIds.push(await storeMatch(`m${at}`));
    const work = matchIds.map((matchId, at) => async () => {
      await (at % 2 === 0 ? store : peer).editions.collect(channelId, matchId, "digest", 1000);
    });
    const times = { fromAt: 0, toAt: 10, createdAt: 10 };
    const [, editions] = await Promise.all([
      Promise.all(work.map((collect) => collect())),
      Promise.all(
        [1, 2, 3, 4, 4].map((at) =>
          (at % 2 === 0 ? store : peer).underLock("editions", (queries) =>
            queries.editions.create({ channelId, scheduledFor: at, ...times }),
          ),
        ),
      ),
    ]);
    const last = await store.editions.create({ channelId, scheduledFor: 9, ...times });
    const made = [...editions, last].filter((edition) => edition !== undefined);
    expect(made.map((edition) => edition.number ?? 0).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
    const taken = await Promise.all(made.map((edition) => store.editions.listMatches(edition.id)));
    expect(
      taken
        .flat()
        .map((match) => match.id)
        .toSorted(),
    ).toEqual(matchIds.toSorted());
    expect(await store.editions.countWaiting(channelId)).toBe(0);
  });

  it("gives no number to a window that is not told, and leaves its entries waiting", async () => {
    const { store, channelId, storeMatch } = given();
    await store.editions.collect(channelId, await storeMatch("untold"), "digest", 1000);
    await store.editions.skip({ channelId, scheduledFor: 50, fromAt: 0, toAt: 50, createdAt: 50 });
    expect(await store.editions.latest(channelId, 1e15)).toMatchObject({ number: null, scheduledFor: 50 });
    expect(await store.editions.countWaiting(channelId)).toBe(1);
    const told = await store.editions.create({ channelId, scheduledFor: 100, fromAt: 0, toAt: 100, createdAt: 100 });
    expect(told?.number).toBe(1);
  });

  it("numbers each channel's editions from 1, and makes none twice", async () => {
    const { store, channelId } = given();
    const edition = { channelId, scheduledFor: 100, fromAt: 0, toAt: 100, createdAt: 101 };
    const created = await store.editions.create(edition);
    expect(created).toEqual({ ...edition, id: expect.stringMatching(/^edn_/), number: 1 });
    expect(await store.editions.create(edition)).toBeUndefined();
    const next = await store.editions.create({ ...edition, scheduledFor: 200 });
    expect(next).toMatchObject({ number: 2 });
    expect(await store.editions.latest(channelId, 200)).toEqual(next);
    expect(await store.editions.latest(channelId, 199)).toEqual(created);
    expect(await store.editions.get(created?.id ?? "")).toEqual(created);
    expect(await store.editions.latest("none", 1e15)).toBeUndefined();
  });

  it("leaves entries where they are when making the edition fails", async () => {
    const { store, channelId, storeMatch } = given();
    await store.editions.collect(channelId, await storeMatch("a"), "digest", 1000);
    const failing = store.underLock("editions", async (queries) => {
      await queries.editions.create({ channelId, scheduledFor: 1, fromAt: 0, toAt: 1, createdAt: 1 });
      throw new Error("no delivery");
    });
    await expect(failing).rejects.toThrow("no delivery");
    expect(await store.editions.countWaiting(channelId)).toBe(1);
    expect(await store.editions.latest(channelId, 1e15)).toBeUndefined();
  });

  it("remembers a match once", async () => {
    const { store, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    await store.editions.collect(channelId, matchId, "late", 1000);
    const first = await store.editions.create({ channelId, scheduledFor: 1, fromAt: 0, toAt: 1, createdAt: 1 });
    await store.editions.collect(channelId, matchId, "digest", 2000);
    expect(await store.editions.countWaiting(channelId)).toBe(0);
    expect(await store.editions.listMatches(first?.id ?? "")).toMatchObject([{ id: matchId }]);
  });

  it("lists what was set aside once, with its reason, detail and headline, also what was committed after its time", async () => {
    const { store, channelId, storeMatch } = given();
    const matchId = await storeMatch("a");
    async function decide(reason: string, kind: "suppress" | "send", decidedAt: number): Promise<void> {
      await store.matches.addDecision({ matchId, channelId, kind, reason, detail: `why ${reason}`, decidedAt });
    }
    async function edition(fromAt: number, toAt: number): Promise<string> {
      const made = await store.editions.create({ channelId, scheduledFor: toAt, fromAt, toAt, createdAt: toAt });
      return made?.id ?? "";
    }
    await decide("late", "suppress", 10);
    await decide("first-report", "send", 15);
    const first = await edition(10, 20);
    await decide("vetoed", "suppress", 19);
    const second = await edition(20, 30);
    expect(await store.editions.listSetAside(second)).toMatchObject([{ reason: "vetoed" }]);
    expect(await store.editions.listSetAside(first)).toEqual([
      {
        channelId,
        itemId: expect.any(String),
        reason: "late",
        detail: "why late",
        headline: "Title of a",
        link: "https://news.example/a?utm_source=x",
        watchTitle: "Asylum",
      },
    ]);
  });
});

describeStore("alerts of other channels", (given) => {
  it("that were not sent after all are listed where the match is collected", async () => {
    const { store, channelId, storeMatch } = given();
    const [collected, other] = [await storeMatch("a"), await storeMatch("b")];
    await store.editions.collect(channelId, collected, "digest", 5);
    const dropped = { channelId: "desk", kind: "suppress", reason: "no-longer-useful", detail: null } as const;
    for (const matchId of [collected, other]) await store.matches.addDecision({ ...dropped, matchId, decidedAt: 10 });
    const edition = { channelId, scheduledFor: 20, fromAt: 10, toAt: 20, createdAt: 20 };
    const { id = "" } = (await store.editions.create(edition)) ?? {};
    expect(await store.editions.listSetAside(id)).toMatchObject([
      { channelId: "desk", reason: "no-longer-useful", headline: "Title of a" },
    ]);
  });
});
