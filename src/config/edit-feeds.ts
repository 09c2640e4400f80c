import { isMap, isSeq, parse, parseDocument, stringify, type Document, type YAMLSeq } from "yaml";
import * as z from "zod";
import type { FeedKind } from "../core/vocabulary.ts";

/** A feed as a file of the configuration writes it; absent keys are not written. */
export interface FeedEntry {
  id: string;
  url: string;
  kind?: FeedKind;
  lang?: string;
  tags?: readonly string[];
}

/** A file cannot be changed: its own text is not right. */
export class FeedFileError extends Error {
  override readonly name = "FeedFileError";
}

const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The entries as a file of their own. */
export function printFeeds(entries: readonly FeedEntry[]): string {
  return addFeeds("", entries);
}

/**
 * A file's text with the entries added to its `feeds:`, comments kept. Where `feeds:` has entries, one a line, every
 * other character stays; other forms are written anew.
 * @throws FeedFileError when the text is not YAML, or `feeds:` is no list
 */
export function addFeeds(text: string, entries: readonly FeedEntry[]): string {
  const document = parseDocument(text);
  const [wrong] = document.errors;
  // Behind its first line the library draws the text.
  if (wrong !== undefined) throw new FeedFileError(`it is not YAML: ${wrong.message.replace(/:?\n[^]*/, "")}`);
  if (document.contents !== null && !isMap(document.contents))
    throw new FeedFileError("it must be keys and values, such as feeds: []");
  const feeds = document.get("feeds");
  if (feeds !== undefined && feeds !== null && !isSeq(feeds)) throw new FeedFileError('its "feeds" is no list');
  const wanted = rewritten(document, feeds ?? undefined, entries);
  const spliced = isSeq(feeds) ? splice(text, feeds, entries) : null;
  return spliced !== null && isSame(spliced, wanted) ? spliced : wanted;
}

const Written = z.object({ feeds: z.array(z.unknown()) });
const WrittenFeed = z.object({ id: z.string(), url: z.string() });

/** Id and address of the feeds of a file's text; those that cannot be read are left out. */
export function entriesOf(text: string): readonly Pick<FeedEntry, "id" | "url">[] {
  const document = parseDocument(text);
  const written = document.errors.length > 0 ? null : Written.safeParse(document.toJS());
  return written?.success === true ? written.data.feeds.flatMap((feed) => WrittenFeed.safeParse(feed).data ?? []) : [];
}

function rewritten(document: Document.Parsed, feeds: unknown, entries: readonly FeedEntry[]): string {
  const copy = document.clone();
  if (!isSeq(feeds) || feeds.items.length === 0) copy.set("feeds", copy.createNode([]));
  for (const entry of entries) copy.addIn(["feeds"], copy.createNode(entry, { flow: true }));
  return copy.toString(STYLE);
}

/** Puts lines behind the last entry of a list in block style; null where the list has another form. */
function splice(text: string, feeds: YAMLSeq, entries: readonly FeedEntry[]): string | null {
  const [start, end] = feeds.range ?? [];
  if (feeds.flow === true || start === undefined || end === undefined) return null;
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const lastEntry = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf("\n", lastEntry);
  const before = lineEnd === -1 ? `${text}\n` : text.slice(0, lineEnd + 1);
  const lines = entries.map((entry) => `${" ".repeat(column)}- ${printEntry(entry)}\n`);
  return `${before}${lines.join("")}${lineEnd === -1 ? "" : text.slice(lineEnd + 1)}`;
}

function printEntry(entry: FeedEntry): string {
  return stringify(entry, { ...STYLE, collectionStyle: "flow" }).trimEnd();
}

function isSame(left: string, right: string): boolean {
  try {
    return JSON.stringify(parse(left)) === JSON.stringify(parse(right));
  } catch {
    return false; // The lines stand where they make it unreadable.
  }
}
