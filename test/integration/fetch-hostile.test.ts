import { buffer } from "node:stream/consumers";
import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, startFeedServer, type FeedServer } from "../support/feeds/feed-server.ts";
import { createTestFetcher, type TestFetcher } from "../support/feeds/test-fetcher.ts";

const RSS = `<rss><channel><title>Wire</title>${"<item><title>News</title></item>".repeat(50)}</channel></rss>`;
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

function packed(coding: string, body: Buffer | string): ReturnType<typeof answer> {
  return answer(body, coding === "" ? {} : { "content-encoding": coding });
}

async function flushedAfter(document: Buffer, length: number): Promise<Buffer> {
  const packer = createBrotliCompress();
  packer.write(document.subarray(0, length));
  await new Promise<void>((resolve) => packer.flush(resolve));
  packer.end(document.subarray(length));
  return buffer(packer);
}

/** The document packed so that the packed bytes begin with white space and a bracket. */
async function firstPlainLooking(document: Buffer): Promise<Buffer> {
  for (let length = 64; length < document.length; length += 1) {
    const packed = await flushedAfter(document, length);
    if (/^\s*[<{]/.test(packed.toString("latin1", 0, 64))) return packed;
  }
  throw new Error("no length gives such bytes");
}

describe("row 11: a packed document is read", () => {
  it.each([
    ["gzip", "gzip", gzipSync(RSS)],
    ["gzip in capitals and by its old name", "X-GZip", gzipSync(RSS)],
    ["gzip in two members", "gzip", Buffer.concat([gzipSync(RSS.slice(0, 100)), gzipSync(RSS.slice(100))])],
    ["brotli", "br", brotliCompressSync(RSS)],
    ["zstd", "zstd", zstdCompressSync(RSS)],
    ["deflate in its zlib form", "deflate", deflateSync(RSS)],
    ["deflate in its raw form", "deflate", deflateRawSync(RSS)],
    ["two codings on top of each other", "deflate, gzip", gzipSync(deflateSync(RSS))],
    ["no coding, said aloud", "identity", RSS],
    ["gzip that is not there", "gzip", RSS],
    ["brotli that is not there", "br", RSS],
    ["gzip without a label", "", gzipSync(RSS)],
    ["zstd without a label", "", zstdCompressSync(RSS)],
    ["gzip labelled and packed once more", "gzip", gzipSync(gzipSync(RSS))],
  ])("%s", async (_fact, coding, body) => {
    server.on("/packed", packed(coding, body));
    expect(await fetcher.text(server.url("/packed"))).toBe(RSS);
  });

  it("brotli whose first bytes look like a document, as a server that flushes may send it", async () => {
    const html = Buffer.from(`${RSS}${" ".repeat(3000)}`);
    const flushed = await firstPlainLooking(html);
    server.on("/flushed", packed("br", flushed));
    expect(await fetcher.text(server.url("/flushed"))).toBe(html.toString());
  });

  it("when it is empty though labelled", async () => {
    server.on("/empty", packed("gzip", ""));
    expect(await fetcher.text(server.url("/empty"))).toBe("");
  });
});

describe("rows 11 and 14: a badly packed document is a failure", () => {
  const wideWindow = { params: { [constants.ZSTD_c_windowLog]: 27, [constants.ZSTD_c_enableLongDistanceMatching]: 1 } };
  it.each([
    ["an unknown coding", "compress", Buffer.from("\u001f\u009dabc", "latin1"), ["bad-coding", "compress"]],
    ["three codings", "gzip, gzip, gzip", gzipSync(RSS), ["bad-coding", "3 times"]],
    ["junk instead of gzip", "gzip", Buffer.from("junkjunkjunk"), ["bad-coding", "not gzip as it says"]],
    ["gzip that ends too early", "gzip", gzipSync(RSS).subarray(0, 60), ["cut-short", "ends too early (gzip)"]],
    ["zstd that ends too early", "zstd", zstdCompressSync(RSS).subarray(0, 60), ["cut-short", "ends too early (zstd)"]],
    ["brotli that ends too early", "br", brotliCompressSync(RSS).subarray(0, 40), ["cut-short", "ends too early (br)"]],
    [
      "zstd that asks for too much memory",
      "zstd",
      zstdCompressSync(Buffer.alloc(9_000_000, "abc"), wideWindow),
      ["bad-coding", "zstd"],
    ],
  ] as const)("%s", async (_fact, coding, body, [kind, words]) => {
    server.on("/bad", packed(coding, body));
    expect(await fetcher.failure(server.url("/bad"))).toMatchObject({ kind, message: expect.stringContaining(words) });
  });
});

describe("row 12: a bomb is a failure, and is not unpacked", () => {
  const megabytes = Buffer.alloc(50_000_000);
  it.each([
    ["gzip", gzipSync(megabytes)],
    ["br", brotliCompressSync(megabytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ["zstd", zstdCompressSync(megabytes)],
    ["deflate", deflateSync(megabytes)],
    ["gzip, gzip", gzipSync(gzipSync(megabytes))],
  ])("%s", async (coding, body) => {
    server.on("/bomb", packed(coding, body));
    const failure = await fetcher.failure(server.url("/bomb"));
    expect(failure).toMatchObject({ kind: "too-large", message: expect.stringContaining("more than 20000000 bytes") });
  });
});

describe("row 12: a document that is too large is a failure", () => {
  it("by its Content-Length, before it is read", async () => {
    server.on("/long", (response) => {
      response.writeHead(200, { "content-length": "900000000" }).write("<rss>");
    });
    expect(await fetcher.failure(server.url("/long"))).toMatchObject({ kind: "too-large" });
  });

  it("by its bytes, when it never ends", async () => {
    const part = Buffer.alloc(64 * 1024, "a");
    server.on("/endless", (response) => {
      function more(): void {
        while (!response.destroyed && response.write(part));
      }
      response.on("drain", more);
      more();
    });
    expect(await fetcher.failure(server.url("/endless"))).toMatchObject({ kind: "too-large" });
  });

  it("by its header", async () => {
    server.on("/header", answer(RSS, { "x-much": "a".repeat(60_000) }));
    expect(await fetcher.failure(server.url("/header"))).toMatchObject({
      kind: "too-large",
      message: expect.stringContaining("header"),
    });
  });
});

describe("row 14: a broken answer is a failure", () => {
  it.each([
    ["shorter than it said", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<rss>", "cut-short"],
    ["without its last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n", "cut-short"],
    ["without its header's end", "HTTP/1.1 200 OK\r\nContent-Le", "cut-short"],
    ["empty", "", "cut-short"],
    ["not HTTP", "220 mail.example ESMTP\r\n", "connect"],
  ])("%s", async (_fact, bytes, kind) => {
    server.on("/broken", (response) => {
      response.socket?.end(bytes);
    });
    expect(await fetcher.failure(server.url("/broken"))).toMatchObject({
      kind,
      message: expect.stringContaining("asked 127.0.0.1: "),
    });
  });

  it("reset in the middle", async () => {
    server.on("/reset", (response) => {
      response.writeHead(200, { "content-length": "500" }).write("<rss>", () => {
        response.socket?.resetAndDestroy();
      });
    });
    expect(await fetcher.failure(server.url("/reset"))).toMatchObject({ kind: "cut-short" });
  });
});

describe("row 13: a slow answer is a failure in time", () => {
  it.each([
    ["that never begins", () => undefined, "no complete answer header in time"],
    [
      "whose header drips",
      (response) => {
        response.socket?.write("HTTP/1.1 200 OK\r\nX-A: ");
        const drip = setInterval(() => response.socket?.write("a"), 50);
        response.socket?.on("close", () => {
          clearInterval(drip);
        });
      },
      "in",
    ],
    ["that stalls", (response) => response.writeHead(200).write("<rss>"), "stalled"],
    [
      "whose body drips",
      (response) => {
        const drip = setInterval(() => response.write("<"), 100);
        response.on("close", () => {
          clearInterval(drip);
        });
      },
      "not done within 1500 ms",
    ],
    [
      "whose redirect drips",
      (response) => {
        response.writeHead(302, { location: "/elsewhere" });
        const drip = setInterval(() => response.write("<"), 100);
        response.on("close", () => {
          clearInterval(drip);
        });
      },
      "not done within 1500 ms",
    ],
  ] satisfies readonly (readonly [string, Parameters<FeedServer["on"]>[1], string])[])(
    "%s",
    async (_fact, answering, words) => {
      server.on("/slow", answering);
      expect(await fetcher.failure(server.url("/slow"))).toMatchObject({
        kind: "timeout",
        message: expect.stringContaining(words),
      });
    },
  );
});

describe("after every failure", () => {
  it("the next document is read", async () => {
    server.on("/good", answer(RSS));
    expect(await fetcher.text(server.url("/good"))).toBe(RSS);
  });
});
