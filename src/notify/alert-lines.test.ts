import { describe, expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { alert, outgoing } from "../../test/support/channels/messages.ts";
import { wordsOf } from "../../test/support/channels/slack-faults.ts";
import { plainRuns } from "./chat-lines.ts";
import { describeChat } from "./describe-chat.ts";
import { renderText } from "./render-text.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";

/** An alert as each way out words it, without markup and line breaks. */
function wordings(message: ReturnType<typeof alert>): (readonly [where: string, words: string])[] {
  const post = renderSlackPost(outgoing(message), { mention: {} }, "UTC");
  const mail = mailOf(outgoing(message), { channelId: "desk", from: "w@example.org", timezone: "UTC" });
  const all = [
    ["a mail's text", renderText(message, { timezone: "UTC", mark: (words) => words })],
    ["a mail's HTML", mail.html],
    ["Slack", wordsOf(post.blocks)],
    ["chat", describeChat(message, "UTC").map(plainRuns).join("\n")],
  ] as const;
  return all.map(([where, words]) => [where, words.replaceAll(/<[^>]*>|\n/g, "")]);
}

const outlets = [
  { name: "Example TV", feedKind: "aggregator", link: null },
  { name: "Example Wire", feedKind: "wire", link: null },
] as const;

describe("an outlet that an aggregator shows is not called one", () => {
  it.each(wordings(alert({ outlets })))("in %s", (_where, words) => {
    expect(words).toContain("Example TV (via an aggregator)");
    expect(words).not.toContain("(aggregator)");
  });

  it("in what Slack shows of a post elsewhere", () => {
    expect(renderSlackPost(outgoing(alert({ outlets })), { mention: {} }, "UTC").text).toContain(
      "Example TV (via an aggregator)",
    );
  });
});

describe("a watch with a title from right to left keeps apart from what it found", () => {
  const found = { severity: "urgent", clause: "asylum", words: ["asylum"] } as const;
  const watches = [
    { ...found, id: "diplomats", title: "دیپلمات‌ها" },
    { ...found, id: "officials", title: "Officials" },
  ];

  it.each(wordings(alert({ watches })))("in %s", (_where, words) => {
    expect(words).toContain("\u2068دیپلمات‌ها\u2069: “asylum” · rule asylum");
  });
});
