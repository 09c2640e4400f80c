import { describe, expect, it } from "vitest";
import { outgoing, persianStory, roundup, story } from "../../test/support/channels/messages.ts";
import { describeRoundup, describeRoundupDetail } from "./describe-roundup.ts";
import { loudness } from "./describe-chat.ts";
import type { RoundupMessage, StoryLine } from "./message.ts";
import { ntfyRoomFor, renderNtfy } from "./ntfy/render-ntfy.ts";
import { renderSlackPost } from "./slack/render-slack-post.ts";
import { slackRoomFor } from "./slack/render-slack-roundup.ts";
import { renderTeams, teamsRoomFor } from "./teams/render-teams.ts";
import { renderTelegram, telegramRoomFor } from "./telegram/render-telegram.ts";

const ZONE = "Europe/London";
const MENTION = { mention: { urgent: "<!subteam^S1>" } };

/** The fourth is how many alerts ten posts surely have room for. */
const channels: [string, (held: RoundupMessage) => number, (held: RoundupMessage) => unknown, number][] = [
  ["Slack", slackRoomFor, (held) => renderSlackPost(outgoing(held), MENTION, ZONE).blocks, 120],
  ["Telegram", (held) => telegramRoomFor(held, ZONE), (held) => renderTelegram(held, ZONE), 120],
  ["ntfy", (held) => ntfyRoomFor(held, ZONE), (held) => renderNtfy(held, ZONE).message, 80],
  ["Teams", (held) => teamsRoomFor(held, ZONE), (held) => renderTeams(held, ZONE).attachments[0].content.body, 120],
];

function named(number: number, told: StoryLine): StoryLine {
  return { ...told, headline: `${told.headline} (${number})`, link: `https://news.example.org/n/${number}` };
}

function post(number: number, stories: readonly StoryLine[]): RoundupMessage {
  return roundup({ severity: "urgent", detail: "Desk: drill", part: { number, of: 10, alerts: 120 }, stories });
}

/** The posts in which a channel tells so many alerts. */
function cut(stories: readonly StoryLine[], roomFor: (held: RoundupMessage) => number): RoundupMessage[] {
  const posts: RoundupMessage[] = [];
  for (let told = 0; told < stories.length; told += posts.at(-1)?.stories.length ?? 0) {
    const left = stories.slice(told);
    posts.push(post(posts.length + 1, left.slice(0, roomFor(post(posts.length + 1, left)))));
  }
  return posts;
}

describe.each(channels)("held alerts in several posts, in %s", (_channel, roomFor, render, count) => {
  it.each([
    ["English", story()],
    ["Persian", persianStory()],
  ])("name each alert with its headline and link: %s", (_language, told) => {
    const stories = Array.from({ length: count }, (_, index) => named(index + 1, told));
    const posts = cut(stories, roomFor);
    expect(posts.length).toBeLessThanOrEqual(10);
    const written = posts.map((one) => JSON.stringify(render(one)));
    for (const number of stories.keys()) {
      expect(written.filter((text) => text.includes(`(${number + 1})`))).toHaveLength(1);
      expect(
        written.filter((text) => /\/n\/(\d+)/.test(text) && text.includes(`/n/${number + 1}`)).length,
      ).toBeGreaterThan(0);
    }
    expect(written.filter((text) => text.includes("more"))).toEqual([]);
  });

  it("count what the last post has no room for, and say where it stands", () => {
    const stories = Array.from({ length: 500 }, (_, index) => named(index + 1, persianStory()));
    const text = JSON.stringify(render(post(10, stories)));
    expect(text).toMatch(/and \d+ more alerts: wirewatch deliveries list --status summarised names them/);
  });

  it("are at least one a post, however long it is", () => {
    const long = story({ headline: "слово ".repeat(5000), link: `https://news.example.org/${"a".repeat(1900)}` });
    expect(roomFor(post(1, [long, long]))).toBeGreaterThanOrEqual(1);
  });
});

describe("held alerts in several posts", () => {
  it("say which post it is and how many alerts there are; only the first says more", () => {
    const [first, second] = [post(1, [story()]), post(2, [story()])];
    expect([first, second].map(describeRoundup)).toEqual([
      "Urgent: 120 alerts from quiet hours · Tue 20 Jan 22:10–23:50 London · post 1 of 10",
      "Urgent: 120 alerts from quiet hours · Tue 20 Jan 22:10–23:50 London · post 2 of 10",
    ]);
    expect([first, second].map(describeRoundupDetail)).toEqual(["Desk: drill", null]);
  });

  it("call people once, and ring once", () => {
    const [first, second] = [post(1, [story()]), post(2, [story()])];
    const calls = [first, second].map((one) =>
      JSON.stringify(renderSlackPost(outgoing(one), MENTION, ZONE)).includes("<!subteam^S1>"),
    );
    expect(calls).toEqual([true, false]);
    expect([first, second].map(loudness)).toEqual(["urgent", "low"]);
  });
});
