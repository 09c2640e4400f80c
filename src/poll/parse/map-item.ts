import type { ParsedItem } from "./parsed-feed.ts";
import { absoluteLink, pickLink } from "./pick-link.ts";
import type { RawItem, RawText } from "./read-canonical-feed.ts";
import { readDate } from "./read-date.ts";

/** In order of preference; the first that reads as a date counts. */
const PUBLISHED = [
  "published",
  "pubdate",
  "issued",
  "dcterms:issued",
  "dc:date",
  "created",
  "dcterms:created",
] as const;
const UPDATED = ["updated", "modified", "dcterms:modified"] as const;
const CONTENT = ["content:encoded", "content", "xhtml:body", "body", "fullitem"] as const;
const SUMMARY = ["description", "summary", "dc:description", "itunes:summary", "media:description"] as const;
const AUTHOR = ["author/name", "dc:creator", "author", "itunes:author", "author/email"] as const;

export interface ItemContext {
  /** Where relative links may start from, best first. */
  bases: readonly string[];
  timezone: string | null;
}

function decoded({ text, attributes }: RawText): string {
  return attributes["mode"] === "base64" ? Buffer.from(text, "base64").toString("utf8") : text;
}

function firstText(item: RawItem, fields: readonly string[]): string | null {
  for (const field of fields) {
    const found = item(field).find(({ text }) => text.trim() !== "");
    if (found !== undefined) return decoded(found).trim();
  }
  return null;
}

function firstDate(item: RawItem, fields: readonly string[], timezone: string | null): string | null {
  for (const { text } of fields.flatMap((field) => item(field))) {
    const instant = readDate(text, timezone);
    if (instant !== null) return new Date(instant).toISOString();
  }
  return null;
}

/** Several contents of one item are versions of it: the longest is the text. */
function longestText(item: RawItem, fields: readonly string[]): string | null {
  for (const field of fields) {
    const texts = item(field).map(decoded);
    const longest = texts.toSorted((a, b) => b.length - a.length)[0]?.trim();
    if (longest !== undefined && longest !== "") return longest;
  }
  return null;
}

function sourceOf(item: RawItem): string | null {
  const named = firstText(item, ["source/title", "source"]);
  const url = item("source")[0]?.attributes["url"] ?? "";
  return named ?? (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null);
}

function titleOf(item: RawItem): Pick<ParsedItem, "title" | "titleType"> {
  for (const field of ["title", "dc:title", "media:title"]) {
    const found = item(field).find(({ text }) => text.trim() !== "");
    if (found === undefined) continue;
    const isText = /^text(?:\/plain)?$/i.test(found.attributes["type"] ?? "");
    return { title: decoded(found).trim(), titleType: isText ? "text" : "html" };
  }
  return { title: null, titleType: "html" };
}

/** "desk@example.org (Foreign desk)", the form RSS asks for, names the person in brackets. */
function authorOf(item: RawItem): string | null {
  const author = firstText(item, AUTHOR);
  return /^\S+@\S+\s+\((.+)\)$/.exec(author ?? "")?.[1] ?? author;
}

/** Picks the fields of one item of an XML feed. */
export function mapItem(item: RawItem, { bases, timezone }: ItemContext): ParsedItem {
  const updatedAt = firstDate(item, UPDATED, timezone);
  return {
    ...titleOf(item),
    link: absoluteLink(pickLink(item("link"), item("guid")), bases),
    id: firstText(item, ["guid", "id", "about"]),
    publishedAt: firstDate(item, PUBLISHED, timezone) ?? updatedAt,
    updatedAt,
    summary: firstText(item, SUMMARY),
    content: longestText(item, CONTENT),
    author: authorOf(item),
    lang: firstText(item, ["dc:language", "language", "lang"]),
    source: sourceOf(item),
  };
}
