import { createServer, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, startFeedServer, type Answering, type FeedServer } from "../support/feeds/feed-server.ts";
import { entry, openPollRig, rss, type PollRig } from "../support/feeds/poll-rig.ts";

/** Rows 13 and 28 to 30 of the rules of fetching (docs/feeds.md): what comes of documents, and of the lack of them. */

const START = Date.UTC(2026, 0, 20, 12);
const ONE = entry({ title: "Envoy asks for asylum", guid: "1" });
const PAGE = { "content-type": "text/html; charset=utf-8" };

const HUGE = "HTTP/1.1 200 OK\r\nContent-Length: 900000000\r\n\r\n<rss>";
const SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>";

let rig: PollRig;
let tls: FeedServer;
let closed: FeedServer;
/** Accepts connections and says nothing: no TLS handshake ends there. */
const silent = createServer();

beforeAll(async () => {
  const missing = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
  rig = await openPollRig({
    startAt: START,
    resolve: (host) => (host === "hung.test" ? new Promise(() => undefined) : Promise.reject(missing)),
  });
  tls = await startFeedServer({ protocol: "https" });
  closed = await startFeedServer();
  await closed.close();
  await new Promise<void>((resolve) => {
    silent.listen(0, "127.0.0.1", resolve);
  });
});
afterAll(async () => {
  await rig.close();
  await tls.close();
  silent.close();
});

function silentPort(): number {
  const address: AddressInfo | string | null = silent.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("row 28: a web page in the place of a feed", () => {
  it.each([
    [
      "names its feeds, those of comments last, relative to its base",
      `<head><base href="https://news.example/section/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
       <link rel="alternate" type="application/atom+xml" href="atom.xml"></head>`,
      "https://news.example/section/atom.xml, https://news.example/section/comments.xml",
    ],
    [
      "names the feeds that its text links to",
      `<body><a href="https://news.example/rss.xml">RSS</a></body>`,
      "https://news.example/rss.xml",
    ],
  ])("%s, in the message of its failure", async (_fact, html, feeds) => {
    await rig.configure("page", "/page");
    rig.server.on("/page", answer(`<!doctype html><html>${html}</html>`, PAGE));
    expect(await rig.poll("page")).toMatchObject({
      outcome: "failed",
      failureKind: "not-a-feed",
      failureMessage: `asked 127.0.0.1: the answer is an HTML page; it names these feeds: ${feeds}`,
    });
  });
});

describe("row 29: JSON Feed", () => {
  it.each(["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])("%s is read", async (version) => {
    const id = version.endsWith("1.1") ? "json-1-1" : "json-1";
    await rig.configure(id, `/${id}`);
    const items = [{ id: 1, url: "https://news.example/1", title: "Envoy", content_html: "<p>He <b>stayed</b>.</p>" }];
    const body = JSON.stringify({ version, title: "Wire", items });
    rig.server.on(`/${id}`, answer(body, { "content-type": "application/feed+json" }));
    expect(await rig.poll(id)).toMatchObject({ outcome: "read", added: 1 });
    const stored = (await rig.items()).find(({ feedId }) => feedId === id);
    expect(stored).toMatchObject({ title: "Envoy", body: "He stayed.", link: "https://news.example/1" });
  });
});

function drip(response: Parameters<Answering>[0]): void {
  const timer = setInterval(() => response.write("<"), 100);
  response.on("close", () => {
    clearInterval(timer);
  });
}

function raw(bytes: string): Answering {
  return (response) => {
    response.socket?.end(bytes);
  };
}

describe("row 30: a failure has one kind, and a message that says who was asked and what came", () => {
  it.each<[string, string, () => string, string]>([
    [
      "dns",
      "a name without address",
      () => "http://missing.test/feed",
      "asked missing.test: the name does not resolve",
    ],
    [
      "connect",
      "a port where nobody listens",
      () => closed.url("/feed"),
      "asked 127.0.0.1: the connection was refused",
    ],
    ["tls", "a certificate that nobody signed", () => tls.url("/feed"), "no secure connection (DEPTH_ZERO_SELF_SIGNED"],
    [
      "tls",
      "no TLS",
      () => rig.server.url("/feed").replace("http:", "https:"),
      "asked 127.0.0.1: no secure connection",
    ],
    [
      "timeout",
      "row 13, no answer about a name",
      () => "http://hung.test/feed",
      "address of hung.test: no answer in 300",
    ],
    [
      "timeout",
      "row 13, no connection",
      () => `https://127.0.0.1:${silentPort()}/`,
      "asked 127.0.0.1: no connection in",
    ],
    [
      "blocked-address",
      "a private address",
      () => "http://10.0.0.5/feed",
      "did not ask 10.0.0.5: not a public address",
    ],
    [
      "blocked-address",
      "a mail port",
      () => "http://192.0.2.1:25/feed",
      "port 25 belongs to another service; 80, 443 and",
    ],
  ])("%s: %s", async (kind, where, target, words) => {
    await rig.configure(where, target());
    expect(await rig.poll(where)).toMatchObject({ failureKind: kind, failureMessage: expect.stringContaining(words) });
  });

  it.each<[string, string, Answering, string]>([
    ["connect", "a mail server", raw("220 mail ESMTP\r\n"), "asked 127.0.0.1: the answer is not HTTP"],
    ["timeout", "row 13, no answer", () => undefined, "asked 127.0.0.1: connected, but no complete answer header"],
    ["timeout", "row 13, a stalled body", (response) => response.writeHead(200).write("<"), "the answer stalled"],
    ["timeout", "row 13, a dripping body", drip, "asked 127.0.0.1: not done within 2000 ms"],
    ["too-large", "row 12, a length beyond the cap", raw(HUGE), "asked 127.0.0.1: the answer is longer than 10000000"],
    ["bad-coding", "row 11, junk", answer("junkjunkjunk", { "content-encoding": "gzip" }), "not gzip as it says"],
    ["http-status", "a refusal", answer("", {}, 403), "127.0.0.1 answered 403"],
    ["redirect", "row 6, a circle", answer("", { location: "?" }, 302), "127.0.0.1 redirects in a loop"],
    ["cut-short", "row 14, a short body", raw(SHORT), "asked 127.0.0.1: the connection was closed before"],
    [
      "not-a-feed",
      "an error page",
      answer("<!doctype html><p>Oops", PAGE),
      "asked 127.0.0.1: the answer is an HTML page that names no feed",
    ],
    ["not-a-feed", "no content", answer(""), "asked 127.0.0.1: The document is empty"],
    ["not-a-feed", "plain text", answer("Service paused"), 'it begins with "Service paused"'],
    ["parse", "broken JSON", answer('{"version": "https://jsonfeed.org/version/1.1", "items": ['), "JSON"],
  ])("%s: %s", async (kind, where, answering, words) => {
    await rig.configure(where, "/feed");
    rig.server.on("/feed", answering);
    expect(await rig.poll(where)).toMatchObject({ failureKind: kind, failureMessage: expect.stringContaining(words) });
  });

  it("of which the next good document knows nothing", async () => {
    await rig.configure("good", "/good");
    rig.server.on("/good", answer(rss([ONE])));
    expect(await rig.poll("good")).toMatchObject({ outcome: "read", added: 1 });
  });
});
