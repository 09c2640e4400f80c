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

/** Every occurrence of a field in an item or feed, in document order; by the field's name (`dc:date`). */
export type RawFields = (field: string) => readonly RawText[];

export interface RawFeed {
  fields: RawFields;
  items: readonly RawFields[];
}

const NO_ATTRIBUTES = {};

type FieldLists = Partial<Record<FieldName, readonly RawField[]>>;

const parser = new RssParser<object, FieldLists>({
  defaultRSS: 2,
  customFields: {
    item: [...new Set([...FEED_FIELDS, ...ITEM_FIELDS, "about", "lang"])].map((name) => [
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

function fieldsOf(lists: FieldLists): RawFields {
  return (name) => (lists[canonicalName(name)] ?? []).map(toRawText);
}

/** The fields of a canonical feed, read by rss-parser. */
export async function readCanonicalFeed(feed: CanonicalFeed): Promise<RawFeed> {
  const [own = {}, ...items] = (await parser.parseString(feed.xml)).items;
  return { fields: fieldsOf(own), items: items.map(fieldsOf) };
}
