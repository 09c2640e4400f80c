import { afterAll, describe, expect, it } from "vitest";
import type { ParseInput } from "../../src/poll/parse/parsed-feed.ts";
import { createParsePool } from "../../src/app/threads/parse-pool.ts";

const pool = createParsePool({ threads: 1 });

function document(text: string): ParseInput {
  return { bytes: Buffer.from(text), contentType: null, baseUrl: "https://x.example/feed", timezone: null };
}

function feedOf(count: number, summary = "S"): string {
  const items = Array.from(
    { length: count },
    (_, at) => `<item><title>T${at}</title><link>/${at}</link><description>${summary}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Feed</title>${items.join("")}</channel></rss>`;
}

afterAll(async () => {
  await pool.close();
});

describe("the parse pool", () => {
  it("reads items to store", async () => {
    const context = { now: Date.parse("2026-11-24T12:00:00Z"), isAggregator: false, lang: null };
    const outcome = await pool.read(document(feedOf(1234)), context);
    if (outcome.kind !== "feed") throw new Error(outcome.kind);
    expect(outcome.feed.title).toBe("Feed");
    expect(outcome.items).toHaveLength(1234);
    expect(outcome.items.at(-1)).toMatchObject({ title: "T1233", link: "https://x.example/1233", outlet: "x.example" });
  });

  it("reads a feed as it is", async () => {
    const outcome = await pool.parse(document(feedOf(2, "&lt;p&gt;S")));
    expect(outcome).toMatchObject({ kind: "feed", items: [{ summary: "<p>S" }, { title: "T1" }] });
  });

  it("leaves the caller its bytes", async () => {
    const input = document(feedOf(1));
    await pool.parse(input);
    expect(input.bytes.length).toBeGreaterThan(0);
  });

  it("names the feeds of a page and the failure of anything else", async () => {
    expect(await pool.parse(document('<html><link rel="feed" href="/f">'))).toEqual({
      kind: "page",
      feeds: ["https://x.example/f"],
      links: { hubs: [], self: null },
    });
    expect(await pool.parse(document("hello"))).toMatchObject({ kind: "failed", failure: { kind: "not-a-feed" } });
  });

  it("reads a suspended feed's document as any other, with half of every limit", async () => {
    const context = { now: Date.parse("2026-11-24T12:00:00Z"), isAggregator: false, lang: null };
    expect(await pool.readWarily(document(feedOf(3)), context)).toMatchObject({ kind: "feed", items: [{}, {}, {}] });

    const impatient = createParsePool({ threads: 1, limits: { taskTimeoutMs: 2, cpuMs: 2000, heapMb: 200 } });
    const outcome = await impatient.readWarily(document(feedOf(1)), context);
    await impatient.close();
    expect(outcome).toMatchObject({
      kind: "failed",
      failure: { kind: "out-of-time", message: "Reading the document: Stopped after 1 ms." },
    });
  });
});

describe("row 30: a document that takes too long", () => {
  it("ends in a failure of that kind", async () => {
    const impatient = createParsePool({ threads: 1, limits: { taskTimeoutMs: 1, cpuMs: 2000, heapMb: 200 } });
    const outcome = await impatient.parse(document(feedOf(1)));
    await impatient.close();
    expect(outcome).toMatchObject({ kind: "failed", failure: { kind: "out-of-time" } });
  });
});
