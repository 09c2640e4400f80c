import { pick } from "../../test/support/seeded-random.ts";

const COMMON =
  "the of to and in a for on that with said at by as from it was were has had have been will would its their after before over under during against between about more than also two three first last new other some many most".split(
    " ",
  );
const NEWS =
  "government minister president parliament official officials embassy ambassador diplomat envoy consulate foreign ministry spokesman statement talks agreement border police court lawyer charges trial market shares economy inflation budget company workers union strike hospital school university students report study researchers climate flood storm fire rescue city region province capital coast island election vote party opposition leader coalition protest crowd army soldiers troops ceasefire attack defence missile aid refugees asylum visa passport airport flight train road bridge energy gas oil power plant water farmers harvest football club player season coach match title museum film festival artist book prize family child mother father doctor patients vaccine virus health week month year Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April international national local public private senior former deputy early late several hundred thousand million people told announced warned agreed refused called asked denied confirmed expected opened closed signed raised cut planned left arrived returned met".split(
    " ",
  );
const NAMES =
  "Example City|Northland|Lakeside|Riverton|Westmark|Ana Example|Peter Sample|Maria Testova|Ivan Example|Lee Min Placeholder".split(
    "|",
  );

function sentence(random: () => number, length: number): string {
  const words = Array.from({ length }, () => {
    const chance = random();
    if (chance < 0.4) return pick(COMMON, random) ?? "";
    return chance < 0.95 ? (pick(NEWS, random) ?? "") : (pick(NAMES, random) ?? "");
  });
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export interface NewsText {
  title: string;
  /** HTML of about `length` characters, in paragraphs. */
  html: string;
}

/** News-like English: sentence lengths, common words and paragraphs as in wire copy, without meaning. */
export function writeNews(random: () => number, length: number): NewsText {
  const title = sentence(random, 9).slice(0, -1);
  let html = "";
  while (html.length < length) {
    const sentences = Array.from({ length: 3 }, () => sentence(random, 12 + Math.floor(random() * 16)));
    html += `<p>${sentences.join(" ")}</p>`;
  }
  return { title, html };
}

export interface BenchItem extends NewsText {
  id: string;
  link: string;
  /** Epoch milliseconds. */
  publishedAt: number;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An RSS 2.0 document with escaped HTML in its descriptions, as most feeds have it. */
export function toRss(title: string, items: readonly BenchItem[]): string {
  const entries = items.map(
    (item) => `<item>
<title>${escapeXml(item.title)}</title>
<link>${escapeXml(item.link)}</link>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate>
<description>${escapeXml(item.html)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>${escapeXml(title)}</title><link>https://news.example/</link><description>News</description><language>en</language>
${entries.join("\n")}
</channel></rss>`;
}
