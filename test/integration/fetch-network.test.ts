import { once } from "node:events";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHostGate } from "../../src/poll/fetch/host-gate.ts";
import { answer, startFeedServer, testCertificate, type FeedServer } from "../support/feeds/feed-server.ts";
import { createTestFetcher, type TestFetcher } from "../support/feeds/test-fetcher.ts";

const RSS = "<rss><channel><title>Wire</title></channel></rss>";
let server: FeedServer;
/** Listens beside the other one, on an address that feeds may not be read from. */
let secret: FeedServer;
let fetcher: TestFetcher;
const opened: { close(): Promise<void> }[] = [];

function opening<T extends { close(): Promise<void> }>(resource: T): T {
  opened.push(resource);
  return resource;
}

beforeAll(async () => {
  server = opening(await startFeedServer());
  secret = opening(await startFeedServer({ address: "127.0.0.2", port: server.port }));
  fetcher = opening(createTestFetcher());
  server.on("/feed", answer(RSS));
  secret.on("/feed", answer("secret"));
});
afterAll(async () => {
  await Promise.all(opened.map((resource) => resource.close()));
});

describe("rows 6 and 16: redirects", () => {
  it("are followed to the document, whose address is the last one", async () => {
    server.on("/old", answer("", { location: "/new" }, 301));
    server.on("/new", answer("", { location: "/feed" }, 302));
    expect(await fetcher.get(server.url("/old"))).toMatchObject({
      kind: "document",
      finalUrl: server.url("/feed"),
      movedTo: server.url("/new"),
    });
  });

  it("are followed five times and no more", async () => {
    for (let hop = 1; hop <= 6; hop += 1)
      server.on(`/hop-${hop}`, answer("", { location: hop === 6 ? "/feed" : `/hop-${hop + 1}` }, 302));
    expect(await fetcher.text(server.url("/hop-2"))).toBe(RSS);
    expect(await fetcher.failure(server.url("/hop-1"))).toMatchObject({
      kind: "redirect",
      message: expect.stringContaining("more than 5 times"),
    });
  });

  it("are not followed in a loop", async () => {
    server.on("/a", answer("", { location: "/b" }, 302));
    server.on("/b", answer("", { location: "/a" }, 302));
    expect(await fetcher.failure(server.url("/a"))).toMatchObject({ kind: "redirect" });
  });

  it("carry no cookie to the next host", async () => {
    const other = opening(createTestFetcher({ resolve: async () => [{ address: "127.0.0.1", family: 4 }] }));
    server.on("/cookie", answer("", { "set-cookie": "id=1", location: server.url("/feed", "other.test") }, 302));
    expect(await other.text(server.url("/cookie"))).toBe(RSS);
    expect(server.seen.at(-1)?.headers).not.toHaveProperty("cookie");
    expect(server.seen.at(-1)?.headers).not.toHaveProperty("referer");
  });

  it.each([
    ["a private address", () => secret.url("/feed")],
    ["a private address in decimal", () => `http://2130706434:${server.port}/feed`],
    ["a private address in hexadecimal", () => `http://0x7f000002:${server.port}/feed`],
    ["a private address inside an IPv6 one", () => `http://[::ffff:7f00:2]:${server.port}/feed`],
    ["a name for a private address", () => `http://localhost:${server.port}/feed`],
    ["another scheme", () => "ftp://127.0.0.1/feed"],
    ["an address with credentials", () => `http://user:hunter2@127.0.0.1:${server.port}/feed`],
  ])("are not followed to %s", async (_fact, target) => {
    const strict = opening(createTestFetcher({ resolve: async () => [{ address: "127.0.0.2", family: 4 }] }));
    const before = secret.seen.length;
    server.on("/away", answer("", { location: target() }, 302));
    const failure = await strict.failure(server.url("/away"));
    expect(failure.kind).toBe("blocked-address");
    expect(failure.message).not.toContain("hunter2");
    expect(secret.seen.length).toBe(before);
  });
});

