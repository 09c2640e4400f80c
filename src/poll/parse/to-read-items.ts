import { hashOf } from "../../core/hash.ts";
import type { ReadItem } from "../../core/vocabulary.ts";
import { cutText } from "../../text/cut-text.ts";
import { htmlToText, MAX_TEXT_LENGTH } from "../../text/html-to-text.ts";
import { titleToText } from "../../text/title-to-text.ts";
import { cleanLink } from "./clean-link.ts";
import { itemLanguage } from "./item-language.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

const DAY = 86_400_000;
/** Older dates are a default of the publisher's system, not a date. */
const EARLIEST = Date.UTC(1990, 0, 1);
const TITLE_FROM_BODY = 100;
/** Longer identities are kept as a hash: databases limit what they index. */
const LONGEST_IDENTITY = 512;

export interface ReadContext {
  /** Epoch ms; dates more than a day ahead of it are not believed. */
  now: number;
  /** Whether the feed collects items of others: then its own host is nobody's outlet. */
  isAggregator: boolean;
  /** What the operator says the feed is written in, ISO 639; null: nothing. */
  lang: string | null;
}

function hostOf(link: string | null): string | null {
  return link === null || !URL.canParse(link) ? null : new URL(link).hostname.replace(/^www\./, "") || null;
}

function outletOf(item: ParsedItem, link: string | null, ownHost: string | null): string | null {
  const source = titleToText(item.source ?? "", "html");
  if (source !== "") return source;
  const host = hostOf(link);
  return host === ownHost ? null : host;
}

function usableDate(iso: string | null, now: number): number | null {
  const instant = iso === null ? Number.NaN : Date.parse(iso);
  return instant >= EARLIEST && instant <= now + DAY ? instant : null;
}

/** Plain text has no white space but single spaces and line breaks. */
function oneLine(text: string): string {
  return text.replace(/\n+/g, " ");
}

/** The key of an item in its feed: its id, else its cleaned link, else what it says. */
function identityOf(item: ParsedItem, read: Pick<ReadItem, "title" | "summary" | "body" | "cleanedLink">): string {
  const identity =
    item.id?.trim() || read.cleanedLink || hashOf(read.title, item.publishedAt ?? "", read.body || read.summary);
  return identity.length > LONGEST_IDENTITY ? hashOf(identity) : identity;
}

function toReadItem(item: ParsedItem, feed: ParsedFeed, context: ReadContext): ReadItem {
  const { now, isAggregator } = context;
  const summary = htmlToText(item.summary ?? "");
  const body = htmlToText(item.content ?? "", MAX_TEXT_LENGTH - summary.length);
  const ownTitle = titleToText(item.title ?? "", item.titleType);
  const title = ownTitle === "" ? cutText(oneLine(body || summary), TITLE_FROM_BODY).trimEnd() : ownTitle;
  const cleanedLink = item.link === null ? null : cleanLink(item.link);
  const link = cleanedLink === null ? null : item.link;
  const read = { title, summary, body, link, cleanedLink };
  return {
    identity: identityOf(item, read),
    ...read,
    outlet: outletOf(item, link, isAggregator ? hostOf(feed.link) : null),
    author: titleToText(item.author ?? "", "html") || null,
    lang: itemLanguage([item.lang, context.lang, feed.lang], `${title} ${body || summary}`),
    publishedAt: usableDate(item.publishedAt, now),
    contentHash: hashOf(title, oneLine(summary), oneLine(body), cleanedLink ?? ""),
  };
}

/**
 * One id given to several items of a document: items with different links are different items and get the link into
 * their identity; of the rest the last one counts.
 */
function separateRepeated(items: readonly ReadItem[]): ReadItem[] {
  const links = new Map<string, Set<string | null>>();
  for (const { identity, cleanedLink } of items)
    links.set(identity, (links.get(identity) ?? new Set()).add(cleanedLink));
  const separated = new Map<string, ReadItem>();
  for (const item of items) {
    const isShared = (links.get(item.identity)?.size ?? 0) > 1;
    const identity = isShared ? hashOf(item.identity, item.cleanedLink ?? "") : item.identity;
    separated.set(identity, { ...item, identity });
  }
  return [...separated.values()];
}

/** The items of a feed document as plain text, each identity once, in document order. */
export function toReadItems(feed: ParsedFeed, items: readonly ParsedItem[], context: ReadContext): ReadItem[] {
  return separateRepeated(items.map((item) => toReadItem(item, feed, context)));
}
