import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Channel, Confirmation, SendOutcome } from "../../src/notify/channel.ts";
import { createDeliverJob } from "../../src/pipeline/deliver-job.ts";
import type { RateOptions } from "../../src/notify/options.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, HOUR_MS, planOf } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const SENT: SendOutcome = { kind: "sent", ref: null, recipients: [] };
const BUSY: Extract<SendOutcome, { kind: "retry" }> = {
  kind: "retry",
  reason: "rate-limited",
  detail: "wait 30 s",
  retryAfterMs: 30_000,
  scope: "channel",
  ambiguous: false,
  recipients: [],
};
const UNREACHABLE: SendOutcome = { ...BUSY, reason: "server-error", detail: "HTTP 503", retryAfterMs: null };
const REFUSED: SendOutcome = {
  kind: "rejected",
  reason: "message-refused",
  detail: "HTTP 400",
  scope: "message",
  recipients: [],
};
const NOTICE = JSON.stringify({ kind: "notice", level: "page", title: "Something broke", lines: [], remedy: null });

/** A provider that answers as told; it remembers the keys of what reached it and of what it was asked for. */
function provider(id: string, answer: (key: string) => SendOutcome, confirmation: Confirmation = { kind: "absent" }) {
  const sent: string[] = [];
  const asked: string[] = [];
  const channel: Channel = {
    id,
    kind: "webhook",
    follows: "nothing",
    async send({ key }) {
      const outcome = answer(key);
      sent.push(key);
      return outcome;
    },
    async confirm({ key }) {
      asked.push(key);
      return confirmation;
    },
    render: () => "",
    close: () => Promise.resolve(),
  };
  return { channel, sent, asked };
}

