import RssParser from "rss-parser";
import type { CanonicalFeed } from "./canonical-feed.ts";
import { CANONICAL_NAMES, canonicalName } from "./feed-names.ts";

type FieldName = ReturnType<typeof canonicalName>;
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

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NO_TEXTS: readonly RawText[] = [];

type FieldLists = Partial<Record<FieldName, readonly RawField[]>>;

const parser = new RssParser<object, FieldLists>({
  defaultRSS: 2,
  customFields: {
    item: Array.from(CANONICAL_NAMES.values(), (name) => [name, name, { keepArray: true }]),
  },
});

function toRawText(field: RawField, feed: CanonicalFeed): RawText {
  if (typeof field === "string") return { text: field, attributes: NO_ATTRIBUTES };
  const attributes = field.$ ?? NO_ATTRIBUTES;
  const { text } = attributes;
  return { text: text === undefined ? (field._ ?? "") : feed.longText(text), attributes };
}

function fieldsOf(lists: FieldLists, feed: CanonicalFeed): RawFields {
  return (name) => lists[canonicalName(name)]?.map((raw) => toRawText(raw, feed)) ?? NO_TEXTS;
}

/** The fields of a canonical feed, read by rss-parser. */
export async function readCanonicalFeed(feed: CanonicalFeed): Promise<RawFeed> {
  const [own = {}, ...items] = (await parser.parseString(feed.xml)).items;
  return { fields: fieldsOf(own, feed), items: items.map((item) => fieldsOf(item, feed)) };
}
