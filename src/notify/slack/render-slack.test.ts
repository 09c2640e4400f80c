import { describe, expect, it } from "vitest";
import { readBlocks } from "../../demo/sinks/block-kit-limits.ts";
import {
  alert,
  chineseStory,
  digest,
  evidence,
  HOSTILE,
  persianStory,
  story,
} from "../../../test/support/channels/messages.ts";
import { mrkdwnOf } from "../../../test/support/channels/slack-faults.ts";
import { renderSlackAlert } from "./render-slack-alert.ts";
import { renderSlackDigest } from "./render-slack-digest.ts";
import { wordsOf } from "../../../test/support/channels/slack-faults.ts";
import { renderSlackNotice, renderSlackSummary } from "./render-slack-notice.ts";
import type { Block, RichElement, SlackPost } from "./slack-blocks.ts";

const options = { mention: { urgent: "<!subteam^S0123>" } };

function richElements(blocks: readonly Block[]): RichElement[] {
  return blocks
    .filter((block) => block.type === "rich_text")
    .flatMap((block) => block.elements)
    .flatMap((part) =>
      part.type === "rich_text_list" ? part.elements.flatMap((item) => item.elements) : part.elements,
    );
}

function plainLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.type === "context"
      ? block.elements.filter((each) => each.type === "plain_text").map((each) => each.text)
      : [],
  );
}

function problems({ blocks }: SlackPost): string[] {
  const read = readBlocks(JSON.parse(JSON.stringify(blocks)));
  return "error" in read ? [read.error, ...read.messages] : [];
}

describe("an alert in Slack", () => {
  const post = renderSlackAlert(alert(), options, "Europe/London");
  const words = richElements(post.blocks);

  it("leads its notification with headline, outlet, kind and language", () => {
    expect(post.text).toBe(
      "Second secretary at Example embassy asks for asylum in Norway · Example Wire (wire), English",
    );
  });

  it("begins with the headline as a link", () => {
    expect(words[0]).toEqual({
      type: "link",
      url: "https://news.example.org/world/2026/01/20/secretary-asylum",
      text: "Second secretary at Example embassy asks for asylum in Norway",
      style: { bold: true },
    });
  });

  it("quotes the proof with its marks in bold", () => {
    const quoted = post.blocks
      .filter((block) => block.type === "rich_text")
      .flatMap((block) => block.elements)
      .find((part) => part.type === "rich_text_quote");
    expect(quoted?.elements).toEqual([
      { type: "text", text: "The " },
      { type: "text", text: "second secretary", style: { bold: true } },
      { type: "text", text: ", I. Example, told reporters outside the embassy that he had " },
      { type: "text", text: "asked for asylum", style: { bold: true } },
      { type: "text", text: " on Monday." },
    ]);
  });

  it("says who, why and which outlets", () => {
    const line = words.map((element) => element.text).join("");
    expect(line).toContain("Who: Ivan Example, second secretary, embassy in Oslo (here “I. Example”)");
    expect(line).toContain('Why: “second secretary”, “asked for asylum” · rule "asked for asylum" NEAR/12 @offices');
    expect(line).toContain("2 outlets: Example Wire (wire), Example TV (state) · English");
  });

  it("gives its times in each reader's zone, with the lag", () => {
    expect(mrkdwnOf(post.blocks)).toContain(
      "Published <!date^1768917720^{date_short_pretty} {time}|Tue 20 Jan 14:02 London> · seen <!date^1768917900^{date_short_pretty} {time}|Tue 20 Jan 14:05 London>, 3 min later",
    );
  });

  it("ends with severity and watch", () => {
    expect(plainLines(post.blocks).at(-1)).toBe("Urgent · Diplomats who leave their post");
  });

  it("mentions the desk only at the severity it is configured for", () => {
    expect(mrkdwnOf(post.blocks)).toContain("<!subteam^S0123>");
    const normal = renderSlackAlert(alert({ severity: "normal" }), options, "UTC");
    expect(JSON.stringify(normal)).not.toContain("subteam");
  });

  it("marks a headline that is the proof, and shows the lead", () => {
    const { blocks } = renderSlackAlert({ kind: "alert", story: chineseStory() }, options, "UTC");
    const bold = richElements(blocks).filter((element) => element.type === "link" && element.style?.bold === true);
    expect(bold.map((element) => element.text)).toEqual(["大使馆", "申请政治庇护"]);
    expect(JSON.stringify(blocks)).toContain(chineseStory().lead);
  });

  it("explains foreign terms", () => {
    const { blocks } = renderSlackAlert({ kind: "alert", story: persianStory() }, options, "UTC");
    expect(plainLines(blocks)[0]).toBe(
      "\u2068سفارت\u2069 means: embassy · \u2068درخواست پناهندگی\u2069 means: asked for asylum",
    );
  });

  it("names one watch once, and each of several once, with its clause", () => {
    expect(JSON.stringify(post.blocks).split("Diplomats who leave their post")).toHaveLength(2);
    const watches = [
      { id: "a", title: "Watch A", severity: "urgent", words: ["x"], clause: "one" } as const,
      { id: "b", title: "Watch B", severity: "low", words: [], clause: "two" } as const,
    ];
    const { blocks } = renderSlackAlert(alert({ watches }), options, "UTC");
    expect(
      richElements(blocks)
        .map((element) => element.text)
        .join(""),
    ).toContain("Why: Watch A: “x” · rule one\nWatch B: two");
    expect(plainLines(blocks).at(-1)).toBe("Urgent · 2 watches");
  });

  it("begins each line in English, so that a foreign name turns none round", () => {
    const { blocks } = renderSlackAlert({ kind: "alert", story: persianStory() }, options, "UTC");
    const line = richElements(blocks)
      .map((element) => element.text)
      .join("");
    expect(line).toContain("Outlet: \u2068خبرگزاری نمونه\u2069 (independent) · Persian");
  });
});

