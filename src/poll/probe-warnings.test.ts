import { describe, expect, it } from "vitest";
import type { ReadItem } from "../core/vocabulary.ts";
import { probeWarnings, type Probed } from "./probe-warnings.ts";

const NOW = Date.UTC(2026, 0, 31);
const ITEM: ReadItem = {
  identity: "1",
  title: "Envoy asks for asylum",
  summary: "He stayed.",
  body: "",
  link: "https://news.example/1",
  cleanedLink: "https://news.example/1",
  outlet: "news.example",
  author: null,
  lang: "en",
  publishedAt: NOW - 1000,
  contentHash: "c",
};
const GOOD: Probed = {
  hops: [{ url: "https://a.example/", status: 200, headers: {}, tookMs: 5 }],
  movedTo: null,
  contentType: "application/rss+xml; charset=utf-8",
  bytes: 5000,
  validators: { etag: '"1"', lastModified: null },
  hubs: [],
  items: [ITEM],
  isCut: false,
  feeds: null,
  now: NOW,
};
const [HOP] = GOOD.hops;

describe("a probe", () => {
  it("has nothing to say about a good feed", () => {
    expect(probeWarnings(GOOD)).toEqual([]);
  });

  it.each<[string, Partial<Probed>, string]>([
    ["a feed that has moved for good", { movedTo: "https://b.example/" }, "configure https://b.example/ instead"],
    [
      "a hub that is not asked",
      { hubs: [{ address: { kind: "refused", reason: "it speaks http" } }] },
      "No push from this hub: it speaks http.",
    ],
    ["no validators", { validators: { etag: null, lastModified: null } }, "every poll costs the whole document"],
    ["a feed that is called a web page", { contentType: "text/html" }, "The server calls the feed text/html"],
    ["a feed without a content type", { contentType: null }, "nothing at all"],
    ["a large document", { bytes: 2_500_000 }, "2.5 MB"],
    ["an empty feed", { items: [] }, "holds no item"],
    ["items without a date", { items: [ITEM, { ...ITEM, publishedAt: null }] }, "1 of 2 items have no date"],
    ["items without a link", { items: [{ ...ITEM, link: null }] }, "1 of 1 items have no link"],
    ["bare titles", { items: [{ ...ITEM, summary: "" }] }, "only the title is matched"],
    ["a text that is cut", { items: [{ ...ITEM, body: "x".repeat(263_000) }] }, "its end is not matched"],
    ["a feed that fell silent", { items: [{ ...ITEM, publishedAt: NOW - 40 * 86_400_000 }] }, "40 days old"],
    ["a page that names feeds", { items: null, feeds: ["https://a.example/rss"] }, "one of the feeds it names"],
    ["a page that names none", { items: null, feeds: [] }, "names no feed"],
    ["a document that is not read to its end", { isCut: true }, "more than 1 items: the others are not read"],
    [
      "a redirect out of https",
      {
        hops: ["https://a.example/", "http://a.example/"].map((url) => ({ url, status: 200, headers: {}, tookMs: 1 })),
      },
      "from https to http",
    ],
    [
      "a Retry-After",
      { hops: HOP === undefined ? [] : [{ ...HOP, headers: { "retry-after": "120" } }] },
      "Retry-After: 120",
    ],
  ])("warns of %s", (_what, seen, words) => {
    const warnings = probeWarnings({ ...GOOD, ...seen });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(words);
  });
});