describe("rows 13, 16 and 19: a name", () => {
  it("that resolves to another address each time never leads to a private one", async () => {
    let asked = 0;
    let time = 0;
    const rebinding = opening(
      createTestFetcher({
        now: () => time,
        resolve: async () => [{ address: (asked += 1) % 2 === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }],
      }),
    );
    server.on("/rebind", answer(RSS, { connection: "close" }));
    secret.on("/rebind", answer("secret", { connection: "close" }));
    const before = secret.seen.length;
    const kinds: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      time += 60_000;
      const outcome = await rebinding.get(server.url("/rebind", "rebind.test"));
      kinds.push(outcome.kind === "failed" ? outcome.failure.kind : outcome.kind);
    }
    expect(kinds).toEqual([
      "document",
      "blocked-address",
      "document",
      "blocked-address",
      "document",
      "blocked-address",
    ]);
    expect(secret.seen.length).toBe(before);
  });

  it("is resolved once for all who ask within five seconds, and checked for each of them", async () => {
    let time = 0;
    let asked = 0;
    let address = "127.0.0.1";
    const remembering = opening(
      createTestFetcher({
        now: () => time,
        resolve: async () => {
          asked += 1;
          return [{ address, family: 4 }];
        },
      }),
    );
    server.on("/close", answer(RSS, { connection: "close" }));
    const url = server.url("/close", "remembered.test");
    await Promise.all([remembering.text(url), remembering.text(url)]);
    await remembering.text(url);
    expect(asked).toBe(1);

    address = "127.0.0.2";
    time = 5_001;
    for (const again of [2, 2]) {
      expect(await remembering.failure(url)).toMatchObject({ kind: "blocked-address" });
      expect(asked).toBe(again);
    }
  });

  it("that could not be resolved is asked for again at once", async () => {
    const missing = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    const answers = [() => Promise.reject(missing), async () => [{ address: "127.0.0.1", family: 4 }]];
    const late = opening(createTestFetcher({ resolve: () => answers.shift()?.() ?? Promise.reject(missing) }));
    expect(await late.failure(server.url("/feed", "late.test"))).toMatchObject({ kind: "dns" });
    expect(await late.text(server.url("/feed", "late.test"))).toBe(RSS);
  });

  it("with a private address among its addresses is refused", async () => {
    const mixed = opening(
      createTestFetcher({ resolve: async () => ["127.0.0.1", "127.0.0.2"].map((address) => ({ address, family: 4 })) }),
    );
    expect(await mixed.failure(server.url("/feed", "mixed.test"))).toMatchObject({
      kind: "blocked-address",
      message: "did not ask mixed.test at 127.0.0.2: not a public address, and not in fetch.allow_private",
    });
  });

  it("in allow_private may be read at a private address", async () => {
    const allowed = opening(createTestFetcher({ allowPrivate: ["localhost"] }));
    expect(await allowed.text(server.url("/feed", "localhost"))).toBe(RSS);
  });

  it("is read at its second address when the first does not answer", async () => {
    const both = opening(
      createTestFetcher({
        allowPrivate: ["both.test"],
        resolve: async () => [
          { address: "::1", family: 6 },
          { address: "127.0.0.1", family: 4 },
        ],
      }),
    );
    expect(await both.text(server.url("/feed", "both.test"))).toBe(RSS);
  });

  it("that does not exist is a DNS failure", async () => {
    const missing = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    const unresolved = opening(createTestFetcher({ resolve: () => Promise.reject(missing) }));
    expect(await unresolved.failure("http://missing.test/feed?key=hunter2")).toEqual({
      kind: "dns",
      message: "asked missing.test: the name does not resolve (ENOTFOUND)",
      httpStatus: null,
      retryAfterMs: null,
    });
  });

  it("that is not resolved in time is a timeout", async () => {
    const silent = opening(createTestFetcher({ resolve: () => new Promise(() => undefined) }));
    expect(await silent.failure("http://silent.test/feed")).toMatchObject({
      kind: "timeout",
      message: expect.stringContaining("address of silent.test"),
    });
  });
});

