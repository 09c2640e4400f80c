import { DAY_MS } from "../../core/time.ts";
import { bareHostOf } from "../../core/feed-address.ts";
import { hashOf } from "../../core/hash.ts";
import type { Distinction, ReadItem } from "../../core/vocabulary.ts";
import { cutText } from "../../text/cut-text.ts";
import { htmlToText } from "../../text/html-to-text.ts";
import { titleToText } from "../../text/title-to-text.ts";
import { cleanLink } from "./clean-link.ts";
import { itemLanguage, LANGUAGE_SAMPLE } from "./item-language.ts";
import type { ParsedFeed, ParsedItem } from "./parsed-feed.ts";

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
  return link === null ? null : bareHostOf(link);
}

/**
 * Who published it: its source, else the host of its link. What has neither is of the site of its feed, so that it counts
 * as one outlet with what has a link there, else of whom the feed names in its title. Nothing is of an aggregator.
 */
function outletOf(item: ParsedItem, link: string | null, feed: ParsedFeed, isAggregator: boolean): string | null {
  const source = titleToText(item.source ?? "", "html");
  if (source !== "") return source;
  const host = hostOf(link);
  const site = hostOf(feed.link);
  if (isAggregator) return host === site ? null : host;
  return host ?? site ?? (titleToText(feed.title ?? "", "html") || null);
}

function usableDate(iso: string | null, now: number): number | null {
  const instant = iso === null ? Number.NaN : Date.parse(iso);
  return instant >= EARLIEST && instant <= now + DAY_MS ? instant : null;
}

/** Plain text has no white space but single spaces and line breaks. */
function oneLine(text: string): string {
  return text.replace(/\n+/g, " ");
}

/**
 * The key of an item in its feed: its id, else its cleaned link, else what it says. Its date is no part of it: some
 * feeds date everything anew at every poll.
 */
function identityOf(
  item: ParsedItem,
  read: Pick<ReadItem, "title" | "summary" | "body" | "cleanedLink" | "publishedAt">,
): Pick<ReadItem, "identity" | "distinction"> {
  const { title, cleanedLink, publishedAt } = read;
  const id = item.id?.trim() ?? "";
  if (id !== "" && cleanedLink !== null) return distinct(id, "link", cleanedLink);
  if (id !== "" || cleanedLink !== null) return distinct(id || (cleanedLink ?? ""), "title", title);
  return distinct(hashOf(title, read.body || read.summary), "date", String(publishedAt));
}

function distinct(key: string, by: Distinction["by"], value: string): Pick<ReadItem, "identity" | "distinction"> {
  const identity = key.length > LONGEST_IDENTITY ? hashOf(key) : key;
  return { identity, distinction: { by, identity: hashOf(identity, value), needed: false } };
}

function toReadItem(item: ParsedItem, feed: ParsedFeed, context: ReadContext): ReadItem {
  const { now, isAggregator } = context;
  const summary = htmlToText(item.summary ?? "");
  const body = htmlToText(item.content ?? "");
  const ownTitle = titleToText(item.title ?? "", item.titleType);
  const title = ownTitle === "" ? cutText(oneLine(body || summary), TITLE_FROM_BODY).trimEnd() : ownTitle;
  const cleanedLink = item.link === null ? null : cleanLink(item.link);
  const link = cleanedLink === null ? null : item.link;
  const publishedAt = usableDate(item.publishedAt, now);
  const read = { title, summary, body, link, cleanedLink, publishedAt };
  return {
    ...identityOf(item, read),
    ...read,
    outlet: outletOf(item, link, feed, isAggregator),
    author: titleToText(item.author ?? "", "html") || null,
    lang: itemLanguage([item.lang, context.lang, feed.lang], `${title} ${(body || summary).slice(0, LANGUAGE_SAMPLE)}`),
    contentHash: hashOf(title, oneLine(summary), oneLine(body), cleanedLink ?? ""),
  };
}

/** One identity given to several items of a document: where their distinctions differ, too, they are different items. */
function markShared(items: readonly ReadItem[]): ReadItem[] {
  const known = new Map<string, Set<string>>();
  for (const { identity, distinction } of items)
    known.set(identity, (known.get(identity) ?? new Set()).add(distinction?.identity ?? ""));
  const marked = new Map<string, ReadItem>();
  for (const item of items) {
    const { identity, distinction } = item;
    const isShared = (known.get(identity)?.size ?? 0) > 1;
    if (distinction === undefined || !isShared) marked.set(identity, item);
    else marked.set(distinction.identity, { ...item, distinction: { ...distinction, needed: true } });
  }
  return [...marked.values()];
}

/** The items of a feed document as plain text, each once (the last of equal ones), in document order. */
export function toReadItems(feed: ParsedFeed, items: readonly ParsedItem[], context: ReadContext): ReadItem[] {
  return markShared(items.map((item) => toReadItem(item, feed, context)));
}
