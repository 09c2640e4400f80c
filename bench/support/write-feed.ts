import { escapeXml } from "./news-text.ts";
import { NEWS_WORDS } from "./news-words.ts";
import { HOUR_MS } from "../../src/core/time.ts";

/** The forms that rss-parser, feedsmith and feedparser read, too. */
export const FEED_FORMS = ["rss", "rss-content", "atom", "rdf"] as const;
type FeedForm = (typeof FEED_FORMS)[number];

interface FeedEntry {
  title: string;
  teaser: string;
  html: string;
  link: string;
  publishedAt: Date;
}

export interface FeedDocument {
  bytes: Buffer;
  items: number;
}

const NEWEST = Date.UTC(2026, 0, 20, 12);

function writeSentence(random: () => number, words: readonly string[], gap: string): string {
  const length = 8 + Math.floor(random() * 20);
  const text = Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(gap);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${gap === "" ? "。" : "."}`;
}

function writeEntry(random: () => number, lang: string, at: number): FeedEntry {
  const words = NEWS_WORDS[lang] ?? [];
  const gap = lang === "zh" ? "" : " ";
  function sentences(count: number): string {
    return Array.from({ length: count }, () => writeSentence(random, words, gap)).join(gap);
  }
  const link = `https://news.example/${lang}/2026/01/${at}?section=world&ref=feed`;
  const paragraphs = Array.from({ length: 1 + Math.floor(random() * 4) }, () => `<p>${sentences(3)}</p>`);
  const image = `<p><img src="https://news.example/images/${at}.jpg" width="640" alt="${sentences(1)}" /></p>`;
  const more = `<p><a href="${escapeXml(link)}">${sentences(1)}</a> &nbsp;&ndash; <em>Q&amp;A</em><br/>${sentences(1)}</p>`;
  return {
    title: sentences(1).slice(0, 90),
    teaser: sentences(2),
    html: `${image}\n${paragraphs.join("\n")}\n${more}`,
    link,
    publishedAt: new Date(NEWEST - at * HOUR_MS),
  };
}

function toRssItem({ title, html, link, publishedAt }: FeedEntry): string {
  return `<item><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link><guid isPermaLink="true">${escapeXml(link)}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate><dc:creator>Desk</dc:creator><category>World</category><category>Politics</category>
<description>${escapeXml(html)}</description></item>`;
}

function toContentItem({ title, teaser, html, link, publishedAt }: FeedEntry): string {
  return `<item>
  <title><![CDATA[${title}]]></title>
  <link>${escapeXml(link)}</link>
  <guid isPermaLink="false">${escapeXml(link.slice(8, 40))}</guid>
  <pubDate>${publishedAt.toUTCString()}</pubDate>
  <dc:creator><![CDATA[Desk]]></dc:creator>
  <media:content url="${escapeXml(link)}.jpg" medium="image" type="image/jpeg"/>
  <description><![CDATA[${teaser}]]></description>
  <content:encoded><![CDATA[${html}]]></content:encoded>
</item>`;
}

function toAtomEntry({ title, teaser, html, link, publishedAt }: FeedEntry): string {
  return `<entry>
  <title type="html">${escapeXml(title)}</title>
  <link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
  <id>tag:news.example,2026:${escapeXml(link.slice(21))}</id>
  <published>${publishedAt.toISOString()}</published><updated>${publishedAt.toISOString()}</updated>
  <author><name>Desk</name></author>
  <summary>${escapeXml(teaser)}</summary>
  <content type="html">${escapeXml(html)}</content>
</entry>`;
}

function toRdfItem({ title, teaser, link, publishedAt }: FeedEntry): string {
  return `<item rdf:about="${escapeXml(link)}"><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link>
<description>${escapeXml(teaser)}</description><dc:date>${publishedAt.toISOString()}</dc:date><dc:creator>Desk</dc:creator></item>`;
}

const MODULES =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"';
const CHANNEL = "<title>News</title><link>https://news.example/</link><description>World</description>";

/** Most RSS feeds say what they are written in, few others do. */
function languageOf(form: FeedForm, lang: string): string {
  return form.startsWith("rss") ? `<language>${lang}</language>` : "";
}

const FORMS: Readonly<Record<FeedForm, { head: string; item: (entry: FeedEntry) => string; foot: string }>> = {
  rss: { head: `<rss version="2.0" ${MODULES}><channel>${CHANNEL}`, item: toRssItem, foot: "</channel></rss>" },
  "rss-content": {
    head: `<rss version="2.0" ${MODULES}><channel>${CHANNEL}<ttl>15</ttl>`,
    item: toContentItem,
    foot: "</channel></rss>",
  },
  atom: {
    head: '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="https://news.example/"/><id>tag:news.example</id><updated>2026-01-20T12:00:00Z</updated>',
    item: toAtomEntry,
    foot: "</feed>",
  },
  rdf: {
    head: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${MODULES}><channel rdf:about="https://news.example/">${CHANNEL}</channel>`,
    item: toRdfItem,
    foot: "</rdf:RDF>",
  },
};

/** A well-formed document of about `length` bytes of UTF-8, with as many items as that takes. */
export function writeFeed(random: () => number, lang: string, form: FeedForm, length: number): FeedDocument {
  const { head, item, foot } = FORMS[form];
  const parts = [`<?xml version="1.0" encoding="utf-8"?>\n${head}${languageOf(form, lang)}`];
  let bytes = Buffer.byteLength(head);
  while (bytes < length) {
    const part = item(writeEntry(random, lang, parts.length));
    parts.push(part);
    bytes += Buffer.byteLength(part);
  }
  return { bytes: Buffer.from(`${parts.join("\n")}\n${foot}\n`), items: parts.length - 1 };
}
