import type { FeedHints } from "../feed-hints.ts";
import type { NamedLinks } from "../websub/hub-links.ts";

/** Items of one document that are read: what a thread can do in its time. What was left out is said. */
export const MAX_ITEMS = 10_000;

/** A feed document as read: dates in ISO 8601, `summary` and `content` as the feed has them (HTML). */
export interface ParsedItem {
  title: string | null;
  /** Whether `<` and `&` in the title are markup; feeds that do not say (RSS) mean HTML. */
  titleType: "html" | "text";
  link: string | null;
  id: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  summary: string | null;
  content: string | null;
  author: string | null;
  lang: string | null;
  /** The item's `<source>`: name of the outlet. */
  source: string | null;
}

export interface ParsedFeed {
  title: string | null;
  link: string | null;
  description: string | null;
  kind: "rss" | "atom" | "rdf" | "json";
  lang: string | null;
  /** When to ask again, where the document says so. */
  hints?: FeedHints;
  /** The document holds more than `MAX_ITEMS` items; the first are read. */
  isCut?: true;
  /** The document ends before its root element does: its sender may have broken it off. */
  isUnfinished?: true;
  /** Its hubs and its name for itself, where it names any. */
  links?: NamedLinks;
}

export type ParseFailureKind = "not-a-feed" | "parse" | "too-large" | GivenUpKind;

/** Reading went beyond a limit and was ended by force. */
export const GIVEN_UP_KINDS = ["out-of-time", "out-of-cpu", "out-of-memory"] as const;
type GivenUpKind = (typeof GIVEN_UP_KINDS)[number];

/** What a document came to: a feed, an HTML page that names feeds, or a typed failure. */
export type ParseOutcome =
  | { kind: "feed"; feed: ParsedFeed; items: readonly ParsedItem[] }
  | { kind: "page"; feeds: readonly string[]; links: NamedLinks }
  | { kind: "failed"; failure: { kind: ParseFailureKind; message: string } };

export interface ParseInput {
  bytes: Uint8Array;
  /** HTTP content type, or null. */
  contentType: string | null;
  /** Final URL of the document, for relative links; or null. */
  baseUrl: string | null;
  /** IANA zone for dates without one; null: UTC. */
  timezone: string | null;
}
