import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, SendOutcome } from "../../src/notify/channel.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import { showDelivery } from "../../src/pipeline/inspect/show-deliveries.ts";
import { runOperatorCommand, type OperatorAnswer } from "../../src/pipeline/operator-command.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, planOf } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const DAY_MS = 86_400_000;
const NOTICE = JSON.stringify({ kind: "notice", level: "page", title: "Something broke", lines: [], remedy: null });
const SENT: SendOutcome = { kind: "sent", ref: null, recipients: [] };
const REFUSED: SendOutcome = {
  kind: "rejected",
  reason: "message-refused",
  detail: "HTTP 400",
  scope: "message",
  recipients: [],
};
const LATER: SendOutcome = {
  kind: "retry",
  reason: "refused-for-now",
  detail: "HTTP 503",
  retryAfterMs: null,
  scope: "message",
  ambiguous: true,
  recipients: [],
};

describe.each(["sqlite", "postgres"] as const)("what operators do to deliveries, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  let answer: (key: string) => SendOutcome | Promise<SendOutcome>;
  let sent: string[];
  let asked: string[];
  const plan = planOf([], [channelPlan("desk"), channelPlan("ops")]);
  const channel: Channel = {
    id: "desk",
    kind: "webhook",
    follows: "nothing",
    send: async ({ key }) => {
      sent.push(key);
      return answer(key);
    },
    confirm: async ({ key }) => {
      asked.push(key);
      return { kind: "found", ref: "C1/1.2" };
    },
    render: () => "",
    close: () => Promise.resolve(),
  };

  beforeEach(async () => {
    now = NOW;
    [sent, asked] = [[], []];
    answer = () => SENT;
    opened = await openTestStore(dialect, () => now);
  });
  afterEach(() => opened.remove());

  /** As another process would: it has a view of its own where the database serves many. */
  function command(given: Parameters<typeof runOperatorCommand>[1]): Promise<OperatorAnswer> {
    const retention = RetentionOptions.parse({});
    return runOperatorCommand({ store: opened.peer, retention, plan: () => plan, now: () => now }, given);
  }

  function retry(deliveryId: string, again = false): Promise<OperatorAnswer> {
    return command({ kind: "retry-delivery", deliveryId, again, author: "ann", comment: "token is new" });
  }

  function drop(deliveryId: string): Promise<OperatorAnswer> {
    return command({ kind: "drop-delivery", deliveryId, author: "ann", comment: "told by phone" });
  }

  async function drain(): Promise<void> {
    const deliver = createDeliverJob({
      store: opened.store,
      plan: () => plan,
      channels: new Map([["desk", channel]]),
      rates: new Map(),
      queue: { enqueue: () => Promise.resolve() },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    await deliver({ id: "deliver-sweep", data: { channel: "desk" } }, new AbortController().signal);
    now += 1000;
  }

  async function add(key: string): Promise<string> {
    const { id } = await opened.store.deliveries.add(
      newDelivery(key, { kind: "notice", payload: NOTICE, createdAt: now, dueAt: now }),
    );
    now += 1;
    return id;
  }

  function find(id: string) {
    return opened.store.deliveries.get(id);
  }

  it("tries a failed one again under its key, with patience as on its first day", async () => {
    answer = () => REFUSED;
    const id = await add("one");
    await drain();
    now += 5 * DAY_MS;
    expect(await retry(id)).toMatchObject({ kind: "delivery-retried", channelId: "desk" });
    expect(await find(id)).toMatchObject({ status: "pending", dueAt: now, reason: null });
    answer = () => LATER;
    await drain();
    expect(await find(id)).toMatchObject({ status: "pending", dueAt: now - 1000 + 5000 });
    [answer, now] = [() => SENT, now + 5000];
    await drain();
    expect(sent).toEqual(["one", "one"]);
    expect(asked).toEqual(["one"]);
    expect(await find(id)).toMatchObject({
      status: "sent",
      attempts: 3,
      acts: [{ kind: "retried", author: "ann", comment: "token is new" }],
    });
  });

  it("sends one that was sent once more only when asked to, as a message of its own", async () => {
    const id = await add("one");
    await drain();
    expect(await retry(id)).toMatchObject({ kind: "delivery-refused", reason: "sent" });
    expect(await retry(id, true)).toMatchObject({ kind: "delivery-retried" });
    await drain();
    expect(sent).toEqual(["one", "one|again|1"]);
    expect(await find(id)).toMatchObject({ status: "sent", acts: [{ kind: "sent-again" }] });
  });

  it("sends one once more to all its recipients", async () => {
    const taken = { recipient: "a@example.org", kind: "accepted", detail: "" } as const;
    answer = () => ({ kind: "sent", ref: null, recipients: [taken] });
    const id = await add("one");
    await drain();
    expect(await find(id)).toMatchObject({ done: ["a@example.org"] });
    await retry(id, true);
    expect(await find(id)).toMatchObject({ status: "pending", done: [], sentAt: null });
  });

  it("asks those again who had refused one that failed", async () => {
    const recipients = [{ recipient: "a@example.org", kind: "rejected", detail: "5.1.1" }] as const;
    answer = () => ({ kind: "rejected", reason: "rejected-recipient", detail: "5.1.1", scope: "message", recipients });
    const id = await add("one");
    await drain();
    expect(await find(id)).toMatchObject({ status: "failed", refused: ["a@example.org"] });
    await retry(id);
    expect(await find(id)).toMatchObject({ status: "pending", refused: [] });
  });

  it("drops one that waits, and takes it up again", async () => {
    const id = await add("one");
    expect(await drop(id)).toMatchObject({ kind: "delivery-dropped", underWay: false });
    await drain();
    expect(sent).toEqual([]);
    expect(await find(id)).toMatchObject({ status: "dropped", reason: "dropped-by-operator" });
    expect(await drop(id)).toMatchObject({ kind: "delivery-refused", reason: "not-pending" });
    await retry(id);
    await drain();
    expect(sent).toEqual(["one"]);
    expect((await find(id))?.acts.map(({ kind, author }) => `${kind} by ${author}`)).toEqual([
      "dropped by ann",
      "retried by ann",
    ]);
  });

  it("drops one behind the message that is just being sent; those behind it go on", async () => {
    const ids: string[] = [];
    for (const key of ["one", "two", "three"]) ids.push(await add(key));
    answer = async (key) => {
      if (key === "one") await drop(ids[1] ?? "");
      return SENT;
    };
    await drain();
    expect(sent).toEqual(["one", "three"]);
  });

  it("cannot call back the message that is just being sent: what arrived counts as sent", async () => {
    const id = await add("one");
    const answers: OperatorAnswer[] = [];
    answer = async () => {
      answers.push(await drop(id));
      return SENT;
    };
    await drain();
    expect(answers).toMatchObject([{ kind: "delivery-dropped", underWay: true }]);
    expect(await find(id)).toMatchObject({ status: "sent" });
  });

  it("leaves a message dropped when the try that was under way did not arrive", async () => {
    const id = await add("one");
    answer = async () => {
      await drop(id);
      return LATER;
    };
    await drain();
    now += DAY_MS;
    await drain();
    expect(sent).toEqual(["one"]);
    expect(await find(id)).toMatchObject({ status: "dropped" });
  });

  it("sends one once although two operators retry it at once while the channel is drained", async () => {
    answer = () => REFUSED;
    const id = await add("one");
    await add("two");
    answer = (key) => (key === "one" && sent.length === 1 ? REFUSED : SENT);
    await drain();
    const answers = await Promise.all([retry(id), retry(id), drain()]);
    await drain();
    expect(answers.filter((given) => given?.kind === "delivery-retried")).toHaveLength(1);
    expect(sent.filter((key) => key === "one")).toHaveLength(2);
    expect(await find(id)).toMatchObject({ status: "sent" });
  });

  it("refuses what waits already, what nobody knows, and what has no channel any more", async () => {
    const id = await add("one");
    expect(await retry(id)).toMatchObject({ kind: "delivery-refused", reason: "pending" });
    expect(await retry("dlv_none")).toEqual({ kind: "unknown-delivery", deliveryId: "dlv_none" });
    expect(await drop("dlv_none")).toEqual({ kind: "unknown-delivery", deliveryId: "dlv_none" });
    const gone = newDelivery("gone", { kind: "notice", payload: NOTICE, channelId: "gone" });
    const { id: orphan } = await opened.store.deliveries.add(gone);
    expect(await retry(orphan)).toMatchObject({ kind: "delivery-refused", reason: "channel-removed" });
    async function shown(): Promise<unknown> {
      return (await showDelivery(opened.store, plan, orphan))?.delivery.removed;
    }
    expect(await shown()).toEqual({ droppedAt: null });
    await opened.store.configs.activate(plan.hash, "{}", now + 60_000);
    expect(await shown()).toEqual({ droppedAt: now + 61 * 60_000 });
    expect((await showDelivery(opened.store, plan, id))?.delivery.removed).toBeNull();
    await opened.store.deliveries.endWaiting("gone", "channel-removed");
    expect(await shown()).toBeNull();
    expect(await retry(orphan)).toMatchObject({ kind: "delivery-refused", reason: "no-such-channel" });
  });

  it("shows a message in words, with every try and everything that was done to it", async () => {
    answer = () => LATER;
    const id = await add("one");
    await drain();
    await drop(id);
    expect(await showDelivery(opened.store, plan, id)).toMatchObject({
      delivery: {
        title: "Something broke",
        status: "dropped",
        reason: "dropped-by-operator",
        detail: null,
        acts: [{ kind: "dropped", comment: "told by phone" }],
      },
      text: "Act now: Something broke\n",
      fault: null,
      matches: [],
      tries: [{ outcome: "unconfirmed", detail: "HTTP 503" }],
    });
    expect(await showDelivery(opened.store, plan, "dlv_none")).toBeUndefined();
  });

  it("shows why a message cannot be written", async () => {
    const { id } = await opened.store.deliveries.add(newDelivery("alert", { kind: "alert" }));
    expect(await showDelivery(opened.store, plan, id)).toMatchObject({
      text: null,
      fault: "a story without a match cannot be told",
    });
  });
});
