import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeLife } from "../../src/pipeline/inspect/describe-life.ts";
import { traceItem } from "../../src/pipeline/inspect/trace-item.ts";
import { channelPlan, HOUR_MS, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const DAY = 24 * HOUR_MS;
const OLD = { cleanedLink: "https://news.example/old", publishedAt: NOON - 2 * DAY };
const DIGEST = channelPlan("digest", { digest: { every: DAY, empty: "send" } });
const PLAN = planOf([watch("asylum"), watch("both", { notify: ["desk", "digest"] })], [channelPlan("desk"), DIGEST]);

describe.each(["sqlite", "postgres"] as const)("a report that is too old for an alert, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk"] });
  });
  afterEach(() => desk.close());

  function tooLate(): Promise<readonly string[]> {
    return desk.opened.store.matches.listTooLate({ from: NOON, to: NOON + DAY });
  }

  it("is told to nobody by a watch without a digest: its decision says why, and the morning summary counts it", async () => {
    await desk.report("Envoy asks for asylum", ["asylum"], OLD);
    await desk.at(NOON + HOUR_MS);
    expect(desk.told()).toEqual([]);
    const [stored] = await desk.opened.store.items.listByLink(OLD.cleanedLink);
    if (stored === undefined) throw new Error("the item is not stored");
    expect(describeLife(await traceItem(desk.opened.store, stored), "UTC")).toContain("desk: suppress, late");
    expect(await tooLate()).toEqual(["Envoy asks for asylum"]);
    expect(await desk.opened.store.matches.listTooLate({ from: NOON + 1, to: NOON + DAY })).toEqual([]);
  });

  it("is in the digest of a watch that has one, and then in no such count", async () => {
    await desk.report("Envoy asks for asylum", ["both", "asylum"], OLD);
    expect(await tooLate()).toEqual([]);
  });

  it("is none that is in time", async () => {
    await desk.report("Consul leaves his post in Oslo", ["asylum"]);
    expect(await tooLate()).toEqual([]);
  });
});
