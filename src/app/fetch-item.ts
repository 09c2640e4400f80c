import type { Config } from "../config/config.ts";
import { bodyOf } from "../core/item-body.ts";
import type { Feed, ReadItem } from "../core/vocabulary.ts";
import type { MatchItem } from "../match/rule-set.ts";
import type { PageOutcome } from "../poll/page/page-outcome.ts";
import { cleanLink } from "../poll/parse/clean-link.ts";
import { itemLanguage } from "../poll/parse/item-language.ts";
import { createLoneFetcher } from "./lone-fetcher.ts";
import { probeConfigured } from "./probe-known.ts";
import { readLonePage } from "./read-lone-page.ts";

/** Feeds that are asked for an entry: a desk may read very many of one host. */
const MOST_FEEDS = 5;

/** An item that is not stored, as one look at its feeds and its page shows it. */
export interface FetchedItem {
  /** Null: neither an entry nor a page could be read. */
  item: MatchItem | null;
  /** The feed that shows the link today; null: none of those that were asked, and the item is the page alone. */
  feedId: string | null;
  /** What was looked at and came to nothing, a sentence each. */
  misses: readonly string[];
}

/**
 * Looks for a link in the feeds of its host, then at its page, as the daemon would: with its limits, only where it may
 * (robots.txt, `fetch.allow_private`). Nothing is stored.
 * @param feeds those that could have carried it
 */
export async function fetchItem(config: Config, link: string, feeds: readonly Feed[]): Promise<FetchedItem> {
  const misses: string[] = [];
  const entry = await findEntry(config, { link, feeds, misses });
  if (entry !== null && !entry.feed.fullText) return { item: itemOf(entry, null), feedId: entry.feed.id, misses };
  const page = await readPage(config, link);
  if (page.kind === "failed") misses.push(`the page could not be read: ${page.failure.message}`);
  if (entry !== null) return { item: itemOf(entry, page), feedId: entry.feed.id, misses };
  if (page.kind === "failed") return { item: null, feedId: null, misses };
  return { item: itemOfPage(page), feedId: null, misses };
}

interface Entry {
  read: ReadItem;
  feed: Feed;
}

interface Wanted {
  link: string;
  feeds: readonly Feed[];
  misses: string[];
}

async function findEntry(config: Config, { link, feeds, misses }: Wanted): Promise<Entry | null> {
  const cleaned = cleanLink(link);
  for (const feed of feeds.slice(0, MOST_FEEDS)) {
    const probe = await probeConfigured(config, process.env, { feed, allowPrivate: false, fullText: false });
    const read = probe.items.find((item) => item.cleanedLink !== null && item.cleanedLink === cleaned);
    if (read !== undefined) return { read, feed };
    const failure = probe.failure?.message;
    misses.push(
      failure === undefined ? `${feed.id} does not show the link today` : `${feed.id} could not be read: ${failure}`,
    );
  }
  if (feeds.length > MOST_FEEDS) misses.push(`${feeds.length - MOST_FEEDS} more feeds of the host were not asked`);
  return null;
}

async function readPage({ fetch }: Config, link: string): Promise<PageOutcome> {
  const fetcher = createLoneFetcher(fetch, Date.now);
  try {
    return await readLonePage(link, fetcher, Date.now);
  } finally {
    await fetcher.close();
  }
}

function itemOf({ read, feed }: Entry, page: PageOutcome | null): MatchItem {
  const { title, summary, lang, publishedAt } = read;
  const body = bodyOf({ ...read, pageBody: page?.kind === "text" ? page.text : null });
  const from = { id: feed.id, tags: feed.tags, kind: feed.kind };
  return { id: "fetched", title, summary, body, lang: lang ?? feed.lang, feed: from, publishedAt };
}

function itemOfPage({ title, text }: Extract<PageOutcome, { kind: "text" }>): MatchItem {
  const item = { id: "fetched", title: title ?? "", summary: "", body: text, feed: null, publishedAt: Date.now() };
  return { ...item, lang: itemLanguage([], `${item.title} ${text}`) };
}
