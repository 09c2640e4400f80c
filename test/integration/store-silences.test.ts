import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { attemptEnd, newDelivery } from "../support/store/store-builders.ts";

const ANY = { notOn: [] };

describeStore("silences", (given) => {
  const any = { watchId: null, storyId: null, feedId: null, words: "drill", author: "Ada", comment: "a drill" };

  function idsOf(rows: readonly { id: string }[]): string[] {
    return rows.map((silence) => silence.id);
  }

  it("are in force from their beginning to their end, and untold after it until they are told", async () => {
    const { store, nth } = given();
    const base = nth * 1_000_000;
    const id = await store.silences.add({ ...any, startsAt: base, endsAt: base + 100 });
    const row = { ...any, id, startsAt: base, endsAt: base + 100, endedBy: null, toldAt: null };
    expect(idsOf(await store.silences.listActive(base - 1))).not.toContain(id);
    expect(await store.silences.listActive(base)).toContainEqual(row);
    expect(idsOf(await store.silences.listActive(base + 100))).not.toContain(id);
    expect(idsOf(await store.silences.listUntold(base + 99))).not.toContain(id);
    expect(await store.silences.listUntold(base + 100)).toContainEqual(row);
    await store.silences.markTold(id, base + 150);
    expect(idsOf(await store.silences.listUntold(base + 200))).not.toContain(id);
    expect(idsOf(await store.silences.list(base + 100))).toContain(id);
    expect(idsOf(await store.silences.list(base + 101))).not.toContain(id);
  });

  it("end early once, by somebody", async () => {
    const { store } = given();
    const id = await store.silences.add({ ...any, startsAt: 0, endsAt: 100 });
    expect(await store.silences.expire(id, "Bo", 50)).toMatchObject({ id, endsAt: 50, endedBy: "Bo" });
    expect(await store.silences.expire(id, "Bo", 60)).toBeUndefined();
    expect(await store.silences.expire("sil_none", "Bo", 60)).toBeUndefined();
  });

  it("remember once what they kept from which channel", async () => {
    const { store, storeMatch } = given();
    const id = await store.silences.add({ ...any, startsAt: 0, endsAt: 100 });
    const [a, b] = [await storeMatch("a", { matchedAt: 2 }), await storeMatch("b", { matchedAt: 1 })];
    for (const matchId of [a, b, a]) await store.silences.keepMatch(id, "desk", matchId);
    await store.silences.keepMatch(id, "phone", a);
    const kept = [b, a].map((matchId) => ({ channelId: "desk", matchId }));
    const onPhone = { channelId: "phone", matchId: a };
    expect(await store.silences.listKept(id, ANY, 9)).toEqual([...kept, onPhone]);
    expect(await store.silences.listKept(id, ANY, 2)).toEqual(kept);
    expect(await store.silences.listKept(id, { on: ["desk", "mail"] }, 9)).toEqual(kept);
    expect(await store.silences.listKept(id, { on: [] }, 9)).toEqual([]);
    expect(await store.silences.listKept(id, { notOn: ["desk", "mail"] }, 9)).toEqual([onPhone]);
    expect((await store.matches.listTellable([a, b, "mat_none"])).map((match) => match.id)).toEqual([b, a]);
    await store.silences.forgetKept(id, "desk", [a, b]);
    expect(await store.silences.listKept(id, ANY, 9)).toEqual([onPhone]);
  });

  it("remember the most severe first", async () => {
    const { store, storeMatch } = given();
    const id = await store.silences.add({ ...any, startsAt: 0, endsAt: 100 });
    const severities = ["low", "urgent", "normal"] as const;
    const matches = new Map<string, string>();
    for (const [at, severity] of severities.entries())
      matches.set(severity, await storeMatch(severity, { matchedAt: at, severity }));
    for (const matchId of matches.values()) await store.silences.keepMatch(id, "desk", matchId);
    expect((await store.silences.listKept(id, ANY, 9)).map(({ matchId }) => matchId)).toEqual([
      matches.get("urgent"),
      matches.get("normal"),
      matches.get("low"),
    ]);
  });
});

describeStore("claims", (given) => {
  it("are the first one of a story, and look where its alerts stand", async () => {
    const { store, peer, nth, channelId, leaseOf } = given();
    const storyId = `sty_claim_${nth}`;
    const ada = { storyId, author: "Ada", claimedAt: 1 };
    expect(await store.claims.find(storyId)).toBeUndefined();
    const claims = await Promise.all([store.claims.add(ada), peer.claims.add(ada)]);
    expect(claims).toEqual([ada, ada]);
    expect(await store.claims.add({ storyId, author: "Bo", claimedAt: 2 })).toEqual(ada);
    expect(await store.claims.find(storyId)).toEqual(ada);
    const lease = await leaseOf("a");
    for (const [key, ref] of [
      ["a", "C1/1.2"],
      ["b", null],
    ] as const) {
      const { id } = await store.deliveries.add(newDelivery(`${channelId}|${key}`, { channelId, storyId }));
      const attemptId = await store.deliveries.beginAttempt(id, lease, 3500);
      await store.deliveries.endAttempt(attemptEnd(attemptId, { delivery: { status: "sent", sentAt: 4000, ref } }));
    }
    await store.deliveries.add(newDelivery(`${channelId}|c`, { channelId, storyId }));
    expect(await store.claims.listAlerts(storyId)).toMatchObject([
      { channelId, storyId, severity: "normal", ref: "C1/1.2" },
    ]);
    expect(await store.retention.removeClaims(1, 10)).toBe(0);
    expect(await store.retention.removeClaims(2, 10)).toBe(1);
  });
});
