import { describe, expect, it } from "vitest";
import { channelPlan, watch as watchRouting } from "../../test/support/pipeline/pipeline-rig.ts";
import { TakesOptions, type WatchRouting } from "./options.ts";
import { channelsFor } from "./route.ts";

const watch = watchRouting("defection", { owner: "foreign-desk", severity: "urgent", notify: [] });

function heard(takes: object | null, given: Partial<WatchRouting> = {}, lang: string | null = "fa"): boolean {
  const plan = channelPlan("desk", { takes: takes === null ? null : TakesOptions.parse(takes) });
  return channelsFor({ ...watch, ...given }, lang, new Map([[plan.id, plan]])).length === 1;
}

describe("a channel hears of a match", () => {
  it.each([
    ["when the watch names it", heard(null, { notify: ["desk"] }), true],
    ["not when the watch names no channel and it takes nothing", heard(null), false],
    ["when it takes everything", heard({}), true],
    ["when it takes the severity", heard({ severity: ["urgent"] }), true],
    ["not of another severity", heard({ severity: ["low"] }), false],
    ["not when one of two conditions fails", heard({ severity: ["urgent"], owner: ["sport"] }), false],
    ["when it takes the language", heard({ lang: ["fa", "ar"] }), true],
    ["not of another language", heard({ lang: ["ru"] }), false],
    ["when the item's language is uncertain", heard({ lang: ["ru"] }, {}, null), true],
    ["not when a watch without an owner is asked for one", heard({ owner: ["x"] }, { owner: null }), false],
  ])("%s", (_fact, actual, expected) => {
    expect(actual).toBe(expected);
  });
});
