import { describe, expect, it } from "vitest";
import { alert, digest, evidence, HOSTILE, persianStory, story } from "../../../test/support/channels/messages.ts";
import type { Message } from "../message.ts";
import { renderTelegram } from "./render-telegram.ts";

/** The text that Telegram shows: without tags, entities read. */
function shownText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

describe("an alert in Telegram", () => {
  const html = renderTelegram(alert(), "Europe/London");

  it("begins with the headline as a link and quotes the proof with its marks", () => {
    expect(html).toMatch(/^<a href="https:\/\/news\.example\.org\/[^"]+"><b>Second secretary at Example embassy/);
    expect(html).toContain(
      "<blockquote>The <b>second secretary</b>, I. Example, told reporters outside the embassy that he had <b>asked for asylum</b> on Monday.</blockquote>",
    );
  });

  it("says who, why, which outlets, and when", () => {
    const text = shownText(html);
    expect(text).toContain("Who: Ivan Example, second secretary, embassy in Oslo (here “I. Example”)");
    expect(text).toContain(
      'Why: Diplomats who leave their post: “second secretary”, “asked for asylum” · rule "asked for asylum" NEAR/12 @offices',
    );
    expect(text).toContain("2 outlets: Example Wire (wire), Example TV (state) · English");
    expect(text).toContain("Urgent · published Tue 20 Jan 14:02, seen Tue 20 Jan 14:05 (3 min later), London");
  });
});

const hostile = story({
  headline: `@durov ${HOSTILE}`,
  link: 'https://x.example/"><b>',
  outlets: [{ name: HOSTILE, feedKind: "wire", link: "javascript:1" }],
  people: [{ name: HOSTILE, role: HOSTILE, spelling: HOSTILE }],
  evidence: [evidence(HOSTILE, ["*bold*"])],
  glosses: { [HOSTILE]: HOSTILE },
  watches: [{ id: "w", title: HOSTILE, severity: "urgent", words: [HOSTILE], clause: "<b>" }],
});
const messages: [string, Message][] = [
  ["an alert", { kind: "alert", story: hostile }],
  ["an edition", digest({ stories: [hostile], watches: [{ title: HOSTILE, stories: 1 }] })],
  ["a notice", { kind: "notice", level: "page", title: HOSTILE, lines: [HOSTILE], remedy: HOSTILE }],
  [
    "a summary",
    {
      kind: "summary",
      feeds: [HOSTILE],
      stored: 1,
      wouldHaveMatched: [{ headline: HOSTILE, link: HOSTILE, watchTitle: HOSTILE }],
    },
  ],
];

describe("text from a feed in Telegram", () => {
  it.each(messages)("is only text in %s: no tag of its own, nobody mentioned", (_name, message) => {
    const html = renderTelegram(message, "UTC");
    expect(html.replaceAll(/<\/?(b|code|blockquote|a)( href="https?:\/\/[^"<>]+")?>/g, "")).not.toMatch(/[<>"]/);
    expect(html).not.toMatch(/javascript:/);
    expect(html.replaceAll(/<code>.*?<\/code>/g, "")).not.toMatch(/@\w/);
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(html).not.toMatch(/\u001B|\u0007|\u202E|\r/);
  });

  it("opens and closes its tags in order", () => {
    for (const [, message] of messages) {
      // Innermost pairs go first; what is left is out of order.
      let tags =
        renderTelegram(message, "UTC")
          .match(/<[^>]*>/g)
          ?.join("")
          .replaceAll(/ href="[^"]*"/g, "") ?? "";
      while (/<(\w+)><\/\1>/.test(tags)) tags = tags.replaceAll(/<(\w+)><\/\1>/g, "");
      expect(tags).toBe("");
    }
  });
});

it.each([
  ["a story of megabytes", alert({ headline: HOSTILE.repeat(9000), lead: "я".repeat(1e6), evidence: [] })],
  ["300 stories", digest({ stories: Array.from({ length: 300 }, persianStory) })],
  [
    "300 lines",
    {
      kind: "notice",
      level: "page",
      title: "t".repeat(999),
      lines: Array.from({ length: 300 }, () => "<".repeat(300)),
      remedy: "r".repeat(999),
    },
  ],
] as [string, Message][])("a message of %s stays within 4,096 characters in Telegram", (_name, message) => {
  const html = renderTelegram(message, "UTC");
  expect(shownText(html).length).toBeLessThanOrEqual(4096);
  expect(html.length).toBeLessThanOrEqual(13_000);
});
