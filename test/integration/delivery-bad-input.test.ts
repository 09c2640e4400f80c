import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import { channelPlan, HOUR_MS, planOf, watch } from "../support/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/restraint-rig.ts";

/** What befalls a newsroom's channels and clocks: nothing is lost, nothing is told twice, and it goes on afterwards. */

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const DAY = 24 * HOUR_MS;
const HEADLINES = ["Oslo: clerk leaves", "Lima: envoy stays", "Rome: consul gone", "Cairo: attaché hides"];
const WATCHES = [watch("asylum", { notify: ["desk", "research"] })];
const RESEARCH = channelPlan("research", { digest: { every: HOUR_MS, empty: "skip" } });

describe.each(["sqlite", "postgres"] as const)("on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    const plan = planOf(WATCHES, [channelPlan("desk"), RESEARCH]);
    desk = await openDesk(dialect, { at: NOON, plan, channelIds: ["desk"] });
    await desk.at(NOON);
  });
  afterEach(() => desk.close());

  function headlines(): string[] {
    return desk.told().map((text) => HEADLINES.find((headline) => text.includes(headline)) ?? text);
  }

  it.each(["token_revoked", "is_archived"])(
    "alerts of a channel that answers %s wait for an operator, and go out when it is well again",
    async (error) => {
      desk.sink.respond({ answer: "error", error }, 1);
      await desk.report(HEADLINES[0] ?? "", ["asylum"]);
      await desk.at(NOON + MINUTE);
      expect(headlines()).toEqual([]);
      const [waiting] = await desk.opened.store.deliveries.list({ kind: "alert", limit: 10 });
      expect(waiting).toMatchObject({ status: "pending", detail: expect.stringContaining(error) });
      await desk.report(HEADLINES[1] ?? "", ["asylum"]);
      await desk.at(NOON + 10 * MINUTE);
      expect(headlines()).toEqual([HEADLINES[0], HEADLINES[1]]);
    },
  );

  it("what waits for a channel that is no longer in the configuration ends with that reason, and other channels' alerts go", async () => {
    desk.sink.respond({ answer: "status", status: 503 }, 1);
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    await desk.at(NOON + MINUTE);
    const { deliveries, editions } = desk.opened.store;
    await deliveries.dropForMissingChannels(["research"], "channel-removed");
    desk.usePlan(planOf(WATCHES, [RESEARCH]));
    await desk.report(HEADLINES[1] ?? "", ["asylum"]);
    await desk.at(NOON + 10 * MINUTE);
    expect(headlines()).toEqual([]);
    const [alert] = await deliveries.list({ kind: "alert", limit: 10 });
    expect(alert).toMatchObject({ status: "dropped", reason: "channel-removed" });
    expect(await editions.countWaiting("research")).toBe(2);
  });

  it.each([
    ["forward for good", [3 * DAY, 3 * DAY + MINUTE, 3 * DAY + 2 * HOUR_MS]],
    ["back by an hour", [-HOUR_MS, -HOUR_MS + MINUTE, HOUR_MS]],
    ["forward by a year, and back", [365 * DAY, MINUTE, 2 * HOUR_MS]],
  ])("a clock that jumps %s loses no alert, doubles none, and each match is in one edition", async (_how, jumps) => {
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    await desk.at(NOON + MINUTE);
    for (const [at, jump] of jumps.entries()) {
      await desk.at(NOON + jump);
      await desk.report(HEADLINES[at + 1] ?? "", ["asylum"]);
      await desk.at(NOON + jump);
    }
    const last = NOON + (jumps.at(-1) ?? 0);
    for (const later of [MINUTE, HOUR_MS, 2 * HOUR_MS]) await desk.at(last + later);
    expect(headlines().toSorted()).toEqual(HEADLINES.toSorted());
    const { editions } = desk.opened.store;
    expect(await editions.countWaiting("research")).toBe(0);
    const told = await Promise.all((await editions.list("research", 99)).map(({ id }) => editions.listMatches(id)));
    expect(
      told
        .flat()
        .map(({ item }) => item.title)
        .toSorted(),
    ).toEqual(HEADLINES.toSorted());
  });

  it("a clock that is set back in quiet hours holds alerts until their end by the new time, and no longer", async () => {
    const quiet = channelPlan("desk", { quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }) });
    desk.usePlan(planOf(WATCHES, [quiet, RESEARCH]));
    const night = NOON + 11 * HOUR_MS;
    await desk.at(night);
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    await desk.at(night - 2 * HOUR_MS);
    await desk.report(HEADLINES[1] ?? "", ["asylum"]);
    await desk.at(night - 2 * HOUR_MS);
    expect(headlines()).toEqual([HEADLINES[1]]);
    await desk.at(NOON + 18 * HOUR_MS);
    expect(headlines()).toEqual([HEADLINES[0]]);
  });
});
