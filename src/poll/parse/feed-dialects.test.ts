import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseDocument } from "./parse-document.ts";
import type { ParseOutcome } from "./parsed-feed.ts";

async function parse(document: string | Uint8Array, contentType: string | null = null): Promise<ParseOutcome> {
  const bytes = typeof document === "string" ? Buffer.from(document) : document;
  return parseDocument({ bytes, contentType, baseUrl: null, timezone: null });
}

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const item = "<title>Envoy</title><link>https://x.example/1</link><description>Asks for asylum</description>";
const channel = `<channel><title>Wire</title><link>https://x.example/</link><item>${item}</item></channel>`;
const rdf = `<channel rdf:about="c"><title>Wire</title><link>https://x.example/</link></channel><item rdf:about="i">${item}</item>`;
const entry = '<title>Envoy</title><link href="https://x.example/1"/><summary>Asks for asylum</summary>';
const atom = `<title>Wire</title><link href="https://x.example/"/><entry>${entry}</entry>`;

function prefixed(xml: string, prefix: string): string {
  return xml.replace(/<(\/?)(?=\w+[\s/>])/g, `<$1${prefix}:`);
}

describe("a feed and its item are read from", () => {
  it.each([
    ["RSS without version", `<rss>${channel}</rss>`],
    ["RSS 0.90", `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://my.netscape.com/rdf/simple/0.9/">${rdf}</rdf:RDF>`],
    ["RSS in a namespace of its own", `<rss version="2.0" xmlns="http://unknown.example/">${channel}</rss>`],
    ["RSS in the namespace of one of its modules", `<rss xmlns="http://search.yahoo.com/mrss/">${channel}</rss>`],
    ["RSS with a prefix", `<r:rss xmlns:r="http://unknown.example/">${prefixed(channel, "r")}</r:rss>`],
    [
      "RSS whose items have a prefix nobody declared",
      `<rss>${channel.replace(item, prefixed(item, "r")).replace(/(<\/?)item/g, "$1r:item")}</rss>`,
    ],
    [
      "RSS with its items outside the channel",
      `<rss>${channel.replace(`<item>${item}</item></channel>`, `</channel><item>${item}</item>`)}</rss>`,
    ],
    ["RSS that is nothing but a channel", channel],
    ["RSS in another document", `<s:Envelope xmlns:s="urn:s"><s:Body><rss>${channel}</rss></s:Body></s:Envelope>`],
    ["RSS 1.0", `<rdf:RDF xmlns:rdf="${RDF}" xmlns="http://purl.org/rss/1.0/">${rdf}</rdf:RDF>`],
    [
      "RSS 1.0 with other prefixes",
      `<r:RDF xmlns:r="${RDF}" xmlns:s="http://purl.org/rss/1.0/">${prefixed(rdf, "s").replaceAll("rdf:", "r:")}</r:RDF>`,
    ],
    ["RSS 1.0 without any declaration", `<RDF>${rdf}</RDF>`],
    [
      "RSS 1.0 in the namespace of RDF",
      `<RDF xmlns="${RDF}" xmlns:rss="http://purl.org/rss/1.0/">${prefixed(rdf, "rss")}</RDF>`,
    ],
    ["Atom 0.3", `<feed version="0.3" xmlns="http://purl.org/atom/ns#">${atom}</feed>`],
    ["Atom 1.0", `<feed xmlns="http://www.w3.org/2005/Atom">${atom}</feed>`],
    ["Atom in the namespace of XHTML", `<feed xmlns="http://www.w3.org/1999/xhtml">${atom}</feed>`],
    [
      "Atom with a prefix, inside HTML",
      `<a:feed xmlns="http://www.w3.org/1999/xhtml" xmlns:a="http://www.w3.org/2005/Atom">${prefixed(atom, "a")}</a:feed>`,
    ],
    [
      "CDF",
      '<CHANNEL HREF="https://x.example/"><TITLE>Wire</TITLE><ITEM HREF="https://x.example/1"><TITLE>Envoy</TITLE><ABSTRACT>Asks for asylum</ABSTRACT></ITEM></CHANNEL>',
    ],
  ])("%s", async (_dialect, document) => {
    expect(await parse(document)).toMatchObject({
      feed: { title: "Wire", link: "https://x.example/" },
      items: [{ title: "Envoy", link: "https://x.example/1", summary: "Asks for asylum" }],
    });
  });
});

