import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeLife } from "../../src/pipeline/inspect/describe-life.ts";
import { traceItem } from "../../src/pipeline/inspect/trace-item.ts";
import { OperatorCommand, runOperatorCommand, type OperatorAnswer } from "../../src/pipeline/operator-command.ts";
import { addSilence } from "../../src/pipeline/silence-commands.ts";
import { RetentionOptions } from "../../src/store/options.ts";
import { channelPlan, planOf, REPORT_TEXT, SEPARATE_REPORT, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const CHANNELS = [channelPlan("desk"), channelPlan("phone")];
const URGENT = watch("urgent", { severity: "urgent", escalate: { afterMs: 10 * MINUTE, to: ["phone"] } });
const PLAN = planOf([URGENT, watch("asylum", { escalate: URGENT.escalate })], CHANNELS);

describe.each(["sqlite", "postgres"] as const)("an urgent story, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk", "phone"] });
  });
  afterEach(() => desk.close());

  function claim(storyId: string, author: string): Promise<OperatorAnswer> {
    const deps = { store: desk.opened.store, retention: RetentionOptions.parse({}), plan: () => PLAN, now: desk.now };
    return runOperatorCommand(deps, OperatorCommand.parse({ kind: "claim", storyId, author }));
  }

  async function escalationOf(item: string): Promise<unknown> {
    const storyId = await desk.opened.store.stories.findByItem(item);
    const { status, reason, detail } =
      (await desk.opened.store.deliveries.findByKey(`escalation|${storyId}|phone`)) ?? {};
    return { status, reason, detail };
  }

  it("that nobody claims goes to the next channel in time, once", async () => {
    const link = { cleanedLink: "https://news.example/one" };
    await desk.report("Envoy asks for asylum", ["urgent"], link);
    await desk.at(NOON + MINUTE);
    expect(desk.told("desk")).toHaveLength(1);
    await desk.report("Envoy asks for asylum in Oslo", ["urgent"], { ...link, feedId: "other" });
    await desk.at(NOON + 10 * MINUTE - 1);
    expect(desk.told("phone")).toEqual([]);
    const [stored] = await desk.opened.store.items.listByLink(link.cleanedLink);
    if (stored === undefined) throw new Error("the item is not stored");
    expect(describeLife(await traceItem(desk.opened.store, stored), "UTC")).toMatch(
      /escalation dlv_\S+ on phone: held until 2026-01-20 12:10:00 UTC/,
    );
    await desk.at(NOON + 10 * MINUTE);
    await desk.at(NOON + 30 * MINUTE);
    expect(desk.told("phone")).toEqual([expect.stringContaining("Envoy asks for asylum")]);
    expect(JSON.stringify(desk.posts("phone"))).toContain("escalated: nobody claimed it within 10 min");
  });

  function repliesOn(channelId: string): string[] {
    const replies = desk.posts(channelId).filter(({ threadTs }) => threadTs !== null);
    return replies.map(({ text }) => text);
  }

  it.each([
    ["by command or HTTP", (item: string) => claim(item, "Ada"), "Claimed by Ada"],
    [
      "by a reaction in Slack",
      () => Promise.resolve(desk.sink.react(desk.posts()[0]?.ts ?? "", "U7", "eyes")),
      "Claimed by Slack user U7 (:eyes:)",
    ],
  ] as const)("that somebody claims %s says so once, in the thread of its latest alert", async (_way, take, said) => {
    const item = await desk.report("Envoy asks for asylum", ["urgent"], { body: REPORT_TEXT });
    await desk.at(NOON + MINUTE);
    const denial = { feedId: "other", outlet: "other.example", body: SEPARATE_REPORT.body };
    await desk.report(`${SEPARATE_REPORT.title}, embassy denies it`, ["urgent"], denial);
    await desk.at(NOON + 2 * MINUTE);
    expect(desk.told("desk")).toHaveLength(2);
    const latest = desk.posts().findLast(({ threadTs }) => threadTs === null);
    await take(item);
    await desk.at(NOON + 10 * MINUTE);
    await claim(item, "Bo");
    await desk.at(NOON + 20 * MINUTE);
    expect(repliesOn("desk")).toEqual([said]);
    expect(desk.posts().find(({ text }) => text === said)?.threadTs).toBe(latest?.ts);
    expect(repliesOn("phone")).toEqual([]);
  });

  it("that somebody claims by its item or story does not; the first claim stays", async () => {
    const item = await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    const storyId = await desk.opened.store.stories.findByItem(item);
    const claimed = { kind: "claimed", storyId, author: "Ada", claimedAt: NOON + MINUTE };
    expect(await claim(item, "Ada")).toEqual(claimed);
    expect(await claim(storyId ?? "", "Ada")).toEqual(claimed);
    expect(await claim(storyId ?? "", "Bo")).toEqual({ ...claimed, kind: "already-claimed" });
    expect(await claim("sty_none", "Bo")).toEqual({ kind: "unknown-story", storyId: "sty_none" });
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
    expect(await escalationOf(item)).toEqual({ status: "dropped", reason: "claimed", detail: "by Ada" });
  });

  it("that is silenced and then claimed wakes nobody when the silence ends", async () => {
    const item = await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    const silence = { watchId: null, storyId: item, feedId: null, words: null, author: "Ada", comment: "known" };
    await addSilence(
      { store: desk.opened.store, now: desk.now },
      { kind: "silence", ...silence, until: NOON + 60 * MINUTE },
    );
    await desk.at(NOON + 11 * MINUTE);
    expect(await claim(item, "Ada")).toMatchObject({ kind: "claimed" });
    await desk.at(NOON + 61 * MINUTE);
    await desk.at(NOON + 62 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
  });

  it("to whose alert somebody reacted in Slack does not", async () => {
    const item = await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    desk.sink.react(desk.posts()[0]?.ts ?? "", "U7", "eyes");
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
    const detail = "by Slack user U7 (:eyes:)";
    expect(await escalationOf(item)).toEqual({ status: "dropped", reason: "claimed", detail });
  });

  it("goes on when Slack does not say who reacted", async () => {
    await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    desk.sink.react(desk.posts()[0]?.ts ?? "", "U7", "eyes");
    desk.sink.respond({ method: "reactions.get", answer: "error", error: "missing_scope" });
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toHaveLength(1);
  });

  it("goes on although its own channel is down", async () => {
    desk.sink.respond({ method: "chat.postMessage", answer: "status", status: 500 });
    await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    expect(desk.told("desk")).toEqual([]);
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toHaveLength(1);
  });

  it("whose watch is off by then is not escalated", async () => {
    const item = await desk.report("Envoy asks for asylum", ["urgent"]);
    await desk.at(NOON + MINUTE);
    desk.usePlan(planOf([], CHANNELS));
    await desk.at(NOON + 10 * MINUTE);
    expect(desk.told("phone")).toEqual([]);
    expect(await escalationOf(item)).toMatchObject({ status: "dropped", reason: "watch-off" });
  });

  it("of a watch on trial wakes nobody: its trial channel alone is told", async () => {
    const trial = {
      trial: { channelId: "desk" },
      notify: ["phone"],
      severity: "urgent",
      escalate: URGENT.escalate,
    } as const;
    desk.usePlan(planOf([watch("tried", trial)], CHANNELS));
    await desk.report("Envoy asks for asylum", ["tried"]);
    await desk.at(NOON + MINUTE);
    await desk.at(NOON + 11 * MINUTE);
    expect([desk.told("desk").length, desk.told("phone")]).toEqual([1, []]);
  });

  it("is one that an urgent watch found: others are not escalated", async () => {
    const item = await desk.report("Envoy asks for asylum", ["asylum"]);
    expect(await escalationOf(item)).toEqual({ status: undefined, reason: undefined, detail: undefined });
  });
});
