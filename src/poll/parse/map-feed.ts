import { readFeedHints } from "../feed-hints.ts";
import type { CanonicalFeed } from "./canonical-feed.ts";
import { mapItem } from "./map-item.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { absoluteLink } from "./pick-link.ts";
import type { RawFeed } from "./read-canonical-feed.ts";

export interface MapContext {
  /** Final URL of the document, or null. */
  baseUrl: string | null;
  /** IANA zone of dates that name none; null: UTC. */
  timezone: string | null;
}

function firstOf(feed: RawFeed, names: readonly string[]): string | null {
  for (const name of names) {
    const value = feed.field(name);
    if (value !== null) return value;
  }
  return null;
}

/**
 * Where an item's relative link may start, best first. A document of unknown address keeps its links as they stand:
 * nothing tells whether the feed's link is right for them.
 */
export function linkBases(feedLink: string | null, baseUrl: string | null): readonly string[] {
  return baseUrl === null ? [] : [feedLink, baseUrl].filter((base) => base !== null);
}

/** Picks the fields of an XML feed and of its items, in document order. */
export function mapFeed(
  raw: RawFeed,
  canonical: CanonicalFeed,
  { baseUrl, timezone }: MapContext,
): { feed: ParsedFeed; items: ParsedItem[] } {
  const link = absoluteLink(raw.field("link")?.replaceAll("&amp;", "&") ?? null, [baseUrl]);
  const hints = readFeedHints(raw.field);
  const { hubs, self } = canonical;
  const feed: ParsedFeed = {
    title: firstOf(raw, ["title", "dc:title"]),
    link,
    description: firstOf(raw, ["description", "subtitle", "tagline", "dc:description", "itunes:summary"]),
    kind: canonical.kind ?? "rss",
    lang: firstOf(raw, ["language", "dc:language"]) ?? canonical.lang,
    ...(hints === null ? {} : { hints }),
    ...(canonical.isCut ? { isCut: true } : {}),
    ...(hubs.length === 0 && self === null ? {} : { links: { hubs, self } }),
  };
  const bases = linkBases(link, baseUrl);
  return { feed, items: raw.items.map((item) => mapItem(item, { bases, timezone })) };
}
