import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { createTestFetcher, type TestFetcher } from "../support/feeds/test-fetcher.ts";

const RSS = "<rss><channel><title>Wire</title></channel></rss>";
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

function lastHeaders(): Record<string, unknown> {
  return { ...server.seen.at(-1)?.headers };
}

describe("row 1: the first fetch", () => {
  it("is unconditional and brings body, type, validators and freshness", async () => {
    const headers = { etag: 'W/"1"', "last-modified": "Tue, 20 Jan 2026 10:00:00 GMT", "cache-control": "max-age=60" };
    server.on("/first", answer(RSS, { ...headers, "content-type": "application/rss+xml" }));
    expect(await fetcher.get(server.url("/first"))).toEqual({
      kind: "document",
      body: Buffer.from(RSS),
      contentType: "application/rss+xml",
      finalUrl: server.url("/first"),
      movedTo: null,
      links: { hubs: [], self: null },
      validators: { etag: 'W/"1"', lastModified: "Tue, 20 Jan 2026 10:00:00 GMT" },
      freshForMs: 60_000,
      bytes: RSS.length,
    });
    expect(lastHeaders()).not.toHaveProperty("if-none-match");
    expect(lastHeaders()).not.toHaveProperty("if-modified-since");
  });

  it("row 15: says who asks and nothing more: no cookie, no referrer", async () => {
    server.on("/who", answer(RSS, { "set-cookie": "id=1" }));
    await fetcher.get(server.url("/who"));
    await fetcher.get(server.url("/who"));
    expect(lastHeaders()).toEqual({
      host: `127.0.0.1:${server.port}`,
      connection: "keep-alive",
      "user-agent": "wirewatch/0.1.0 (+desk@example.org)",
      accept: expect.stringContaining("application/rss+xml"),
      "accept-encoding": "gzip, br, zstd, deflate",
    });
  });

  it.each([
    ["wirewatch/0.1.0", null],
    ["wirewatch/0.1.0 (+Redaktion)", "Redaktion\r\n✉"],
  ])("names itself %s with the contact %j", async (expected, contact) => {
    const other = createTestFetcher({ contact });
    server.on("/name", answer(RSS));
    await other.get(server.url("/name"));
    await other.close();
    expect(lastHeaders()["user-agent"]).toBe(expected);
  });
});

describe("rows 1 and 2: a later fetch", () => {
  it.each([
    ["a strong tag", '"abc"', null],
    ["a weak tag", 'W/"abc"', null],
    ["a tag with commas and blanks", '"a, b,c"', null],
    ["an unquoted tag", "abc-gzip", null],
    ["a tag with bytes beyond ASCII", '"caf\u00e9"', null],
    ["an odd date", null, "Tue, 20 Jan 2026 10:00:00 +0000"],
    ["tag and date together", '"abc"', "Tue, 20 Jan 2026 10:00:00 GMT"],
  ])("sends %s back byte for byte, and is answered 304", async (_fact, etag, lastModified) => {
    server.on("/later", (response, headers) => {
      const isSame =
        headers["if-none-match"] === (etag ?? undefined) &&
        headers["if-modified-since"] === (lastModified ?? undefined);
      if (etag !== null) response.setHeader("etag", etag);
      if (lastModified !== null) response.setHeader("last-modified", lastModified);
      response.writeHead(isSame ? 304 : 200).end(isSame ? undefined : RSS);
    });
    const first = await fetcher.get(server.url("/later"));
    if (first.kind !== "document") throw new Error("expected a document");
    const validators = { etag, lastModified };
    expect(first.validators).toEqual(validators);
    expect(await fetcher.get(server.url("/later"), first.validators)).toEqual({
      kind: "not-modified",
      movedTo: null,
      validators,
      freshForMs: null,
      bytes: 0,
    });
  });

  it("keeps the validators of a 304 without any, and takes the new one and the hints of a 304 with them", async () => {
    server.on("/bare-304", answer("", {}, 304));
    server.on("/rich-304", answer("", { etag: '"2"', "cache-control": "max-age=90" }, 304));
    const known = { etag: '"1"', lastModified: "Tue, 20 Jan 2026 10:00:00 GMT" };
    expect(await fetcher.get(server.url("/bare-304"), known)).toMatchObject({ validators: known, freshForMs: null });
    expect(await fetcher.get(server.url("/rich-304"), known)).toMatchObject({
      validators: { ...known, etag: '"2"' },
      freshForMs: 90_000,
    });
  });

  it("takes a 304 it did not ask for as it is", async () => {
    server.on("/odd-304", answer("", {}, 304));
    expect(await fetcher.get(server.url("/odd-304"))).toMatchObject({
      kind: "not-modified",
      validators: { etag: null, lastModified: null },
    });
  });

  it("leaves out a validator that no header can carry", async () => {
    server.on("/unsendable", answer(RSS));
    expect((await fetcher.get(server.url("/unsendable"), { etag: '"\u4e2d"' })).kind).toBe("document");
    expect(lastHeaders()).not.toHaveProperty("if-none-match");
  });

  it("uses the connection again", async () => {
    server.on("/again", answer("", {}, 304));
    await fetcher.get(server.url("/again"));
    const before = server.connections();
    for (let count = 0; count < 5; count += 1) await fetcher.get(server.url("/again"));
    expect(server.connections()).toBe(before);
  });
});
