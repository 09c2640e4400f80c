import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { once } from "node:events";
import { closeServer } from "./close-server.ts";
import { DEMO_ITEMS, type DemoFeedId, type DemoItem } from "./script.ts";

export interface DemoFeeds {
  /** `http://127.0.0.1:PORT`; the feeds are at /wire.rss, /persian.atom and /aggregator.json. */
  url: string;
  /** When the script began; undefined: not every feed was read yet. */
  startedAt(): number | undefined;
  /** Items that are published by now. */
  published(): readonly DemoItem[];
  close(): Promise<void>;
}

/**
 * Serves the demo's three feeds on loopback: RSS, Atom and JSON Feed. The script begins when each was read once, so
 * that its news is news however slow the machine is.
 */
export async function serveDemoFeeds(now: () => number): Promise<DemoFeeds> {
  const createdAt = now();
  const unread = new Set<DemoFeedId>(DEMO_ITEMS.map((item) => item.feed));
  let startedAt: number | undefined;

  function published(): DemoItem[] {
    const begunAt = startedAt ?? Infinity;
    return DEMO_ITEMS.filter((item) => item.afterSeconds === 0 || publishedAt(begunAt, item) <= now());
  }
  function show(feed: DemoFeedId): DatedItem[] {
    const shown = published().filter((item) => item.feed === feed);
    unread.delete(feed);
    if (unread.size === 0) startedAt ??= now();
    return shown.map((item) => ({ ...item, at: new Date(publishedAt(startedAt ?? createdAt, item)) }));
  }

  const app = new Hono();
  app.get("/wire.rss", (context) =>
    context.body(toRss(show("demo-wire")), 200, { "content-type": "application/rss+xml; charset=utf-8" }),
  );
  app.get("/persian.atom", (context) =>
    context.body(toAtom(show("demo-persian")), 200, { "content-type": "application/atom+xml; charset=utf-8" }),
  );
  app.get("/aggregator.json", (context) => context.json(toJsonFeed(show("demo-aggregator"))));

  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    startedAt: () => startedAt,
    published,
    close: () => closeServer(server),
  };
}

/** An item with the date it shows. */
type DatedItem = DemoItem & { at: Date };

function publishedAt(startedAt: number, item: DemoItem): number {
  return startedAt + item.afterSeconds * 1000;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function toRss(items: readonly DatedItem[]): string {
  const entries = items.map(
    (item) =>
      `<item><title>${escape(item.title)}</title><link>${escape(item.link)}</link><guid isPermaLink="false">${item.id}</guid>` +
      `<pubDate>${item.at.toUTCString()}</pubDate><description>${escape(item.summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Lakeside Courier</title><link>https://lakeside-courier.example/</link><description>World news</description>${entries.join("")}</channel></rss>`;
}

function toAtom(items: readonly DatedItem[]): string {
  const entries = items.map(
    (item) =>
      `<entry><id>tag:khabar-emruz.example,2026:${item.id}</id><title>${escape(item.title)}</title><link href="${escape(item.link)}"/>` +
      `<updated>${item.at.toISOString()}</updated><summary>${escape(item.summary)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><id>tag:khabar-emruz.example,2026:feed</id><title>خبر امروز</title><updated>${items.at(-1)?.at.toISOString()}</updated>${entries.join("")}</feed>`;
}

function toJsonFeed(items: readonly DatedItem[]): object {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: "Headlines of the hour",
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      title: item.title,
      content_text: item.summary,
      date_published: item.at.toISOString(),
      authors: item.outlet === null ? [] : [{ name: item.outlet }],
    })),
  };
}
