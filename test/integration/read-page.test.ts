import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createPagePool, type PagePool } from "../../src/app/threads/page-pool.ts";
import type { PageOutcome } from "../../src/poll/page/page-outcome.ts";
import { createReadPage, type ReadPage } from "../../src/poll/page/read-page.ts";
import { createRobots } from "../../src/poll/page/robots.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { createTestFetcher, type TestFetcher } from "../support/feeds/test-fetcher.ts";

const SENTENCE = "The ambassador asked for asylum on Tuesday, officials said, after a long meeting with ministers.";
const HTML = { "content-type": "text/html; charset=utf-8" };
const { signal } = new AbortController();

function article(paragraphs: number): string {
  return `<!doctype html><html><head><title>News</title></head><body><nav><a href="/">Home</a></nav>
    <article>${`<p>${SENTENCE}</p>`.repeat(paragraphs)}</article></body></html>`;
}

describe("the page of an item", () => {
  let server: FeedServer;
  let fetcher: TestFetcher;
  let pool: PagePool;
  let readPage: ReadPage;

  beforeAll(() => {
    pool = createPagePool();
  });
  afterAll(() => pool.close());

  beforeEach(async () => {
    server = await startFeedServer();
    fetcher = createTestFetcher();
    const robots = createRobots({ fetcher, isAllowed: pool.isAllowedByRobots, now: Date.now });
    readPage = createReadPage({ fetcher, robots, readArticle: pool.readArticle });
    server.on("/news/1", answer(article(3), HTML));
  });
  afterEach(async () => {
    await fetcher.close();
    await server.close();
  });

  function read(path = "/news/1"): Promise<PageOutcome> {
    return readPage(server.url(path), signal);
  }

  function paths(): readonly string[] {
    return server.seen.map(({ path }) => path);
  }

  it("is read as its article, after its robots.txt", async () => {
    const text = [SENTENCE, SENTENCE, SENTENCE].join("\n\n");
    expect(await read()).toMatchObject({ kind: "text", text, bytes: article(3).length });
    expect(paths()).toEqual(["/robots.txt", "/news/1"]);
    expect(server.seen[1]?.headers).toMatchObject({
      "user-agent": "wirewatch/0.1.0 (+desk@example.org)",
      accept: expect.stringMatching(/^text\/html/),
    });
  });

  it.each([
    ["is not asked for where robots.txt forbids it", answer("User-agent: *\nDisallow: /news"), "robots"],
    ["is not asked for where robots.txt forbids it to us", answer("User-agent: wirewatch\nDisallow: /"), "robots"],
    ["is not asked for while the server cannot give its robots.txt", answer("", {}, 503), "robots-unreachable"],
  ])("%s", async (_fact, robots, kind) => {
    server.on("/robots.txt", robots);
    expect(await read()).toMatchObject({
      kind: "failed",
      failure: { kind, message: expect.stringContaining("127.0.0.1") },
    });
    expect(paths()).toEqual(["/robots.txt"]);
  });

  it("is not asked for where the robots.txt never comes to an end", async () => {
    server.on("/robots.txt", (response) => {
      response.writeHead(200);
      response.write("User-agent: *\n");
    });
    expect(await read()).toMatchObject({ failure: { kind: "robots-unreachable" } });
    expect(paths()).toEqual(["/robots.txt"]);
  });

  it("is asked for where the robots.txt leads elsewhere and allows it", async () => {
    server.on("/robots.txt", answer("", { location: "/moved/robots.txt" }, 301));
    server.on("/moved/robots.txt", answer("User-agent: *\nDisallow: /private"));
    expect(await read()).toMatchObject({ kind: "text" });
    expect(paths()).toEqual(["/robots.txt", "/moved/robots.txt", "/news/1"]);
  });

  it("is read where redirects lead, each by the leave of the robots.txt there", async () => {
    const elsewhere = await startFeedServer();
    try {
      server.on("/go", answer("", { location: "/news/1" }, 302));
      server.on("/away", answer("", { location: elsewhere.url("/news/2") }, 302));
      elsewhere.on("/robots.txt", answer("User-agent: *\nDisallow: /"));
      elsewhere.on("/news/2", answer(article(3), HTML));
      expect(await read("/go")).toMatchObject({ kind: "text" });
      expect(await read("/away")).toMatchObject({ failure: { kind: "robots" } });
      expect(elsewhere.seen.map(({ path }) => path)).toEqual(["/robots.txt"]);
    } finally {
      await elsewhere.close();
    }
  });

  it("is not read behind a redirect to a private address", async () => {
    server.on("/inside", answer("", { location: "http://10.0.0.1/admin" }, 302));
    server.on("/file", answer("", { location: "file:///etc/passwd" }, 302));
    expect(await read("/inside")).toMatchObject({ failure: { kind: "robots-unreachable" } });
    expect(await read("/file")).toMatchObject({ failure: { kind: "blocked-address" } });
  });

  it.each([
    ["a PDF", "application/pdf"],
    ["a picture", "image/jpeg"],
    ["a film", "video/mp4; codecs=avc1"],
    ["JSON", "application/json"],
  ])("is refused where it is %s, without its body", async (_what, type) => {
    server.on("/other", (response) => {
      response.writeHead(200, { "content-type": type });
      response.write("x".repeat(100_000));
    });
    const outcome = await read("/other");
    expect(outcome).toMatchObject({ failure: { kind: "not-html", message: expect.stringContaining(type) } });
  });

  it.each([
    ["is gone", answer("", {}, 410), { kind: "http-status", httpStatus: 410 }],
    ["wants patience", answer("", { "retry-after": "120" }, 429), { kind: "http-status", retryAfterMs: 120_000 }],
    ["is empty", answer("", HTML), { kind: "no-article" }],
    ["is larger than any page", answer(Buffer.alloc(11_000_000, "x"), HTML), { kind: "too-large" }],
    ["leads in circles", answer("", { location: "/trouble" }, 302), { kind: "redirect" }],
  ])("fails with its reason where it %s", async (_fact, answering, failure) => {
    server.on("/trouble", answering);
    expect(await read("/trouble")).toMatchObject({ kind: "failed", failure });
  });

  it("is given up where it drips for longer than a fetch may take", async () => {
    server.on("/drip", (response) => {
      response.writeHead(200, HTML);
      const timer = setInterval(() => response.write("<p>"), 50);
      response.on("close", () => clearInterval(timer));
    });
    expect(await read("/drip")).toMatchObject({ failure: { kind: "timeout" } });
  });

  it("is read where it has 5 MB, or given up by the limits of the thread, and the next one is read", async () => {
    server.on("/large", answer(article(50_000), HTML));
    const outcome = await read("/large");
    const kind = outcome.kind === "text" ? "text" : outcome.failure.kind;
    expect(["text", "out-of-cpu", "out-of-memory", "out-of-time"]).toContain(kind);
    expect(await read()).toMatchObject({ kind: "text" });
  });

  it("is read where its weight is scripts", async () => {
    const script = `<script>${"var data = 'x';\n".repeat(320_000)}</script>`;
    server.on("/heavy", answer(article(3).replace("</head>", `${script}</head>`), HTML));
    expect(await read("/heavy")).toMatchObject({ kind: "text", text: expect.stringMatching(/^The ambassador/) });
  });

  it("is given up where it is nested 100,000 times, and the next one is read", async () => {
    server.on("/bomb", answer(`<body>${"<div>".repeat(100_000)}asylum`, HTML));
    expect(await read("/bomb")).toMatchObject({ failure: { kind: expect.stringMatching(/^out-of-/) } });
    expect(await read()).toMatchObject({ kind: "text" });
  });
});
