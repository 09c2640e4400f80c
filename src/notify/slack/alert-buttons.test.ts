import { describe, expect, it } from "vitest";
import { alert, digest, outgoing } from "../../../test/support/channels/messages.ts";
import { renderSlackPost } from "./render-slack-post.ts";

const BOT = { mention: {}, app_token: { env: "SLACK_APP_TOKEN" } };

function buttonsOf(message: Parameters<typeof outgoing>[0], options: Parameters<typeof renderSlackPost>[1]): unknown {
  const { blocks } = renderSlackPost(outgoing(message, { alertId: "dlv_1" }), options, "UTC");
  return blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
}

describe("buttons", () => {
  it("stand under an alert of an app, and carry its id alone", () => {
    expect(buttonsOf(alert(), BOT)).toEqual(
      [
        ["claim", "Claim"],
        ["silence", "Silence 4 h"],
        ["explain", "Explain"],
      ].map(([action, label]) => ({
        type: "button",
        action_id: `wirewatch_${action}`,
        text: { type: "plain_text", text: label, emoji: false },
        value: "dlv_1",
      })),
    );
  });

  it("stand under nothing else, and nowhere without an app token", () => {
    expect(buttonsOf(digest(), BOT)).toEqual([]);
    expect(buttonsOf({ kind: "notice", level: "page", title: "t", lines: [], remedy: null }, BOT)).toEqual([]);
    expect(buttonsOf(alert(), { mention: {} })).toEqual([]);
  });
});
