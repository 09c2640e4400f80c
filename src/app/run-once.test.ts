import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../test/support/store/open-test-store.ts";
import { feed, feedChange, newDelivery, pollRecord } from "../../test/support/store/store-builders.ts";
import type { Beat } from "../pipeline/heartbeat.ts";
import { tellIncidents } from "../pipeline/tell-incidents.ts";
import { createLocalQueue } from "../queue/local/local-queue.ts";
import { runOnce } from "./run-once.ts";
import type { Daemon } from "./start-daemon.ts";
import { planOf } from "../../test/support/pipeline/pipeline-rig.ts";

const WIRE = feed("wire");
const PLAN = planOf([], [], { feeds: new Map([[WIRE.id, WIRE]]), operators: { page: [], notice: ["desk"] } });

describe("run --once", () => {
  let opened: TestStore;
  beforeEach(async () => {
    opened = await openTestStore("sqlite");
  });
  afterEach(() => opened.remove());

  /** Sends what is due, as the deliver worker would. */
  async function sendDue(): Promise<number> {
    const { deliveries, leases } = opened.store;
    const due = await deliveries.listDue("desk", Date.now(), 10);
    const lease = await leases.acquire("channel:desk", "me", 60_000);
    if (lease === undefined) throw new Error("no lease");
    for (const { id } of due) {
      const attemptId = await deliveries.beginAttempt(id, lease, Date.now());
      const [finishedAt, sent] = [Date.now(), { status: "sent", sentAt: Date.now(), ref: null } as const];
      const answer = { outcome: "sent", reason: null, detail: null, recipients: [] } as const;
      await deliveries.endAttempt({ attemptId, finishedAt, ...answer, delivery: sent });
    }
    return due.length;
  }

  /** @param beat what each of its beats does besides */
  function daemon(beat: () => Promise<void> = () => Promise.resolve()): Daemon {
    const { store } = opened;
    return {
      store,
      queue: createLocalQueue({ onError: () => {} }),
      web: null,
      beat: async (): Promise<Beat> => {
        await beat();
        return { polls: 0, pages: 0, items: 0, editions: 0, channels: await sendDue() };
      },
      tellOperators: () => tellIncidents({ store, plan: () => PLAN, now: Date.now, togetherMs: 0 }),
      reload: () => Promise.reject(new Error("not asked here")),
      stop: () => Promise.resolve(),
    };
  }

  it("waits for a message that a channel has put off for a moment, and not for one that is due much later", async () => {
    const now = Date.now();
    await opened.store.deliveries.add(newDelivery("soon", { createdAt: now, dueAt: now + 300 }));
    await opened.store.deliveries.add(newDelivery("much later", { createdAt: now, dueAt: now + 3_600_000 }));
    expect(await runOnce(daemon(), new Set(["desk"]))).toMatchObject({ sent: 1, waiting: 1 });
  });

  it("does not wait for a channel that is no longer configured, nor calls it down", async () => {
    const now = Date.now();
    const { id } = await opened.store.deliveries.add(newDelivery("gone", { channelId: "gone", dueAt: now - 5 }));
    const lease = await opened.store.leases.acquire("channel:gone", "me", 60_000);
    if (lease === undefined) throw new Error("no lease");
    await opened.store.deliveries.beginAttempt(id, lease, now);
    expect(await runOnce(daemon(), new Set(["desk"]))).toMatchObject({ waiting: 0, down: [] });
  });

  it("sends what operators must know of a feed before it ends, although others may open with it", async () => {
    const incident = { kind: "feed-failing", subject: "wire", cause: "HTTP 410" } as const;
    await opened.store.incidents.open({ ...incident, openedAt: Date.now() });
    expect(await runOnce(daemon(), new Set(["desk"]))).toMatchObject({ sent: 1, waiting: 0 });
    expect(await opened.store.deliveries.list({ kind: "notice", limit: 10 })).toMatchObject([{ status: "sent" }]);
  });

  it("names the feeds that can be read again, and those that are not due with what they failed on", async () => {
    const { feeds } = opened.store;
    const later = Date.now() + 60_000;
    await feeds.sync([feed("back"), feed("broken"), feed("well")], () => later);
    const failed = { outcome: "failed", failureKind: "connect", failureMessage: "refused", httpStatus: null } as const;
    const trouble = feedChange({ nextPollAt: later, failures: 1, firstFailureAt: 1000, goodInRow: 0 });
    for (const id of ["back", "broken"]) await feeds.recordPoll(pollRecord(id, failed), trouble);
    const read = daemon(() =>
      feeds.recordPoll(pollRecord("back", { startedAt: 2000 }), feedChange({ nextPollAt: later })),
    );
    expect(await runOnce(read, new Set(["desk"]))).toMatchObject({
      recovered: [{ id: "back" }],
      resting: [{ id: "broken", cause: "refused", nextPollAt: later }],
    });
  });
});
