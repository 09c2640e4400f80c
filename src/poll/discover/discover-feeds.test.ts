import { describe, expect, it } from "vitest";
import { discoverFeeds } from "./discover-feeds.ts";

const page = "https://news.example.org/world/";

describe("the feeds that a page names", () => {
  it.each([
    [
      "stand in alternate links",
      '<link rel="alternate" type="application/rss+xml" href="/rss">',
      ["https://news.example.org/rss"],
    ],
    [
      "may be written in any case",
      "<LINK REL=Alternate TYPE='Application/Atom+XML' HREF=feed>",
      ["https://news.example.org/world/feed"],
    ],
    [
      "start from base",
      '<base href="https://cdn.example.org/x/"><link rel="alternate" type="text/xml" href="f">',
      ["https://cdn.example.org/x/f"],
    ],
    [
      "put comments last and each address once",
      '<link rel="alternate" type="application/rss+xml" title="Comments" href="/c"><link rel="alternate" type="application/rss+xml" href="/a"><link rel="alternate" type="application/atom+xml" href="/a">',
      ["https://news.example.org/a", "https://news.example.org/c"],
    ],
    ["are not style sheets", '<link rel="alternate stylesheet" type="text/xml" href="/s">', []],
    ["are not other languages of the page", '<link rel="alternate" hreflang="fr" href="/fr">', []],
    [
      "are not in comments, scripts and templates",
      '<!-- <link rel="feed" href="/a"> --><script>"<link rel=feed href=/b>"</script><template><link rel="feed" href="/c"></template>',
      [],
    ],
    ["are http or https", '<link rel="feed" href="javascript:alert(1)"><link rel="feed" href="ftp://x.example/f">', []],
    [
      "are looked for among anchors where no link names any",
      '<a href="/about">About</a><a href="/rss.xml">RSS</a>',
      ["https://news.example.org/rss.xml"],
    ],
    [
      "are among them by query or type",
      '<a href="/?feed=rss2">RSS</a><a type="application/rss+xml" href="/x">RSS</a>',
      ["https://news.example.org/?feed=rss2", "https://news.example.org/x"],
    ],
    [
      "may ask for a feed reader",
      '<link rel="feed" href="feed://x.example/a"><link rel="feed" href="feed:https://x.example/b">',
      ["http://x.example/a", "https://x.example/b"],
    ],
    [
      "are not the REST address of a page",
      '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/5">',
      [],
    ],
    ["are none on a plain page", "<p>Hello</p>", []],
  ])("%s", (_fact, html, feeds) => {
    expect(discoverFeeds(html, page).feeds).toEqual(feeds);
  });

  it("stand beside the hubs of the page itself", () => {
    const html = '<base href="/x/"><link rel="hub" href="h"><link rel="Self" href="/s"><link rel="hub" href="data:,">';
    expect(discoverFeeds(html, page).links).toEqual({
      hubs: ["https://news.example.org/x/h"],
      self: "https://news.example.org/s",
    });
  });

  it("leave out relative addresses where the page's own is unknown", () => {
    expect(
      discoverFeeds('<link rel="feed" href="/a"><link rel="feed" href="https://x.example/b">', null).feeds,
    ).toEqual(["https://x.example/b"]);
  });

  it("are found in the head of a page that nests without end", () => {
    const html = `<link rel="feed" href="/a">${"<div>".repeat(200_000)}`;
    expect(discoverFeeds(html, page).feeds).toEqual(["https://news.example.org/a"]);
  });
});
