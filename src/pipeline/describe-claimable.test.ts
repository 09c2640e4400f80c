import { describe, expect, it } from "vitest";
import { alert, tuesday } from "../../test/support/channels/messages.ts";
import type { Escalation } from "../store/restraint-rows.ts";
import { describeClaimable } from "./describe-claimable.ts";

const HELD: Escalation = { channelId: "phone", status: "held", heldUntil: tuesday("14:15"), sentAt: null };
const WAITS = "Unless somebody claims it, channel phone is told Tue 20 Jan 14:15 London.";

function describeWith(escalation: Partial<Escalation>, author: string | null = null) {
  return describeClaimable({
    message: alert(),
    claim: author === null ? null : { storyId: "sty_1", author, claimedAt: tuesday("14:09") },
    escalations: [{ ...HELD, ...escalation }],
    timezone: "Europe/London",
  });
}

describe("an alert that may be claimed", () => {
  it.each([
    ["is to be told", {}, null, [WAITS]],
    ["is just being told", { status: "pending" }, null, [WAITS]],
    ["is not told any more, since the message was dropped", { status: "dropped" }, null, []],
    ["is not told, since somebody has the story", {}, "Ada", []],
    [
      "was told before somebody took the story",
      { status: "sent", sentAt: tuesday("14:15") },
      "Ada",
      ["Channel phone was told Tue 20 Jan 14:15 London, since nobody had claimed it."],
    ],
  ] as const)("says that the other channel %s", (_what, escalation, author, lines) => {
    expect(describeWith(escalation, author).escalations).toEqual(lines);
  });

  it("names who has it so that the name turns nothing around it", () => {
    expect(describeWith({}, "سارا").claimed).toBe("Claimed by \u2068سارا\u2069, Tue 20 Jan 14:09 London");
  });
});
