import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channelPlan, decisionsOf, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TUESDAY = Date.UTC(2026, 0, 20, 12);
/** 08:00 in Tehran. */
const MONDAY = Date.UTC(2026, 0, 26, 4, 30);

const PLAN = planOf(
  [
    watch("tried", { title: "Embassies", notify: ["desk", "research"], trial: { channelId: "trials" } }),
    watch("silent", { title: "Consuls", notify: [], trial: { channelId: "trials" } }),
    watch("recorded", { trial: { channelId: null } }),
    watch("asylum"),
  ],
  [
    channelPlan("desk"),
    channelPlan("research", { digest: { every: DAY, empty: "send" } }),
    channelPlan("trials", { timezone: "Asia/Tehran" }),
  ],
);

describe.each(["sqlite", "postgres"] as const)("a watch on trial, on %s", (dialect) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: TUESDAY, plan: PLAN, channelIds: ["desk", "trials"] });
    await desk.at(TUESDAY);
  });
  afterEach(() => desk.close());

  it("is told to its trial channel alone; the others end as trial", async () => {
    const item = await desk.report("Envoy asks for asylum", ["tried"]);
    const recorded = await desk.report("Clerk walks out", ["recorded"]);
    await desk.at(TUESDAY + 1000);
    expect(desk.told("desk")).toEqual([]);
    expect(desk.told("trials")).toEqual([expect.stringContaining("Envoy asks for asylum")]);
    expect(JSON.stringify(desk.posts("trials")[0]?.blocks)).toContain("Embassies (trial)");
    expect(await decisionsOf(desk.opened, item)).toEqual(["desk: trial", "research: trial", "trials: first-report"]);
    expect(await decisionsOf(desk.opened, recorded)).toEqual(["desk: trial"]);
    expect(await desk.opened.store.editions.countWaiting("research")).toBe(0);
  });

  it("leaves the story to be told by a live watch", async () => {
    const link = { cleanedLink: "https://news.example/one" };
    await desk.report("Envoy asks for asylum", ["tried"], link);
    await desk.report("Envoy asks for asylum in Oslo", ["asylum"], { ...link, feedId: "other" });
    await desk.at(TUESDAY + 1000);
    expect(desk.told("desk")).toEqual([expect.stringContaining("Envoy asks for asylum in Oslo")]);
  });

  it("is reported on Monday morning of the channel's zone, once: counts, channels, examples", async () => {
    const link = { cleanedLink: "https://news.example/one" };
    await desk.report("Envoy asks for asylum", ["tried"], link);
    await desk.at(TUESDAY + 1000);
    await desk.report("Envoy asks for asylum in Oslo", ["tried"], { ...link, feedId: "other" });
    await desk.at(TUESDAY + 2000);
    await desk.report("Clerk of the consulate in Lima walks out", ["tried"]);
    await desk.at(TUESDAY + 3000);
    desk.told("trials");
    await desk.at(MONDAY - 1);
    expect(desk.told("trials")).toEqual([]);
    await desk.at(MONDAY);
    await desk.at(MONDAY + 1000);
    expect(desk.told("trials")).toEqual(["Watches on trial · Mon 19 Jan 08:00 – Mon 26 Jan 08:00 Tehran"]);
    const [notice] = await desk.opened.store.deliveries.list({ kind: "notice", limit: 1 });
    expect(JSON.parse(notice?.payload ?? "")).toMatchObject({
      lines: [
        "Embassies (normal): 3 matches in 2 stories; would have told desk of 2 stories, research of 2 stories",
        "e.g. Envoy asks for asylum in Oslo",
        "e.g. Clerk of the consulate in Lima walks out",
        "Consuls (normal): no match",
      ],
    });
  });

  it("is reported late after an outage, unless there is nothing to report", async () => {
    await desk.at(MONDAY + 3 * DAY);
    expect(desk.told("trials")).toEqual([]);
    await desk.report("Envoy asks for asylum", ["tried"]);
    await desk.at(MONDAY + 10 * DAY);
    expect(desk.told("trials")).toContainEqual(expect.stringContaining("Mon 26 Jan 08:00 – Mon 2 Feb 08:00 Tehran"));
  });
});
