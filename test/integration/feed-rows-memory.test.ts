import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answer, startFeedServer, type Answering } from "../support/feeds/feed-server.ts";
import { entry, openPollRig, rss, type PollRig } from "../support/feeds/poll-rig.ts";

/** Rows 2 to 8 and 14 of the rules of fetching (docs/feeds.md): what a feed's polls remember, on a clock of the test's own. */

const START = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ONE = entry({ title: "Envoy asks for asylum", guid: "1" });
const TWO = entry({ title: "Consul does not return", guid: "2" });
const MOMENT = "Tue, 20 Jan 2026 12:00:00 GMT";

let rig: PollRig;
beforeEach(async () => {
  rig = await openPollRig({ startAt: START });
});
afterEach(() => rig.close());

function requests(path: string): number {
  return rig.server.seen.filter((request) => request.path === path).length;
}

function lastAsked(): Record<string, unknown> {
  return { ...rig.server.seen.at(-1)?.headers };
}

/** A server that gives the document to whoever has no validators of it. */
function conditional(body: string, etag: string): Answering {
  return (response, headers) => {
    if (headers["if-none-match"] === etag) answer("", { etag }, 304)(response, headers);
    else answer(body, { etag })(response, headers);
  };
}

describe("row 2: a 304", () => {
  it("is a good poll: it ends a row of failures, keeps the validators and takes new ones", async () => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", answer(rss([ONE]), { etag: '"1"', "last-modified": MOMENT }));
    await rig.poll("wire");
    rig.server.on("/feed", answer("", {}, 500));
    await rig.poll("wire");
    await rig.poll("wire");
    expect(await rig.state("wire")).toMatchObject({ failures: 2, etag: '"1"' });
    rig.server.on("/feed", answer("", { etag: '"2"' }, 304));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "not-modified", added: 0 });
    expect(await rig.state("wire")).toMatchObject({ failures: 0, etag: '"2"', lastModified: MOMENT });
  });

  it("that nobody asked for does no harm: the next request is unconditional still, and reads the items", async () => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", answer("", {}, 304));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "not-modified" });
    rig.server.on("/feed", answer(rss([ONE]), { etag: '"1"' }));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 1 });
    expect(lastAsked()).not.toHaveProperty("if-none-match");
  });
});

describe("row 3: validators", () => {
  it("are kept only after the items: killed in between, the next request is unconditional and adds nothing twice", async () => {
    let isKilled = true;
    const killed = await openPollRig({
      startAt: START,
      wrap: (store) => ({
        ...store,
        feeds: {
          ...store.feeds,
          recordPoll: (...given) => (isKilled ? Promise.reject(new Error("killed")) : store.feeds.recordPoll(...given)),
        },
      }),
    });
    await killed.configure("wire", "/feed");
    killed.server.on("/feed", conditional(rss([ONE, TWO]), '"1"'));
    await expect(killed.poll("wire")).rejects.toThrow("killed");
    expect(await killed.items()).toHaveLength(2);
    expect(await killed.state("wire")).toMatchObject({ etag: null, bodyHash: null });
    isKilled = false;
    await killed.restart();
    expect(await killed.poll("wire")).toMatchObject({ outcome: "read", added: 0, revised: 0 });
    expect(killed.server.seen.at(-1)?.headers).not.toHaveProperty("if-none-match");
    await killed.close();
  });

  it("are dropped with everything else that was learnt when the feed's url changes", async () => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", conditional(rss([ONE]), '"1"'));
    rig.server.on("/other", conditional(rss([TWO]), '"1"'));
    await rig.poll("wire");
    await rig.configure("wire", "/other");
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 1 });
    expect(lastAsked()).not.toHaveProperty("if-none-match");
  });
});

describe("row 4: a server without validators", () => {
  it("costs no writes of items while it sends the same bytes", async () => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", answer(rss([ONE])));
    await rig.poll("wire");
    const before = await rig.items();
    expect(await rig.poll("wire")).toMatchObject({ outcome: "unchanged", added: 0, revised: 0 });
    expect(await rig.items()).toEqual(before);
  });
});

