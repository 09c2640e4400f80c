import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Feed, ReadItem } from "../../src/core/vocabulary.ts";
import { createPollFeed, type ReadItems } from "../../src/poll/poll-feed.ts";
import type { ParseInput } from "../../src/poll/parse/parsed-feed.ts";
import type { PollOutcome, PollState } from "../../src/poll/poll-outcome.ts";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { createTestFetcher, type TestFetcher } from "../support/feeds/test-fetcher.ts";

const RSS = "<rss><channel><title>Wire</title></channel></rss>";
const HASH = createHash("sha256").update(RSS).digest("hex");
const NOTHING = { validators: { etag: null, lastModified: null }, bodyHash: null, isSuspended: false };
const item: ReadItem = {
  identity: "1",
  title: "Envoy asks for asylum",
  summary: "",
  body: "",
  link: null,
  cleanedLink: null,
  outlet: null,
  author: null,
  lang: "en",
  publishedAt: null,
  contentHash: "c",
};
const { signal } = new AbortController();
let server: FeedServer;
let fetcher: TestFetcher;

beforeAll(async () => {
  server = await startFeedServer();
  fetcher = createTestFetcher();
});
afterAll(async () => {
  await fetcher.close();
  await server.close();
});

/** Polls a path with a reader that gives one item; answers the outcome and what the reader was given. */
async function poll(
  path: string,
  state: Partial<PollState>,
  readItems?: ReadItems,
): Promise<[PollOutcome, ParseInput[]]> {
  const given: ParseInput[] = [];
  const url = server.url(path);
  const feed: Feed = {
    id: "wire",
    url,
    kind: "wire",
    lang: "en",
    tags: [],
    everyMs: null,
    timezone: "Asia/Tehran",
    expectEveryMs: null,
    onAdd: "summary",
    fullText: false,
  };
  const pollFeed = createPollFeed({
    fetcher,
    readItems(input, ...rest) {
      given.push(input);
      return readItems?.(input, ...rest) ?? Promise.resolve({ kind: "items", items: [item] });
    },
  });
  return [await pollFeed(feed, { url, ...NOTHING, ...state }, signal), given];
}

describe("a poll", () => {
  it("reads the items of a new document, giving the reader what it needs", async () => {
    server.on(
      "/new",
      answer(RSS, { etag: '"1"', "content-type": "text/xml; charset=utf-8", "cache-control": "max-age=60" }),
    );
    const contentType = "text/xml; charset=utf-8";
    const [outcome, given] = await poll("/new", {});
    expect(outcome).toEqual({
      kind: "read",
      items: [item],
      validators: { etag: '"1"', lastModified: null },
      bodyHash: HASH,
      freshForMs: 60_000,
      bytes: RSS.length,
      document: { body: Buffer.from(RSS), contentType, finalUrl: server.url("/new") },
    });
    expect(given).toEqual([
      { bytes: Buffer.from(RSS), contentType, baseUrl: server.url("/new"), timezone: "Asia/Tehran" },
    ]);
  });

  it("row 4: reads nothing again when the bytes are those of the last time, and keeps the newest validators", async () => {
    server.on("/same", answer(RSS, { etag: '"2"' }));
    const [outcome, given] = await poll("/same", { bodyHash: HASH, validators: { etag: '"1"', lastModified: null } });
    expect(outcome).toEqual({
      kind: "unchanged",
      validators: { etag: '"2"', lastModified: null },
      freshForMs: null,
      bytes: RSS.length,
    });
    expect(given).toEqual([]);
  });

  it("sends the validators it was given and reads nothing when the server says nothing changed", async () => {
    server.on("/304", answer("", {}, 304));
    const validators = { etag: '"1"', lastModified: "Tue, 20 Jan 2026 10:00:00 GMT" };
    expect(await poll("/304", { validators })).toEqual([
      { kind: "not-modified", validators, freshForMs: null, bytes: 0 },
      [],
    ]);
    expect(server.seen.at(-1)?.headers).toMatchObject({
      "if-none-match": '"1"',
      "if-modified-since": "Tue, 20 Jan 2026 10:00:00 GMT",
    });
  });

  it("is a failure without validators when the document cannot be read, so that the next one brings it again", async () => {
    server.on("/page", answer("<html>", { etag: '"1"' }));
    const failure = { kind: "not-a-feed", message: "an HTML page that links to /feed.xml" } as const;
    const [outcome] = await poll("/page", {}, () => Promise.resolve({ kind: "failed", failure }));
    expect(outcome).toEqual({
      kind: "failed",
      failure: { ...failure, httpStatus: null, retryAfterMs: null },
      document: { body: Buffer.from("<html>"), contentType: null, finalUrl: server.url("/page") },
    });
  });

  it("is a failure when the document cannot be fetched", async () => {
    server.on("/gone", answer("", {}, 410));
    expect(await poll("/gone", {})).toEqual([
      {
        kind: "failed",
        failure: { kind: "http-status", message: "127.0.0.1 answered 410", httpStatus: 410, retryAfterMs: null },
      },
      [],
    ]);
  });

  it("says where a feed has moved for good", async () => {
    server.on("/moved", answer("", { location: "/new" }, 301));
    const [outcome] = await poll("/moved", {});
    expect(outcome).toMatchObject({ kind: "read", movedTo: server.url("/new") });
  });
});
