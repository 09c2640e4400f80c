import * as fc from "fast-check";
import { parseFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { parseDocument } from "./parse-document.ts";
import type { ParsedFeed, ParsedItem, ParseOutcome } from "./parsed-feed.ts";

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Example Wire</title><atom:link rel="self" href="https://wire.example.org/rss"/><link>https://wire.example.org/</link>
<description>World news</description><language>en-gb</language><image><title>Logo</title><link>https://wire.example.org/logo</link></image>
<item><title>Envoy &amp; aide defect</title><link>https://wire.example.org/1</link><guid isPermaLink="false">wire-1</guid>
<pubDate>Tue, 24 Nov 2026 07:05:09 GMT</pubDate><dc:creator>A. Writer</dc:creator><source url="https://agency.example.com/rss">Agency</source>
<description>&lt;p&gt;A short &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The long text.</p>]]></content:encoded></item>
<item><title>Second</title><link>https://wire.example.org/2</link><pubDate>24.11.2026 08:00</pubDate></item>
</channel></rss>`;

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://journal.example.fr/">
<title type="text">Le Journal</title><link rel="self" href="/atom"/><link href="/"/>
<entry xml:lang="en"><title type="text">The &lt;b&gt; tag</title><link rel="enclosure" href="/a.mp3"/><link rel="alternate" type="text/html" href="articles/1"/>
<id>tag:journal.example.fr,2026:1</id><published>2026-11-24T07:05:09+01:00</published><updated>2026-11-24T09:00:00Z</updated>
<author><name>Élise</name><email>e@example.fr</email></author><source><title>La Dépêche</title><id>x</id></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Before <em>the</em> &lt;middle&gt;</p> after</div></content></entry></feed>`;

const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://old.example.org/"><title>Old feed</title><link>https://old.example.org/</link><items><rdf:Seq/></items></channel>
<item rdf:about="https://old.example.org/1"><title>One</title><link>https://old.example.org/1</link><dc:date>2026-11-24</dc:date><dc:language>de</dc:language></item></rdf:RDF>`;

const json = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "JSON wire",
  home_page_url: "https://json.example.org/",
  language: "en",
  items: [
    {
      id: 7,
      url: "/7",
      title: "Seven",
      content_text: "5 < 6",
      date_published: "2026-11-24T07:05:09Z",
      authors: [{ name: "J." }],
    },
  ],
});

interface Context {
  contentType?: string;
  baseUrl?: string;
  timezone?: string;
}

async function parse(
  text: string | Uint8Array,
  { contentType, baseUrl, timezone }: Context = {},
): Promise<ParseOutcome> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return parseDocument({
    bytes,
    contentType: contentType ?? null,
    baseUrl: baseUrl ?? null,
    timezone: timezone ?? null,
  });
}

async function read(text: string, context?: Context): Promise<{ feed: ParsedFeed; items: readonly ParsedItem[] }> {
  const outcome = await parse(text, context);
  if (outcome.kind !== "feed") throw new Error(`Not a feed: ${JSON.stringify(outcome)}`);
  return outcome;
}

async function titles(text: string): Promise<(string | null)[]> {
  return (await read(text)).items.map((item) => item.title);
}

