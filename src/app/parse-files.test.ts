import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseFiles, readDates } from "./parse-files.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-parse-"));
  const title = Buffer.concat([
    Buffer.from("<rss><channel><item><title>"),
    Buffer.from([0xcf, 0xee, 0xf1, 0xee, 0xeb]),
  ]);
  await writeFile(join(folder, "feed.xml"), title);
  await writeFile(join(folder, "page.html"), '<html><link rel="alternate" type="application/rss+xml" href="/rss">');
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function parsed(...lines: string[]): Promise<unknown[]> {
  const written: unknown[] = [];
  await parseFiles(lines, (line) => written.push(JSON.parse(line)));
  return written;
}

describe("parse", () => {
  it("answers for every file, in order, with all keys", async () => {
    const feed = join(folder, "feed.xml");
    const page = join(folder, "page.html");
    const missing = join(folder, "missing.xml");
    const lines = [`${feed}\ttext/xml; charset=windows-1251`, "", missing, `${page}\ttext/html\thttps://x.example/`];
    expect(await parsed(...lines)).toEqual([
      {
        file: feed,
        error: null,
        feed: { title: null, link: null, description: null, kind: "rss" },
        items: [
          {
            title: "Посол",
            link: null,
            id: null,
            publishedAt: null,
            updatedAt: null,
            summary: null,
            content: null,
            author: null,
            lang: null,
          },
        ],
      },
      {
        file: missing,
        error: { kind: "unreadable", message: expect.stringContaining("ENOENT") },
        feed: null,
        items: [],
      },
      { file: page, error: null, feed: null, items: [], feeds: ["https://x.example/rss"] },
    ]);
  });

  it("reads one date a line and answers each with a line", async () => {
    const written: string[] = [];
    await readDates(["Tue, 24 Nov 2026 07:05:09 GMT", "junk", "2026-11-24"], (line) => written.push(line));
    expect(written).toEqual(["2026-11-24T07:05:09.000Z", "", "2026-11-24T00:00:00.000Z"]);
  });
});
