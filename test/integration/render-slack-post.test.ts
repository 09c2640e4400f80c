import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyMessage, storyOf } from "../support/channels/every-message.ts";
import { arabicStory, chineseStory, HOSTILE, persianStory, russianStory, story } from "../support/channels/messages.ts";
import { slackFaults, wordsOf } from "../support/channels/slack-faults.ts";
import type { Outgoing } from "../../src/notify/channel.ts";
import type { Message, StoryLine } from "../../src/notify/message.ts";
import { renderSlackPost } from "../../src/notify/slack/render-slack-post.ts";
import type { SlackPost } from "../../src/notify/slack/slack-blocks.ts";

const MENTION = "<!subteam^S0123>";

const OPTIONS = { mention: { urgent: MENTION } };

function post(message: Message): SlackPost {
  return renderSlackPost({ message, place: { kind: "new" } }, OPTIONS, "Europe/London");
}

/** As an app with Socket Mode posts or edits it: alerts have buttons. */
function postWithButtons(message: Message, place: Outgoing["place"] = { kind: "new" }): SlackPost {
  const options = { ...OPTIONS, app_token: { env: "SLACK_APP_TOKEN" } };
  return renderSlackPost({ message, place, alertId: `dlv_${"0".repeat(36)}` }, options, "Europe/London");
}

/** With and without buttons. */
function faults(message: Message): string[] {
  const posts = message.kind === "alert" ? [post(message), postWithButtons(message)] : [post(message)];
  return posts.flatMap((made) => slackFaults(made, MENTION));
}

function buttonsIn({ blocks }: SlackPost): string[] {
  const last = blocks.at(-1);
  return last?.type === "actions" ? last.elements.map(({ text }) => text.text) : [];
}

/** The words in bold of quotes. */
function markedIn({ blocks }: SlackPost): string[] {
  return blocks
    .flatMap((block) => (block.type === "rich_text" ? block.elements : []))
    .flatMap((part) => (part.type === "rich_text_quote" ? part.elements : []))
    .filter(({ style }) => style?.bold === true)
    .map(({ text }) => text);
}

const ordinary: [string, StoryLine][] = [
  ["English", story()],
  ["Persian", persianStory()],
  ["Arabic", arabicStory()],
  ["Russian", russianStory()],
  ["Chinese", chineseStory()],
];

describe.each(ordinary)("an ordinary story in %s", (_language, told) => {
  const messages = everyMessage({ story: told, text: told.headline, count: 3 });

  it.each(messages)("is taken by Slack as %s", (_kind, message) => {
    expect(faults(message)).toEqual([]);
  });

  it.each(messages.slice(0, 5))("is told whole as %s: headline, link, proof with its marks", (_kind, message) => {
    const { text, blocks } = post(message);
    expect(text).toContain(told.headline);
    expect(wordsOf(blocks)).toContain(told.headline);
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(told.link));
    const inBody = told.evidence.filter(({ field }) => field === "body");
    const marks = inBody.flatMap(({ sentence, marks: ranges }) => ranges.map((range) => sentence.slice(...range)));
    expect(markedIn({ text, blocks })).toEqual(marks);
    expect(wordsOf(blocks)).not.toContain("(shortened)");
  });
});

describe("two megabytes and long lists", () => {
  const long = "слово ".repeat(350_000);
  const link = `https://news.example.org/${"a".repeat(1900)}`;
  const huge = storyOf(long, { count: 500, link });
  const quoted = storyOf(`"\\`.repeat(5000), { count: 500, link });
  const rows = [
    ...everyMessage({ story: huge, text: long, count: 500 }),
    ...everyMessage({ story: quoted, text: quoted.headline, count: 500 }).map(([name, message]): [string, Message] => [
      `${name}, all quotation marks`,
      message,
    ]),
  ];

  it.each(rows)("are taken by Slack as %s", (_kind, message) => {
    expect(faults(message)).toEqual([]);
  });

  it("leave headline, link and marked proof in an alert, cut where it says so", () => {
    const { text, blocks } = post({ kind: "alert", story: huge });
    expect(text).toMatch(/^(слово )+…/);
    expect(wordsOf(blocks)).toMatch(/^(слово )+…/);
    expect(JSON.stringify(blocks)).toContain(link);
    expect(markedIn({ text, blocks })[0]).toBe("слово слов");
  });

  it("leave the buttons under an alert, and there alone", () => {
    for (const [name, message] of rows) {
      const expected = message.kind === "alert" ? ["Claim", "Silence 4 h", "Explain"] : [];
      expect([name, buttonsIn(postWithButtons(message))]).toEqual([name, expected]);
    }
  });

  it("leave the buttons under an alert that is edited", () => {
    const edited = postWithButtons({ kind: "alert", story: huge }, { kind: "edit", ref: "C1:1.2" });
    expect(buttonsIn(edited)).toHaveLength(3);
  });

  it("leave each story of an edition counted", () => {
    const stories = Array.from({ length: 400 }, (_, index) => ({ ...huge, headline: `Story ${index + 1} ${long}` }));
    const [, edition] =
      everyMessage({ story: huge, text: long, count: 1 }).find(([name]) => name === "an edition") ?? [];
    if (edition?.kind !== "digest") throw new Error("no edition");
    const message = { ...edition, stories };
    expect(faults(message)).toEqual([]);
    const words = wordsOf(post(message).blocks);
    const named = words.match(/Story \d+/g)?.length ?? 0;
    expect(named).toBeGreaterThan(0);
    expect(named + Number(/and (\d+) more stories/.exec(words)?.[1])).toBe(400);
  });

  it("show no more marks than prove something, however many there are", () => {
    const text = "她".repeat(240);
    const marks = Array.from({ length: 120 }, (_, index): [number, number] => [index * 2, index * 2 + 1]);
    const evidence = [{ field: "title" as const, sentence: text, start: 0, end: text.length, marks }];
    expect(faults({ kind: "alert", story: story({ headline: text, evidence }) })).toEqual([]);
  });
});

describe("hostile text in every field", () => {
  const link = "https://news.example.org/<!channel>";
  const hostile = storyOf(HOSTILE, { count: 3, link });

  it.each(everyMessage({ story: hostile, text: HOSTILE, count: 3 }))("stays text as %s", (_kind, message) => {
    expect(faults(message)).toEqual([]);
  });

  it("is no text at all in whatever is empty", () => {
    for (const text of ["", " ", "\u202E", "\u2068\u2069", "\n\t"]) {
      const empty = storyOf(text, { count: 2, link: text });
      for (const [name, message] of everyMessage({ story: empty, text, count: 2 })) {
        expect([name, text, faults(message)]).toEqual([name, text, []]);
      }
    }
  });
});

describe("whatever a feed says", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      "<!here>",
      "&amp;",
      "*",
      "_",
      "`",
      "\u2068",
      "\u2069",
      "\u202E",
      "خبر",
      "\uD83D",
      "👩‍👩‍👧",
      '"',
      "\\",
      " ",
    ),
    fc.string({ maxLength: 20 }).map((text) => text.repeat(80)),
  );
  const anything = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  const links = fc.oneof(fc.constant(null), fc.webUrl({ withQueryParameters: true, withFragments: true }), anything);

  it("is taken by Slack, and mentions nobody", () => {
    fc.assert(
      fc.property(anything, links, fc.integer({ min: 0, max: 40 }), (text, link, count) => {
        const told = storyOf(text, { count, link });
        for (const [name, message] of everyMessage({ story: told, text, count }))
          expect([name, faults(message)]).toEqual([name, []]);
      }),
      { numRuns: 40 },
    );
  });
});
