import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addSilence } from "../../src/pipeline/silence-commands.ts";
import { channelPlan, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const WATCHES = [
  watch("asylum"),
  watch("urgent", { severity: "urgent" }),
  watch("brief", { usefulForMs: 30 * MINUTE }),
];
const PLAN = planOf(WATCHES, [channelPlan("desk")]);
const PLACES = ["Oslo", "Lima", "Rome", "Cairo", "Delhi", "Quito", "Accra", "Hanoi", "Minsk", "Tunis"];
const HEADLINES = PLACES.map((place, at) => `${place}: clerk ${at} of consulate ${at * 7} leaves`);

describe.each(["sqlite", "postgres"] as const)("after an outage, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk"] });
  });
  afterEach(() => desk.close());

  /** The provider fails at every minute from one up to the other. */
  async function failFrom(first: number, last: number): Promise<void> {
    for (let minute = first; minute < last; minute += 1) {
      desk.sink.respond({ method: "chat.postMessage", answer: "error", error: "service_unavailable" });
      await desk.at(NOON + minute * MINUTE);
    }
  }

  it("of the channel five alerts go singly, each with its delay and the reason", async () => {
    for (const headline of HEADLINES.slice(0, 5)) await desk.report(headline, ["asylum"]);
    await failFrom(1, 41);
    await desk.at(NOON + 42 * MINUTE);
    expect(desk.told()).toHaveLength(5);
    for (const { blocks } of desk.posts()) expect(JSON.stringify(blocks)).toContain("delayed 42 min: channel was down");
  });

  it("of the channel six are one message, with the delay; those of the last minutes go singly", async () => {
    for (const headline of HEADLINES.slice(0, 8)) await desk.report(headline, ["asylum"]);
    await failFrom(1, 30);
    await desk.report(HEADLINES[8] ?? "", ["asylum"]);
    await desk.at(NOON + 32 * MINUTE);
    expect(desk.told().toSorted()).toEqual([
      "8 alerts delayed by an outage · Tue 20 Jan 12:00 UTC",
      expect.stringContaining("Minsk"),
    ]);
    const [summary] = desk.posts().filter(({ text }) => text.startsWith("8 alerts"));
    expect(JSON.stringify(summary?.blocks)).toContain("delayed 32 min: channel was down");
  });

  it("of the channel what becomes old while the summary waits joins it", async () => {
    for (const headline of HEADLINES.slice(0, 6)) await desk.report(headline, ["asylum"]);
    await failFrom(1, 20);
    await desk.report(HEADLINES[6] ?? "", ["asylum"]);
    await failFrom(20, 40);
    await desk.at(NOON + 42 * MINUTE);
    expect(desk.told()).toEqual(["7 alerts delayed by an outage · Tue 20 Jan 12:00–12:19 UTC"]);
  });

  /** A report of the first headline that came while the first request of its alert was under way: its match. */
  async function reportMeanwhile(watchId: string): Promise<string> {
    const { deliveries, holds, matches } = desk.opened.store;
    const late = await desk.report(HEADLINES[0] ?? "", [watchId], { feedId: "other", cleanedLink: null });
    const matchId = (await matches.listByItem(late)).map(({ id }) => id).join();
    const alertId = (await deliveries.listByMatch(matchId)).map(({ id }) => id).join();
    await holds.detachMatches(alertId, [matchId]);
    const edit = newDelivery("edit|late|1", { kind: "edit", parentId: alertId, createdAt: NOON, dueAt: NOON });
    await deliveries.attachMatches((await deliveries.add(edit)).id, [matchId]);
    return matchId;
  }

  async function lifeOf(matchId: string): Promise<string[]> {
    const life = await desk.opened.store.deliveries.listByMatch(matchId);
    return life.map(({ kind, status }) => `${kind} ${status}`).toSorted();
  }

  it("of the channel an alert takes along what came while its first request was under way", async () => {
    for (const headline of HEADLINES.slice(0, 6)) await desk.report(headline, ["asylum"]);
    const match = await reportMeanwhile("brief");
    await failFrom(1, 20);
    await desk.at(NOON + 22 * MINUTE);
    expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain("Watch brief");
    expect(await lifeOf(match)).toEqual(["alert summarised", "edit dropped", "roundup sent"]);
  });

  it("of the channel it does so, too, where the rest of it is silenced", async () => {
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    const match = await reportMeanwhile("brief");
    const silence = { watchId: "asylum", storyId: null, feedId: null, words: null, author: "Ada", comment: "known" };
    await addSilence(
      { store: desk.opened.store, now: desk.now },
      { kind: "silence", ...silence, until: NOON + 60 * MINUTE },
    );
    await desk.at(NOON + 2 * MINUTE);
    expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain("Watch brief");
    expect(await lifeOf(match)).toEqual(["alert sent", "edit dropped"]);
  });

  it("of wirewatch a flood becomes one message, too", async () => {
    const { deliveries } = desk.opened.store;
    await desk.report("Envoy asks for asylum", ["asylum"]);
    const [match] = await deliveries.listMatches((await deliveries.list({ kind: "alert", limit: 1 }))[0]?.id ?? "");
    for (let at = 0; at < 450; at += 1) {
      const { id } = await deliveries.add(newDelivery(`alert|flood-${at}|desk`, { createdAt: NOON, dueAt: NOON }));
      await deliveries.attachMatches(id, [match?.id ?? ""]);
    }
    await desk.at(NOON + 42 * MINUTE);
    expect(desk.told()).toEqual(["1 alert delayed by an outage · Tue 20 Jan 12:00 UTC"]);
    const counts = await deliveries.count();
    expect(counts).toContainEqual({ status: "summarised", count: 451 });
  });

  it("of wirewatch urgent alerts go by themselves, however many", async () => {
    for (const headline of HEADLINES) await desk.report(headline, ["urgent"]);
    await desk.at(NOON + 42 * MINUTE);
    expect(desk.told()).toHaveLength(10);
    expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain("delayed 42 min");
    expect(JSON.stringify(desk.posts()[0]?.blocks)).not.toContain("channel was down");
  });

  it("that is too short to count as one nothing is gathered and no delay is said", async () => {
    for (const headline of HEADLINES) await desk.report(headline, ["asylum"]);
    await desk.at(NOON + 5 * MINUTE - 1);
    expect(desk.told()).toHaveLength(10);
    expect(JSON.stringify(desk.posts())).not.toContain("delayed");
  });

  it("of five minutes, after which a channel counts as down, more than five are one message with the delay", async () => {
    for (const headline of HEADLINES.slice(0, 6)) await desk.report(headline, ["asylum"]);
    await desk.at(NOON + 6 * MINUTE);
    expect(desk.told()).toEqual(["6 alerts delayed by an outage · Tue 20 Jan 12:00 UTC"]);
    expect(JSON.stringify(desk.posts()[0]?.blocks)).toContain("delayed 6 min");
  });

  it("what is of no use any more is dropped with the reason, not told", async () => {
    for (const headline of HEADLINES.slice(0, 6)) await desk.report(headline, ["asylum"]);
    await desk.report(HEADLINES[6] ?? "", ["brief"]);
    await desk.at(NOON + 42 * MINUTE);
    expect(desk.told()).toEqual(["6 alerts delayed by an outage · Tue 20 Jan 12:00 UTC"]);
    const alerts = await desk.opened.store.deliveries.list({ status: "dropped", limit: 10 });
    expect(alerts.map(({ reason }) => reason)).toEqual(["no-longer-useful"]);
  });

  it("an alert that may have arrived is looked for, not gathered", async () => {
    for (const headline of HEADLINES.slice(0, 7)) await desk.report(headline, ["asylum"]);
    desk.sink.respond({ method: "chat.postMessage", answer: "accept-then-reset" });
    await desk.at(NOON + MINUTE);
    await desk.at(NOON + 42 * MINUTE);
    const sent = await desk.opened.store.deliveries.list({ status: "sent", limit: 10 });
    expect(sent.map(({ kind }) => kind).toSorted()).toEqual(["alert", "roundup"]);
  });
});
