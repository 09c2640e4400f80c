import { createServer } from "node:http";
import { listen } from "../src/demo/sinks/http-server.ts";
import { seededRandom } from "../test/support/seeded-random.ts";
import { tellParent } from "./support/child.ts";
import { toRss, writeNews } from "./support/news-text.ts";
import { HOUR_MS } from "../src/core/time.ts";

/**
 * Feeds in a process of their own: `node poll-farm.ts FEEDS ITEMS`. Each is asked at an address of its own
 * (127.0.x.y, which only Linux answers without preparation), since publishers do not share one.
 */

const [feedCount = 10, itemCount = 50] = process.argv.slice(2).map(Number);
/** With markup and escapes, 50 items of this length are 77 kB. */
const TEXT_LENGTH = 1070;

const random = seededRandom(11);
const startedAt = Date.now();
const feeds = Array.from({ length: feedCount }, (_, feed) => {
  const items = Array.from({ length: itemCount }, (_, at) => ({
    ...writeNews(random, TEXT_LENGTH),
    id: `feed${feed}-item${at}`,
    link: `https://news.example/${feed}/${at}`,
    publishedAt: startedAt - at * HOUR_MS,
  }));
  return Buffer.from(toRss(`Feed ${feed}`, items));
});

const server = createServer((request, response) => {
  const feed = Number(request.url?.replace(/\D/g, ""));
  const etag = `"${feed}"`;
  // Feeds are asked minutes apart: by then every connection has ended.
  const headers = { etag, connection: "close" };
  if (request.headers["if-none-match"] === etag) response.writeHead(304, headers).end();
  else response.writeHead(200, { ...headers, "content-type": "application/rss+xml; charset=utf-8" }).end(feeds[feed]);
});
server.on("connection", (socket) => {
  if (socket.localAddress?.startsWith("127.") !== true) socket.destroy();
});
const { url } = await listen(server, 0, "0.0.0.0");
const bytes = feeds.reduce((sum, feed) => sum + feed.length, 0) / feedCount;
tellParent({ port: Number(new URL(url).port), bytes });