describe("row 5: a feed that has moved", () => {
  it.each([
    ["by 301", [301], "/1"],
    ["by 308", [308], "/1"],
    ["by 301 and 308", [301, 308], "/2"],
    ["by 301 and then for a while, by 302", [301, 302], "/1"],
    ["for a while, by 302", [302], null],
    ["for a while, by 303 and 307", [303, 307], null],
    ["for a while, and from there for good", [302, 301], null],
  ] as const)("%s is asked where that leads from the second sighting on", async (_fact, statuses, expected) => {
    await rig.configure("wire", "/0");
    statuses.forEach((status, hop) => rig.server.on(`/${hop}`, answer("", { location: `/${hop + 1}` }, status)));
    rig.server.on(`/${statuses.length}`, answer(rss([ONE])));
    await rig.poll("wire");
    expect((await rig.state("wire")).effectiveUrl).toBeNull();
    await rig.poll("wire");
    expect((await rig.state("wire")).effectiveUrl).toBe(expected === null ? null : rig.server.url(expected));
    expect((await rig.state("wire")).url).toBe(rig.server.url("/0"));
    expect((await rig.line("wire")).state).toBe(expected === null ? "good" : "moved");
    const before = requests("/0");
    await rig.poll("wire");
    expect(requests("/0") - before).toBe(expected === null ? 1 : 0);
  });

  it("is believed also when the new address says that nothing has changed", async () => {
    await rig.configure("wire", "/old");
    rig.server.on("/old", conditional(rss([ONE]), '"1"'));
    await rig.poll("wire");
    rig.server.on("/old", answer("", { location: "/new" }, 301));
    rig.server.on("/new", conditional(rss([ONE]), '"1"'));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "not-modified" });
    expect(await rig.poll("wire")).toMatchObject({ outcome: "not-modified" });
    expect((await rig.state("wire")).effectiveUrl).toBe(rig.server.url("/new"));
  });

  it.each([404, 410])(
    "is asked at its configured address at once when the new one answers %i, and nobody is told",
    async (status) => {
      await rig.configure("wire", "/old");
      rig.server.on("/old", answer("", { location: "/new" }, 301));
      rig.server.on("/new", answer(rss([ONE])));
      await rig.poll("wire");
      await rig.poll("wire");
      rig.server.on("/old", answer(rss([ONE, TWO])));
      rig.server.on("/new", answer("", {}, status));
      expect(await rig.poll("wire")).toMatchObject({ outcome: "failed", gapMs: MINUTE });
      expect(await rig.pollWhenDue("wire")).toMatchObject({ outcome: "read", added: 1 });
      expect(await rig.line("wire")).toMatchObject({ state: "good", movedTo: null });
      expect(await rig.notices()).toEqual([]);
    },
  );

  it("is not believed when the new address shows no feed, and the items stay", async () => {
    await rig.configure("wire", "/old");
    rig.server.on("/old", answer(rss([ONE]), { etag: '"1"' }));
    await rig.poll("wire");
    const before = await rig.items();
    expect(before).toHaveLength(1);
    rig.server.on("/old", answer("", { location: "/parked" }, 301));
    rig.server.on("/parked", answer("<!doctype html><html><body>This domain is for sale</body></html>"));
    for (let polls = 0; polls < 3; polls += 1) expect(await rig.poll("wire")).toMatchObject({ outcome: "failed" });
    expect((await rig.state("wire")).effectiveUrl).toBeNull();
    expect(await rig.items()).toEqual(before);
  });
});

describe("row 7: a feed that is gone", () => {
  it("by 410 is told of at once, listed as gone, and asked weekly in case it comes back", async () => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", answer("", {}, 410));
    expect(await rig.poll("wire")).toMatchObject({ httpStatus: 410, gapMs: 7 * DAY });
    expect(await rig.line("wire")).toMatchObject({ state: "gone", remedy: expect.stringContaining("change its url") });
    expect(await rig.notices()).toMatchObject([
      {
        title: "Feed wire cannot be read",
        lines: ["127.0.0.1 answered 410"],
        remedy: expect.stringMatching(/^Look up the feed's new address .* wirewatch keeps trying\.$/),
      },
    ]);
    rig.server.on("/feed", answer(rss([ONE])));
    expect(await rig.pollWhenDue("wire")).toMatchObject({ outcome: "read", added: 1 });
    expect((await rig.line("wire")).state).toBe("good");
  });

  it.each([
    ["404", DAY, async () => "/none"],
    ["a name without address", HOUR, async () => "http://missing.test/feed"],
    [
      "a refused connection",
      HOUR,
      async () => {
        const closed = await startFeedServer();
        await closed.close();
        return closed.url("/feed");
      },
    ],
  ])(
    "by %s is never given up: asked ever more seldom, up to a limit, and told of once",
    async (_fact, limit, target) => {
      const missing = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
      const alone = await openPollRig({ startAt: START, resolve: () => Promise.reject(missing) });
      await alone.configure("wire", await target());
      const gaps: number[] = [];
      for (let polls = 0; polls < 14; polls += 1) gaps.push((await alone.pollWhenDue("wire")).gapMs);
      expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
      expect(gaps[0]).toBeLessThanOrEqual(5 * MINUTE);
      expect(gaps.at(-1)).toBeLessThanOrEqual(limit);
      expect(gaps.at(-1)).toBeGreaterThan(limit * 0.9);
      expect(await alone.notices()).toHaveLength(1);
      expect((await alone.line("wire")).state).toBe("failing");
      await alone.close();
    },
  );
});

