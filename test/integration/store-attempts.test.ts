import { expect, it } from "vitest";
import { LeaseLostError } from "../../src/store/store-error.ts";
import { describeStore } from "../support/store/describe-store.ts";
import { attemptEnd } from "../support/store/store-builders.ts";

describeStore("attempts", (given) => {
  it("ends with the delivery in one step: sent, with the provider's name for it", async () => {
    const { store, channelId, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
    expect(await store.deliveries.listUnanswered(channelId)).toMatchObject([
      { id: attemptId, deliveryId: id, startedAt: 3500, finishedAt: null, outcome: null },
    ]);
    await store.deliveries.endAttempt(attemptEnd(attemptId));
    expect(await store.deliveries.get(id)).toMatchObject({
      status: "sent",
      sentAt: 4000,
      ref: "C1:1.2",
      attempts: 1,
    });
    expect(await store.deliveries.listUnanswered(channelId)).toEqual([]);
    expect(await store.deliveries.listAttempts(id)).toEqual([
      {
        id: attemptId,
        deliveryId: id,
        startedAt: 3500,
        finishedAt: 4000,
        outcome: "sent",
        reason: null,
        detail: null,
      },
    ]);
    expect(await store.deliveries.listDue(channelId, 9000, 10)).toEqual([]);
  });

  it("keeps addresses that accepted, whatever a later attempt says", async () => {
    const { store, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const lease = await leaseOf("a");
    const retry = { outcome: "retry", reason: "greylisted", delivery: { status: "pending", dueAt: 6000 } } as const;
    const first = await store.deliveries.beginAttempt(id, lease, 3500);
    await store.deliveries.endAttempt(
      attemptEnd(first, {
        ...retry,
        recipients: [
          { recipient: "a@example.org", kind: "accepted", detail: "250" },
          { recipient: "b@example.org", kind: "retry", detail: "451" },
        ],
      }),
    );
    expect(await store.deliveries.get(id)).toMatchObject({
      status: "pending",
      dueAt: 6000,
      reason: "greylisted",
      done: ["a@example.org"],
    });
    const second = await store.deliveries.beginAttempt(id, lease, 6000);
    await store.deliveries.endAttempt(
      attemptEnd(second, {
        ...retry,
        recipients: [
          { recipient: "a@example.org", kind: "retry", detail: "451" },
          { recipient: "b@example.org", kind: "accepted", detail: "250" },
        ],
      }),
    );
    expect(await store.deliveries.get(id)).toMatchObject({ attempts: 2, done: ["a@example.org", "b@example.org"] });
  });

  it("fails for good with a named reason", async () => {
    const { store, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a"), 3500);
    await store.deliveries.endAttempt(
      attemptEnd(attemptId, {
        outcome: "rejected",
        reason: "invalid_auth",
        detail: "token revoked",
        delivery: { status: "failed", reason: "bad-credentials" },
      }),
    );
    expect(await store.deliveries.get(id)).toMatchObject({
      status: "failed",
      reason: "bad-credentials",
      detail: "token revoked",
    });
    await expect(store.deliveries.beginAttempt(id, await leaseOf("a"), 5000)).rejects.toThrow(LeaseLostError);
  });

  it("is refused to an owner whose lease has passed on, and leaves no trace", async () => {
    const { store, peer, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const former = await leaseOf("a", -1);
    const present = await leaseOf("b", 60_000, peer);
    expect(present.fencing).toBe(former.fencing + 1);
    await expect(store.deliveries.beginAttempt(id, former, 3500)).rejects.toThrow(LeaseLostError);
    expect(await store.deliveries.get(id)).toMatchObject({ attempts: 0 });
    await peer.deliveries.beginAttempt(id, present, 3500);
    expect(await store.deliveries.get(id)).toMatchObject({ attempts: 1 });
  });

  it("is refused while an earlier one of the same delivery is unanswered", async () => {
    const { store, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const lease = await leaseOf("a");
    await store.deliveries.beginAttempt(id, lease, 3500);
    await expect(store.deliveries.beginAttempt(id, lease, 3600)).rejects.toThrow("unanswered attempt");
    expect(await store.deliveries.get(id)).toMatchObject({ attempts: 1 });
  });

  it("of a dead owner is ended by the new one, and the late answer of the former is refused", async () => {
    const { store, peer, channelId, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a", -1), 3500);
    await leaseOf("b", 60_000, peer);
    const retry = { outcome: "retry", delivery: { status: "pending", dueAt: 9000 } } as const;
    await expect(store.deliveries.endAttempt(attemptEnd(attemptId, retry))).rejects.toThrow(LeaseLostError);
    expect(await peer.deliveries.listUnanswered(channelId)).toMatchObject([{ id: attemptId }]);
    await peer.deliveries.endAttempt(
      attemptEnd(attemptId, { outcome: "unconfirmed", delivery: { status: "pending", dueAt: 3000 } }),
    );
    await expect(store.deliveries.endAttempt(attemptEnd(attemptId))).rejects.toThrow(LeaseLostError);
    expect(await store.deliveries.get(id)).toMatchObject({ status: "pending", dueAt: 3000 });
  });

  it("of a former owner may still say that the message was sent, which spares a second one", async () => {
    const { store, peer, channelId, leaseOf, pendingDelivery } = given();
    const id = await pendingDelivery("a");
    const attemptId = await store.deliveries.beginAttempt(id, await leaseOf("a", -1), 3500);
    await leaseOf("b", 60_000, peer);
    await store.deliveries.endAttempt(attemptEnd(attemptId));
    expect(await peer.deliveries.get(id)).toMatchObject({ status: "sent" });
    expect(await peer.deliveries.listUnanswered(channelId)).toEqual([]);
  });
});
