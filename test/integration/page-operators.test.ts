import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askLedger } from "../../src/pipeline/inspect/ask-ledger.ts";
import { pageOperators, type Observed } from "../../src/pipeline/page-operators.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, planOf } from "../support/pipeline/pipeline-rig.ts";
import { feed, newDelivery } from "../support/store/store-builders.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const QUIET: Observed = { stalls: [], standing: [], freeBytes: null, isStoreGone: false };

describe.each(["sqlite", "postgres"] as const)("pages, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  let drained: string[];
  const plan = {
    ...planOf([], [channelPlan("desk"), channelPlan("ops"), channelPlan("phone")]),
    operators: { page: ["ops", "phone"], notice: ["ops"] },
  };

  beforeEach(async () => {
    now = NOW;
    drained = [];
    opened = await openTestStore(dialect, () => now);
  });
  afterEach(() => opened.remove());

  /** Two processes look at the same time. */
  async function look(observed: Observed = QUIET): Promise<void> {
    const rest = {
      plan: () => plan,
      queue: {
        enqueue: async (_name: string, job: { data: Record<string, unknown> }) => {
          drained.push(String(job.data["channel"]));
        },
      },
      events: { incident: () => {} },
      now: () => now,
    };
    await Promise.all([opened.store, opened.peer].map((store) => pageOperators({ ...rest, store }, observed)));
  }

  /** Titles of the pages, with the channels that got them, by time and then by text. */
  async function pages(): Promise<readonly string[]> {
    const rows = await opened.store.deliveries.list({ kind: "notice", limit: 100 });
    return rows
      .map(({ channelId, payload, createdAt }) => {
        return { createdAt, line: `${channelId}: ${/"title":"([^"]*)"/.exec(payload ?? "")?.[1]}` };
      })
      .toSorted((a, b) => a.createdAt - b.createdAt || (a.line < b.line ? -1 : 1))
      .map(({ line }) => line);
  }

  async function alert(key: string, changed: Parameters<typeof newDelivery>[1] = {}): Promise<string> {
    const { id } = await opened.store.deliveries.add(newDelivery(key, { createdAt: now, dueAt: now, ...changed }));
    return id;
  }

  it("come once when an alert is late and once when it has gone out", async () => {
    const id = await alert("one");
    await alert("held", { dueAt: now + 60 * MINUTE });
    await look();
    now += 3 * MINUTE;
    await look();
    now += MINUTE;
    await look();
    expect(await pages()).toEqual(["ops: Alerts for channel desk are late", "phone: Alerts for channel desk are late"]);
    expect(new Set(drained)).toEqual(new Set(["ops", "phone"]));
    const act = { kind: "dropped", at: now, author: "ann", comment: "x" } as const;
    await opened.store.deliveries.revise(id, { from: ["pending"], to: { status: "dropped", reason: "x" }, act });
    now += 1;
    await look();
    await look();
    expect((await pages()).filter((page) => page.startsWith("ops"))).toEqual([
      "ops: Alerts for channel desk are late",
      "ops: Alerts for channel desk have gone out",
    ]);
    const notices = await opened.store.deliveries.list({ kind: "notice", channelId: "ops", limit: 9 });
    expect(notices.map(({ severity, payload }) => [severity, payload?.includes('"level":"page"')])).toEqual([
      ["normal", false],
      ["urgent", true],
    ]);
    expect(notices[0]?.payload).toContain('"lines":["It lasted 1 min; it was: 1 alert waits, the oldest for 3 min"]');
  });

  it("go around the channel that is itself late, as does what says that it is over", async () => {
    const id = await alert("one", { channelId: "ops" });
    now += 3 * MINUTE;
    await look();
    const act = { kind: "dropped", at: now, author: "ann", comment: "x" } as const;
    await opened.store.deliveries.revise(id, { from: ["pending"], to: { status: "dropped", reason: "x" }, act });
    now += 1;
    await look();
    expect(await pages()).toEqual([
      "phone: Alerts for channel ops are late",
      "phone: Alerts for channel ops have gone out",
    ]);
  });

  it("go to every channel where all of them are in trouble", async () => {
    await alert("one", { channelId: "ops" });
    await alert("two", { channelId: "phone" });
    now += 3 * MINUTE;
    await look();
    expect(new Set((await pages()).map((page) => page.split(":")[0]))).toEqual(new Set(["ops", "phone"]));
  });

  it("count an alert as late from its first try, and anew when an operator has it tried again", async () => {
    const id = await alert("one");
    const lease = await opened.store.leases.acquire("channel:desk", "own", 60_000);
    if (lease === undefined) throw new Error("no lease");
    const attemptId = await opened.store.deliveries.beginAttempt(id, lease, now);
    const failed = { status: "failed", reason: "message-refused" } as const;
    const end = { attemptId, finishedAt: now, outcome: "rejected", reason: null, detail: null } as const;
    await opened.store.deliveries.endAttempt({ ...end, delivery: failed, recipients: [] });
    now += 60 * MINUTE;
    const act = { kind: "retried", at: now, author: "ann", comment: null } as const;
    await opened.store.deliveries.revise(id, { from: ["failed"], to: { status: "pending" }, act });
    await look();
    expect(await pages()).toEqual([]);
    now += 3 * MINUTE;
    await look();
    expect(await pages()).toHaveLength(2);
  });

  it("do not come for a mail server that greylists: not where others have the mail, else after half an hour", async () => {
    for (const accepted of ["ann", "alone"]) {
      const id = await alert(accepted);
      const lease = await opened.store.leases.acquire("channel:desk", "own", 60_000);
      if (lease === undefined) throw new Error("no lease");
      const attemptId = await opened.store.deliveries.beginAttempt(id, lease, now);
      const detail = "451 4.7.1 come back later";
      await opened.store.deliveries.endAttempt({
        attemptId,
        finishedAt: now,
        outcome: "retry",
        reason: "put-off",
        detail,
        delivery: { status: "pending", dueAt: now + 60 * MINUTE },
        recipients: [
          { recipient: "bo", kind: "retry", detail },
          ...(accepted === "ann" ? [{ recipient: accepted, kind: "accepted" as const, detail: "" }] : []),
        ],
      });
    }
    now += 29 * MINUTE;
    await look();
    expect(await pages()).toEqual([]);
    now += 2 * MINUTE;
    await look();
    expect(await pages()).toEqual(["ops: Alerts for channel desk are late", "phone: Alerts for channel desk are late"]);
    const [notice] = await opened.store.deliveries.list({ kind: "notice", channelId: "ops", limit: 1 });
    expect(notice?.payload).toContain("1 alert waits");
  });

  it("come when a stage stands still, the disk fills up or many feeds fail, and when that is over", async () => {
    const ids = ["a", "b", "c", "d"];
    await opened.store.feeds.sync(
      ids.map((id) => feed(id)),
      () => 0,
    );
    for (const subject of ["a", "b", "c", "removed"])
      await opened.store.incidents.open({ kind: "feed-failing", subject, cause: "503", openedAt: now });
    const stalls = [{ stage: "poll", since: now - 6 * MINUTE }] as const;
    await look({ ...QUIET, stalls, standing: stalls, freeBytes: 5e6 });
    // A process that has just begun does not see it as its own, nor does it end it.
    await look({ ...QUIET, standing: stalls, freeBytes: 5e6 });
    for (const subject of ["a", "b", "c"]) await opened.store.incidents.close("feed-failing", subject, now);
    now += MINUTE;
    await look({ ...QUIET, freeBytes: 5e9 });
    expect((await pages()).filter((page) => page.startsWith("ops"))).toEqual([
      "ops: Many feeds fail at once",
      "ops: The disk is nearly full",
      "ops: wirewatch stands still: poll",
      "ops: Most feeds can be read again",
      "ops: The disk has space again",
      "ops: wirewatch works again: poll",
    ]);
  });

  describe("about a channel that is not configured", () => {
    async function openKinds(): Promise<readonly string[]> {
      return (await opened.store.incidents.listOpen()).map(({ kind }) => kind);
    }

    beforeEach(async () => {
      for (const kind of ["channel-down", "alerts-late", "buttons-down"] as const)
        await opened.store.incidents.open({ kind, subject: "gone", cause: "x", openedAt: now });
      await alert("of-gone", { channelId: "gone", dueAt: now - 10 * MINUTE });
    });

    it("are none: what was open ends when the configuration has been the active one for an hour", async () => {
      await opened.store.configs.activate(plan.hash, "{}", now);
      now += 60 * MINUTE - 1;
      await look();
      expect(await openKinds()).toEqual(["channel-down", "alerts-late", "buttons-down"]);
      now += 1;
      await look();
      expect(await openKinds()).toEqual([]);
      await opened.store.incidents.open({ kind: "alerts-late", subject: "gone", cause: "x", openedAt: now });
      await look();
      expect(await openKinds()).toEqual(["alerts-late"]);
      await opened.store.deliveries.endWaiting("gone", "channel-removed");
      await look();
      expect(await openKinds()).toEqual([]);
      expect(await pages()).toEqual([]);
    });

    it("are left to the processes that know it, in a rolling restart from an older configuration to a newer", async () => {
      await opened.store.configs.activate("newer", "{}", now);
      await opened.store.deliveries.endWaiting("gone", "dropped-by-operator");
      now += 120 * MINUTE;
      await look();
      expect(await openKinds()).toEqual(["channel-down", "alerts-late", "buttons-down"]);
      expect(await pages()).toEqual([]);
      const known = await askLedger(opened.store, { plan: { hash: "newer", channels: new Set(["gone"]) }, now });
      expect([known.channels.down.length, known.alarms.length]).toEqual([1, 2]);
      const { channels, alarms } = await askLedger(opened.store, { plan, now });
      expect([channels.down, alarms]).toEqual([[], []]);
    });
  });
});

