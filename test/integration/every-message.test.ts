import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyMessage, storyOf } from "../support/channels/every-message.ts";
import { mailOf } from "../support/channels/mail-of.ts";
import { HOSTILE, outgoing } from "../support/channels/messages.ts";
import type { Message } from "../../src/notify/message.ts";
import { renderText } from "../../src/notify/render-text.ts";
import { renderNtfy } from "../../src/notify/ntfy/render-ntfy.ts";
import { renderTeams } from "../../src/notify/teams/render-teams.ts";
import { buildWebhookPayload } from "../../src/notify/webhook/webhook-payload.ts";
import { renderTelegram } from "../../src/notify/telegram/render-telegram.ts";

const ZONE = "Europe/London";
const MAIL = { channelId: "desk", from: "wirewatch@example.org", timezone: ZONE };
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** What Telegram counts: the text without its markup. */
function readTelegram(html: string): string {
  return html.replaceAll(/<[^>]+>/g, "").replaceAll(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** How large a message is for each channel, in the unit of its limit. */
const channels: [string, limit: number, (message: Message) => number][] = [
  ["Telegram", 4096, (message) => readTelegram(renderTelegram(message, ZONE)).length],
  ["Telegram's request", 16_000, (message) => renderTelegram(message, ZONE).length],
  ["ntfy", 4096, (message) => Buffer.byteLength(renderNtfy(message, ZONE).message)],
  ["Teams", 28_672, (message) => Buffer.byteLength(JSON.stringify(JSON.stringify(renderTeams(message, ZONE))))],
];

const long = "слово ".repeat(350_000);
const link = `https://news.example.org/${"a".repeat(1900)}`;
const quoted = `"\\<&`.repeat(5000);
const messages = [
  ...everyMessage({ story: storyOf(long, { count: 500, link }), text: long, count: 500 }),
  ...everyMessage({ story: storyOf(quoted, { count: 500, link }), text: quoted, count: 500 }).map(
    ([name, message]): [string, Message] => [`${name}, all signs`, message],
  ),
  ...everyMessage({ story: storyOf(HOSTILE, { count: 40, link }), text: HOSTILE, count: 40 }).map(
    ([name, message]): [string, Message] => [`${name}, hostile`, message],
  ),
];

describe.each(channels)("%s", (_channel, limit, sizeOf) => {
  it.each(messages)("has room for %s of any length", (_kind, message) => {
    expect(sizeOf(message)).toBeLessThanOrEqual(limit);
  });
});

describe("whatever names of persons, watches, feeds and outlets are", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("<b>", "&", "@here", '"', "\\", "\u2068", "\u202E", "{{DATE(", "خبر", "👩‍👩‍👧", "\uD83D", "\n", " "),
    fc.integer({ min: 1, max: 5000 }).map((times) => "long name ".repeat(times)),
  );
  const names = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));

  it("each channel has room for the message, and a mail's subject and lines stay short", () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 30 }), (name, count) => {
        const all = everyMessage({ story: storyOf(name, { count, link }), text: name, count });
        for (const [kind, message] of all) {
          const tooLong = channels.filter(([, limit, sizeOf]) => sizeOf(message) > limit).map(([channel]) => channel);
          expect([kind, tooLong]).toEqual([kind, []]);
          const { subject, html, text } = mailOf(outgoing(message), MAIL);
          expect(subject.length).toBeLessThanOrEqual(250);
          expect(subject).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(html)).toBeLessThan(90_000);
          expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(4500);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("plain text", () => {
  it.each(messages)("holds no control or reordering characters as %s", (_kind, message) => {
    const text = renderText(message, { timezone: ZONE, mark: (words) => `*${words}*` });
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E]/);
    expect(text.isWellFormed()).toBe(true);
  });
});

describe("hostile markup and signs that turn text round, in every field", () => {
  const hostile = everyMessage({ story: storyOf(HOSTILE, { count: 5, link }), text: HOSTILE, count: 5 });
  const written: [string, (message: Message) => unknown][] = [
    ["Telegram", (message) => renderTelegram(message, ZONE)],
    ["ntfy", (message) => renderNtfy(message, ZONE)],
    ["Teams", (message) => renderTeams(message, ZONE)],
    ["a webhook", (message) => buildWebhookPayload(outgoing(message), "hook")],
    ["a mail", (message) => mailOf(outgoing(message), MAIL)],
  ];

  it.each(written)("reach nobody by %s: no control signs, no overrides, isolates closed", (_channel, write) => {
    for (const [kind, message] of hostile) {
      const found: string[] = [];
      JSON.stringify(write(message), (key, value: unknown) => {
        const texts = typeof value === "string" ? value.replaceAll("\n", " ") : "";
        // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
        if (/[\u0000-\u001F\u007F\u202A-\u202E]/.test(texts)) found.push(key);
        const [opened, closed] = [/[\u2066-\u2068]/g, /\u2069/g].map((sign) => texts.match(sign)?.length ?? 0);
        if (opened !== closed) found.push(`${key} isolates`);
        return value;
      });
      expect([kind, found]).toEqual([kind, []]);
    }
  });

  it.each<[string, (message: Message) => string]>([
    ["Telegram", (message) => renderTelegram(message, ZONE)],
    ["a mail", (message) => mailOf(outgoing(message), MAIL).html],
  ])("are no markup in %s", (_channel, write) => {
    for (const [kind, message] of hostile)
      expect([kind, /<script|<@U1>|<!channel>|<https/.exec(write(message))]).toEqual([kind, null]);
  });
});

describe("a webhook", () => {
  it.each(everyMessage({ story: storyOf(long, { count: 2, link }), text: long, count: 2 }))(
    "gets lines of at most 4,100 characters as %s",
    (_kind, message) => {
      const lines: string[] = [];
      JSON.stringify(buildWebhookPayload(outgoing(message), "hook"), (_key, value: unknown) => {
        if (typeof value === "string") lines.push(value);
        return value;
      });
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(4100);
    },
  );
});
