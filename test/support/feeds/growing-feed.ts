import { answer, type FeedServer } from "./feed-server.ts";

export interface PublishedItem {
  id: string;
  title: string;
  summary?: string;
  link?: string;
}

/** A feed that shows everything published so far, newest first. */
export interface GrowingFeed {
  url: string;
  publish(...items: readonly PublishedItem[]): void;
  /** How often it was asked for. */
  asked(): number;
}

/** Adds an RSS feed to a server. */
export function growFeed(server: FeedServer, path: string, baseline: readonly PublishedItem[]): GrowingFeed {
  const entries: string[] = [];
  function publish(...items: readonly PublishedItem[]): void {
    for (const item of items) entries.unshift(toEntry(item));
  }
  publish(...baseline);
  server.on(path, (response, headers) => {
    const body = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Test feed ${path}</title><link>https://news.example/</link><description>d</description>${entries.join("")}</channel></rss>`;
    answer(body, { "content-type": "application/rss+xml; charset=utf-8" })(response, headers);
  });
  return {
    url: server.url(path),
    publish,
    asked: () => server.seen.filter((request) => request.path === path).length,
  };
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function toEntry({ id, title, summary = "", link = `https://news.example/${id}` }: PublishedItem): string {
  const published = new Date().toUTCString();
  return `<item><title>${escape(title)}</title><link>${escape(link)}</link><guid isPermaLink="false">${id}</guid><pubDate>${published}</pubDate><description>${escape(summary)}</description></item>`;
}