describe.each(["sqlite", "postgres"] as const)("the progress of the work, on %s", (dialect) => {
  it("is what the oldest work waits for and the latest work did", async () => {
    let now = NOW;
    const opened = await openTestStore(dialect, () => now);
    const { feeds, progress, items } = opened.store;
    expect(await progress.oldestWork(now, ["desk"])).toEqual({ feedDueAt: null, itemSeenAt: null, messageDueAt: null });
    expect(await progress.latestWork()).toEqual({ polledAt: null, attemptedAt: null });
    await feeds.sync([feed("a"), feed("b"), feed("paused")], (one) => (one.id === "b" ? NOW + 5 : NOW - 5));
    await feeds.pause({ feedId: "paused", until: NOW + MINUTE, at: NOW, author: "ann", comment: "x" });
    await feeds.pause({ feedId: "a", until: NOW + 1, at: NOW, author: "ann", comment: "x" });
    expect(await progress.oldestWork(now, ["desk"])).toMatchObject({ feedDueAt: null });
    now += 10;
    await items.addRead("a", [], now);
    const held = { for: "quiet-hours", until: NOW + 5 * MINUTE } as const;
    const { id: parentId } = await opened.store.deliveries.add(newDelivery("alert", { held }));
    await opened.store.deliveries.add(newDelivery("note", { kind: "reply", parentId, dueAt: NOW - 1 }));
    expect(await progress.oldestWork(now, ["desk"])).toMatchObject({ messageDueAt: null });
    await opened.store.deliveries.add(newDelivery("one", { dueAt: NOW }));
    expect(await progress.oldestWork(now, ["desk"])).toEqual({
      feedDueAt: NOW - 5,
      itemSeenAt: null,
      messageDueAt: NOW,
    });
    await opened.store.rates.pause("desk", NOW + MINUTE);
    expect(await progress.oldestWork(now, ["desk"])).toMatchObject({ messageDueAt: null });
    expect(await progress.oldestWork(NOW + MINUTE, ["desk"])).toMatchObject({ messageDueAt: NOW });
    expect(await progress.oldestWork(NOW + MINUTE, ["other"])).toMatchObject({ messageDueAt: null });
    await progress.mark("beat", NOW);
    await progress.mark("beat", NOW - 1);
    expect([await progress.markedAt("beat"), await progress.markedAt("none")]).toEqual([NOW, null]);
    await opened.remove();
  });
});
