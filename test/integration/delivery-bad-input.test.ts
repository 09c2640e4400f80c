import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import { channelPlan, HOUR_MS, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

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

  it("what waits for a channel that is no longer in the configuration ends with that reason, which operators hear, and other channels' alerts go", async () => {
    desk.sink.respond({ answer: "status", status: 503 }, 1);
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    await desk.at(NOON + MINUTE);
    const { configs, deliveries, editions } = desk.opened.store;
    await configs.activate("without-desk", "{}", desk.now());
    desk.usePlan(planOf(WATCHES, [RESEARCH, channelPlan("ops")], { hash: "without-desk" }));
    await desk.report(HEADLINES[1] ?? "", ["asylum"]);
    await desk.at(NOON + HOUR_MS);
    async function alert() {
      return (await deliveries.list({ kind: "alert", limit: 10 }))[0];
    }
    expect(await alert()).toMatchObject({ status: "pending" });
    await desk.at(NOON + HOUR_MS + MINUTE);
    expect(headlines()).toEqual([]);
    expect(await alert()).toMatchObject({ status: "dropped", reason: "channel-removed" });
    const [edition] = await editions.list("research", 1);
    expect(await editions.listMatches(edition?.id ?? "")).toHaveLength(2);
    const notices = await deliveries.list({ kind: "notice", limit: 10 });
    expect(notices.map(({ payload }) => payload)).toEqual([
      expect.stringContaining("1 message for channel desk will not be sent"),
    ]);
    expect(notices[0]?.payload).toContain(HEADLINES[0]);
  });

  it("a process that starts with an older configuration in a rolling restart drops nothing of a channel that the newer one added", async () => {
    const { configs, deliveries, editions } = desk.opened.store;
    const newer = planOf(WATCHES, [channelPlan("desk"), RESEARCH], { hash: "newer" });
    const older = planOf(WATCHES, [], { hash: "older" });
    await configs.activate("newer", "{}", desk.now());
    await desk.report(HEADLINES[0] ?? "", ["asylum"]);
    async function waiting(): Promise<readonly number[]> {
      const alerts = await deliveries.list({ kind: "alert", status: "pending", limit: 10 });
      return [alerts.length, await editions.countWaiting("research")];
    }
    expect(await waiting()).toEqual([1, 1]);
    // The scheduler of the older one dies and starts again, long after the alert was made.
    await configs.activate("older", "{}", NOON + 3 * HOUR_MS);
    desk.usePlan(older);
    await desk.at(NOON + 3 * HOUR_MS);
    await desk.at(NOON + 4 * HOUR_MS - MINUTE);
    expect(await waiting()).toEqual([1, 1]);
    // Then the newer one takes its place, and the older one has nothing to say any more.
    await configs.activate("newer", "{}", NOON + 4 * HOUR_MS - MINUTE);
    await desk.at(NOON + 6 * HOUR_MS);
    expect(await waiting()).toEqual([1, 1]);
    desk.usePlan(newer);
    await desk.at(NOON + 6 * HOUR_MS + MINUTE);
    expect(headlines()).toEqual([HEADLINES[0]]);
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
