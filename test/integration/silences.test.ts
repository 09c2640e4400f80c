import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import { OperatorCommand, runOperatorCommand, type OperatorAnswer } from "../../src/pipeline/operator-command.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import { channelPlan, decisionsOf, HOUR_MS, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const CHANNELS = [channelPlan("desk"), channelPlan("research", { digest: { every: 24 * HOUR_MS, empty: "send" } })];
const ASYLUM = watch("asylum", { notify: ["desk", "research"] });
const PLAN = planOf([ASYLUM, watch("defection")], CHANNELS);

describe.each(["sqlite", "postgres"] as const)("a silence, on %s", (dialect) => {
  let desk: Desk;

  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk", "ops"] });
    await desk.at(NOON);
  });
  afterEach(() => desk.close());

  function command(given: object): Promise<OperatorAnswer> {
    const deps = { store: desk.opened.store, retention: RetentionOptions.parse({}), plan: () => PLAN, now: desk.now };
    return runOperatorCommand(deps, OperatorCommand.parse(given));
  }

  async function silence(given: object = { watchId: "asylum" }): Promise<string> {
    const any = { watchId: null, storyId: null, feedId: null, words: null };
    const who = { author: "Ada", comment: "a drill", until: desk.now() + HOUR_MS };
    const answer = await command({ kind: "silence", ...any, ...who, ...given });
    if (answer.kind !== "silenced") throw new Error(answer.kind);
    return answer.silenceId;
  }

  it("keeps matches from alerting, with a decision that says who and why, and tells them once at its end", async () => {
    const silenceId = await silence();
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.report("Attaché walks out", ["defection"]);
    await desk.at(NOON + MINUTE);
    expect(desk.told()).toEqual([expect.stringContaining("Attaché walks out")]);
    const [match] = await desk.opened.store.matches.listByItem(item);
    const decisions = await desk.opened.store.matches.listDecisions(match?.id ?? "");
    expect(decisions.map(({ channelId, kind, reason }) => [channelId, kind, reason])).toEqual([
      ["desk", "suppress", "silenced"],
      ["research", "suppress", "silenced"],
    ]);
    expect(decisions[0]?.detail).toBe(`by Ada until 2026-01-20T13:00:00Z: a drill (${silenceId})`);

    await desk.at(NOON + HOUR_MS);
    await desk.at(NOON + HOUR_MS + MINUTE);
    expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
    const blocks = JSON.stringify(desk.posts().at(-1)?.blocks);
    expect(blocks).toContain("news.example (wire) · English · Watch asylum");
    expect(blocks).toContain("Silenced by Ada: a drill");
    expect(await desk.opened.store.editions.countWaiting("research")).toBe(1);
  });

  it("that held nothing ends without a word", async () => {
    await silence();
    await desk.at(NOON + 2 * HOUR_MS);
    expect(desk.told()).toEqual([]);
    expect(await desk.opened.store.silences.listUntold(NOON + 3 * HOUR_MS)).toEqual([]);
  });

  it("tells a report that was corrected meanwhile once, with its present headline", async () => {
    await silence();
    await desk.report("Envoy asks for asylum", ["asylum"], { identity: "one" });
    await desk.report("Counsellor asks for asylum", ["asylum"], { identity: "one" });
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
    const blocks = JSON.stringify(desk.posts().at(-1)?.blocks);
    expect(blocks).toContain("Counsellor asks for asylum");
    expect(blocks).not.toContain("Envoy asks for asylum");
  });

  it.each([
    ["does not match any more", [], true],
    ["matches again as it reads now", ["asylum"], false],
  ])("says of a report in its summary that it was changed and %s", async (_fact, watchIds, isSaid) => {
    await silence();
    await desk.report("Envoy asks for asylum", ["asylum"], { identity: "one" });
    await desk.report("Envoy on holiday", [], { identity: "one" });
    await desk.report("Envoy to seek asylum", watchIds, { identity: "one" });
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
    const said = "news.example changed its report: it no longer matches";
    expect(JSON.stringify(desk.posts().at(-1)?.blocks).includes(said)).toBe(isSaid);
  });

  it("tells the present headline also of a report that is corrected while the summary waits for the end of quiet hours", async () => {
    const quietHours = QuietHoursOptions.parse({ from: "12:30", to: "15:00" });
    desk.usePlan(planOf([ASYLUM], [channelPlan("desk", { quietHours })]));
    await silence();
    await desk.report("Envoy asks for asylum", ["asylum"], { identity: "one" });
    await desk.at(NOON + HOUR_MS);
    await desk.report("Counsellor asks for asylum", ["asylum"], { identity: "one" });
    await desk.at(NOON + HOUR_MS + MINUTE);
    expect(desk.told()).toEqual([]);
    await desk.at(NOON + 3 * HOUR_MS);
    expect(desk.told()).toHaveLength(1);
    expect(JSON.stringify(desk.posts().at(-1)?.blocks)).toContain("Counsellor asks for asylum");
  });

  it("that is ended early tells at once, and can be ended once", async () => {
    const silenceId = await silence();
    await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(NOON + MINUTE);
    const expire = { kind: "expire-silence", silenceId, author: "Bo" };
    expect(await command(expire)).toEqual({ kind: "silence-expired", silenceId });
    expect(await command(expire)).toEqual({ kind: "unknown-silence", silenceId });
    await desk.at(NOON + 2 * MINUTE);
    expect(desk.told()).toEqual([expect.stringContaining("1 alert held by a silence")]);
    await desk.report("Attaché asks for asylum", ["asylum"]);
    await desk.at(NOON + 3 * MINUTE);
    expect(desk.told()).toEqual([expect.stringContaining("Attaché asks for asylum")]);
  });

  it("that comes between a decision and its sending keeps the alert back, too", async () => {
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    await silence({ words: "envoy asks" });
    await desk.at(NOON + MINUTE);
    expect(desk.told()).toEqual([]);
    expect(await decisionsOf(desk.opened, item)).toEqual(["desk: first-report", "research: digest", "desk: silenced"]);
    const [alert] = await desk.opened.store.deliveries.list({ kind: "alert", limit: 1 });
    expect(alert).toMatchObject({ status: "dropped", reason: "silenced", attempts: 0 });
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual([expect.stringContaining("1 alert held by a silence")]);
  });

  it("takes one watch out of an alert that another watch still wants", async () => {
    const item = await desk.report("Envoy asks for asylum", ["asylum", "defection"]);
    await silence();
    await desk.at(NOON + MINUTE);
    expect(desk.told()).toHaveLength(1);
    const blocks = JSON.stringify(desk.posts()[0]?.blocks);
    expect(blocks).toContain("Watch defection");
    expect(blocks).not.toContain("Watch asylum");
    expect(await decisionsOf(desk.opened, item)).toContain("desk: silenced");
  });

  it("of a story is given by the story or by an item of it", async () => {
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    await silence({ storyId: item });
    const [held] = await desk.opened.store.silences.listActive(desk.now());
    expect(held?.storyId).toBe(await desk.opened.store.stories.findByItem(item));
    expect(
      await command({
        kind: "silence",
        watchId: null,
        feedId: null,
        words: null,
        storyId: "sty_none",
        until: NOON,
        author: "Ada",
        comment: "c",
      }),
    ).toEqual({ kind: "unknown-story", storyId: "sty_none" });
  });

  it("leaves what another one still holds to that one", async () => {
    await silence();
    await silence({ words: "asylum", until: NOON + 2 * HOUR_MS });
    await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual([]);
    await desk.at(NOON + 2 * HOUR_MS);
    expect(desk.told()).toEqual([expect.stringContaining("1 alert held by a silence")]);
  });

  it("of a watch that is off when it ends tells nothing, and each match says why", async () => {
    await silence();
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    desk.usePlan(planOf([], CHANNELS));
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual([]);
    expect(await decisionsOf(desk.opened, item)).toContain("desk: watch-off");
    expect(await desk.opened.store.silences.listUntold(NOON + 2 * HOUR_MS)).toEqual([]);
  });

  describe("that ends while a rolling restart goes on", () => {
    const OLDER = { hash: "older" };
    let item: string;

    beforeEach(async () => {
      await desk.opened.store.configs.activate(PLAN.hash, "{}", NOON);
      await silence();
      item = await desk.report("Envoy asks for asylum", ["asylum"]);
    });

    it("is told by the older process, too, whose configuration has not got the watch", async () => {
      desk.usePlan(planOf([], CHANNELS, OLDER));
      await desk.at(NOON + HOUR_MS);
      expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
    });

    it("is left to the process that knows its channel", async () => {
      desk.usePlan(planOf([ASYLUM], [], OLDER));
      await desk.at(NOON + HOUR_MS);
      desk.usePlan(PLAN);
      await desk.at(NOON + HOUR_MS + MINUTE);
      expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
    });

    it("ends for a channel that the newest configuration has not got, an hour after that was loaded", async () => {
      const without = planOf([ASYLUM], [], { hash: "newest" });
      await desk.opened.store.configs.activate(without.hash, "{}", NOON + MINUTE);
      desk.usePlan(without);
      await desk.at(NOON + HOUR_MS);
      expect(await decisionsOf(desk.opened, item)).not.toContain("desk: channel-removed");
      await desk.at(NOON + HOUR_MS + MINUTE);
      expect(await decisionsOf(desk.opened, item)).toContain("desk: channel-removed");
      expect(await desk.opened.store.silences.listUntold(NOON + 2 * HOUR_MS)).toEqual([]);
    });
  });

  it("goes with the ledger when it is over", async () => {
    await silence();
    await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(NOON + 2 * HOUR_MS);
    const { retention, silences } = desk.opened.store;
    expect(await retention.removeSilences(NOON + HOUR_MS, 10)).toBe(0);
    expect(await retention.removeSilences(NOON + HOUR_MS + 1, 10)).toBe(1);
    expect(await silences.list(0)).toEqual([]);
  });
});

