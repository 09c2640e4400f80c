import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Message } from "../../src/notify/message.ts";
import { buildMails } from "../../src/notify/email/build-mail.ts";
import { openPage } from "../support/servers/browser.ts";
import { everyMessage, storyOf, type NamedMessage } from "../support/channels/every-message.ts";
import {
  alert,
  arabicStory,
  continuedStory,
  digest,
  HOSTILE,
  outgoing,
  persianStory,
  roundup,
  story,
} from "../support/channels/messages.ts";

const FAULTS = readFileSync(new URL("../support/channels/page-faults.js", import.meta.url), "utf8");
const INPUT = { channelId: "research-digest", from: "wirewatch@example.org", timezone: "Europe/London" };

const VIEWS = [
  ["light", { colorScheme: "light", width: 900 }],
  ["dark", { colorScheme: "dark", width: 900 }],
  ["on a phone", { colorScheme: "light", width: 360 }],
  ["dark on a phone", { colorScheme: "dark", width: 360 }],
] as const;

function htmlOf(message: Message): string[] {
  return buildMails(outgoing(message, { unsubscribeUrl: "https://news.example.org/u/token" }), INPUT).map(
    ({ html }) => html,
  );
}

const persian = persianStory();
const long = "слово ".repeat(5000);
const unbroken = `https://x.example/${"a".repeat(4000)}`;
const trialReport: Message = {
  kind: "notice",
  level: "notice",
  title: "Watches on trial · Mon 12 Jan 08:00 – Mon 19 Jan 08:00 London",
  lines: ["Officials (trial): 3 matches, 2 stories", "foreign-desk would have been told 2 stories"],
  remedy: "status: live tells their channels from now on, status: off ends a trial.",
};

const messages: NamedMessage[] = [
  ["an ordinary edition", digest({ continued: [continuedStory()] })],
  [
    "an edition in Persian and Arabic",
    digest({ stories: [persian, arabicStory()], watches: [{ title: persian.headline, stories: 1 }] }),
  ],
  ["an edition of 200 stories in parts", digest({ stories: Array.from({ length: 200 }, () => story()) })],
  ["held alerts with Persian", roundup()],
  ["an alert", alert()],
  ["a Persian alert", { kind: "alert", story: persian }],
  ["a report on trials", trialReport],
  ...everyMessage({ story: persian, text: persian.headline, count: 3 }).map(([name, message]): NamedMessage => [
    `${name}, all in Persian`,
    message,
  ]),
  ...everyMessage({ story: storyOf(HOSTILE, { count: 3, link: unbroken }), text: HOSTILE, count: 3 }).map(
    ([name, message]): NamedMessage => [`${name}, hostile`, message],
  ),
  ...everyMessage({ story: storyOf(long, { count: 60, link: null }), text: unbroken, count: 60 }).map(
    ([name, message]): NamedMessage => [`${name}, long`, message],
  ),
];

describe("a mail in Chromium", () => {
  let browser: Awaited<ReturnType<typeof openPage>>;
  const requests: string[] = [];

  beforeAll(async () => {
    browser = await openPage(inject("chromiumPath"));
    browser.page.on("request", (request) => requests.push(request.url()));
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  it.each(messages)("reads well as %s: light, dark and on a phone, without asking anybody", async (_name, message) => {
    const { page } = browser;
    for (const html of htmlOf(message)) {
      // A summary names every alert, however many there are.
      expect(Buffer.byteLength(html)).toBeLessThan(message.kind === "roundup" ? 5e6 : 90_000);
      await page.setContent(html, { waitUntil: "load" });
      for (const [view, { colorScheme, width }] of VIEWS) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect([view, await page.evaluate(FAULTS)]).toEqual([view, []]);
      }
    }
    expect(requests).toEqual([]);
  });
});
