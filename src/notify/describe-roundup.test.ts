import { describe, expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { HOSTILE, outgoing, persianStory, roundup, story, tuesday } from "../../test/support/channels/messages.ts";
import { describeChat, loudness } from "./describe-chat.ts";
import { writeMails } from "./email/build-mail.ts";
import { describeRoundup } from "./describe-roundup.ts";
import { renderText } from "./render-text.ts";
import { LONGEST_POST } from "./slack/slack-blocks.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";
import { buildWebhookPayload } from "./webhook/webhook-payload.ts";

const many = Array.from({ length: 300 }, persianStory);

const MAIL = { channelId: "desk", from: "w@example.org", timezone: "UTC" };

describe("held alerts, told as one", () => {
  it.each([
    ["quiet-hours", "3 alerts from quiet hours · Tue 20 Jan 22:10–23:50 London"],
    ["over-cap", "3 alerts beyond this channel's limit · Tue 20 Jan 22:10–23:50 London"],
    ["backlog", "3 alerts delayed by an outage · Tue 20 Jan 22:10–23:50 London"],
    ["silenced", "3 alerts held by a silence · Tue 20 Jan 22:10–23:50 London"],
  ] as const)("say why: %s", (cause, title) => {
    expect(describeRoundup(roundup({ cause }))).toBe(title);
  });

  it("are marked urgent where one of them is, and call whom an urgent alert calls", () => {
    const urgent = roundup({ severity: "urgent", stories: [story()], to: tuesday("22:10") });
    expect(describeRoundup(urgent)).toBe("Urgent: 1 alert from quiet hours · Tue 20 Jan 22:10 London");
    expect(loudness(urgent)).toBe("urgent");
    const options = { mention: { urgent: "<!subteam^S1>" } };
    expect(JSON.stringify(renderSlackPost(outgoing(urgent), options, "UTC"))).toContain("<!subteam^S1>");
    expect(JSON.stringify(renderSlackPost(outgoing(roundup()), options, "UTC"))).not.toContain("<!subteam^S1>");
    expect(mailOf(outgoing(urgent), MAIL).priority).toBe("high");
  });

  it("list each with headline, outlets, watch, link and a proving sentence", () => {
    const text = renderText(roundup({ detail: "Desk: drill" }), { timezone: "UTC", mark: (words) => words });
    expect(text).toMatch(/^3 alerts from quiet hours .*\nDesk: drill\n\n1\. Second secretary at Example embassy/);
    expect(text).toContain(
      "Diplomats who leave their post\nhttps://news.example.org/world/2026/01/20/secretary-asylum\n",
    );
    expect(text).toContain("asked for asylum on Monday.");
  });

  it("fit into one message however many they are; what is left out is counted", () => {
    const post = renderSlackPost(outgoing(roundup({ stories: many })), { mention: {} }, "UTC");
    expect(JSON.stringify(post.blocks).length).toBeLessThan(LONGEST_POST + 3000);
    expect(post.blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(post.blocks)).toMatch(/\d+ more alerts/);
  });

  it("are all named in both parts of a mail, the first ones whole", () => {
    const stories = Array.from({ length: 3000 }, (_, at) => story({ headline: `Report ${at} of many` }));
    const { html, text } = mailOf(outgoing(roundup({ stories })), MAIL);
    for (const part of [html, text])
      expect(new Set(part.match(/Report \d+ of many/g))).toEqual(new Set(stories.map(({ headline }) => headline)));
    expect(html.indexOf("Report 2999 of many")).toBeGreaterThan(html.lastIndexOf("asked for asylum on Monday"));
    expect(`${html}${text}`).not.toContain("more alert");
  });

  it("that would make a mail of more than 5 MB are counted where they end", () => {
    const long = "x".repeat(240);
    const stories = Array.from({ length: 9000 }, (_, at) => story({ headline: `${long} ${at}` }));
    const { html, text } = mailOf(outgoing(roundup({ stories })), MAIL);
    const size = Buffer.byteLength(html) + Buffer.byteLength(text);
    expect(size).toBeGreaterThan(3e6);
    expect((size / 3) * 4).toBeLessThan(5e6);
    for (const part of [html, text]) {
      const shown = part.match(/x{240} \d+/g)?.length ?? 0;
      expect(part).toContain(`and ${9000 - shown} more alerts: wirewatch deliveries list --status summarised`);
    }
  });

  it("become a mail in steps, two an alert: for each part one", () => {
    const steps = writeMails(outgoing(roundup({ stories: many })), MAIL);
    let taken = 0;
    while (steps.next().done !== true) taken += 1;
    expect(taken).toBe(2 * many.length);
  });

  it("lets no markup of a feed through", () => {
    const hostile = roundup({ stories: [story({ headline: HOSTILE, outlets: [] })] });
    const { text, blocks } = renderSlackPost(outgoing(hostile), { mention: {} }, "UTC");
    expect(`${text}${JSON.stringify(blocks.filter(({ type }) => type !== "rich_text"))}`).not.toContain("<!channel>");
    expect(JSON.stringify(describeChat(hostile, "UTC"))).not.toMatch(/\\u001b|\u202E/i);
    expect(JSON.stringify(buildWebhookPayload(outgoing(hostile), "hook"))).not.toMatch(/\\u001b|\u202E/i);
  });
});
