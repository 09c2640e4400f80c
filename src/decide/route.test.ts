import { describe, expect, it } from "vitest";
import { TakesOptions, type ChannelPlan, type WatchRouting } from "./options.ts";
import { channelsFor } from "./route.ts";

const watch: WatchRouting = {
  id: "defection",
  title: "Diplomats who leave",
  owner: "foreign-desk",
  severity: "urgent",
  maxAgeMs: 86_400_000,
  group: "story",
  notify: [],
};

function heard(takes: object | null, given: Partial<WatchRouting> = {}, lang: string | null = "fa"): boolean {
  const plan: ChannelPlan = {
    id: "desk",
    timezone: "UTC",
    recipients: [],
    digest: null,
    follows: "edits",
    takes: takes === null ? null : TakesOptions.parse(takes),
  };
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
