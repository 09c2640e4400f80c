import { describe, expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { alert, outgoing } from "../../test/support/channels/messages.ts";
import { wordsOf } from "../../test/support/channels/slack-faults.ts";
import { plainRuns } from "./chat-lines.ts";
import { describeChat } from "./describe-chat.ts";
import { renderText } from "./render-text.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";

const late = alert({ remarks: ["escalated: nobody claimed it within 10 min", "delayed 42 min: channel was down"] });
const LINE = "escalated: nobody claimed it within 10 min · delayed 42 min: channel was down";
const HEADLINE = "Second secretary at Example embassy asks for asylum in Norway";

describe("why an alert comes late, or to somebody else", () => {
  it.each([
    ["a mail", renderText(late, { timezone: "UTC", mark: (words) => words }).split("\n")],
    ["Slack", wordsOf(renderSlackPost(outgoing(late), { mention: {} }, "UTC").blocks).split("\n")],
  ])("stands above its headline in %s", (_channel, lines) => {
    expect(lines.slice(0, 2)).toEqual([LINE, HEADLINE]);
  });

  it("stands right below its headline in chat, and above all else in the HTML of a mail", () => {
    expect(describeChat(late, "UTC").map(plainRuns).slice(0, 2)).toEqual([HEADLINE, LINE]);
    const { html } = mailOf(outgoing(late), { channelId: "desk", from: "w@example.org", timezone: "UTC" });
    const body = html.slice(html.indexOf("<body"));
    expect(body.indexOf(LINE)).toBeGreaterThan(0);
    expect(body.indexOf(LINE)).toBeLessThan(body.indexOf(HEADLINE));
  });
});
