import { expect, it } from "vitest";
import type { NewDelivery } from "../../src/store/delivery-rows.ts";
import { describeStore } from "../support/store/describe-store.ts";
import { attemptEnd, newDelivery } from "../support/store/store-builders.ts";

describeStore("what is held", (given) => {
  async function held(key: string, until: number, changed: Partial<NewDelivery> = {}): Promise<string> {
    const { store, channelId } = given();
    const hold = { for: "over-cap", until } as const;
    const { id } = await store.deliveries.add(
      newDelivery(`${channelId}|${key}`, { channelId, held: hold, ...changed }),
    );
    return id;
  }

  async function stateOf(id: string): Promise<unknown> {
    const { store } = given();
    const { status, dueAt, reason, detail } = (await store.deliveries.get(id)) ?? {};
    return { status, dueAt, reason, detail };
  }

  it("is not due, not pending and not put off until it is released", async () => {
    const { store, channelId } = given();
    const id = await held("a", 9000);
    expect(await store.deliveries.get(id)).toMatchObject({
      status: "held",
      heldFor: "over-cap",
      heldUntil: 9000,
      dueAt: 9000,
    });
    await store.deliveries.postpone(channelId, 20_000);
    expect(await store.deliveries.listDue(channelId, 50_000, 10)).toEqual([]);
    expect((await store.deliveries.oldestPending()).map((row) => row.channelId)).not.toContain(channelId);
    const group = { channelId, heldFor: "over-cap", isUrgent: false } as const;
    expect(await store.holds.listDue(group, 8999, 10)).toEqual([]);
    expect((await store.holds.listDue(group, 9000, 10)).map((row) => row.id)).toEqual([id]);
    await store.holds.release([id], 9001);
    expect(await store.deliveries.get(id)).toMatchObject({ status: "pending", dueAt: 9001, heldUntil: 9000 });
    await store.holds.hold(id, "quiet-hours", 12_000);
    expect(await store.deliveries.get(id)).toMatchObject({ status: "held", heldFor: "quiet-hours", dueAt: 12_000 });
    await store.holds.release([id], 10_000);
    expect(await store.deliveries.get(id)).toMatchObject({ status: "pending", dueAt: 10_000, heldUntil: 10_000 });
  });

  it("is over when an operator has it tried again, though it was dropped", async () => {
    const { store } = given();
    const id = await held("a", 9000);
    await store.holds.drop(id, "dropped-by-operator", null);
    const act = { kind: "retried", at: 4000, author: "ann", comment: null } as const;
    await store.deliveries.revise(id, { from: ["dropped"], to: { status: "pending" }, act });
    expect(await store.deliveries.get(id)).toMatchObject({ status: "pending", dueAt: 4000, heldUntil: 4000 });
  });

  it("comes out by channel, reason and urgency, the oldest first; escalations, corrections and summaries at once", async () => {
    const { store, channelId } = given();
    await held("b", 9000, { createdAt: 4000 });
    await held("a", 9000);
    await held("urgent", 9000, { severity: "urgent" });
    const escalation = await held("escalation", 9000, { held: { for: "escalation", until: 9000 } });
    const correction = await held("correction", 9000, { kind: "reply" });
    const later = await held("later", 9001, { kind: "reply" });
    const groups = (await store.holds.listDueGroups(9000)).filter((group) => group.channelId === channelId);
    expect(groups).toEqual([true, false].map((isUrgent) => ({ channelId, heldFor: "over-cap", isUrgent })));
    const keys = await Promise.all(
      groups.map(async (group) => (await store.holds.listDue(group, 9000, 10)).map(({ key }) => key)),
    );
    expect(keys).toEqual([[`${channelId}|urgent`], [`${channelId}|a`, `${channelId}|b`]]);
    await store.holds.releaseReady(9000);
    const due = (await store.deliveries.listDue(channelId, 9000, 10)).map(({ id }) => id);
    expect(due.toSorted()).toEqual([escalation, correction].toSorted());
    expect(await stateOf(later)).toMatchObject({ status: "held" });
  });

  it("says when the next of it comes out, urgent apart from the rest", async () => {
    const { store, channelId } = given();
    await held("a", 9000);
    await held("b", 8000);
    await held("c", 7000, { severity: "urgent" });
    expect(await store.holds.nextRelease(channelId, "other")).toBe(8000);
    expect(await store.holds.nextRelease(channelId, "urgent")).toBe(7000);
    expect(await store.holds.nextRelease(`${channelId}-none`, "other")).toBeUndefined();
  });

  it("ends in another message or dropped; what was sent stays sent", async () => {
    const { store, leaseOf, pendingDelivery } = given();
    const [told, gone, sent] = [await held("a", 9000), await held("b", 9000), await pendingDelivery("c")];
    await store.deliveries.endAttempt(attemptEnd(await store.deliveries.beginAttempt(sent, await leaseOf("a"), 3500)));
    await store.holds.summarise([told, sent], "summary|x");
    await store.holds.drop(gone, "silenced", "by Ada");
    await store.holds.drop(sent, "silenced", null);
    await store.holds.raise(sent, "urgent");
    expect(await stateOf(told)).toMatchObject({ status: "summarised", reason: "in-summary", detail: "summary|x" });
    expect(await stateOf(gone)).toMatchObject({ status: "dropped", reason: "silenced", detail: "by Ada" });
    expect(await store.deliveries.get(sent)).toMatchObject({ status: "sent", severity: "normal" });
  });

  it("ends with its channel", async () => {
    const { store, channelId } = given();
    const id = await held("a", 9000);
    await store.deliveries.endWaiting(channelId, "channel-removed");
    expect(await stateOf(id)).toMatchObject({ status: "dropped", reason: "channel-removed" });
  });

  it("counts alerts that were sent in the window or are on their way, of the severities asked for", async () => {
    const { store, channelId, leaseOf, pendingDelivery } = given();
    const lease = await leaseOf("a");
    for (const [key, sentAt] of [
      ["old", 3999],
      ["new", 4000],
    ] as const) {
      const attemptId = await store.deliveries.beginAttempt(await pendingDelivery(key), lease, 3500);
      await store.deliveries.endAttempt(attemptEnd(attemptId, { delivery: { status: "sent", sentAt, ref: null } }));
    }
    await pendingDelivery("waiting");
    await held("held", 9000);
    await store.deliveries.add(newDelivery(`${channelId}|n`, { channelId, kind: "notice" }));
    await store.deliveries.add(newDelivery(`${channelId}|u`, { channelId, severity: "urgent" }));
    expect(await store.holds.countAlerts(channelId, ["low", "normal"], 4000)).toBe(2);
    expect(await store.holds.countAlerts(channelId, ["urgent"], 4000)).toBe(1);
    expect(await store.holds.countAlerts(channelId, [], 0)).toBe(0);
  });

  it("lists a backlog: alerts that could have gone long ago and surely did not arrive, urgent ones left out", async () => {
    const { store, channelId, leaseOf, pendingDelivery } = given();
    const lease = await leaseOf("a");
    const old = await pendingDelivery("old");
    const released = await held("released", 9000, { createdAt: 100 });
    await store.holds.release([released], 9000);
    const unsure = await pendingDelivery("unsure");
    const failed = await pendingDelivery("failed");
    for (const [id, outcome] of [
      [unsure, "unconfirmed"],
      [failed, "retry"],
    ] as const) {
      const attemptId = await store.deliveries.beginAttempt(id, lease, 3500);
      const delivery = { status: "pending", dueAt: 3600 } as const;
      await store.deliveries.endAttempt(attemptEnd(attemptId, { outcome, delivery }));
    }
    await store.deliveries.add(newDelivery(`${channelId}|u`, { channelId, severity: "urgent" }));
    await store.deliveries.add(newDelivery(`${channelId}|n`, { channelId, kind: "notice" }));
    async function backlog(before: number, now = 20_000): Promise<string[]> {
      return (await store.holds.listBacklog(channelId, { before, now, limit: 10 })).map(({ id }) => id).toSorted();
    }
    expect(await backlog(2999)).toEqual([]);
    expect(await backlog(3000)).toEqual([old, failed].toSorted());
    expect(await backlog(9000)).toEqual([old, failed, released].toSorted());
    expect(await backlog(9000, 3599)).toEqual([old]);
    const [oldest] = await store.holds.listBacklog(channelId, { before: 9000, now: 20_000, limit: 1 });
    expect(oldest?.id).toBe(released);
  });

  it("knows the roundup that waits, and changes what it says until it has left", async () => {
    const { store, channelId, leaseOf } = given();
    const roundup = newDelivery(`${channelId}|summary-1`, { channelId, kind: "roundup", payload: "1" });
    const { id } = await store.deliveries.add(roundup);
    expect(await store.holds.findOpenRoundup(channelId, `${channelId}|other`)).toBeUndefined();
    expect(await store.holds.findOpenRoundup(channelId, `${channelId}|summary-`)).toMatchObject({ id });
    await store.holds.rewrite(id, "2");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
    expect(await store.holds.findOpenRoundup(channelId, `${channelId}|summary-`)).toBeUndefined();
    await store.deliveries.endAttempt(attemptEnd(attemptId));
    await store.holds.rewrite(id, "3");
    expect(await store.deliveries.get(id)).toMatchObject({ status: "sent", payload: "2" });
  });

  it("loses the matches that nobody wants any more", async () => {
    const { store, storeMatch } = given();
    const [kept, refused] = [await storeMatch("a"), await storeMatch("b")];
    const id = await held("a", 9000);
    await store.deliveries.attachMatches(id, [kept, refused]);
    await store.holds.detachMatches(id, [refused]);
    expect((await store.deliveries.listMatches(id)).map((match) => match.id)).toEqual([kept]);
  });
});
