import { isUtf8 } from "node:buffer";
import { bareHostOf } from "../../core/feed-address.ts";
import { cleanCharacters } from "./canonical-text.ts";
import { PUBLISHED, UPDATED } from "./feed-names.ts";
import type { ParsedItem } from "./parsed-feed.ts";
import { absoluteLink, pickLink } from "./pick-link.ts";
import type { RawFields, RawText } from "./read-canonical-feed.ts";
import { type DateHabits, findSlashOrder, readDate } from "./read-date.ts";

const CONTENT = ["content:encoded", "content", "xhtml:body", "body", "fullitem"] as const;
const OWN_SUMMARY = ["description", "summary", "abstract", "dc:description", "itunes:summary"] as const;
/** What describes a picture or recording serves where nothing describes the item. */
const SUMMARY = [...OWN_SUMMARY, "media:description", "itunes:subtitle"] as const;
const AUTHOR = ["author/name", "dc:creator", "author", "dc:author", "itunes:author", "author/email"] as const;

export interface ItemContext {
  /** Where relative links may start from, best first. */
  bases: readonly string[];
  dates: DateHabits;
}

/** Types whose text stands as it is; any other is base64 (RFC 4287, section 4.1.3.3), as Atom 0.3 may say outright. */
const PLAIN_TYPE = /^\s*(?:text|html|xhtml|[^/]*|text\/.*|multipart\/.*|.*[+/]xml)\s*(?:;|$)/i;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

function isBase64({ text, attributes: { mode, type } }: RawText): boolean {
  if (mode?.trim().toLowerCase() === "base64") return true;
  return type !== undefined && !PLAIN_TYPE.test(type) && text.replace(/\s/g, "").length % 4 === 0 && BASE64.test(text);
}

function decodedBase64(text: string): string {
  const bytes = Buffer.from(text, "base64");
  return isUtf8(bytes) ? cleanCharacters(bytes.toString("utf8")) : ""; // A picture is no text.
}

function decoded(field: RawText): string {
  return isBase64(field) ? decodedBase64(field.text) : field.text;
}

/** The first text that is not blank, of the first field that has one. */
export function firstText(item: RawFields, fields: readonly string[]): string | null {
  for (const field of fields) {
    const found = item(field).find(({ text }) => text.trim() !== "");
    if (found !== undefined) return decoded(found).trim();
  }
  return null;
}

function firstDate(item: RawFields, fields: readonly string[], habits: DateHabits): string | null {
  for (const { text } of fields.flatMap((field) => item(field))) {
    const instant = readDate(text, habits);
    if (instant !== null) return new Date(instant).toISOString();
  }
  return null;
}

/** How the dates of a feed's items are to be read. */
export function dateHabits(items: readonly RawFields[], timezone: string | null): DateHabits {
  const texts = items.flatMap((item) => [...PUBLISHED, ...UPDATED].flatMap((field) => item(field)));
  return { timezone, slashOrder: findSlashOrder(texts.map(({ text }) => text)) };
}

/** Where an item has several summaries and no content, a longer one than the first says more. */
function longerSummary(item: RawFields, summary: string | null): string | null {
  const texts = OWN_SUMMARY.flatMap((field) => item(field)).map((field) => decoded(field).trim());
  const longest = texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
  return longest.length > (summary ?? "").length ? longest : null;
}

/** Several contents of one item are versions of it: the longest is the text. */
function longestText(item: RawFields, fields: readonly string[]): string | null {
  for (const field of fields) {
    const texts = item(field).map(decoded);
    const longest = texts.toSorted((a, b) => b.length - a.length)[0]?.trim();
    if (longest !== undefined && longest !== "") return longest;
  }
  return null;
}

function sourceOf(item: RawFields): string | null {
  const named = firstText(item, ["source/title", "source"]);
  return named ?? bareHostOf(item("source")[0]?.attributes["url"] ?? "");
}

function titleOf(item: RawFields): Pick<ParsedItem, "title" | "titleType"> {
  for (const field of ["title", "dc:title", "media:title"]) {
    const found = item(field).find(({ text }) => text.trim() !== "");
    if (found === undefined) continue;
    const isText = /^text(?:\/plain)?$/i.test(found.attributes["type"] ?? "");
    return { title: decoded(found).trim(), titleType: isText ? "text" : "html" };
  }
  return { title: null, titleType: "html" };
}

/** "desk@example.org (Foreign desk)", the form RSS asks for, names the person in brackets. */
function authorOf(item: RawFields): string | null {
  const author = firstText(item, AUTHOR);
  return /^\S+@\S+\s+\((.+)\)$/.exec(author ?? "")?.[1] ?? author;
}

/** Picks the fields of one item of an XML feed. */
export function mapItem(item: RawFields, { bases, dates }: ItemContext): ParsedItem {
  const updatedAt = firstDate(item, UPDATED, dates);
  const summary = firstText(item, SUMMARY);
  return {
    ...titleOf(item),
    link: absoluteLink(pickLink(item("link"), item("guid")), bases),
    id: firstText(item, ["guid", "id", "about"]),
    publishedAt: firstDate(item, PUBLISHED, dates) ?? updatedAt,
    updatedAt,
    summary,
    content: longestText(item, CONTENT) ?? longerSummary(item, summary),
    author: authorOf(item),
    lang: firstText(item, ["dc:language", "language", "lang"]),
    source: sourceOf(item),
  };
}
