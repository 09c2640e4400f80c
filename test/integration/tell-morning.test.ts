import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMorningSummary } from "../../src/pipeline/tell-morning.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { channelPlan, HOUR_MS, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { attemptEnd, newDelivery } from "../support/store/store-builders.ts";

const DAY = 24 * HOUR_MS;
/** Eight in the morning in London, on the day before clocks go forward. */
const EIGHT = Date.parse("2026-03-28T08:00Z");

describe.each(["sqlite", "postgres"] as const)("the morning summary, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  const plan = planOf([watch("asylum")], [channelPlan("desk"), channelPlan("ops")]);

  beforeEach(async () => {
    now = EIGHT - HOUR_MS;
    opened = await openTestStore(dialect, () => now);
  });
  afterEach(() => opened.remove());

  /** One process's; a restart is a new one. */
  function process(store = opened.store): () => Promise<void> {
    return createMorningSummary({ store, plan: () => plan, now: () => now, at: "08:00", timezone: "Europe/London" });
  }

  async function send(key: string, madeAt: number, sentAt: number): Promise<void> {
    const { deliveries, leases } = opened.store;
    const { id } = await deliveries.add(newDelivery(key, { createdAt: madeAt, dueAt: madeAt }));
    const lease = await leases.acquire("channel:desk", "own", 60_000);
    if (lease === undefined) throw new Error("no lease");
    const attemptId = await deliveries.beginAttempt(id, lease, sentAt);
    await deliveries.endAttempt(attemptEnd(attemptId, { delivery: { status: "sent", sentAt, ref: null } }));
  }

  async function titles(): Promise<readonly string[]> {
    const rows = await opened.store.deliveries.list({ kind: "notice", limit: 100 });
    return rows.toReversed().map(({ payload }) => /"title":"([^"]*)"/.exec(payload ?? "")?.[1] ?? "");
  }

  it("comes once a day by local time, whatever process asks", async () => {
    let [one, other] = [process(), process(opened.peer)];
    for (; now < EIGHT + 2 * DAY; now += HOUR_MS / 2) {
      await Promise.all([one(), other()]);
      [one, other] = [process(), process(opened.peer)];
      // As if it were sent: what still waits would be something to look at.
      await opened.store.deliveries.endWaiting("ops", "sent");
    }
    expect(await titles()).toEqual([
      "All well · Sat 28 Mar 07:00–08:00 London",
      "All well · Sat 28 Mar 08:00 – Sun 29 Mar 08:00 London",
      "All well · Sun 29 Mar 08:00 – Mon 30 Mar 08:00 London",
    ]);
  });

  it("is one for all the days on which nobody ran, and none for those before the first start", async () => {
    await process()();
    now = EIGHT + 3 * DAY + HOUR_MS;
    await process()();
    await process()();
    expect(await titles()).toEqual(["All well · Sat 28 Mar 07:00 – Tue 31 Mar 08:00 London"]);
  });

  it("counts what was sent in its time: not what came until it was made late, nor twice what was held over its end", async () => {
    now = EIGHT;
    await process()();
    for (const [key, madeAfter, sentAfter] of [
      ["in the first day", 1, 1],
      ["over its end", 23, 25],
      ["in the second day", 26, 26],
    ] as const)
      await send(key, EIGHT + madeAfter * HOUR_MS, EIGHT + sentAfter * HOUR_MS);
    const edition = { channelId: "digest", scheduledFor: 0, fromAt: 0, toAt: 0, createdAt: EIGHT + 27 * HOUR_MS };
    await opened.store.editions.create(edition);
    now = EIGHT + DAY + 4 * HOUR_MS;
    await process()();
    now = EIGHT + 2 * DAY;
    await process()();
    const summaries = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
    expect(summaries.toReversed().map(({ payload }) => /\d+ alerts? sent[^"]*/.exec(payload ?? "")?.[0])).toEqual([
      "1 alert sent.",
      "2 alerts sent, digest no. 1.",
    ]);
  });

  it("names open incidents, waiting and failed messages, and watches that found nothing for a month", async () => {
    const tell = process();
    await tell();
    now = EIGHT + 31 * DAY - 2 * HOUR_MS;
    await opened.store.progress.mark("morning-summary", now);
    const { incidents, deliveries } = opened.store;
    await incidents.open({ kind: "channel-down", subject: "desk", cause: "x", openedAt: now });
    await incidents.open({ kind: "feed-silent", subject: "wire", cause: "x", openedAt: now });
    await deliveries.add(newDelivery("waits", { createdAt: now, dueAt: now }));
    const { id } = await deliveries.add(newDelivery("dropped", { createdAt: now, dueAt: now, channelId: "ops" }));
    const lease = await opened.store.leases.acquire("channel:ops", "own", 60_000);
    if (lease === undefined) throw new Error("no lease");
    const attemptId = await deliveries.beginAttempt(id, lease, now);
    await deliveries.endAttempt({
      attemptId,
      finishedAt: now,
      outcome: "rejected",
      reason: "message-refused",
      detail: "x",
      delivery: { status: "failed", reason: "message-refused" },
      recipients: [],
    });
    now += 3 * HOUR_MS;
    await tell();
    const [summary] = await deliveries.list({ kind: "notice", limit: 1 });
    expect(JSON.parse(summary?.payload ?? "{}")).toMatchObject({
      title: expect.stringMatching(/^5 things to look at/),
      lines: [
        "Channel desk is down, since Tue 28 Apr 07:00",
        "1 feed silent: wire",
        "1 message waiting on desk, the oldest for 1 h",
        "1 message failed on ops",
        "1 watch without a match in 30 days: asylum",
        "0 feeds read, 0 new items, 0 alerts sent.",
      ],
    });
  });
});
