import { describe, expect, it } from "vitest";
import { channelPlan } from "../../test/support/pipeline/pipeline-rig.ts";
import { decideEdition, isLate } from "./edition.ts";

const at = Date.parse;
const plan = channelPlan("research", { digest: { at: ["07:00", "15:00"], days: ["mon-sun"], empty: "send" } });
const seven = {
  number: 7,
  scheduledFor: at("2026-01-20T07:00:00Z"),
  fromAt: at("2026-01-19T15:00:01Z"),
  toAt: at("2026-01-20T07:00:01Z"),
};

describe("the next edition of a digest channel", () => {
  it.each([
    ["opens at first sight and sends nothing", undefined, "2026-01-20T06:00:00Z", { kind: "open" }],
    ["waits for its time", seven, "2026-01-20T14:59:59Z", { kind: "wait", untilAt: at("2026-01-20T15:00:00Z") }],
    [
      "starts where the last one ended",
      seven,
      "2026-01-20T15:00:00Z",
      { kind: "create", scheduledFor: at("2026-01-20T15:00:00Z"), fromAt: seven.toAt },
    ],
    [
      "covers an empty window that was not told before it",
      { ...seven, number: null },
      "2026-01-20T15:00:00Z",
      { kind: "create", scheduledFor: at("2026-01-20T15:00:00Z"), fromAt: seven.fromAt },
    ],
    [
      "catches up missed times once",
      seven,
      "2026-01-22T16:00:00Z",
      { kind: "create", scheduledFor: at("2026-01-22T15:00:00Z"), fromAt: seven.toAt },
    ],
  ] as const)("%s", (_fact, latest, now, expected) => {
    expect(decideEdition(plan, latest, at(now))).toEqual(expected);
  });
});

describe("an edition is late", () => {
  const often = channelPlan("research", { digest: { every: 20_000, empty: "skip" } });

  it.each([
    ["not until five minutes after its time", plan, ["06:00", "07:00", "07:05:00"], false],
    ["from then on", plan, ["06:00", "07:00", "07:05:01"], true],
    ["not when it is the first", plan, [null, "07:00", "07:00:01"], false],
    ["not when the one before it was made, or left out", plan, ["07:00", "15:00", "15:00:01"], false],
    ["when it covers a time at which none was made", often, ["06:59:20", "07:00:00", "07:00:01"], true],
    ["not when that was the one before it", often, ["06:59:40", "07:00:00", "07:00:01"], false],
    ["as before where there is no digest any more", channelPlan("research"), ["06:00", "07:00", "07:00:01"], false],
  ] as const)("%s", (_fact, channel, [before, scheduled, created], late) => {
    const [scheduledFor, createdAt] = [at(`2026-01-20T${scheduled}Z`), at(`2026-01-20T${created}Z`)];
    const latest = before === null ? undefined : { scheduledFor: at(`2026-01-20T${before}Z`) };
    expect(isLate({ scheduledFor, createdAt }, channel, latest)).toBe(late);
  });
});
