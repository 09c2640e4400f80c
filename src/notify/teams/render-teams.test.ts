import { describe, expect, it } from "vitest";
import { alert, digest, HOSTILE, persianStory, story } from "../../../test/support/channels/messages.ts";
import type { Message } from "../message.ts";
import { renderTeams, type TeamsPost } from "./render-teams.ts";

function cardOf({ attachments: [{ content }] }: TeamsPost): TeamsPost["attachments"][0]["content"] {
  return content;
}

function runsOf(post: TeamsPost): { text: string; weight?: string; selectAction?: { url: string } }[] {
  return cardOf(post)
    .body.flatMap((block) => (block.type === "Container" ? block.items : [block]))
    .flatMap((block) => block.inlines);
}

describe("an alert in Teams", () => {
  const post = renderTeams(alert(), "Europe/London");

  it("is one Adaptive Card in a message", () => {
    expect(post).toMatchObject({
      type: "message",
      attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: { type: "AdaptiveCard" } }],
    });
  });

  it("has the headline as a link, marks in bold and a button for the report", () => {
    const [headline] = runsOf(post);
    expect(headline).toMatchObject({
      text: "Second secretary at Example embassy asks for asylum in Norway",
      selectAction: { type: "Action.OpenUrl", url: "https://news.example.org/world/2026/01/20/secretary-asylum" },
      weight: "Bolder",
      color: "Attention",
    });
    expect(runsOf(post)).toContainEqual({ type: "TextRun", text: "asked for asylum", weight: "Bolder" });
    expect(cardOf(post).actions).toMatchObject([{ type: "Action.OpenUrl", title: "Open the report" }]);
  });
});

describe("text from a feed in Teams", () => {
  it("is a run of text and never a block that reads Markdown, and no template", () => {
    const post = renderTeams(
      alert({ headline: `{{DATE(2017-02-14T06:00:00Z)}} [x](https://evil.example) ${HOSTILE}` }),
      "UTC",
    );
    expect(JSON.stringify(post)).not.toMatch(/"TextBlock"|\{\{(DATE|TIME)/);
    expect(runsOf(post)[0]?.text).toContain("[x](https://evil.example)");
    const links = runsOf(post).flatMap(({ selectAction }) => (selectAction === undefined ? [] : [selectAction.url]));
    for (const link of links) expect(link).toMatch(/^https:\/\/(news|tv)\.example\.(org|com)\//);
  });
});

it.each([
  ["a story of megabytes", alert({ headline: HOSTILE.repeat(9000), lead: "я".repeat(1e6), evidence: [] })],
  ["300 Persian stories", digest({ stories: Array.from({ length: 300 }, persianStory) })],
  [
    "300 lines of quotation marks",
    {
      kind: "notice",
      level: "page",
      title: "t",
      lines: Array.from({ length: 300 }, () => '"'.repeat(300)),
      remedy: null,
    },
  ],
  [
    "long links",
    digest({ stories: Array.from({ length: 99 }, () => story({ link: `https://x.example/${"a".repeat(380)}` })) }),
  ],
] as [string, Message][])("a card of %s stays below Teams' 28,672 bytes, as JSON in a JSON text", (_name, message) => {
  const { content } = renderTeams(message, "UTC").attachments[0];
  expect(Buffer.byteLength(JSON.stringify(JSON.stringify(content)))).toBeLessThan(26_000);
  expect(content.body.length).toBeGreaterThan(2);
});
