import { expect, it } from "vitest";
import { mailOf } from "../../test/support/mail-of.ts";
import { alert, outgoing } from "../../test/support/messages.ts";
import { wordsOf } from "../../test/support/slack-faults.ts";
import { plainRuns } from "./chat-lines.ts";
import { describeChat } from "./describe-chat.ts";
import { renderText } from "./render-text.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";

const outlets = [
  { name: "Example TV", feedKind: "aggregator", link: null },
  { name: "Example Wire", feedKind: "wire", link: null },
] as const;
const shown = alert({ outlets });
const post = renderSlackPost(outgoing(shown), { mention: {} }, "UTC");

it.each([
  ["a mail's text", renderText(shown, { timezone: "UTC", mark: (words) => words })],
  ["a mail's HTML", mailOf(outgoing(shown), { channelId: "desk", from: "w@example.org", timezone: "UTC" }).html],
  ["Slack", wordsOf(post.blocks)],
  ["Slack's fallback", post.text],
  ["chat", describeChat(shown, "UTC").map(plainRuns).join("\n")],
])("an outlet that an aggregator shows is not called one: %s", (_where, words) => {
  const plain = words.replaceAll(/<[^>]*>|\n/g, "");
  expect(plain).toContain("Example TV (via an aggregator)");
  expect(plain).not.toContain("(aggregator)");
});
