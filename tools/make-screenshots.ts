import { Hono } from "hono";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveDemoPage } from "../src/demo/demo-page.ts";
import { runDemo } from "../src/demo/run-demo.ts";
import { readBlocks } from "../src/demo/sinks/block-kit-limits.ts";
import type { SlackMessage } from "../src/demo/sinks/slack-workspace.ts";
import { buildMails } from "../src/notify/email/build-mail.ts";
import type { Message, StoryLine } from "../src/notify/message.ts";
import { renderSlackPost } from "../src/notify/slack/render-slack-post.ts";
import { addClaimPage } from "../src/web/claim-page.ts";
import { serveTcp } from "../src/web/serve.ts";
import { openPage } from "../test/support/servers/browser.ts";
import { alert, continuedStory, digest, outgoing, persianStory, story } from "../test/support/channels/messages.ts";
import { linksOf } from "../test/support/claimable.ts";
import { provideChromium } from "../test/support/servers/test-servers.ts";

/** Writes the pictures of the documentation from messages as they are sent: `npm run shots`. */

const FOLDER = join(import.meta.dirname, "../docs/images");
const INPUT = { channelId: "research-digest", from: "wirewatch@example.org", timezone: "Europe/London" };

const edition = digest({ stories: digest().stories.slice(0, 4), continued: [continuedStory()] });
const notice: Message = {
  kind: "notice",
  level: "page",
  title: "Slack refuses the messages of foreign-desk",
  lines: ["7 messages wait, the oldest for 6 min", "since Tue 20 Jan 14:02 London: invalid_auth"],
  remedy: "set SLACK_BOT_TOKEN to a token with chat:write and restart wirewatch.",
};
const mails: [string, Message, tall: number][] = [
  ["digest", edition, 1100],
  ["alert-mail", alert(), 520],
  ["notice", notice, 300],
];
const views = [
  ["light", "light", 680],
  ["dark", "dark", 680],
  ["phone", "light", 360],
] as const;

await using browser = await openPage(await provideChromium());
const { page } = browser;
for (const [name, message, tall] of mails) {
  const [mail] = buildMails(outgoing(message), INPUT);
  await page.setContent(mail?.html ?? "");
  for (const [view, colorScheme, width] of views) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: tall });
    const sheet = await page.locator(".sheet").boundingBox();
    if (sheet === null) throw new Error(`${name} shows nothing`);
    await page.setViewportSize({ width, height: Math.min(tall, Math.ceil(sheet.height + 2 * sheet.y)) });
    await page.screenshot({ path: join(FOLDER, `${name}-${view}.png`) });
  }
}
await pictureClaim(page);
await pictureSlack(page);
await pictureDemo(page);

/** The page behind the link of an alert that nobody has claimed yet. */
async function pictureClaim(page: Page): Promise<void> {
  const web = new Hono();
  addClaimPage(web, { publicUrl: "http://127.0.0.1", links: linksOf() });
  const served = await serveTcp((request) => web.fetch(request), "127.0.0.1:0");
  await page.goto(`${served.address}/claim/known`);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 1 });
    await page.screenshot({ path: join(FOLDER, `claim-${colorScheme}.png`), fullPage: true });
  }
  await served.close();
}

function postOf(told: StoryLine, ts: string): SlackMessage {
  const message = { kind: "alert", story: told } as const;
  const post = renderSlackPost({ message, place: { kind: "new" } }, { mention: { urgent: "<!here>" } }, INPUT.timezone);
  const read = readBlocks(post.blocks);
  if ("error" in read) throw new Error(read.messages.join("\n"));
  return {
    text: post.text,
    ...read,
    channel: "C0123",
    ts,
    metadata: null,
    threadTs: null,
    unfurl: false,
    edited: false,
  };
}

/** Slack's messages as the page of the demo draws them. */
async function pictureSlack(page: Page): Promise<void> {
  const messages = [postOf(persianStory(), "1"), postOf(story(), "2")];
  const feeds = { url: "", startedAt: () => undefined, published: () => [], close: () => Promise.resolve() };
  const demo = await serveDemoPage(
    feeds,
    () => ({ messages, mails: [] }),
    () => "",
  );
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 640, height: 1200 });
  await page.goto(demo.url);
  await page.locator("#messages li").first().waitFor();
  await page.locator("#messages").screenshot({ path: join(FOLDER, "slack-alert.png") });
  await demo.close();
}

/** The page of a demo that has told all it has to tell: half a minute. */
async function pictureDemo(page: Page): Promise<void> {
  const enough = new AbortController();
  const shown = Promise.withResolvers<string>();
  function say(line: string): void {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) shown.resolve(url);
  }
  const demo = runDemo({ once: false, say, signal: enough.signal });
  await page.setViewportSize({ width: 1280, height: 690 });
  await page.goto(await Promise.race([shown.promise, demo.then(() => "about:blank")]));
  await page.getByText("2 of 2 alerts told").waitFor({ timeout: 90_000 });
  await page.getByText("to research@").first().waitFor({ timeout: 90_000 });
  await page.screenshot({ path: join(FOLDER, "demo.png") });
  enough.abort();
  await demo;
}