describe("rows 13 and 17: a connection", () => {
  it("that is refused is a failure", async () => {
    const closed = await startFeedServer();
    await closed.close();
    expect(await fetcher.failure(closed.url("/feed"))).toMatchObject({
      kind: "connect",
      message: "asked 127.0.0.1: the connection was refused (ECONNREFUSED)",
    });
  });

  it("over IPv6 works", async () => {
    const six = opening(await startFeedServer({ address: "::1" }));
    six.on("/feed", answer(RSS));
    const allowed = opening(createTestFetcher({ allowPrivate: ["::1"] }));
    expect(await allowed.text(six.url("/feed", "[::1]"))).toBe(RSS);
  });

  it("that is aborted ends at once with the reason, and is no failure of the feed", async () => {
    server.on("/wait", () => undefined);
    const stopping = new AbortController();
    const request = { url: server.url("/wait"), validators: { etag: null, lastModified: null } };
    const fetching = fetcher.fetch(request, stopping.signal);
    stopping.abort(new Error("shutting down"));
    await expect(fetching).rejects.toThrow("shutting down");
  });

  it("with a certificate that nobody signed is a TLS failure", async () => {
    const unsigned = opening(await startFeedServer({ protocol: "https" }));
    unsigned.on("/feed", answer(RSS));
    expect(await fetcher.failure(unsigned.url("/feed"))).toMatchObject({
      kind: "tls",
      message: "asked 127.0.0.1: no secure connection (DEPTH_ZERO_SELF_SIGNED_CERT)",
    });
    expect(unsigned.seen).toEqual([]);
  });

  it("to a port without TLS is a TLS failure", async () => {
    expect(await fetcher.failure(`https://127.0.0.1:${server.port}/feed`)).toMatchObject({ kind: "tls" });
  });

  it("speaks HTTP/1.1 to a server that offers HTTP/2, too, and refuses a certificate of another name", async () => {
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, testCertificate()]);
    const modern = opening(await startFeedServer({ protocol: "h2" }));
    modern.on("/feed", answer(RSS, { etag: '"1"' }));
    const trusting = opening(createTestFetcher({ resolve: async () => [{ address: "127.0.0.1", family: 4 }] }));
    expect(await trusting.get(modern.url("/feed", "feed.test"))).toMatchObject({
      kind: "document",
      body: Buffer.from(RSS),
      validators: { etag: '"1"' },
    });
    expect(modern.seen.at(-1)?.httpVersion).toBe("1.1");
    expect(await trusting.failure(modern.url("/feed", "other.test"))).toMatchObject({
      kind: "tls",
      message: expect.stringContaining("ERR_TLS_CERT_ALTNAME_INVALID"),
    });
    setDefaultCACertificates(before);
  });
});

describe("rows 7 and 8: a server that refuses", () => {
  it.each([204, 206, 400, 401, 403, 404, 410, 500, 502])("is a failure with its status: %i", async (status) => {
    server.on("/refuse", answer("", {}, status));
    expect(await fetcher.failure(server.url("/refuse"))).toEqual({
      kind: "http-status",
      message: `127.0.0.1 answered ${status}`,
      httpStatus: status,
      retryAfterMs: null,
    });
  });

  it("with Retry-After pauses its whole host: another feed of it is not asked", async () => {
    const polite = opening(createTestFetcher({ allowPrivate: ["127.0.0.1"] }));
    server.on("/busy", answer("", { "retry-after": "120" }, 429));
    expect(await polite.failure(server.url("/busy"))).toEqual({
      kind: "http-status",
      message: "127.0.0.1 answered 429 and wants no request for 120 s",
      httpStatus: 429,
      retryAfterMs: 120_000,
    });
    const before = server.seen.length;
    const second = await polite.failure(server.url("/feed"));
    expect(second).toMatchObject({
      kind: "http-status",
      httpStatus: null,
      message: expect.stringContaining("did not ask 127.0.0.1"),
    });
    expect(second.retryAfterMs).toBeGreaterThan(110_000);
    expect(server.seen.length).toBe(before);
  });

  it("with a Retry-After that cannot be read pauses nothing", async () => {
    const polite = opening(createTestFetcher());
    server.on("/junk", answer("", { "retry-after": "soon" }, 503));
    expect(await polite.failure(server.url("/junk"))).toMatchObject({ httpStatus: 503, retryAfterMs: null });
    expect(await polite.text(server.url("/feed"))).toBe(RSS);
  });
});

describe("rows 17 and 18: a host", () => {
  it.each([1, 2])("with many feeds is asked %i at a time", async (inFlight) => {
    const gate = createHostGate({ inFlight, gapMs: 0, now: Date.now });
    const polite = opening(createTestFetcher({ gate }));
    let open = 0;
    let most = 0;
    server.on("/crowd", (response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end(RSS);
      });
    });
    const before = server.connections();
    await Promise.all(Array.from({ length: 40 }, () => polite.text(server.url("/crowd"))));
    expect(most).toBe(inFlight);
    expect(server.connections() - before).toBeLessThanOrEqual(inFlight * 2);
  });

  it("that sends early hints still gives its document", async () => {
    server.on("/hints", (response) => {
      response.writeEarlyHints({ link: "</style.css>; rel=preload; as=style" });
      response.end(RSS);
    });
    expect(await fetcher.text(server.url("/hints"))).toBe(RSS);
  });
});

describe("closing", () => {
  it("ends the connections", async () => {
    const short = createTestFetcher();
    let ended = false;
    server.on("/last", (response) => {
      void once(response.socket ?? response, "close").then(() => (ended = true));
      response.end(RSS);
    });
    await short.text(server.url("/last"));
    await short.close();
    await expect.poll(() => ended).toBe(true);
  });
});
