/** The element names of RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 and their modules that are read. */

const ATOM_AND_RSS = [
  /^https?:\/\/www\.w3\.org\/2005\/atom\/?$/i,
  /^https?:\/\/purl\.org\/atom\/ns#?/i,
  /^https?:\/\/purl\.org\/(?:net\/)?rss/i,
  /^https?:\/\/(?:my|channel)\.netscape\.com\//i,
  /^https?:\/\/(?:backend\.userland\.com|(?:blogs|cyber)\.law\.harvard\.edu|www\.rssboard\.org)\//i,
] as const;

const MODULES: readonly (readonly [string, RegExp])[] = [
  ["content", /^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/i],
  ["sy", /^https?:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/i],
  ["media", /^https?:\/\/(?:search\.yahoo\.com\/mrss|www\.rssboard\.org\/media-rss)/i],
  ["dc", /^https?:\/\/purl\.org\/dc\/elements\/1\.[01]\/?$/i],
  ["dcterms", /^https?:\/\/purl\.org\/dc\/terms\/?$/i],
  ["itunes", /^https?:\/\/www\.itunes\.com\/dtds\/podcast/i],
  ["rdf", /^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/i],
  ["xhtml", /^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/i],
  ["module", /^https?:\/\/purl\.org\/rss\/1\.0\/modules\//i],
];

/** The prefix that a namespace has here, whatever the document calls it; "" for RSS and Atom; null when unknown. */
export function prefixOfNamespace(uri: string): string | null {
  const trimmed = uri.trim();
  const module = MODULES.find(([, pattern]) => pattern.test(trimmed));
  if (module !== undefined) return module[0];
  return ATOM_AND_RSS.some((pattern) => pattern.test(trimmed)) ? "" : null;
}

/** Their prefix, whatever it is declared as, is the feed's own. */
export const PREFIXED_ROOTS: ReadonlySet<string> = new Set(["rss", "feed", "rdf"]);

export const ROOTS: ReadonlyMap<string, "rss" | "atom" | "rdf"> = new Map([
  ["rss", "rss"],
  ["channel", "rss"],
  ["feed", "atom"],
  ["rdf:rdf", "rdf"],
  ["rdf", "rdf"],
]);

/** Children of a channel or Atom feed that are read. */
export const FEED_FIELDS: ReadonlySet<string> = new Set(
  (
    "title link description subtitle tagline abstract language dc:title dc:language dc:description itunes:summary " +
    "itunes:subtitle ttl skiphours skipdays sy:updateperiod sy:updatefrequency sy:updatebase"
  ).split(" "),
);

/** Children of an item or entry that are read. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set(
  (
    "title dc:title media:title link guid id pubdate published updated modified issued created date lastbuilddate " +
    "dc:date dcterms:date dcterms:issued dcterms:created dcterms:modified abstract description summary content content:encoded body xhtml:body fullitem " +
    "dc:description itunes:summary itunes:subtitle media:description author author/name author/email dc:creator " +
    "dc:author itunes:author source " +
    "source/title language dc:language"
  ).split(" "),
);

/** Dates of an item, in order of preference; the first that reads as a date counts. */
export const PUBLISHED = [
  "published",
  "pubdate",
  "issued",
  "dcterms:issued",
  "dc:date",
  "dcterms:date",
  "date",
  "created",
  "dcterms:created",
] as const;
export const UPDATED = ["updated", "modified", "dcterms:modified", "lastbuilddate"] as const;
export const DATE_FIELDS: ReadonlySet<string> = new Set([...PUBLISHED, ...UPDATED]);

/** Fields with children of their own (Atom persons, Atom `source`) instead of marked-up text. */
export const STRUCTURED_FIELDS: ReadonlySet<string> = new Set(["author", "source"]);

/** Fields whose text may hold any markup, `<title>` and `<link>` included. */
export const BODY_FIELDS: ReadonlySet<string> = new Set(
  (
    "description summary content content:encoded body xhtml:body fullitem dc:description itunes:summary " +
    "media:description subtitle tagline"
  ).split(" "),
);

/** Feed fields that are also HTML elements: inside a body they are markup, not the next field. */
export const HTML_NAMES: ReadonlySet<string> = new Set(["title", "link", "summary", "source", "body", "content", "id"]);

/** Attributes of an item (RDF, CDF) or channel (CDF) that are fields of it. */
export const FIELD_ATTRIBUTES: ReadonlyMap<string, string> = new Map([
  ["about", "about"],
  ["href", "link"],
  ["lastmod", "modified"],
]);

/** Attributes that are read. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(["rel", "type", "mode", "ispermalink", "url"]);

type CanonicalName = `f${number}`;

/** By field, its name in the canonical document: short, since the strict reader looks at each letter. */
export const CANONICAL_NAMES: ReadonlyMap<string, CanonicalName> = new Map(
  [...FEED_FIELDS.union(ITEM_FIELDS), "about", "lang"].map((field, at) => [field, `f${at}`]),
);

/** The name under which a field stands in the canonical document. */
export function canonicalName(field: string): CanonicalName {
  const name = CANONICAL_NAMES.get(field);
  if (name === undefined) throw new Error(`${field} is no field that is read`);
  return name;
}