describe("row 8: Retry-After", () => {
  const inTwoHours = new Date(START + 2 * HOUR + 1000).toUTCString();
  it.each([
    ["429 with seconds", 429, "7200", 2 * HOUR],
    ["429 with a date", 429, inTwoHours, 2 * HOUR],
    ["503 with seconds", 503, "7200", 2 * HOUR],
    ["503 with a year", 503, "31536000", DAY],
  ])("after %s holds for every feed of the host, also after a restart", async (_fact, status, value, pauseMs) => {
    await rig.configure("busy", "/busy", { everyMs: MINUTE });
    await rig.configure("other", "/other", { everyMs: MINUTE });
    rig.server.on("/busy", answer("", { "retry-after": value }, status));
    rig.server.on("/other", answer(rss([ONE])));
    const polled = await rig.poll("busy");
    expect(polled).toMatchObject({ outcome: "failed", httpStatus: status, gapMs: pauseMs });

    await rig.restart();
    rig.advance(pauseMs / 2);
    const kept = await rig.poll("other");
    expect(kept).toMatchObject({
      outcome: "failed",
      httpStatus: null,
      failureMessage: expect.stringMatching(/^did not ask 127\.0\.0\.1: it wants no requests before 2026-01-2/),
    });
    expect(requests("/other")).toBe(0);

    rig.advance(pauseMs / 2);
    expect(await rig.poll("other")).toMatchObject({ outcome: "read", added: 1 });
  });

  it("that cannot be read pauses nobody: the feed backs off by itself", async () => {
    await rig.configure("busy", "/busy");
    await rig.configure("other", "/other");
    rig.server.on("/busy", answer("", { "retry-after": "later" }, 429));
    rig.server.on("/other", answer(rss([ONE])));
    const gaps = [await rig.poll("busy"), await rig.poll("busy"), await rig.poll("busy")].map(({ gapMs }) => gapMs);
    expect(gaps[1]).toBe(2 * (gaps[0] ?? 0));
    expect(gaps[2]).toBe(2 * (gaps[1] ?? 0));
    expect(await rig.poll("other")).toMatchObject({ outcome: "read" });
  });
});

describe("row 14: a document that is cut off", () => {
  it("without anybody saying its length gives the items that came, and the others at the next poll", async () => {
    await rig.configure("wire", "/feed");
    const whole = rss([ONE, TWO]);
    rig.server.on("/feed", (response) => {
      const half = whole.slice(0, whole.indexOf(TWO));
      response.socket?.end(`HTTP/1.1 200 OK\r\nETag: "1"\r\nConnection: close\r\n\r\n${half}`);
    });
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 1 });
    expect(await rig.state("wire")).toMatchObject({ etag: null, lastModified: null, bodyHash: null });
    rig.server.on("/feed", conditional(whole, '"1"'));
    expect(await rig.poll("wire")).toMatchObject({ outcome: "read", added: 1 });
    expect(await rig.poll("wire")).toMatchObject({ outcome: "not-modified" });
  });

  it.each<[string, Answering]>([
    [
      "by a reset",
      (response) => {
        response.writeHead(200, { "content-length": "5000", etag: '"2"' }).write(rss([TWO]).slice(0, 300), () => {
          response.socket?.resetAndDestroy();
        });
      },
    ],
    [
      "before its length",
      (response) => {
        response.socket?.end(`HTTP/1.1 200 OK\r\nETag: "2"\r\nContent-Length: 5000\r\n\r\n${rss([TWO])}`);
      },
    ],
  ])("%s is a failed fetch: items and validators stay as they were", async (_fact, broken) => {
    await rig.configure("wire", "/feed");
    rig.server.on("/feed", answer(rss([ONE]), { etag: '"1"' }));
    await rig.poll("wire");
    const before = await rig.items();
    rig.server.on("/feed", broken);
    expect(await rig.poll("wire")).toMatchObject({ outcome: "failed", failureKind: "cut-short" });
    expect(await rig.items()).toEqual(before);
    expect(await rig.state("wire")).toMatchObject({ etag: '"1"' });
  });
});