describe("a feed", () => {
  it("prefers its HTML page among its links", async () => {
    const links =
      '<link rel="self" href="/f"/><link type="application/json" href="/j"/><link type="text/html" href="https://x.example/h"/>';
    expect(await parse(`<feed>${links}</feed>`)).toMatchObject({ feed: { link: "https://x.example/h" } });
  });

  it("may have its title in base64 and its description as a subtitle", async () => {
    const text = '<title mode="base64">QQ==</title><itunes:subtitle>About A</itunes:subtitle>';
    expect(await parse(`<rss><channel>${text}</channel></rss>`)).toMatchObject({
      feed: { title: "A", description: "About A" },
    });
  });

  it("has the identities that RDF gives, whatever prefix stands for RDF", async () => {
    const document = `<r:RDF xmlns:r="${RDF}"><item r:about="urn:1"><title>x</title></item></r:RDF>`;
    expect(await parse(document)).toMatchObject({ items: [{ id: "urn:1" }] });
  });

  it("has the dates that CDF gives", async () => {
    const document = '<channel><item href="https://x.example/1" lastmod="1998-11-05T22:31-0800"/></channel>';
    expect(await parse(document)).toMatchObject({ items: [{ publishedAt: "1998-11-06T06:31:00.000Z" }] });
  });

  it("may declare short entities of its own", async () => {
    const doctype = `<!DOCTYPE rss [<!ENTITY wire "Example Wire"> <!ENTITY acute '&#233;'>]>`;
    const document = `${doctype}<rss><channel><title>&wire; caf&acute;</title></channel></rss>`;
    expect(await parse(document)).toMatchObject({ feed: { title: "Example Wire café" } });
  });
});

const original = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Café “Wire”</title><link>https://x.example/</link>
<item><title>Envoy &amp; aide — “refuge”</title><link>https://x.example/?a=1&amp;b=2</link><guid isPermaLink="false">w-1</guid>
<pubDate>Tue, 24 Nov 2026 07:05:09 GMT</pubDate><dc:creator>Élise</dc:creator>
<description><![CDATA[<p class="a" id='b'>A <b>short</b> text &amp; more</p>]]></description><content:encoded>&lt;p&gt;Naïve&lt;/p&gt;</content:encoded></item>
<item><title></title><link>https://x.example/2</link></item>
</channel></rss>`;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function declared(charset: string): Uint8Array {
  return iconv.encode(original.replace('"1.0"?', `"1.0" encoding="${charset}"?`), charset);
}

describe("a feed says the same", () => {
  it.each([
    ["with entities for CDATA", original.replace(/<!\[CDATA\[(.*?)\]\]>/, (_, text: string) => escaped(text))],
    ["with CDATA for entities", original.replace("&lt;p&gt;Naïve&lt;/p&gt;", "<![CDATA[<p>Naïve</p>]]>")],
    ["with CDATA in pieces", original.replace("short", "sh]]><![CDATA[ort")],
    ["with numeric references", original.replace(/[^\0-\x7f]/g, (letter) => `&#${letter.charCodeAt(0)};`)],
    ["under other prefixes", original.replace(/(<\/?|xmlns:)(dc|content)(?=[:=])/g, "$1$2x")],
    [
      "with its attributes in another order and quotes",
      original.replace(/ (xmlns:dc=)"(.*?)" (xmlns:content=".*?")/, " $3\n$1'$2'"),
    ],
    ["with room in its tags", original.replace(/<(\/?)(item|title|link|guid|pubDate)(?=[ >])(.*?)>/g, "<$1$2\n$3\t>")],
    ["with lines that end as on Windows", original.replaceAll("\n", "\r\n")],
    ["with an empty element for an empty pair", original.replace("<title></title>", "<title/>")],
    ["with names in capitals", original.replace(/<\/?(?!p|b)[\w:]+/g, (name) => name.toUpperCase())],
    [
      "with comments and instructions between its elements",
      original.replace(/(<\/(?:title|link)>)/g, "$1<!-- <title>x</title> --><?x y?>"),
    ],
    [
      "with unknown elements between",
      original.replaceAll("<item>", '<item><z:z xmlns:z="urn:z"><title>x</title><z:link href="y"/></z:z>'),
    ],
    ["without a declaration", original.replace(/<\?.*?\?>/, "")],
    ["behind a byte order mark", `\ufeff${original}`],
    ["in windows-1252", declared("windows-1252")],
    ["in UTF-16", declared("utf-16le")],
    ["in GB 18030", declared("gb18030")],
  ])("%s", async (_change, document) => {
    expect(await parse(document)).toEqual(await parse(original));
  });
});
