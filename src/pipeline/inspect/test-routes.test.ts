import { describe, expect, it } from "vitest";
import { channelPlan, planOf, watch } from "../../../test/support/pipeline/pipeline-rig.ts";
import { QuietHoursOptions, TakesOptions } from "../../decide/options.ts";
import { heardBy, testRoutes, type RouteQuestion } from "./test-routes.ts";

const NIGHT = Date.parse("2026-03-29T00:30:00Z");
const { channels } = planOf(
  [],
  [
    channelPlan("desk", {
      timezone: "Europe/London",
      quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }),
    }),
    channelPlan("research", { digest: { at: ["07:00"], days: ["mon-fri"], empty: "send" } }),
    channelPlan("persian", { takes: TakesOptions.parse({ lang: ["fa"], severity: ["urgent"] }) }),
    channelPlan("trials"),
  ],
);
const WATCH = watch("asylum", { notify: ["desk", "research"] });

function told(changed: Partial<RouteQuestion>): string[] {
  const routes = testRoutes({ watch: WATCH, severity: "normal", lang: null, at: NIGHT, ...changed }, channels);
  return routes.map(({ channelId, kind, reason, toldAt }) =>
    [channelId, kind, reason, toldAt === null ? "" : new Date(toldAt).toISOString()].join(" ").trim(),
  );
}

describe("the channels that hear of a match", () => {
  it.each<[string, Partial<RouteQuestion>, string[]]>([
    [
      "wait for the end of quiet hours and for the next edition",
      {},
      ["desk hold quiet-hours 2026-03-29T05:00:00.000Z", "research collect digest 2026-03-30T07:00:00.000Z"],
    ],
    [
      "are told at once in the daytime",
      { at: NIGHT + 12 * 3_600_000 },
      ["desk send first-report", "research collect digest 2026-03-30T07:00:00.000Z"],
    ],
    [
      "are more for another severity and language",
      { severity: "urgent", lang: "fa" },
      ["desk send first-report", "research collect digest 2026-03-30T07:00:00.000Z", "persian send first-report"],
    ],
    [
      "are digests alone for a low one",
      { severity: "low" },
      ["desk suppress low-severity", "research collect digest 2026-03-30T07:00:00.000Z"],
    ],
    [
      "are others when nobody claims an urgent one",
      {
        watch: { ...WATCH, notify: ["desk"], escalate: { afterMs: 600_000, to: ["trials"] } },
        severity: "urgent",
        lang: "en",
      },
      ["desk send first-report", "trials escalate unclaimed 2026-03-29T00:40:00.000Z"],
    ],
    [
      "are not more for a normal one",
      {
        watch: { ...WATCH, notify: ["desk"], escalate: { afterMs: 600_000, to: ["trials"] } },
        at: NIGHT + 12 * 3_600_000,
      },
      ["desk send first-report"],
    ],
    [
      "are the trial channel of a watch on trial",
      { watch: { ...WATCH, trial: { channelId: "trials" } } },
      ["desk suppress trial", "research suppress trial", "trials send first-report"],
    ],
  ])("%s", (_fact, given, expected) => {
    expect(told(given)).toEqual(expected);
  });

  it("are those that are told now or later", () => {
    const routes = testRoutes({ watch: WATCH, severity: "low", lang: null, at: NIGHT }, channels);
    expect(heardBy(routes)).toEqual(["research"]);
  });
});
