import RssParser from "rss-parser";
import type { CanonicalFeed } from "./canonical-feed.ts";
import { canonicalName, FEED_FIELDS, ITEM_FIELDS } from "./feed-names.ts";

type FieldName = `f-${string}`;
type RawField = string | { _?: string; $?: Readonly<Record<string, string>> };

/** One text of an item as it stands in the document, with the attributes that say how to read it. */
export interface RawText {
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** Every occurrence of a field in an item, in document order; by the field's name (`dc:date`). */
export type RawItem = (field: string) => readonly RawText[];

export interface RawFeed {
  field: (name: string) => string | null;
  items: readonly RawItem[];
}

const NO_ATTRIBUTES = {};

const parser = new RssParser<Partial<Record<FieldName, string>>, Partial<Record<FieldName, readonly RawField[]>>>({
  defaultRSS: 2,
  customFields: {
    feed: [...FEED_FIELDS].map(canonicalName),
    item: [...ITEM_FIELDS, "about", "lang"].map((name) => [
      canonicalName(name),
      canonicalName(name),
      { keepArray: true },
    ]),
  },
});

function toRawText(field: RawField): RawText {
  if (typeof field === "string") return { text: field, attributes: NO_ATTRIBUTES };
  return { text: field._ ?? "", attributes: field.$ ?? NO_ATTRIBUTES };
}

/** The fields of a canonical feed, read by rss-parser. */
export async function readCanonicalFeed(feed: CanonicalFeed): Promise<RawFeed> {
  const output = await parser.parseString(feed.xml);
  return {
    field: (name) => output[canonicalName(name)]?.trim() || null,
    items: output.items.map((item) => (field) => (item[canonicalName(field)] ?? []).map(toRawText)),
  };
}