describe.each(["sqlite", "postgres"] as const)("a channel's messages, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  const enqueued: [string, number | undefined][] = [];

  beforeEach(async () => {
    now = NOW;
    enqueued.length = 0;
    opened = await openTestStore(dialect, () => now);
  });
  afterEach(() => opened.remove());

  function drainer(
    channel: Channel,
    rate?: RateOptions,
    store = opened.store,
    ending?: AbortSignal,
  ): () => Promise<void> {
    const deliver = createDeliverJob({
      ...(ending === undefined ? {} : { ending }),
      store,
      plan: () => planOf([], [channelPlan("desk"), channelPlan("ops")]),
      channels: new Map([[channel.id, channel]]),
      rates: new Map(rate === undefined ? [] : [[channel.id, rate]]),
      queue: {
        enqueue: async (_name, job, options) => {
          enqueued.push([job.id, options?.delayMs]);
        },
      },
      events: { delivered: () => {}, incident: () => {} },
      now: () => now,
    });
    return () => deliver({ id: "deliver-sweep", data: { channel: channel.id } }, new AbortController().signal);
  }

  async function add(key: string, changed: Parameters<typeof newDelivery>[1] = {}): Promise<string> {
    const usual = { kind: "notice", payload: NOTICE, createdAt: now, dueAt: now } as const;
    const { id } = await opened.store.deliveries.add(newDelivery(key, { ...usual, ...changed }));
    now += 1;
    return id;
  }

  it("go out in their order, each once", async () => {
    const { channel, sent } = provider("desk", () => SENT);
    for (const key of ["one", "two", "three"]) await add(key);
    const drain = drainer(channel);
    await Promise.all([drain(), drain()]);
    await drain();
    expect(sent).toEqual(["one", "two", "three"]);
  });

  it("are not begun any more when the work is to end; the one under way is sent", async () => {
    const ending = new AbortController();
    const { channel, sent } = provider("desk", () => {
      ending.abort();
      return SENT;
    });
    for (const key of ["one", "two"]) await add(key);
    await drainer(channel, undefined, opened.store, ending.signal)();
    expect(sent).toEqual(["one"]);
    expect(await opened.store.deliveries.findByKey("one")).toMatchObject({ status: "sent" });
    expect(await opened.store.deliveries.findByKey("two")).toMatchObject({ status: "pending", attempts: 0 });
  });

  it("go out although one before them cannot be written, which ends as failed and is told to operators", async () => {
    const { channel, sent } = provider("desk", () => SENT);
    const broken = await add("broken", { kind: "alert", payload: null });
    await add("good");
    const drain = drainer(channel);
    await drain();
    expect(sent).toEqual(["good"]);
    for (let tries = 0; tries < 6; tries += 1) {
      now += 3_600_000;
      await drain();
    }
    expect(await opened.store.deliveries.get(broken)).toMatchObject({ status: "failed", reason: "internal-error" });
    const page = await opened.store.deliveries.findByKey(`notice|${broken}|failed|ops`);
    expect(page?.payload).toContain('"lines":["broken",');
  });

  it("go out although sending one before them breaks", async () => {
    const { channel, sent } = provider("desk", (key) => {
      if (key === "broken") throw new TypeError("cannot render");
      return SENT;
    });
    const broken = await add("broken");
    await add("good");
    await drainer(channel)();
    expect(sent).toEqual(["good"]);
    expect(await opened.store.deliveries.get(broken)).toMatchObject({ status: "pending", reason: "internal-error" });
  });

  it("are not given up for one fault, however many outages were before it", async () => {
    const outcomes: readonly (SendOutcome | "fault")[] = [BUSY, BUSY, BUSY, BUSY, BUSY, "fault", SENT];
    let tries = 0;
    const { channel, sent } = provider("desk", () => {
      const outcome = outcomes[tries++] ?? SENT;
      if (outcome === "fault") throw new TypeError("cannot render");
      return outcome;
    });
    const id = await add("one");
    const drain = drainer(channel);
    for (const _ of outcomes) {
      now += 3_600_000;
      await opened.store.leases.clear();
      await drain();
    }
    expect(sent).toHaveLength(outcomes.length - 1);
    expect(await opened.store.deliveries.get(id)).toMatchObject({ status: "sent", attempts: outcomes.length });
  });

  it("that only some recipients take are sent, and operators are told who refused", async () => {
    const refused = { recipient: "b@example.org", kind: "rejected", detail: "no such user" } as const;
    const taken = { recipient: "a@example.org", kind: "accepted", detail: "" } as const;
    const { channel } = provider("desk", () => ({ kind: "sent", ref: null, recipients: [taken, refused] }));
    const summary = { kind: "summary", feeds: ["wire"], stored: 1, wouldHaveMatched: [] };
    const id = await add("summary", { kind: "summary", payload: JSON.stringify(summary) });
    await drainer(channel)();
    const notice = await opened.store.deliveries.findByKey(`notice|${id}|refused|ops`);
    expect(notice?.payload).toContain('"lines":["what new feeds held","b@example.org: no such user"]');
  });

  it("that fail on the operators' channel make no notices about notices", async () => {
    const { channel, sent } = provider("ops", () => REFUSED);
    await add("notice", { channelId: "ops" });
    await drainer(channel)();
    expect(sent).toEqual(["notice"]);
    expect(await opened.store.deliveries.count()).toEqual([{ status: "failed", count: 1 }]);
  });

  it("wait together while the provider asks to wait, later ones too, and keep their order", async () => {
    let outcome: SendOutcome = BUSY;
    const { channel, sent } = provider("desk", () => outcome);
    await add("one");
    await add("two");
    const drain = drainer(channel);
    await drain();
    now += 1000;
    await add("late");
    await drain();
    expect(sent).toEqual(["one"]);
    outcome = SENT;
    now += 30_000;
    await drain();
    expect(sent).toEqual(["one", "one", "two", "late"]);
  });

  it("page operators when the channel has failed for five minutes, however long they were held before", async () => {
    const { channel } = provider("desk", () => UNREACHABLE);
    const drain = drainer(channel);
    const id = await add("held");
    await drain();
    await opened.store.holds.hold(id, "quiet-hours", NOW + 8 * HOUR_MS);
    now = NOW + 8 * HOUR_MS;
    await opened.store.holds.release([id], now);
    const first = now;
    const down: number[] = [];
    while (down.length === 0 && now < first + HOUR_MS) {
      await drain();
      const open = await opened.store.incidents.listOpen();
      if (open.some(({ kind }) => kind === "channel-down")) down.push(now);
      now += 10_000;
    }
    expect(down.map((at) => at - first)).toEqual([320_000]);
  });

  it("are not given up when they are put off once after wirewatch did not run for days", async () => {
    const { channel } = provider("desk", () => ({ ...UNREACHABLE, scope: "message" }));
    const id = await add("old", { createdAt: NOW - 5 * 24 * HOUR_MS });
    await drainer(channel)();
    expect(await opened.store.deliveries.get(id)).toMatchObject({ status: "pending", attempts: 1 });
  });

  it("are tried again soon after a failure, however often the provider asked to wait before", async () => {
    let outcome = BUSY;
    const { channel } = provider("desk", () => outcome);
    const id = await add("one");
    const drain = drainer(channel);
    for (let turn = 0; turn < 6; turn += 1) {
      await drain();
      now += 60_000;
    }
    outcome = { ...BUSY, reason: "timeout", retryAfterMs: null };
    await drain();
    expect(await opened.store.deliveries.get(id)).toMatchObject({ attempts: 7, dueAt: now + 5000 });
  });

  it("of which an attempt got no answer are asked for before they are sent again", async () => {
    const { channel, sent, asked } = provider("desk", () => SENT, { kind: "found", ref: "C1/1.2" });
    const id = await add("unanswered");
    const lease = await opened.store.leases.acquire("channel:desk", "dead", 1);
    if (lease === undefined) throw new Error("no lease");
    await opened.store.deliveries.beginAttempt(id, lease, now);
    await opened.store.leases.clear();
    now += 1000;
    await drainer(channel)();
    expect({ sent, asked }).toEqual({ sent: [], asked: ["unanswered"] });
    expect(await opened.store.deliveries.get(id)).toMatchObject({ status: "sent", ref: "C1/1.2", attempts: 2 });
    const attempts = await opened.store.deliveries.listAttempts(id);
    expect(attempts.map((attempt) => attempt.outcome)).toEqual(["unconfirmed", "confirmed"]);
  });

  it("go on at the time their rate allows", async () => {
    const { channel, sent } = provider("desk", () => SENT);
    await add("one");
    await add("two");
    await drainer(channel, { every: 40, burst: 1 })();
    expect(sent).toEqual(["one"]);
    expect(enqueued).toEqual([[`deliver-desk-rate-${now + 40}`, 40]]);
    now += 40;
    await drainer(channel, { every: 40, burst: 1 })();
    expect(sent).toEqual(["one", "two"]);
  });

  it("use up nothing of the rate when they end right before they are sent", async () => {
    const { channel, sent } = provider("desk", () => SENT);
    const unsubscribed = { channelId: "desk", recipient: "ada@example.org" };
    await opened.store.suppressions.suppress({ ...unsubscribed, suppressedAt: now, suppressedBy: "link" });
    for (const key of ["a", "b"]) await add(key, { kind: "digest", recipient: unsubscribed.recipient });
    await add("one");
    await drainer(channel, { every: 40, burst: 1 })();
    expect(sent).toEqual(["one"]);
  });

  it("keep their rate together where two processes send them, each message once and in order", async () => {
    const sentAt: number[] = [];
    const { channel, sent } = provider("desk", () => {
      sentAt.push(now);
      return SENT;
    });
    const keys = Array.from({ length: 12 }, (_, index) => `m${index}`);
    for (const key of keys) await add(key, { dueAt: NOW, createdAt: NOW + sent.length });
    now = NOW + 1000;
    const rate = { every: 1000, burst: 3 };
    const [one, other] = [drainer(channel, rate), drainer(channel, rate, opened.peer)];
    for (let tick = 0; tick < 12; tick += 1) {
      await Promise.all([one(), other()]);
      now += 1000;
    }
    expect(sent.toSorted()).toEqual(keys.toSorted());
    const perSecond = Map.groupBy(sentAt, (at) => (at - NOW) / 1000 - 1);
    expect([...perSecond].map(([second, messages]) => [second, messages.length])).toEqual([
      [0, 3],
      ...Array.from({ length: 9 }, (_, second) => [second + 1, 1]),
    ]);
  });

  it("do not burst when a process starts again", async () => {
    const { channel, sent } = provider("desk", () => SENT);
    for (const key of ["one", "two", "three", "four"]) await add(key);
    await drainer(channel, { every: 1000, burst: 2 })();
    await opened.store.leases.clear();
    await drainer(channel, { every: 1000, burst: 2 })();
    expect(sent).toEqual(["one", "two"]);
  });

  it("wait as the provider asked also when a process starts again, later ones too; another channel's do not", async () => {
    const { channel, sent } = provider("desk", () => BUSY);
    const { channel: other, sent: sentThere } = provider("ops", () => SENT);
    await add("one");
    await drainer(channel)();
    await opened.store.leases.clear();
    await add("later");
    await add("there", { channelId: "ops" });
    now += 20_000;
    await Promise.all([drainer(channel, undefined, opened.peer)(), drainer(other)()]);
    expect({ sent, sentThere }).toEqual({ sent: ["one"], sentThere: ["there"] });
    expect(await opened.store.deliveries.listChannelsWithWork(now)).toEqual([]);
    now += 10_000;
    expect(await opened.store.deliveries.listChannelsWithWork(now)).toEqual(["desk"]);
    await drainer(channel, undefined, opened.peer)();
    expect(sent).toEqual(["one", "one"]);
  });
});
