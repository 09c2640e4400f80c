import { createServer, type ServerResponse } from "node:http";
import * as z from "zod";
import { listen } from "../src/demo/sinks/http-server.ts";
import { startSlackSink } from "../src/demo/sinks/slack-sink.ts";
import { seededRandom } from "../test/support/seeded-random.ts";
import { tellParent } from "./support/child.ts";
import { toRss, writeNews, type BenchItem } from "./support/news-text.ts";
import { preciseNow } from "./support/report.ts";
import { codeOf, type Sighting } from "./support/latency-plan.ts";

/**
 * The world around the daemon, in a process of its own: ten feeds that get news, and a Slack-shaped sink for each
 * channel. In a troubled world the first sink answers 429 for half a minute at a time, the second takes 2 s to answer.
 */

const [feedCount = 10, itemCount = 320, durationMs = 45_000, isTroubled = 0] = process.argv.slice(2).map(Number);
const OLD_ITEMS = 20;
const TEXT_LENGTH = 1200;

interface Published extends BenchItem {
  feed: number;
  code: string;
}

const random = seededRandom(7);
const sightings = new Map<string, Sighting>();
const feeds: Published[][] = Array.from({ length: feedCount }, () => []);
for (let feed = 0; feed < feedCount; feed += 1)
  for (let at = 0; at < OLD_ITEMS; at += 1) publish(feed, `old${feed}x${at}`, false);

function publish(feed: number, code: string, isNews: boolean): void {
  const { title, html } = writeNews(random, TEXT_LENGTH);
  const sentence = `An envoy of district${feed} spoke about ${code} on Friday.`;
  feeds[feed]?.unshift({
    feed,
    code,
    id: code,
    title: isNews ? `${code}: ${title}` : title,
    html: isNews ? `${html}<p>${sentence}</p>` : html,
    link: `https://news.example/${feed}/${code}`,
    publishedAt: Date.now(),
  });
}

function serveFeed(feed: number, asked: string | undefined, response: ServerResponse): void {
  const items = feeds[feed] ?? [];
  const etag = `"${feed}-${items.length}"`;
  if (asked === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const shown = items.slice(0, 2 * OLD_ITEMS);
  response.writeHead(200, { "content-type": "application/rss+xml; charset=utf-8", etag });
  response.end(toRss(`Feed ${feed}`, shown), () => {
    const shownAt = preciseNow();
    for (const { code } of shown) {
      const sighting = sightings.get(code);
      if (sighting !== undefined) sighting.shownAt ??= shownAt;
    }
  });
}

const server = createServer((request, response) => {
  serveFeed(Number(request.url?.replace(/\D/g, "")), request.headers["if-none-match"], response);
});
const { url } = await listen(server, 0, "127.0.0.1");

function noteMessage({ text }: { text: string }): void {
  const code = /item\d+/.exec(text)?.[0] ?? "";
  const sighting = sightings.get(code);
  if (sighting === undefined) return;
  sighting.told += 1;
  sighting.toldAt ??= preciseNow();
}

const slacks = await Promise.all(feeds.map(() => startSlackSink({ onMessage: noteMessage })));
if (isTroubled === 1) {
  slacks[0]?.respond({ answer: "rate-limited", retryAfterSeconds: 30 }, Infinity);
  slacks[1]?.respond({ answer: "accept-slowly", afterMs: 2000 }, Infinity);
}

function startNews(): void {
  const gapMs = durationMs / itemCount;
  for (let at = 0; at < itemCount; at += 1) {
    const feed = Math.floor(random() * feedCount);
    setTimeout(() => {
      const code = codeOf(at);
      sightings.set(code, { code, feed, shownAt: null, toldAt: null, told: 0 });
      publish(feed, code, true);
    }, at * gapMs);
  }
}

const Order = z.object({ do: z.enum(["start", "report"]) });
process.on("message", (message) => {
  if (Order.parse(message).do === "start") startNews();
  else tellParent([...sightings.values()]);
});
tellParent({ feedsUrl: url, slackUrls: slacks.map((slack) => slack.url) });