describe("text from a feed in Slack", () => {
  const hostile = story({
    headline: HOSTILE,
    link: "javascript:alert(1)",
    lang: "<!here>",
    outlets: [{ name: HOSTILE, feedKind: "wire", link: "https://x.example/<!channel>" }],
    people: [{ name: HOSTILE, role: HOSTILE, spelling: HOSTILE }],
    evidence: [evidence(HOSTILE, ["*bold*"])],
    lead: HOSTILE,
    glosses: { [HOSTILE]: HOSTILE },
    watches: [{ id: "w", title: HOSTILE, severity: "urgent", words: [HOSTILE], clause: HOSTILE }],
  });
  const posts: [string, SlackPost][] = [
    ["an alert", renderSlackAlert({ kind: "alert", story: hostile }, options, "UTC")],
    ["a digest", renderSlackDigest(digest({ stories: [hostile], watches: [{ title: HOSTILE, stories: 1 }] }))],
    [
      "a summary",
      renderSlackSummary({
        kind: "summary",
        feeds: [HOSTILE],
        stored: 1,
        wouldHaveMatched: [{ headline: HOSTILE, link: "javascript:1", watchTitle: HOSTILE }],
      }),
    ],
    [
      "a notice",
      renderSlackNotice({ kind: "notice", level: "page", title: HOSTILE, lines: [HOSTILE], remedy: HOSTILE }),
    ],
  ];

  it.each(posts)("cannot mention or link in %s", (_kind, post) => {
    expect(post.text).not.toMatch(/[<>]/);
    for (const text of mrkdwnOf(post.blocks)) expect(text).not.toContain("evil");
    const links = richElements(post.blocks).filter((element) => element.type === "link");
    for (const link of links) expect(link.url).toMatch(/^https:\/\/(x\.example|news\.example\.org)\//);
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(JSON.stringify(post)).not.toMatch(/\\u001b|\\u0007|\u202E/i);
  });

  it.each(posts)("breaks no limit of Slack in %s", (_kind, post) => {
    expect(problems(post)).toEqual([]);
  });
});

describe("large messages in Slack", () => {
  const huge = HOSTILE.repeat(12_000);
  const large = story({
    headline: huge,
    link: `https://news.example.org/${"a".repeat(1900)}`,
    outlets: Array.from(
      { length: 90 },
      () => ({ name: huge, feedKind: "wire", link: `https://x.example/${"b".repeat(180)}` }) as const,
    ),
    people: Array.from({ length: 90 }, () => ({ name: huge, role: huge, spelling: huge })),
    watches: Array.from(
      { length: 90 },
      () => ({ id: "w", title: huge, severity: "urgent", words: [huge, huge], clause: huge }) as const,
    ),
    evidence: Array.from({ length: 90 }, () => ({
      field: "body" as const,
      sentence: huge,
      start: 0,
      end: huge.length,
      marks: [[10, 20] as const],
    })),
  });

  it("keep an alert within Slack's limits and count what is left out", () => {
    const post = renderSlackAlert({ kind: "alert", story: large }, options, "UTC");
    expect(problems(post)).toEqual([]);
    expect(post.text.length).toBeLessThan(4000);
    expect(JSON.stringify(post.blocks)).toContain("87 more proving sentences");
  });

  it("keep a digest of large stories within Slack's limits", () => {
    expect(problems(renderSlackDigest(digest({ stories: Array.from({ length: 200 }, () => large) })))).toEqual([]);
  });

  it("list further stories by headline and count the rest", () => {
    const stories = Array.from({ length: 200 }, (_, index) => story({ headline: `Story ${index + 1}` }));
    const post = renderSlackDigest(digest({ stories }));
    expect(problems(post)).toEqual([]);
    const line = richElements(post.blocks)
      .map((element) => element.text)
      .join("\n");
    const full = line.match(/Story \d+/g)?.length ?? 0;
    const rest = Number(/and (\d+) more stories/.exec(line)?.[1]);
    expect(full + rest).toBe(200);
    expect(line).toContain("too many for one Slack message");
  });
});

it("a remedy of nothing but backticks is told within the limits of Slack, as text", () => {
  const remedy = "` ".repeat(500).trim();
  const lines = Array.from({ length: 40 }, () => remedy);
  const { blocks } = renderSlackNotice({ kind: "notice", level: "page", title: remedy, lines, remedy });
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(12_000);
  expect(wordsOf(blocks)).toContain(`What to do: ${remedy}`);
});
