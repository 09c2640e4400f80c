import { cleanCharacters, escapeAttribute } from "./canonical-text.ts";
import { type Attributes, type ElementScope, resolveAddress } from "./element-scope.ts";
import { canonicalName, FIELD_ATTRIBUTES } from "./feed-names.ts";
import { MAX_ITEMS } from "./parsed-feed.ts";

/** Of one item, or of the feed itself; further ones are not read. */
const MAX_FIELDS = 1000;
const MAX_FIELD_LENGTH = 8_000_000;
const MAX_ATTRIBUTE_LENGTH = 16_384;
/** Longer texts of items do not pass the XML reader, which looks at each character. */
const LONGEST_READ = 100;
const MAX_HUBS = 20;

/** A document passed a limit that no feed comes near. */
export class FeedTooComplexError extends Error {
  override readonly name = "FeedTooComplexError";
}

/** One text of a feed or item while it is being read. */
export class Field {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  #text = "";

  constructor(name: string, attributes: readonly (readonly [string, string])[]) {
    this.name = name;
    this.attributes = attributes;
  }

  append(text: string): void {
    if (this.#text.length < MAX_FIELD_LENGTH) this.#text += text;
  }

  get text(): string {
    return this.#text;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === "";
  }
}

/**
 * A feed of any kind written as RSS 2.0 with one private element per field (`f0`, `f1`, …), so that
 * rss-parser's strict reader accepts it and none of its own rules, the quadratic `contentSnippet` among them, sees a text.
 * An item's long text stays here, and the document has its number (`<f2 text="12"/>`).
 */
export class CanonicalFeed {
  kind: "rss" | "atom" | "rdf" | null = null;
  /** xml:lang of the root. */
  lang: string | null = null;
  /** An item came when it was full. */
  isCut = false;
  /** The root element was not closed. */
  isUnfinished = false;
  /** Links of the feed itself that name a hub (`rel="hub"`), and its own name (`rel="self"`). */
  readonly hubs: string[] = [];
  self: string | null = null;
  readonly #feedFields: string[] = [];
  readonly #items: string[] = [];
  readonly #texts: string[] = [];
  #item: string | null = null;
  #written = 0;

  begin(kind: "rss" | "atom" | "rdf", lang: string | null): void {
    this.kind = kind;
    this.lang = lang;
    this.isUnfinished = true;
  }

  beginItem(attributes: Attributes, { lang, base }: ElementScope): void {
    this.endItem();
    this.#item = "";
    this.writeAttributes(attributes, base);
    if (lang !== null && lang !== this.lang) this.#write(new Field("lang", []), lang);
  }

  /** What RDF and CDF say of an item, CDF of a channel too, in attributes. */
  writeAttributes(attributes: Attributes, base: string | null): void {
    for (const [name, value] of Object.entries(attributes)) {
      const field = FIELD_ATTRIBUTES.get(name.slice(name.indexOf(":") + 1).toLowerCase());
      if (field !== undefined) this.endField(this.beginField(field, { kept: [], text: value }), base);
    }
  }

  /** Whether nothing was read yet. */
  get isBlank(): boolean {
    return this.#item === null && this.#items.length === 0 && this.#feedFields.length === 0;
  }

  endItem(): void {
    if (this.#item !== null) this.#items.push(`<item>${this.#item}</item>`);
    this.#item = null;
    this.#written = 0;
  }

  /** Holds as many items as are read. */
  get isFull(): boolean {
    return this.#items.length >= MAX_ITEMS;
  }

  beginField(name: string, { kept, text }: { kept: readonly (readonly [string, string])[]; text: string }): Field {
    const field = new Field(name, kept);
    if (text !== "") field.append(text);
    return field;
  }

  endField(field: Field, base: string | null): void {
    const text = field.name === "link" && base !== null ? resolveAddress(field.text, base) : field.text;
    this.#write(field, text);
  }

  /** The text that has this number in the document. */
  longText(number: string): string {
    return this.#texts[Number(number)] ?? "";
  }

  /** The canonical document; its first item holds the fields of the feed itself. */
  get xml(): string {
    const own = `<item>${this.#feedFields.join("")}</item>`;
    return `<rss version="2.0"><channel>${own}${this.#items.join("")}</channel></rss>`;
  }

  #noteLink({ attributes }: Field, address: string): void {
    const rel = attributes.find(([key]) => key === "rel")?.[1] ?? "alternate";
    const relations = rel.trim().toLowerCase().split(/\s+/);
    if (relations.includes("hub") && this.hubs.length < MAX_HUBS) this.hubs.push(address);
    if (relations.includes("self")) this.self ??= address;
  }

  #write(field: Field, text: string): void {
    const clean = cleanCharacters(text);
    const isEmpty = clean.trim() === "";
    const name = canonicalName(field.name);
    if (isEmpty && (this.#item === null || field.attributes.length === 0)) return;
    this.#written += 1;
    if (this.#written > MAX_FIELDS) return;
    const attributes = field.attributes.map(asXmlAttribute).join("");
    const element =
      clean.length <= LONGEST_READ
        ? `<${name}${attributes}>${asXmlText(clean)}</${name}>`
        : `<${name}${attributes} text="${this.#texts.push(clean) - 1}"/>`;
    if (this.#item !== null) this.#item += element;
    else {
      this.#feedFields.push(element);
      if (field.name === "link") this.#noteLink(field, clean.trim());
    }
  }
}

/** As CDATA where it holds markup: the strict reader takes that four times as fast as entities. */
function asXmlText(text: string): string {
  return /[&<>]/.test(text) ? `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` : text;
}

function asXmlAttribute([name, value]: readonly [string, string]): string {
  return ` ${name}="${escapeAttribute(cleanCharacters(value.slice(0, MAX_ATTRIBUTE_LENGTH)))}"`;
}
