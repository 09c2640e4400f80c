import { describe, expect, it } from "vitest";
import type { ReadItem } from "../../core/vocabulary.ts";
import { itemText } from "../../text/item-text.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { toReadItems } from "./to-read-items.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const feed: ParsedFeed = {
  title: "Wire",
  link: "https://www.wire.example/",
  description: null,
  kind: "rss",
  lang: null,
};
const empty: ParsedItem = {
  title: null,
  titleType: "html",
  link: null,
  id: null,
  publishedAt: null,
  updatedAt: null,
  summary: null,
  content: null,
  author: null,
  lang: null,
  source: null,
};

function read(items: readonly Partial<ParsedItem>[], isAggregator = false, own: Partial<ParsedFeed> = {}): ReadItem[] {
  return toReadItems(
    { ...feed, ...own },
    items.map((item) => ({ ...empty, ...item })),
    { now, isAggregator, lang: "nl" },
  );
}

function readOne(item: Partial<ParsedItem>, isAggregator = false): ReadItem | undefined {
  return read([item], isAggregator)[0];
}

describe("an item to store", () => {
  it.each([
    [
      "has plain texts",
      { title: "A &amp; <b>B</b>", summary: "<p>S</p>", content: "<p>C</p><p>D</p>" },
      { title: "A & B", summary: "S", body: "C\n\nD" },
    ],
    ["has no body where the feed has none", { summary: "S" }, { summary: "S", body: "" }],
    [
      "takes a missing title from its body",
      { content: `<p>${"word ".repeat(60)}</p>` },
      { title: `${"word ".repeat(19)}word` },
    ],
    ["takes a missing title from its summary", { summary: "One<br>two" }, { title: "One two" }],
    ["has a date within reason", { publishedAt: "2026-11-25T11:00:00Z" }, { publishedAt: now + 23 * 3_600_000 }],
    ["has no date more than a day ahead", { publishedAt: "2026-11-25T12:00:01Z" }, { publishedAt: null }],
    ["has no date before 1990", { publishedAt: "1970-01-01T00:00:00Z" }, { publishedAt: null }],
    [
      "has a link as given and a cleaned one",
      { link: "https://x.example/1?utm_source=rss#top" },
      { link: "https://x.example/1?utm_source=rss#top", cleanedLink: "https://x.example/1" },
    ],
    ["has no link that could run", { link: "javascript:alert(1)" }, { link: null, cleanedLink: null }],
    ["has no relative link", { link: "/1" }, { link: null, cleanedLink: null }],
    ["is of the host it links to", { link: "https://www.paper.example/1" }, { outlet: "paper.example" }],
    [
      "is of its source",
      { link: "https://www.paper.example/1", source: "The &quot;Agency&quot;" },
      { outlet: 'The "Agency"' },
    ],
    ["is of the site of its feed where it has neither", { title: "A" }, { outlet: "wire.example" }],
    ["has its language as a code", { lang: "fr-CA" }, { lang: "fr" }],
    ["has the language the operator gave its feed where it names none", { title: "Verklaring" }, { lang: "nl" }],
    ["has the language of its script where that is another", { title: "سفیر درخواست پناهندگی کرد" }, { lang: "fa" }],
  ])("%s", (_fact, item, expected) => {
    expect(readOne(item)).toMatchObject(expected);
  });

  it.each([
    ["bears the title of a feed that names no site", "News &amp; Views", "News & Views"],
    ["is of nobody where the feed has no title either", null, null],
  ])("%s", (_fact, title, outlet) => {
    expect(read([{ title: "A" }], false, { link: null, title })[0]?.outlet).toBe(outlet);
    expect(read([{ title: "A" }], true, { link: null, title })[0]?.outlet).toBeNull();
  });

  it("is never of an aggregator", () => {
    const link = "https://wire.example/1";
    expect(readOne({ link })?.outlet).toBe("wire.example");
    expect(readOne({ link }, true)?.outlet).toBeNull();
    expect(readOne({ link: "https://paper.example/1" }, true)?.outlet).toBe("paper.example");
  });

  it("keeps so much of a long text that the matcher sees, and records, that it was longer", () => {
    const summary = "Short summary. ";
    const item = readOne({ summary, content: summary + "c".repeat(300_000) });
    expect(item?.body.length).toBeLessThan(263_000);
    expect(itemText({ title: "", summary: "", body: "", ...item }).cutBytes).toBeGreaterThan(0);
  });
});

describe("the identity of an item", () => {
  it.each([
    ["is its id, case and all", { id: " Guid-A ", link: "https://x.example/1" }, "Guid-A"],
    ["is else its cleaned link", { link: "https://x.example/1?utm_source=a" }, "https://x.example/1"],
    ["is short for a long id", { id: "x".repeat(5000) }, expect.stringMatching(/^[\da-f]{64}$/)],
  ])("%s", (_fact, item, identity) => {
    expect(readOne(item)?.identity).toEqual(identity);
  });

  it("is else made of title and text, whatever the date", () => {
    const item = { title: "T", publishedAt: "2026-11-24T07:00:00Z", content: "C" };
    expect(readOne(item)?.identity).toBe(readOne({ ...item, publishedAt: "2026-11-24T08:00:00Z" })?.identity);
    expect(readOne(item)?.identity).not.toBe(readOne({ ...item, title: "U" })?.identity);
  });

  it.each([
    ["id, by their links", { id: "a", link: "https://x.example/1" }, { link: "https://x.example/2" }],
    ["id and have no link, by their titles", { id: "a", title: "One" }, { title: "Two" }],
    ["link and have no id, by their titles", { link: "https://x.example/", title: "One" }, { title: "Two" }],
    [
      "text and have neither, by their dates",
      { title: "Alarm", publishedAt: "2026-11-24T07:00:00Z" },
      { publishedAt: "2026-11-24T08:00:00Z" },
    ],
  ])("does not hide one of two items of a document that share their %s", (_fact, one, changed) => {
    const items = read([one, { ...one, ...changed }]);
    expect(items.map(({ distinction }) => distinction?.needed)).toEqual([true, true]);
    expect(new Set(items.map(({ identity }) => identity)).size).toBe(1);
    expect(new Set(items.map(({ distinction }) => distinction?.identity)).size).toBe(2);
  });

  it("is there once: of items that nothing tells apart the last counts", () => {
    const items = read([
      { id: "a", title: "One", content: "Old" },
      { id: "b", title: "Other" },
      { id: "a", title: "One", content: "New" },
    ]);
    expect(items.map((item) => item.body || item.title)).toEqual(["New", "Other"]);
  });
});

describe("the content hash", () => {
  const item = { title: "A & B", summary: "<p>One two.</p>", link: "https://x.example/1" };
  const hash = readOne(item)?.contentHash;

  it.each([
    ["white space", { ...item, summary: "<p>One\n   two.</p>\n" }],
    ["the form of entities", { ...item, title: "A &#38; B" }],
    ["markup", { ...item, summary: "One <b>two</b>." }],
    ["tracking parameters", { ...item, link: "https://x.example/1?utm_campaign=x" }],
    ["dates", { ...item, publishedAt: "2026-11-24T07:00:00Z" }],
  ])("does not depend on %s", (_name, same) => {
    expect(readOne(same)?.contentHash).toBe(hash);
  });

  it.each([
    ["the title", { ...item, title: "A & C" }],
    ["the text", { ...item, summary: "One three." }],
    ["the link", { ...item, link: "https://x.example/2" }],
  ])("changes with %s", (_name, other) => {
    expect(readOne(other)?.contentHash).not.toBe(hash);
  });
});
