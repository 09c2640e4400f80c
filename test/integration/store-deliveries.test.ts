import { expect, it } from "vitest";
import { describeStore } from "../support/store/describe-store.ts";
import { attemptEnd, EVIDENCE, newDelivery, readItem } from "../support/store/store-builders.ts";

describeStore("deliveries", (given) => {
  it("makes one message for a key", async () => {
    const { store, peer, channelId } = given();
    const delivery = newDelivery(`alert|story|${channelId}`, { channelId });
    const added = await Promise.all([store.deliveries.add(delivery), peer.deliveries.add(delivery)]);
    expect(added.filter((answer) => answer.added)).toHaveLength(1);
    expect(added[0]?.id).toBe(added[1]?.id);
    expect(await store.deliveries.findByKey(delivery.key)).toEqual({
      ...delivery,
      id: added[0]?.id,
      parentId: null,
      status: "pending",
      heldFor: null,
      heldUntil: null,
      reason: null,
      detail: null,
      attempts: 0,
      sentAt: null,
      ref: null,
      done: [],
      refused: [],
      acts: [],
    });
    expect(await store.deliveries.findByKey("none")).toBeUndefined();
    expect(await store.deliveries.get("dlv_none")).toBeUndefined();
  });

  it("sends urgent before normal before low, then the oldest", async () => {
    const { store, channelId } = given();
    const entries = [
      ["low", 1],
      ["normal", 3],
      ["normal", 2],
      ["urgent", 9],
    ] as const;
    for (const [severity, createdAt] of entries)
      await store.deliveries.add(
        newDelivery(`${channelId}|${severity}|${createdAt}`, { channelId, severity, createdAt, dueAt: 100 }),
      );
    await store.deliveries.add(newDelivery(`${channelId}|later`, { channelId, dueAt: 101 }));
    const due = await store.deliveries.listDue(channelId, 100, 10);
    expect(due.map((row) => [row.severity, row.createdAt])).toEqual([
      ["urgent", 9],
      ["normal", 2],
      ["normal", 3],
      ["low", 1],
    ]);
    expect(await store.deliveries.listDue(channelId, 100, 1)).toHaveLength(1);
  });

  it("finds channels with work by due deliveries and by unanswered attempts", async () => {
    const { store, channelId, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    expect(await store.deliveries.listChannelsWithWork(2999)).not.toContain(channelId);
    expect(await store.deliveries.listChannelsWithWork(3000)).toContain(channelId);
    await store.deliveries.beginAttempt(id, await leaseOf("a"), 3000);
    await store.deliveries.postpone(channelId, 90_000);
    expect(await store.deliveries.listChannelsWithWork(3000)).toContain(channelId);
  });

  it("puts a waiting channel off, and never brings a delivery forward", async () => {
    const { store, channelId, pendingDelivery } = given();
    const [soon, late] = [await pendingDelivery("soon"), await pendingDelivery("late")];
    await store.deliveries.postpone(channelId, 4000);
    const { id: far } = await store.deliveries.add(newDelivery(`${channelId}|far`, { channelId, dueAt: 9000 }));
    await store.deliveries.postpone(channelId, 5000);
    const dueAt = await Promise.all([soon, late, far].map(async (id) => (await store.deliveries.get(id))?.dueAt));
    expect(dueAt).toEqual([5000, 5000, 9000]);
    expect(await store.deliveries.nextDueAt(8999)).toBe(9000);
    expect(await store.deliveries.nextDueAt(Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });

  it("says how long the oldest pending message of a channel waits", async () => {
    const { store, channelId } = given();
    await store.deliveries.add(newDelivery(`${channelId}|1`, { channelId, createdAt: 70 }));
    await store.deliveries.add(newDelivery(`${channelId}|2`, { channelId, createdAt: 60 }));
    expect(await store.deliveries.oldestPending()).toContainEqual({ channelId, since: 60, count: 2 });
  });

  it("counts the wait of what was held from its end on, and none of what waits for another message", async () => {
    const { store, channelId } = given();
    const held = { for: "quiet-hours", until: 9000 } as const;
    const { id } = await store.deliveries.add(newDelivery(`${channelId}|alert`, { channelId, held }));
    await store.deliveries.add(newDelivery(`${channelId}|note`, { channelId, kind: "reply", parentId: id }));
    expect((await store.deliveries.oldestPending()).filter((row) => row.channelId === channelId)).toEqual([]);
    await store.holds.release([id], 9500);
    expect(await store.deliveries.oldestPending()).toContainEqual({ channelId, since: 9000, count: 1 });
  });

  it("ends pending deliveries of channels that left the configuration, the others go on", async () => {
    const { store, channelId, pendingDelivery } = given();
    const kept = await pendingDelivery("kept");
    const { id: gone } = await store.deliveries.add(
      newDelivery(`${channelId}|gone`, { channelId: `${channelId}-gone` }),
    );
    const elsewhere = await store.deliveries.listWaitingElsewhere([channelId]);
    expect(elsewhere.map((row) => row.channelId)).not.toContain(channelId);
    expect(elsewhere).toContainEqual({ channelId: `${channelId}-gone`, since: 3000, count: 1 });
    expect(await store.deliveries.endWaiting(`${channelId}-gone`, "channel-removed")).toMatchObject([{ id: gone }]);
    expect(await store.deliveries.endWaiting(`${channelId}-gone`, "channel-removed")).toEqual([]);
    expect(await store.deliveries.get(gone)).toMatchObject({ status: "dropped", reason: "channel-removed" });
    expect(await store.deliveries.get(kept)).toMatchObject({ status: "pending" });
  });

  it("gives a dropped delivery its own reason alone, not what the last attempt said", async () => {
    const { store, channelId, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3000);
    const refused = { outcome: "retry", reason: "bad-credentials", detail: "Slack refused the token" } as const;
    await store.deliveries.endAttempt(
      attemptEnd(attemptId, { ...refused, delivery: { status: "pending", dueAt: 9000 } }),
    );
    expect(await store.deliveries.get(id)).toMatchObject({ detail: refused.detail });
    await store.deliveries.endWaiting(channelId, "channel-removed");
    expect(await store.deliveries.get(id)).toMatchObject({ reason: "channel-removed", detail: null });
  });

  it("attaches matches once and gives them back as they read when they matched", async () => {
    const { store, feedId, storeMatch, pendingDelivery } = given();
    const matchId = await storeMatch("a");
    await store.items.addRead(feedId, [readItem("a", { title: "Rewritten" })], 3000);
    const id = await pendingDelivery("a");
    await store.deliveries.attachMatches(id, [matchId]);
    await store.deliveries.attachMatches(id, [matchId]);
    await store.deliveries.attachMatches(id, []);
    expect(await store.deliveries.listMatches(id)).toMatchObject([
      { id: matchId, evidence: EVIDENCE, feedKind: "wire", item: { title: "Title of a", revision: 1 } },
    ]);
  });

  it("lists and counts by status and kind, newest first", async () => {
    const { store, nth, channelId } = given();
    const { id } = await store.deliveries.add(
      newDelivery(`${channelId}|n`, { channelId, kind: "notice", createdAt: nth * 1_000_000 }),
    );
    expect(await store.deliveries.list({ kind: "notice", limit: 1 })).toMatchObject([{ id }]);
    expect((await store.deliveries.list({ status: "pending", limit: 1 })).map((row) => row.id)).toEqual([id]);
    expect((await store.deliveries.list({ limit: 2 })).length).toBe(2);
    const pending = (await store.deliveries.count()).find((row) => row.status === "pending");
    expect(pending?.count).toBeGreaterThan(0);
  });
});
