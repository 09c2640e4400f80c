import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MailSink } from "../../src/demo/sinks/mail-sink.ts";
import { createDueEditions } from "../../src/pipeline/create-editions.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { emailRig, type Rig } from "../support/channels/channel-rigs.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, HOUR_MS, planOf } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const SUMMARY = JSON.stringify({ kind: "summary", feeds: ["wire"], stored: 1, wouldHaveMatched: [] });
const [A, B, C] = ["a@example.org", "b@example.org", "c@example.org"] as const;

describe("mails of the ledger", () => {
  let opened: TestStore;
  let rig: Rig & { sink: MailSink };
  let now = Date.UTC(2026, 0, 20, 12);
  let deliveryId = "";

  beforeEach(async () => {
    opened = await openTestStore("sqlite", () => now);
    rig = await emailRig({ to: [A, B, C] });
    const usual = { kind: "summary", payload: SUMMARY, createdAt: now, dueAt: now } as const;
    ({ id: deliveryId } = await opened.store.deliveries.add(
      newDelivery("summary|1", { ...usual, channelId: "digest" }),
    ));
  });
  afterEach(async () => {
    await rig.close();
    await opened.remove();
  });

  /** Drains the channel, `later` milliseconds after the last time. */
  async function drain(later = 0): Promise<void> {
    now += later;
    const deliver = createDeliverJob({
      store: opened.store,
      plan: () => planOf([], [channelPlan("digest"), channelPlan("ops")]),
      channels: new Map([[rig.channel.id, rig.channel]]),
      rates: new Map(),
      queue: { enqueue: async () => {} },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    await opened.store.leases.clear();
    await deliver({ id: "deliver-sweep", data: { channel: "digest" } }, new AbortController().signal);
  }

  function received(): string[] {
    return rig.sink.mails().map(({ recipients }) => recipients.join(","));
  }

  async function outcomes(): Promise<unknown[]> {
    const attempts = await opened.store.deliveries.listAttempts(deliveryId);
    return attempts.map(({ outcome }) => outcome);
  }

  it("reach a greylisted recipient later, and nobody twice", async () => {
    rig.sink.respond({ at: "recipient", code: 451, message: "4.7.1 greylisted", recipient: B }, 3);
    await drain();
    for (let tries = 0; tries < 4; tries += 1) await drain(15 * 60_000);
    expect(received()).toEqual([A, C, B]);
    expect(await opened.store.deliveries.get(deliveryId)).toMatchObject({ status: "sent" });
    expect(await outcomes()).toEqual(["retry", "retry", "retry", "sent"]);
  });

  it("that one recipient refuses for good are sent, and operators hear who", async () => {
    rig.sink.respond({ at: "recipient", code: 550, message: "5.1.1 no such user", recipient: A });
    await drain();
    await drain(3_600_000);
    expect(received()).toEqual([B, C]);
    const notice = await opened.store.deliveries.findByKey(`notice|${deliveryId}|refused|ops`);
    expect(notice?.payload).toContain(A);
  });

  it("try nobody again who refused for good while another waits, and operators hear of each at once", async () => {
    rig.sink.respond({ at: "recipient", code: 451, message: "4.7.1 greylisted", recipient: B }, 2);
    rig.sink.respond({ at: "recipient", code: 550, message: "5.1.1 no such user", recipient: C });
    await drain();
    const first = await opened.store.deliveries.findByKey(`notice|${deliveryId}|refused|ops`);
    expect(first?.payload).toContain(C);
    expect(first?.payload).not.toContain(B);
    await drain(15 * 60_000);
    rig.sink.respond({ at: "recipient", code: 550, message: "5.2.1 disabled", recipient: B });
    await drain(15 * 60_000);
    expect(received()).toEqual([A]);
    expect(await outcomes()).toEqual(["retry", "retry", "sent"]);
    expect(await opened.store.deliveries.get(deliveryId)).toMatchObject({ status: "sent", done: [A], refused: [B, C] });
    const second = await opened.store.deliveries.findByKey(`notice|${deliveryId}|refused-after-1|ops`);
    expect(second?.payload).toContain(B);
  });

  it("of an edition are one a recipient: who is put off or refuses repeats nothing to the others", async () => {
    await opened.store.deliveries.endWaiting("digest", "channel-removed");
    const digest = channelPlan("digest", { digest: { every: HOUR_MS, empty: "send" }, recipients: [A, B, C] });
    const deps = { store: opened.store, plan: () => planOf([], [digest]), now: () => now };
    await createDueEditions(deps);
    now += HOUR_MS;
    await createDueEditions(deps);
    rig.sink.respond({ at: "recipient", code: 451, message: "4.7.1 greylisted", recipient: A });
    rig.sink.respond({ at: "recipient", code: 550, message: "5.1.1 no such user", recipient: C });
    for (let tries = 0; tries < 3; tries += 1) await drain(15 * 60_000);
    expect(received()).toEqual([B, A]);
    const rows = await opened.store.deliveries.list({ kind: "digest", limit: 10 });
    expect(rows.map(({ recipient, status }) => `${recipient} ${status}`).toSorted()).toEqual([
      `${A} sent`,
      `${B} sent`,
      `${C} failed`,
    ]);
    const failed = rows.find(({ recipient }) => recipient === C);
    const told = await opened.store.deliveries.findByKey(`notice|${failed?.id}|failed|ops`);
    expect(JSON.parse(told?.payload ?? "null")).toMatchObject({ level: "notice" });
  });

  it("whose connection broke after the message are unconfirmed and come again under the same Message-ID", async () => {
    rig.sink.respond({ at: "drop-after-data" });
    await drain();
    expect(await outcomes()).toEqual(["unconfirmed"]);
    await drain(60_000);
    expect(await outcomes()).toEqual(["unconfirmed", "sent"]);
    expect(received()).toEqual([A, A, B, C]);
    expect(new Set(rig.sink.mails().map(({ headers }) => headers["message-id"])).size).toBe(1);
  });
});