function items(...inner: string[]): string {
  return `<rss version="2.0"><channel><title>T</title>${inner.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;
}

describe("a feed", () => {
  it("is read from RSS 2.0", async () => {
    const { feed, items } = await read(rss);
    expect(feed).toEqual({
      title: "Example Wire",
      link: "https://wire.example.org/",
      description: "World news",
      kind: "rss",
      lang: "en-gb",
      links: { hubs: [], self: "https://wire.example.org/rss" },
    });
    expect(items).toEqual([
      {
        title: "Envoy & aide defect",
        titleType: "html",
        link: "https://wire.example.org/1",
        id: "wire-1",
        publishedAt: "2026-11-24T07:05:09.000Z",
        updatedAt: null,
        summary: "<p>A short <b>text</b>.</p>",
        content: "<p>The long text.</p>",
        author: "A. Writer",
        lang: null,
        source: "Agency",
      },
      expect.objectContaining({ title: "Second", id: null, publishedAt: "2026-11-24T08:00:00.000Z", content: null }),
    ]);
  });

  it("is read from Atom, with xml:base, XHTML and the source of an entry", async () => {
    const { feed, items } = await read(atom);
    expect(feed).toMatchObject({ title: "Le Journal", link: "https://journal.example.fr/", kind: "atom", lang: "fr" });
    expect(items).toEqual([
      {
        title: "The <b> tag",
        titleType: "text",
        link: "https://journal.example.fr/articles/1",
        id: "tag:journal.example.fr,2026:1",
        publishedAt: "2026-11-24T06:05:09.000Z",
        updatedAt: "2026-11-24T09:00:00.000Z",
        summary: null,
        content: "<p>Before <em>the</em> &lt;middle&gt;</p> after",
        author: "Élise",
        lang: "en",
        source: "La Dépêche",
      },
    ]);
  });

  it("is read from RSS 1.0", async () => {
    const { feed, items } = await read(rdf);
    expect(feed).toMatchObject({ title: "Old feed", kind: "rdf" });
    expect(items).toMatchObject([
      { title: "One", id: "https://old.example.org/1", publishedAt: "2026-11-24T00:00:00.000Z", lang: "de" },
    ]);
  });

  it("is read from JSON Feed, its plain text as HTML", async () => {
    const { feed, items } = await read(json, { baseUrl: "https://json.example.org/feed" });
    expect(feed).toMatchObject({ title: "JSON wire", kind: "json", lang: "en" });
    expect(items).toMatchObject([
      {
        title: "Seven",
        id: "7",
        link: "https://json.example.org/7",
        content: "5 &lt; 6",
        author: "J.",
        titleType: "text",
      },
    ]);
  });

  it("is read from JSON Feed whose strings hold control characters", async () => {
    const { items } = await read(json.replace('"Seven"', '"Se\tven"'));
    expect(items).toMatchObject([{ title: "Se ven" }]);
  });

  it("may be a JSON Feed that has no title and no items", async () => {
    expect((await read('{"version":"https://jsonfeed.org/version/1","items":[]}')).items).toEqual([]);
  });

  it.each([
    ["RSS", rss],
    ["Atom", atom],
    ["RSS 1.0", rdf],
  ])("reads as an independent reader reads it: %s", async (_kind, text) => {
    const other = parseFeed(text);
    const entries = "entries" in other.feed ? other.feed.entries : "items" in other.feed ? other.feed.items : [];
    expect(await titles(text)).toEqual(entries?.map(({ title }) => (typeof title === "object" ? title.value : title)));
  });

  it.each([
    ["a warning before the declaration", `<br />\n<b>Warning</b>: x in <b>/y.php</b><br />\n${rss}`],
    ["a declaration without its question mark", rss.replace("?>", ">")],
    ["a script before it that writes a feed's tag", `<script>write("<rss>")</script>\n${rss}`],
    ["a stray end of the feed in the middle", rss.replace("</item>", "</item></channel></rss>")],
    ["a second declaration", `<?xml version="1.0"?>\n${rss}`],
    ["script after the root", `${rss}<script>if (a < b && c) {}</script>`],
    ["a page around it", `<html><body>${rss.replace(/<\?xml.*?\?>/, "")}</body></html>`],
    ["names in upper case", rss.replace(/<(\/?)(item|title|link|channel|pubDate)/g, (tag) => tag.toUpperCase())],
    ["a missing item end", rss.replace("</item>", "")],
    ["a missing title end", rss.replace("Second</title>", "Second")],
    ["a missing channel end", rss.replace("</channel>", "")],
    ["no channel at all", rss.replace(/<\/?channel>/g, "")],
    ["no version", rss.replace(' version="2.0"', "")],
    ["crossed tags", rss.replace("</item>", "<a><b></a></b></item>")],
    ["quotes inside an attribute", rss.replace("<item>", '<item alt="a "b" c">')],
    ["a DOCTYPE with entities", rss.replace("?>", '?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>')],
    ["control characters", rss.replace("Second", "Se\u0008co\0nd")],
  ])("survives %s", async (_name, broken) => {
    expect(await titles(broken)).toEqual(["Envoy & aide defect", "Second"]);
  });

  it.each([
    ["bare ampersands", "AT&T & others", "AT&T & others"],
    ["HTML entities", "caf&eacute;&nbsp;x", "café\u00a0x"],
    ["unknown entities", "a &foo; b", "a &foo; b"],
    ["entities in CDATA as they stand", "<![CDATA[a &eacute; b]]>", "a &eacute; b"],
    ["C1 controls as windows-1252", "it\u0092s", "it’s"],
    ["references to C1 controls", "it&#146;s", "it’s"],
    ["UTF-8 that was encoded twice", "cafÃ© donâ\u0080\u0099t", "café don’t"],
    ["accents that only look encoded twice", "«Voilà\u00a0» é", "«Voilà\u00a0» é"],
    ["references to the halves of a character", "&#55357;&#56832; &#xD83D;&#xDE00;", "😀 😀"],
    ["markup that was not escaped", "a <b>b</b> <br> c", "a <b>b</b> <br> c"],
    ["the end of a CDATA section in the text", "<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"],
  ])("reads %s in a title", async (_name, title, expected) => {
    expect(await titles(items(`<title>${title}</title>`))).toEqual([expected]);
  });

  it("keeps the items of a document that was cut off", async () => {
    expect(await titles(rss.slice(0, rss.indexOf("<title>Second") + 10))).toEqual(["Envoy & aide defect", "Sec"]);
  });

  it("reads no date of which the end was cut off", async () => {
    const dated = items("<title>Envoy defects</title><pubDate>Tue, 20 Jan 2026 07:00:00 GMT</pubDate>");
    const whole = dated.indexOf("</pubDate>");
    const ends = await Promise.all([whole - 15, whole + 10].map((end) => read(dated.slice(0, end))));
    expect(ends.map((end) => end.items.map((item) => [item.title, item.publishedAt]))).toEqual([
      [["Envoy defects", null]],
      [["Envoy defects", "2026-01-20T07:00:00.000Z"]],
    ]);
  });

  it.each([
    ["a whole document", rss, undefined],
    ["a whole document with unclosed items", rss.replaceAll("</item>", ""), undefined],
    ["a document after a word that looks like a root", `<channel>${rss}`, undefined],
    ["a document that ends in an item", rss.slice(0, rss.indexOf("<title>Second") + 10), true],
    ["a document that ends before its root does", rss.slice(0, rss.lastIndexOf("</rss")), true],
    ["Atom that ends in an entry", atom.slice(0, atom.lastIndexOf("</entry>")), true],
  ])("says whether the root was closed: %s", async (_fact, text, isUnfinished) => {
    expect((await read(text)).feed.isUnfinished).toBe(isUnfinished);
  });

  it.each([
    [
      "a prefix of its own",
      atom.replace(/<(\/?)(feed|entry|title|id|link)\b/g, "<$1a:$2").replace("xmlns=", "xmlns:a="),
    ],
    ["a prefix that nobody declared", atom.replace(/<(\/?)(feed|entry|title|id|link)\b/g, "<$1a:$2")],
  ])("may write Atom with %s", async (_name, text) => {
    expect((await read(text)).items).toMatchObject([
      { title: "The <b> tag", link: "https://journal.example.fr/articles/1" },
    ]);
  });
});

describe("the link of an item", () => {
  it.each([
    ["has no markup", "<link><a href='x'>https://x.example/1</a></link>", "https://x.example/1"],
    [
      "may name its relation by address",
      '<link rel="http://www.iana.org/assignments/relation/alternate" href="/i"/>',
      "https://site.example/i",
    ],
    ["is not a guid that is a permalink in a word unknown", '<guid isPermaLink="no">https://x.example/g</guid>', null],
    ["is its text", "<link> https://x.example/1 </link><guid>https://x.example/g</guid>", "https://x.example/1"],
    ["has no &amp; left", "<link>https://x.example/?a=1&amp;amp;b=2</link>", "https://x.example/?a=1&b=2"],
    ["is a permalink guid", "<guid>https://x.example/g</guid>", "https://x.example/g"],
    ["is not a guid that is no permalink", '<guid isPermaLink="false">https://x.example/g</guid>', null],
    [
      "prefers HTML",
      '<link rel="alternate" type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/h"/>',
      "https://site.example/h",
    ],
    ["is never a related one", '<link rel="related" href="/r"/>', null],
    ["starts from xml:base first", '<link xml:base="https://base.example/">rel</link>', "https://base.example/rel"],
    ["starts from the feed's link next", "<link>rel</link>", "https://site.example/rel"],
  ])("%s", async (_fact, item, link) => {
    const text = items(item).replace("<title>T</title>", "<link>https://site.example/</link>");
    expect((await read(text, { baseUrl: "https://feeds.example/rss" })).items[0]?.link).toBe(link);
  });

  it("stays as it is where nothing says what it starts from", async () => {
    expect((await read(items("<link>rel</link>"))).items[0]?.link).toBe("rel");
  });
});

describe("the fields of an item", () => {
  it.each([
    ["the person of an e-mail author", "<author>desk@example.org (Foreign desk)</author>", { author: "Foreign desk" }],
    ["the host of a nameless source", '<source url="https://www.agency.example/rss"/>', { source: "agency.example" }],
    [
      "the first date that is one",
      "<pubDate>soon</pubDate><dc:date>2026-11-24</dc:date>",
      { publishedAt: "2026-11-24T00:00:00.000Z" },
    ],
    [
      "the date of a lesser element",
      "<dcterms:date>2026-11-24</dcterms:date>",
      { publishedAt: "2026-11-24T00:00:00.000Z" },
    ],
    ["a build date as update", "<lastBuildDate>2026-11-24</lastBuildDate>", { updatedAt: "2026-11-24T00:00:00.000Z" }],
    ["a Dublin Core author", "<dc:author>Jo</dc:author>", { author: "Jo" }],
    [
      "a longer second summary as the content",
      "<description>Short</description><itunes:summary>Longer text</itunes:summary>",
      { summary: "Short", content: "Longer text" },
    ],
    [
      "no shorter second summary",
      "<description>Long text</description><itunes:summary>Short</itunes:summary>",
      { summary: "Long text", content: null },
    ],
    [
      "no caption of a picture where the item is described",
      "<description>Short</description><media:content><media:description>A long caption</media:description></media:content>",
      { summary: "Short", content: null },
    ],
    [
      "text in base64, by its type",
      '<content type="application/octet-stream">PGI+QTwvYj4=</content>',
      { content: "<b>A</b>" },
    ],
    ["text in base64, by its mode", '<title mode="base64">QQ==</title>', { title: "A" }],
    ["no picture as text", '<content type="image/png">iVBORw0KGgo=</content>', { content: null }],
    ["no date for junk", "<pubDate>soon</pubDate>", { publishedAt: null }],
    [
      "the description of a media group",
      "<media:group><media:title>M</media:title><media:description>D</media:description></media:group>",
      { title: "M", summary: "D" },
    ],
    ["not the title of an image", "<image><title>Logo</title></image>", { title: null }],
  ])("hold %s", async (_fact, item, expected) => {
    expect((await read(items(item))).items).toMatchObject([expected]);
  });

  it("take the feed's zone for dates without one", async () => {
    const { items: found } = await read(items("<pubDate>2026-11-24 07:00</pubDate>"), { timezone: "Asia/Tehran" });
    expect(found[0]?.publishedAt).toBe("2026-11-24T03:30:00.000Z");
  });

  it("have dates like 5/11/2026 in the order that the other dates of the document show", async () => {
    const xml = items("<pubDate>5/11/2026</pubDate>", "<pubDate>24/11/2026</pubDate>");
    const jsonDates = ["5/11/2026", "24/11/2026"].map((date) => ({ id: date, title: "A", date_published: date }));
    const jsonFeed = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "J", items: jsonDates });
    for (const text of [xml, jsonFeed])
      expect((await read(text)).items.map(({ publishedAt }) => publishedAt)).toEqual([
        "2026-11-05T00:00:00.000Z",
        "2026-11-24T00:00:00.000Z",
      ]);
  });
});

describe("the hubs of a feed", () => {
  const hub = '<link rel="hub" href="https://hub.example/"/>';

  it.each([
    [
      "in RSS, beside its own link",
      `<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T</title><link>https://x.example/</link><a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="https://x.example/rss"/></channel></rss>`,
    ],
    [
      "in Atom, resolved against xml:base",
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/"><link href="/"/>${hub}<link rel="self" href="rss"/></feed>`,
    ],
    [
      "after the items",
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.example/"/><entry><title>E</title></entry>${hub}<link rel=" SELF " href="https://x.example/rss"/></feed>`,
    ],
    [
      "in JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "T",
        home_page_url: "https://x.example/",
        feed_url: "https://x.example/rss",
        hubs: [
          { type: "rssCloud", url: "https://cloud.example/" },
          { type: "WebSub", url: "https://hub.example/" },
        ],
        items: [{ id: "1" }],
      }),
    ],
  ])("are read %s", async (_place, text) => {
    const { feed } = await read(text, { baseUrl: "https://x.example/rss" });
    expect(feed.links).toEqual({ hubs: ["https://hub.example/"], self: "https://x.example/rss" });
    expect(feed.link).toBe("https://x.example/");
  });

  it("are none of an item's links", async () => {
    const { feed } = await read(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${hub}</entry></feed>`);
    expect(feed.links).toBeUndefined();
  });
});

describe("a document that is no feed", () => {
  it("is a page though a script of it writes a feed's tag", async () => {
    expect(await parse("<html><script>write('<rss>')</script></html>")).toMatchObject({ kind: "page", feeds: [] });
  });

  it("names the feeds of a page", async () => {
    const page = '<!DOCTYPE html><title>News</title><link rel="alternate" type="application/rss+xml" href="/rss">';
    expect(await parse(page, { baseUrl: "https://x.example/" })).toEqual({
      kind: "page",
      feeds: ["https://x.example/rss"],
      links: { hubs: [], self: null },
    });
  });

  it.each([
    ["nothing", "", "not-a-feed"],
    ["prose", "Not found", "not-a-feed"],
    ["another XML document", "<opml><body><outline/></body></opml>", "not-a-feed"],
    ["JSON of another kind", '{"status": 404}', "not-a-feed"],
    ["broken JSON", '{"version": "https://jsonfeed.org/version/1", "items": [', "parse"],
    ["a feed nested without end", `<rss><channel><item>${"<a>".repeat(100_000)}`, "too-large"],
  ])("is a failure with its kind: %s", async (_name, text, kind) => {
    expect(await parse(text)).toMatchObject({ kind: "failed", failure: { kind } });
  });

  it("is a failure beyond 32 MB", async () => {
    expect(await parse(new Uint8Array(33 * 1024 * 1024))).toMatchObject({ failure: { kind: "too-large" } });
  });
});

describe("a hostile feed", () => {
  it("is read as a feed whatever stands in it", async () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          ..."<item> </item> <entry> <title> </title> <link <link> href='x' /> > <description> <author> <name> <source>".split(
            " ",
          ),
          ..."<![CDATA[ ]]> <!-- --> & &amp; &#0; &#xD800; <?x ?> <!DOCTYPE <a:b xml:base='//' <p> </p> <div> \ud800 \0".split(
            " ",
          ),
        ),
        fc.string({ unit: "binary" }),
      ),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(soup, async (parts) => {
        expect((await parse(`<rss><channel>${parts.join("")}`)).kind).toBe("feed");
      }),
      { numRuns: 500 },
    );
  });

  it("reads no entity from outside and expands none that is made of others", async () => {
    const doctype = '<!DOCTYPE rss [<!ENTITY a "boom"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(await titles(doctype + items("<title>x &a; &b; &f;</title>"))).toEqual(["x boom &b; &f;"]);
  });

  it("changes no prototype", async () => {
    await read(items("<__proto__><polluted>1</polluted></__proto__><title constructor='1'>x</title>"));
    expect({}).not.toHaveProperty("polluted");
  });

  it.each([
    ["RSS", (count: number) => items(...Array.from({ length: count }, () => "<title>x</title>"))],
    [
      "JSON Feed",
      (count: number) =>
        JSON.stringify({
          version: "https://jsonfeed.org/version/1.1",
          items: Array.from({ length: count }, (_, id) => ({ id: String(id), title: "x" })),
        }),
    ],
  ])("is read up to 10,000 items, and says where it held more: %s", async (_format, document) => {
    for (const [count, isCut] of [
      [10_000, undefined],
      [10_001, true],
    ] as const) {
      const outcome = await parse(document(count));
      if (outcome.kind !== "feed") throw new Error(`expected a feed, got ${outcome.kind}`);
      expect([outcome.items.length, outcome.feed.isCut]).toEqual([10_000, isCut]);
    }
  });

  it.each([
    ["angle brackets in a text", items(`<description><![CDATA[${"<".repeat(300_000)}]]></description>`)],
    ["open tags in a text", items(`<description><![CDATA[${"x<p".repeat(100_000)}]]></description>`)],
    ["unclosed sections", items(`<title>${"<![CDATA[".repeat(100_000)}`)],
    ["entities", items(`<title>${"&amp;".repeat(300_000)}</title>`)],
    ["attributes", items(`<title ${"a='b' ".repeat(50_000)}>x</title>`)],
    ["comments without end", items("<!--".repeat(100_000))],
    ["comments before anything else", "<!---->".repeat(100_000) + items("<title>x</title>")],
    ["fields of one item", items("<link>x</link>".repeat(100_000))],
    [
      "references to a declared entity",
      `<!DOCTYPE x [<!ENTITY a "${"b".repeat(200)}">]>${items("&a;".repeat(100_000))}`,
    ],
    // The runner gives up a test after half a minute, and what takes the square of these lengths takes longer.
  ])("takes time in proportion to its length: %s", async (_name, text) => {
    expect((await parse(text)).kind).toBe("feed");
  });
});
