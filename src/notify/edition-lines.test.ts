import { describe, expect, it } from "vitest";
import { mailOf } from "../../test/support/channels/mail-of.ts";
import { continuedStory, digest, outgoing, persianStory, story } from "../../test/support/channels/messages.ts";
import { wordsOf } from "../../test/support/channels/slack-faults.ts";
import { plainRuns } from "./chat-lines.ts";
import { describeChat } from "./describe-chat.ts";
import { describeReason } from "./describe-digest.ts";
import { joinWithin } from "./describe-story.ts";
import { renderText } from "./render-text.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";

const PERSON = { name: "ایوان نمونه", role: null, spelling: "ایوان" };
const people = [PERSON, { ...PERSON, name: "مریم نمونه" }];
const fa = persianStory();
const edition = digest({
  watches: [
    { title: "دیپلمات‌ها", stories: 3 },
    { title: "Officials", stories: 2 },
  ],
  stories: [{ ...fa, people }],
  continued: [
    continuedStory(),
    { ...continuedStory(), ...fa, people, toldIn: 117, toldHeadline: fa.headline, knownOutlets: [] },
  ],
});
const chat = describeChat(edition, "Europe/London").map(plainRuns);
const slack = wordsOf(renderSlackPost(outgoing(edition), { mention: {} }, "Europe/London").blocks);
const text = renderText(edition, { timezone: "Europe/London", mark: (words) => words });

const mail = mailOf(outgoing(edition), { channelId: "desk", from: "w@example.org", timezone: "UTC" });

describe("lines of an edition", () => {
  it.each([
    ["mails", text],
    ["their HTML", mail.html],
    ["chats", chat.join("\n")],
    ["Slack", slack],
  ])("stand in one order in %s: failing feeds, watches, stories, continued, set aside, people", (_where, shown) => {
    const places = ["feeds failing", "watches", "stories", "continued", "set aside", "people"]
      .map((title) => shown.toLowerCase().search(new RegExp(`(^|\n|>|\\| )${title}`)))
      .filter((place) => place !== -1);
    expect(places.length).toBeGreaterThanOrEqual(5);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("name languages in words", () => {
    expect(chat).toContain(`1. \u2068${fa.headline}\u2069 · \u2068خبرگزاری نمونه\u2069 · Persian`);
    expect(chat).toContain("1. Ministry recalls counsellor after asylum request · Example Daily, and 1 more · English");
  });

  it("keep names that run from right to left apart from the numbers behind them", () => {
    const named = "\u2068ایوان نمونه\u2069 (2 stories), \u2068مریم نمونه\u2069 (2 stories), Maria Example (1 story)";
    expect(chat).toContain(`People: ${named}`);
    expect(slack).toContain(`People: ${named}`);
    expect(chat).toContain("\u2068دیپلمات‌ها\u2069: 3 · Officials: 2");
    expect(slack).toContain("\u2068دیپلمات‌ها\u2069: 3 stories");
    expect(text).toContain("- \u2068دیپلمات‌ها\u2069: 3 stories");
  });

  it("say in mails what the reasons mean for which matches were set aside", () => {
    expect(text).toContain("\nvetoed (1): words beside it or its language are excluded\n");
    const veto = '(Diplomats who leave their post): vetoed by history ("1954", title)';
    expect(text).toContain(`1954 remembered ${veto}\n`);
    expect(mail.html.replaceAll(/<[^>]*>/g, "").replaceAll("&quot;", '"')).toContain(`1954 remembered ${veto}`);
    expect(text).toContain("\nlate (1): older than its watch's max_age\n");
    expect(describeReason({ reason: "silenced on desk", total: 2 })).toBe(
      "silenced on desk (2): silenced by an operator",
    );
    expect(describeReason({ reason: "of-tomorrow", total: 1 })).toBe("of-tomorrow (1)");
    expect(mail.html).toContain("vetoed (1): words beside it or its language are excluded");
  });

  it("say of a continued story in Slack which edition it continues, and who is new", () => {
    expect(slack).toContain(
      "Ministry recalls counsellor after asylum request · continues no. 117 · New outlets: Example Daily (independent). Again: Example TV (state)",
    );
    expect(slack).toContain(
      `\u2068${fa.headline}\u2069 · continues no. 117 · New outlets: \u2068خبرگزاری نمونه\u2069 (independent)`,
    );
  });
});

describe("a story of an edition whose report was changed so that it no longer matches", () => {
  const remarks = ["Example Wire changed its report: it no longer matches", "خبرگزاری نمونه: x"];
  const changed = digest({ stories: [story({ remarks })], continued: [continuedStory({ remarks })] });
  const { html, text: plain } = mailOf(outgoing(changed), {
    channelId: "desk",
    from: "w@example.org",
    timezone: "UTC",
  });

  it.each([
    ["mails", plain],
    ["their HTML", html],
    ["chats", describeChat(changed, "UTC").map(plainRuns).join("\n")],
    ["Slack", wordsOf(renderSlackPost(outgoing(changed), { mention: {} }, "UTC").blocks)],
  ])("says so in %s, continued or not", (_where, shown) => {
    expect(shown.split(`${remarks[0]} · \u2068خبرگزاری نمونه: x\u2069`)).toHaveLength(3);
  });
});

describe("a list in one line", () => {
  it.each([
    ["all where there is room", ["a", "b"], 80, "a, b"],
    ["as many as there is room for", ["first", "second", "third"], 16, "first, second, and 1 more"],
    ["one at least", ["a long name"], 3, "a long name"],
    ["none where there are none", [], 80, ""],
  ])("has %s", (_fact, parts, max, line) => {
    expect(joinWithin(parts, max)).toBe(line);
  });
});
