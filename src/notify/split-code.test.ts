import { expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { outgoing } from "../../test/support/channels/messages.ts";
import type { Message } from "./message.ts";
import { renderNtfy } from "./ntfy/render-ntfy.ts";
import { renderText } from "./render-text.ts";
import { renderSlackNotice } from "./slack/render-slack-notice.ts";
import { splitCode } from "./split-code.ts";
import { renderTeams } from "./teams/render-teams.ts";
import { renderTelegram } from "./telegram/render-telegram.ts";

it.each([
  ["Ask the publisher.", ["Ask the publisher."]],
  ["`wirewatch status` says why.", ["<wirewatch status>", " says why."]],
  ["Set `a` or `b`", ["Set ", "<a>", " or ", "<b>"]],
  ["a stray ` stays", ["a stray ` stays"]],
])("%s", (line, runs) => {
  expect(splitCode(line).map(({ text, code }) => (code ? `<${text}>` : text))).toEqual(runs);
});

const NOTICE = {
  kind: "notice",
  level: "page",
  title: "Alerts are late",
  lines: ["from a feed: `as it is`"],
  remedy: "`wirewatch deliveries list` says what holds them.",
} as const satisfies Message;

it("a command in what operators are told is code where the channel has it, and nowhere shows the signs of another's markup", () => {
  const slack = renderSlackNotice(NOTICE).blocks.at(-1);
  expect(slack).toMatchObject({
    elements: [
      {
        elements: [
          { text: "What to do: " },
          { text: "wirewatch deliveries list", style: { code: true } },
          { text: " says what holds them." },
        ],
      },
    ],
  });
  expect(renderTelegram(NOTICE, "UTC")).toContain("<code>wirewatch deliveries list</code> says what holds them.");
  expect(renderTeams(NOTICE, "UTC").attachments[0].content.body.at(-1)).toMatchObject({
    inlines: [{}, { text: "wirewatch deliveries list", fontType: "Monospace" }, {}],
  });
  const mail = mailOf(outgoing(NOTICE), { channelId: "ops", from: "wirewatch@example.org", timezone: "UTC" });
  expect(mail.html).toMatch(/<code [^>]*>wirewatch deliveries list<\/code> says what holds them\./);
  expect(renderNtfy(NOTICE, "UTC").message).toContain("What to do: wirewatch deliveries list says what holds them.");
  for (const plain of [renderText(NOTICE, { timezone: "UTC", mark: (text) => text }), mail.text])
    expect(plain).toContain("What to do: `wirewatch deliveries list` says what holds them.");
});
