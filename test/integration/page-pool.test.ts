import { afterAll, describe, expect, it } from "vitest";
import { createPagePool } from "../../src/app/threads/page-pool.ts";
import { PARSE_LIMITS } from "../../src/app/threads/parse-limits.ts";

const pool = createPagePool();
/** Gives up as the real one does, but sooner. */
const strict = createPagePool({ limits: { ...PARSE_LIMITS, cpuMs: 500 } });
afterAll(() => Promise.all([pool.close(), strict.close()]));

const ARTICLE = `<html><body><article>${"<p>The ambassador asked for asylum, officials said, on Tuesday.</p>".repeat(9)}</article></body></html>`;

describe("the page thread", () => {
  it("reads the article of a page and leaves the caller its bytes", async () => {
    const bytes = Buffer.from(ARTICLE);
    const outcome = await pool.readArticle(bytes, "text/html");
    expect(outcome).toMatchObject({ kind: "text", text: expect.stringMatching(/^The ambassador asked/) });
    expect(bytes.toString("utf8")).toBe(ARTICLE);
  });

  it("says what a robots.txt allows", async () => {
    const robots = Buffer.from("User-agent: *\nDisallow: /private");
    expect(await pool.isAllowedByRobots(robots, "https://x.example/world")).toBe(true);
    expect(await pool.isAllowedByRobots(robots, "https://x.example/private/1")).toBe(false);
  });

  it("gives up a page that is nested 100,000 times, and reads the next one", async () => {
    const bomb = Buffer.from(`<body>${"<div>".repeat(100_000)}<p>asylum`);
    expect(await strict.readArticle(bomb, "text/html")).toMatchObject({
      kind: "failed",
      failure: { kind: expect.stringMatching(/^out-of-/) },
    });
    expect(await strict.readArticle(Buffer.from(ARTICLE), "text/html")).toMatchObject({ kind: "text" });
  });

  it("gives up a robots.txt whose names and rules multiply", async () => {
    const names = Array.from({ length: 20_000 }, (_, n) => `User-agent: bot${n}`);
    const rules = Array.from({ length: 10_000 }, (_, n) => `Disallow: /${n}`);
    const robots = Buffer.from([...names, ...rules].join("\n"));
    expect(await strict.isAllowedByRobots(robots, "https://x.example/world")).toBeNull();
  });

  it("ends a page that takes too long in a failure of that kind", async () => {
    const impatient = createPagePool({ limits: { taskTimeoutMs: 1, cpuMs: 2000, heapMb: 200 } });
    const outcome = await impatient.readArticle(Buffer.from(ARTICLE), null);
    await impatient.close();
    expect(outcome).toMatchObject({ kind: "failed", failure: { kind: "out-of-time" } });
  });
});
