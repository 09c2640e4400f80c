import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AtMostOptions, QuietHoursOptions } from "../../src/decide/options.ts";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import {
  answersFor,
  channelPlan,
  decisionsOf,
  matched,
  planOf,
  readPending,
  watch,
} from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";
import { newDelivery, readItem } from "../support/store/store-builders.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVENING = Date.UTC(2026, 0, 20, 23);
const MORNING = Date.UTC(2026, 0, 21, 6);
const WATCHES = [
  watch("asylum"),
  watch("defection"),
  watch("urgent", { severity: "urgent" }),
  watch("brief", { usefulForMs: 2 * HOUR }),
];
const QUIET = channelPlan("desk", { quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }) });
const CAPPED = channelPlan("desk", { atMost: AtMostOptions.parse({ alerts: 3, per: "1h" }) });

/** Reports that are no story together. */
const PLACES = ["Oslo", "Lima", "Rome", "Cairo", "Delhi", "Quito", "Accra", "Hanoi", "Minsk", "Tunis"];
const HEADLINES = PLACES.map((place, at) => `${place}: clerk ${at} of consulate ${at * 7} leaves`);

describe.each(["sqlite", "postgres"] as const)("in quiet hours, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: EVENING, plan: planOf(WATCHES, [QUIET]), channelIds: ["desk"] });
  });
  afterEach(() => desk.close());

  async function statusOfAlerts(): Promise<string[]> {
    const alerts = await desk.opened.store.deliveries.list({ kind: "alert", limit: 100 });
    return alerts.map(({ status, reason }) => `${status} ${reason ?? ""}`.trim());
  }

  it("a normal alert waits for their end, with a decision that says until when", async () => {
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(MORNING - 1);
    expect(desk.told()).toEqual([]);
    const [match] = await desk.opened.store.matches.listByItem(item);
    expect(await desk.opened.store.matches.listDecisions(match?.id ?? "")).toMatchObject([
      { kind: "hold", reason: "quiet-hours", detail: "first-report, held until 2026-01-21T06:00:00Z" },
    ]);
    await desk.at(MORNING);
    expect(desk.told()).toEqual([expect.stringContaining("Envoy asks for asylum")]);
    // What was held on purpose is not late.
    expect(JSON.stringify(desk.posts())).not.toContain("delayed");
  });

  it("one that an operator has tried again does not", async () => {
    const { deliveries } = desk.opened.store;
    await desk.report("Envoy asks for asylum", ["asylum"]);
    const [held] = await deliveries.list({ kind: "alert", limit: 1 });
    const act = { at: EVENING, author: "ann", comment: null };
    const dropped = { status: "dropped", reason: "dropped-by-operator" } as const;
    await deliveries.revise(held?.id ?? "", { from: ["held"], to: dropped, act: { ...act, kind: "dropped" } });
    await desk.at(EVENING + 1000);
    expect(desk.told()).toEqual([]);
    const again = { ...act, at: EVENING + 1000, kind: "retried" } as const;
    await deliveries.revise(held?.id ?? "", { from: ["dropped"], to: { status: "pending" }, act: again });
    await desk.at(EVENING + 2000);
    expect(desk.told()).toEqual([expect.stringContaining("Envoy asks for asylum")]);
  });

  it("an urgent one does not", async () => {
    await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(EVENING + 1000);
    expect(desk.told()).toHaveLength(1);
  });

  it("one that may have arrived goes by itself, so that the channel is asked for it", async () => {
    const { deliveries, holds, leases } = desk.opened.store;
    for (const headline of HEADLINES.slice(0, 7)) await desk.report(headline, ["asylum"]);
    const [first] = await deliveries.list({ kind: "alert", limit: 1 });
    const lease = await leases.acquire("channel:desk", "dead", 1);
    if (lease === undefined) throw new Error("no lease");
    await holds.release([first?.id ?? ""], EVENING);
    await deliveries.beginAttempt(first?.id ?? "", lease, EVENING);
    await holds.hold(first?.id ?? "", "quiet-hours", MORNING);
    const group = { channelId: "desk", heldFor: "quiet-hours", isUrgent: false } as const;
    expect(await holds.listDue(group, MORNING, 100)).toHaveLength(6);
    await holds.releaseReady(MORNING);
    expect((await deliveries.get(first?.id ?? ""))?.status).toBe("pending");
  });

  it("later reports of the story join the one that waits", async () => {
    const link = { cleanedLink: "https://news.example/one" };
    await desk.report("Envoy asks for asylum", ["asylum"], link);
    const copy = await desk.report("Envoy asks for asylum in Oslo", ["defection"], { ...link, feedId: "other" });
    expect(await decisionsOf(desk.opened, copy)).toEqual(["desk: same-story"]);
    await desk.at(MORNING);
    expect(desk.told()).toHaveLength(1);
    const blocks = JSON.stringify(desk.posts()[0]?.blocks);
    for (const named of ["Watch asylum: ", "Watch defection: ", "2 watches"]) expect(blocks).toContain(named);
  });

  it("one that waits goes at once when an urgent watch joins it", async () => {
    const link = { cleanedLink: "https://news.example/one" };
    await desk.report("Envoy asks for asylum", ["asylum"], link);
    await desk.report("Envoy asks for asylum in Oslo", ["urgent"], { ...link, feedId: "other" });
    await desk.at(EVENING + 1000);
    expect(desk.told()).toHaveLength(1);
    expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain("Urgent");
  });

  it("five go singly at the end", async () => {
    for (const headline of HEADLINES.slice(0, 5)) await desk.report(headline, ["asylum"]);
    await desk.at(MORNING);
    expect(desk.told()).toHaveLength(5);
  });

  it("six are one message, each with its outlet, watch and proof; the ledger says where each was told", async () => {
    for (const headline of HEADLINES.slice(0, 6)) await desk.report(headline, ["asylum"]);
    await desk.at(MORNING);
    await desk.at(MORNING + MINUTE);
    expect(desk.told()).toEqual(["6 alerts from quiet hours · Tue 20 Jan 23:00 UTC"]);
    expect(new Set(await statusOfAlerts())).toEqual(new Set(["summarised in-summary"]));
    const [alert] = await desk.opened.store.deliveries.list({ kind: "alert", limit: 1 });
    const summary = await desk.opened.store.deliveries.findByKey(alert?.detail ?? "");
    expect(summary).toMatchObject({ kind: "roundup", status: "sent" });
    // A story that was told in a summary is told: its next report is no first one.
    const [first = ""] = HEADLINES;
    const again = await desk.report(`${first} again`, ["asylum"], {
      cleanedLink: `https://news.example/${first}`,
      feedId: "other",
    });
    expect(await decisionsOf(desk.opened, again)).toEqual(["desk: same-story"]);
  });

  it("one whose use is over by then is told in a summary", async () => {
    await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.report("Oslo: clerk walks out", ["brief"]);
    await desk.at(MORNING);
    expect(desk.told().toSorted()).toEqual([
      "1 alert from quiet hours · Tue 20 Jan 23:00 UTC",
      expect.stringContaining("Envoy asks for asylum"),
    ]);
  });

  it("one whose watch is off by then is dropped with the reason", async () => {
    await desk.report("Envoy asks for asylum", ["asylum"]);
    desk.usePlan(planOf([], [QUIET]));
    await desk.at(MORNING);
    expect(desk.told()).toEqual([]);
    expect(await statusOfAlerts()).toEqual(["dropped watch-off"]);
  });

  it("an alert that could not go before they began waits for their end, too", async () => {
    desk.usePlan(planOf(WATCHES, [channelPlan("desk")]));
    await desk.report("Envoy asks for asylum", ["asylum"]);
    desk.usePlan(planOf(WATCHES, [QUIET]));
    await desk.at(EVENING + MINUTE);
    expect(desk.told()).toEqual([]);
    await desk.at(MORNING);
    expect(desk.told()).toHaveLength(1);
  });
});

