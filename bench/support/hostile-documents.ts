import { gzipSync } from "node:zlib";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { writeNews } from "./news-text.ts";

/** A document that is broken, or made to break its reader; each round writes it a little differently. */
export interface HostileDocument {
  name: string;
  write: (round: number) => string | Buffer;
  type?: string;
}

/** Under the 20 MB that a body may have. */
const LARGE = 18_000_000;
const MANY = 20_000;

function rss(items: string, round: number, doctype = ""): string {
  return `<?xml version="1.0"?>${doctype}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Round ${round}</title><link>https://news.example/</link>${items}</channel></rss>`;
}

function item(description: string, title = "Title", id = "1"): string {
  return `<item><title>${title}</title><link>https://news.example/${id}</link><guid>${id}</guid><description>${description}</description></item>`;
}

/** The whole document is one item with this description. */
function one(name: string, description: () => string): HostileDocument {
  return { name, write: (round) => rss(item(description()), round) };
}

/** The items are this text as it stands. */
function raw(name: string, items: () => string): HostileDocument {
  return { name, write: (round) => rss(items(), round) };
}

function growingEntities(): string {
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY l0 "ha">${levels.join("")}]>`;
}

/** Every item is revised in every round. */
function writeMany(round: number): string {
  const random = seededRandom(round);
  return Array.from({ length: MANY }, (_, at) => item(writeNews(random, 100).title, `Title ${at}`, `${at}`)).join("");
}

function writeManyJson(round: number): string {
  const random = seededRandom(round);
  const items = Array.from({ length: MANY }, (_, at) => ({
    id: `${at}`,
    url: `https://news.example/${at}`,
    title: `Title ${at}`,
    content_text: writeNews(random, 100).title,
  }));
  return JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Many", items });
}

/** As long as the longest text that is kept, in as many items as fit. */
function writeLong(round: number): string {
  const random = seededRandom(round);
  const { html } = writeNews(random, 250_000);
  const text = html.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return Array.from({ length: 60 }, (_, at) => item(text, `Title ${at}`, `${at}`)).join("");
}

function writePage(length: number, round: number): string {
  const card =
    '<div class="card"><a href="/p?id=1&x=2"><h2>Head &amp; tail</h2></a><p>Text &nbsp; more<script>if (a < b) { e("</div>"); }</script></div>\n';
  return `<!DOCTYPE html><html><head><title>Error ${round}</title></head><body>${card.repeat(length / card.length)}</body></html>`;
}

function writeNoise(round: number): Buffer {
  const random = seededRandom(round);
  return Buffer.from(Array.from({ length: 1_000_000 }, () => Math.floor(random() * 256)));
}

function writeBadUtf8(round: number): Buffer {
  const bad = Buffer.from([0xff, 0xc3, 0x28, 0xe2, 0x82]);
  const items = Array.from({ length: 5 }, (_, at) => Buffer.concat([bad, Buffer.from(item("é", "ü", `${at}`))]));
  return Buffer.concat([Buffer.from(rss("", round).replace("</channel></rss>", "")), ...items]);
}

/** 26 of them. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  { name: "entities that grow tenfold nine times", write: (round) => rss(item("&l9;"), round, growingEntities()) },
  {
    name: "an entity that reads a file",
    write: (round) => rss(item("&x;"), round, '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
  },
  one("100,000 elements in each other", () => `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`),
  raw("100,000 elements never closed", () => `<item>${"<q>".repeat(100_000)}`),
  raw("100,000 items in each other", () => "<item>".repeat(100_000)),
  raw("an attribute of 18 MB", () => `<item a="${"A".repeat(LARGE)}"><title>T</title></item>`),
  raw("100,000 attributes", () => {
    const attributes = Array.from({ length: 100_000 }, (_, at) => ` a${at}="1"`);
    return `<item${attributes.join("")}><title>T</title></item>`;
  }),
  raw("CDATA of 10 MB never closed", () => `<item><title>T</title><description><![CDATA[${"A ".repeat(5_000_000)}`),
  one("18 MB of text", () => "A ".repeat(LARGE / 2)),
  { name: "20,000 items, all revised", write: (round) => rss(writeMany(round), round) },
  { name: "20,000 items in JSON, all revised", write: writeManyJson, type: "application/feed+json" },
  { name: "60 items of 250 kB, all revised", write: (round) => rss(writeLong(round), round) },
  one("2 million escaped ampersands", () => "&amp;".repeat(2_000_000)),
  one("300,000 < in CDATA", () => `<![CDATA[${"<".repeat(300_000)}]]>`),
  one("100,000 x<p in CDATA", () => `<![CDATA[${"x<p".repeat(100_000)}]]>`),
  raw("a million < in markup", () => `<item>${"<".repeat(1_000_000)}`),
  raw("200,000 comments never closed", () => `<item>${"<!-- ".repeat(200_000)}`),
  { name: "200,000 document types", write: (round) => rss(item("x"), round, "<!DOCTYPE a [".repeat(200_000)) },
  one("200,000 bare ampersands", () => "&a".repeat(200_000)),
  { name: "NUL in titles", write: (round) => rss(item("a\0b", "T\0\0U"), round) },
  raw("names of prototypes", () => "<__proto__>1</__proto__><item constructor='y'><title>T</title></item>"),
  { name: "an error page of 5 MB with status 200", write: (round) => writePage(5_000_000, round), type: "text/html" },
  { name: "gzip cut short", write: (round) => gzipSync(rss(item("x".repeat(90_000)), round)).subarray(0, 100) },
  { name: "a million random bytes", write: writeNoise },
  { name: "bytes that are no UTF-8", write: writeBadUtf8 },
  { name: "nothing at all", write: () => "" },
];
