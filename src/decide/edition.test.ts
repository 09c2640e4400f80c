import { describe, expect, it } from "vitest";
import { channelPlan } from "../../test/support/pipeline-rig.ts";
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

it("is late from five minutes after its time on", () => {
  const scheduledFor = at("2026-01-20T07:00:00Z");
  expect(isLate({ scheduledFor, createdAt: at("2026-01-20T07:05:00Z") })).toBe(false);
  expect(isLate({ scheduledFor, createdAt: at("2026-01-20T07:05:01Z") })).toBe(true);
});
