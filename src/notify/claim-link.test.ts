import { describe, expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { alert, outgoing } from "../../test/support/channels/messages.ts";
import { renderNtfy } from "./ntfy/render-ntfy.ts";
import { renderText } from "./render-text.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";
import { renderTeams } from "./teams/render-teams.ts";
import { renderTelegram } from "./telegram/render-telegram.ts";
import { buildWebhookPayload } from "./webhook/webhook-payload.ts";

const claimUrl = "https://news.example.org/claim/t0k3n";
const message = { ...alert(), claimUrl };
const mail = mailOf(outgoing(message), { channelId: "desk", from: "w@example.org", timezone: "UTC" });

describe("an alert that goes to others unless it is claimed leads to the page for that", () => {
  it.each([
    ["Telegram", renderTelegram(message, "UTC"), `<a href="${claimUrl}">Claim this story</a>`],
    ["a mail's text", mail.text, `Claim this story: ${claimUrl}`],
    ["a mail's HTML", mail.html, `href="${claimUrl}"`],
    ["the console", renderText(message, { timezone: "UTC", mark: String }), `Claim this story: ${claimUrl}`],
  ])("in %s", (_where, words, link) => {
    expect(words).toContain(link);
  });

  it("by a button below what ntfy and Teams show", () => {
    expect(renderNtfy(message, "UTC").actions).toEqual([{ action: "view", label: "Claim this story", url: claimUrl }]);
    const { actions } = renderTeams(message, "UTC").attachments[0].content;
    expect(actions?.map(({ title, url }) => [title, url])).toEqual([
      ["Open the report", message.story.link],
      ["Claim this story", claimUrl],
    ]);
  });

  it("as an address for programs, null where there is none", () => {
    expect(buildWebhookPayload(outgoing(message), "hook")).toMatchObject({ claimUrl });
    expect(buildWebhookPayload(outgoing(alert()), "hook")).toMatchObject({ claimUrl: null });
  });

  it("in Slack, but for alerts with a button that does it", () => {
    function lastBlock(options: Parameters<typeof renderSlackPost>[1]): string {
      return JSON.stringify(renderSlackPost(outgoing(message, { alertId: "dlv_1" }), options, "UTC").blocks.at(-1));
    }
    expect(lastBlock({ mention: {} })).toContain(`"url":"${claimUrl}","text":"Claim this story"`);
    expect(lastBlock({ mention: {}, app_token: { env: "APP" } })).toContain('"action_id":"wirewatch_claim"');
    expect(lastBlock({ mention: {}, app_token: { env: "APP" } })).not.toContain(claimUrl);
  });
});
