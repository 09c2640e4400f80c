import { DetectError } from "feedsmith";
import { discoverFeeds } from "../discover/discover-feeds.ts";
import { FeedTooComplexError } from "./canonical-feed.ts";
import { decodeDocument } from "./decode-document.ts";
import { mapFeed, type MapContext } from "./map-feed.ts";
import type { ParsedFeed, ParsedItem, ParseFailureKind, ParseInput, ParseOutcome } from "./parsed-feed.ts";
import { readCanonicalFeed } from "./read-canonical-feed.ts";
import { readJsonFeed } from "./read-json-feed.ts";
import { repairFeed } from "./repair-feed.ts";

/** What a body may hold once inflated; a feed is a hundredth of it. */
const MAX_BYTES = 32 * 1024 * 1024;

const HTML_PAGE = /^(?:\s|<!--(?:(?!-->)[^])*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head)\b/i;
/** Not head and body: OPML has them too. */
const HTML_TAG = /<(?:!doctype\s+html|html|meta|link)[\s>]/i;
const FEED_TAG = /<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]/i;

interface ReadFeed {
  feed: ParsedFeed;
  items: ParsedItem[];
}

function failed(kind: ParseFailureKind, message: string): ParseOutcome {
  return { kind: "failed", failure: { kind, message } };
}

function opening(text: string): string {
  return JSON.stringify(text.slice(0, 200).replace(/\s+/g, " ").trim());
}

async function readXmlFeed(text: string, context: MapContext): Promise<ReadFeed | null> {
  const canonical = repairFeed(text, context.baseUrl);
  return canonical === null ? null : mapFeed(await readCanonicalFeed(canonical), canonical, context);
}

async function readText(text: string, context: MapContext): Promise<ParseOutcome> {
  const start = text.trimStart();
  if (start === "") return failed("not-a-feed", "The document is empty.");
  if (start.startsWith("{")) return { kind: "feed", ...readJsonFeed(start, context) };
  const isPage = HTML_PAGE.test(text.slice(0, 10_000));
  const read = isPage && !FEED_TAG.test(text) ? null : await readXmlFeed(text, context);
  // A page may hold a feed, or merely a word that looks like one.
  if (read !== null && (!isPage || read.items.length > 0)) return { kind: "feed", ...read };
  if (isPage || HTML_TAG.test(text)) return { kind: "page", ...discoverFeeds(text, context.baseUrl) };
  return failed("not-a-feed", `The document is neither a feed nor a page; it begins with ${opening(text)}.`);
}

/**
 * Reads a document of any kind: RSS, RDF, Atom and JSON Feed in whatever state, or an HTML page that names feeds.
 * Never rejects: what cannot be read ends in a failure with its kind. Runs for as long as the document is large, so
 * the daemon calls it in a worker thread.
 */
export async function parseDocument({ bytes, contentType, baseUrl, timezone }: ParseInput): Promise<ParseOutcome> {
  if (bytes.length > MAX_BYTES) return failed("too-large", `The document has ${bytes.length} bytes.`);
  try {
    return await readText(decodeDocument(bytes, contentType), { baseUrl, timezone });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(failureKindOf(error), reason.slice(0, 300));
  }
}

function failureKindOf(error: unknown): ParseFailureKind {
  if (error instanceof FeedTooComplexError) return "too-large";
  return error instanceof DetectError ? "not-a-feed" : "parse";
}