describe.each(["sqlite", "postgres"] as const)("an alert that waited, on %s", (dialect) => {
  it.each([
    ["of which the watch is off by now", planOf([], CHANNELS), MINUTE, "watch-off"],
    [
      "for longer than it is of use",
      planOf([watch("asylum", { usefulForMs: HOUR_MS })], CHANNELS),
      HOUR_MS + 1,
      "no-longer-useful",
    ],
  ] as const)("%s is dropped with the reason", async (_fact, plan, waitMs, reason) => {
    const desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk"] });
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    desk.usePlan(plan);
    await desk.at(NOON + waitMs);
    expect(desk.told()).toEqual([]);
    expect(await decisionsOf(desk.opened, item)).toContain(`desk: ${reason}`);
    const [alert] = await desk.opened.store.deliveries.list({ kind: "alert", limit: 1 });
    expect(alert).toMatchObject({ status: "dropped", reason });
    await desk.close();
  });

  it("is sent by an older process in a rolling restart, whose configuration has not got its watch", async () => {
    const desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk"] });
    await desk.opened.store.configs.activate(PLAN.hash, "{}", NOON);
    await desk.report("Envoy asks for asylum", ["asylum"]);
    desk.usePlan(planOf([], CHANNELS, { hash: "older" }));
    await desk.at(NOON + MINUTE);
    expect(desk.told()).toEqual([expect.stringContaining("Envoy asks for asylum")]);
    await desk.close();
  });
});