describe.each(["sqlite", "postgres"] as const)("a channel with a limit, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: EVENING, plan: planOf(WATCHES, [CAPPED]), channelIds: ["desk"] });
  });
  afterEach(() => desk.close());

  it("tells what is over it together, five minutes after the first of it", async () => {
    for (const headline of HEADLINES.slice(0, 4)) await desk.report(headline, ["asylum"]);
    await desk.at(EVENING + 2 * MINUTE);
    await desk.report(HEADLINES[4] ?? "", ["asylum"]);
    await desk.at(EVENING + 5 * MINUTE - 1);
    expect(desk.told()).toHaveLength(3);
    await desk.at(EVENING + 5 * MINUTE);
    expect(desk.told()).toEqual(["2 alerts beyond this channel's limit · Tue 20 Jan 23:00–23:02 UTC"]);
  });

  it("takes the next one by itself when the window has moved on", async () => {
    for (const headline of HEADLINES.slice(0, 3)) await desk.report(headline, ["asylum"]);
    await desk.at(EVENING);
    await desk.at(EVENING + HOUR);
    const held = await desk.report(HEADLINES[3] ?? "", ["asylum"]);
    expect(await decisionsOf(desk.opened, held)).toEqual(["desk: over-cap"]);
    await desk.at(EVENING + HOUR + 1);
    const free = await desk.report(HEADLINES[4] ?? "", ["asylum"]);
    expect(await decisionsOf(desk.opened, free)).toEqual(["desk: first-report"]);
  });

  it("does not count urgent alerts, which have a limit of sixty an hour and a summary of their own", async () => {
    const store = desk.opened.store;
    for (let at = 0; at < 60; at += 1)
      await store.deliveries.add(
        newDelivery(`alert|flood-${at}|desk`, { severity: "urgent", createdAt: EVENING, dueAt: EVENING + 10 * HOUR }),
      );
    const normal = await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    expect(await decisionsOf(desk.opened, normal)).toEqual(["desk: first-report"]);
    const urgent = await desk.report(HEADLINES[1] ?? "", ["urgent"]);
    expect(await decisionsOf(desk.opened, urgent)).toEqual(["desk: over-cap"]);
    await desk.at(EVENING + 5 * MINUTE);
    expect(desk.told()).toContain("Urgent: 1 alert beyond this channel's limit · Tue 20 Jan 23:00 UTC");
    expect(JSON.stringify(desk.posts().find(({ text }) => text.startsWith("Urgent"))?.blocks)).toContain("<!here>");
  });

  it("is not exceeded by two processes that commit at once", async () => {
    const { store, peer } = desk.opened;
    const batches = [];
    for (const headline of HEADLINES) {
      await store.items.addRead("wire", [readItem(headline, { title: headline, publishedAt: EVENING })], EVENING);
      batches.push((await readPending(desk.opened, EVENING)).filter(({ title }) => title === headline));
    }
    const [here, there] = [store, peer].map((one) =>
      createCommitMatches({ store: one, plan: () => planOf(WATCHES, [CAPPED]), now: desk.now }),
    );
    await Promise.all(
      batches.map(async (items, at) => {
        const commit = at % 2 === 0 ? here : there;
        await commit?.(items, answersFor(items, [matched("asylum")]));
      }),
    );
    const counts = await store.deliveries.count();
    expect(counts).toEqual([
      { status: "held", count: 7 },
      { status: "pending", count: 3 },
    ]);
  });
});
