import { readFeedHints } from "../feed-hints.ts";
import type { CanonicalFeed } from "./canonical-feed.ts";
import { dateHabits, firstText, mapItem } from "./map-item.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { absoluteLink, pickLink } from "./pick-link.ts";
import type { RawFeed } from "./read-canonical-feed.ts";

const DESCRIPTION = [
  "description",
  "subtitle",
  "tagline",
  "abstract",
  "dc:description",
  "itunes:summary",
  "itunes:subtitle",
] as const;

export interface MapContext {
  /** Final URL of the document, or null. */
  baseUrl: string | null;
  /** IANA zone of dates that name none; null: UTC. */
  timezone: string | null;
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
  const { fields } = raw;
  const link = absoluteLink(pickLink(fields("link"), []), [baseUrl]);
  const hints = readFeedHints((name) => firstText(fields, [name]));
  const { hubs, self } = canonical;
  const feed: ParsedFeed = {
    title: firstText(fields, ["title", "dc:title"]),
    link,
    description: firstText(fields, DESCRIPTION),
    kind: canonical.kind ?? "rss",
    lang: firstText(fields, ["language", "dc:language"]) ?? canonical.lang,
    ...(hints === null ? {} : { hints }),
    ...(canonical.isCut ? { isCut: true } : {}),
    ...(canonical.isUnfinished && !canonical.isCut ? { isUnfinished: true } : {}),
    ...(hubs.length === 0 && self === null ? {} : { links: { hubs, self } }),
  };
  const context = { bases: linkBases(link, baseUrl), dates: dateHabits(raw.items, timezone) };
  return { feed, items: raw.items.map((item) => mapItem(item, context)) };
}
