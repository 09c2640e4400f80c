import { createServer, type ServerResponse } from "node:http";
import { listen } from "../src/demo/sinks/http-server.ts";
import { seededRandom } from "../test/support/seeded-random.ts";
import { tellParent } from "./support/child.ts";
import { toRss, writeNews } from "./support/news-text.ts";

/**
 * Feeds in a process of their own, each at an address of its own: of ten, six have nothing new, two have another item
 * each time, one keeps no validators, and one is broken in one way or another.
 */

const SEED = 13;
const SHOWN = 10;
const TEXT_LENGTH = 600;

const random = seededRandom(SEED);
const items = Array.from({ length: 200 }, () => writeNews(random, TEXT_LENGTH));
const asked = new Map<number, number>();

function write(feed: number, newest: number): string {
  const shown = Array.from({ length: SHOWN }, (_, at) => {
    const number = newest - at;
    const { title = "", html = "" } = items[(feed + number + SHOWN) % items.length] ?? {};
    return { title, html, id: `${number}`, link: `https://news.example/${feed}/${number}`, publishedAt: Date.now() };
  });
  return toRss(`Feed ${feed}`, shown);
}

function breakOff(kind: number, response: ServerResponse): void {
  const actions = [
    () => response.writeHead(500).end("out of order"),
    () => response.writeHead(404).end(),
    () => response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sorry</title>"),
    () => response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip"),
    () => response.writeHead(301, { location: "/around.rss" }).end(),
    () => response.destroy(),
  ];
  actions[kind % actions.length]?.();
}

function serve(feed: number, known: string | undefined, response: ServerResponse): void {
  const round = (asked.get(feed) ?? 0) + 1;
  asked.set(feed, round);
  const kind = feed % 10;
  if (kind === 9) return breakOff(Math.floor(feed / 10), response);
  const newest = kind === 7 || kind === 8 ? round : 1;
  const etag = `"${newest}"`;
  if (known === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const headers = { "content-type": "application/rss+xml; charset=utf-8" };
  response.writeHead(200, kind === 6 ? headers : { ...headers, etag }).end(write(feed, newest));
}

const server = createServer((request, response) => {
  const feed = /^\/(\d+)\.rss$/.exec(request.url ?? "")?.[1];
  if (feed === undefined) response.writeHead(302, { location: "/around.rss" }).end();
  else serve(Number(feed), request.headers["if-none-match"], response);
});
const { url } = await listen(server, 0, "0.0.0.0");
tellParent({ port: Number(new URL(url).port) });
