import { cleanCharacters, escapeAttribute, escapeMarkup } from "./canonical-text.ts";
import { resolveAddress } from "./element-scope.ts";
import { canonicalName } from "./feed-names.ts";

const MAX_ITEMS = 20_000;
const MAX_FIELD_LENGTH = 8_000_000;
const MAX_ATTRIBUTE_LENGTH = 16_384;

/** A document passed a limit that no feed comes near. */
export class FeedTooComplexError extends Error {
  override readonly name = "FeedTooComplexError";
}

/** One text of a feed or item while it is being read. */
export class Field {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  #parts: string[] = [];
  #length = 0;

  constructor(name: string, attributes: readonly (readonly [string, string])[]) {
    this.name = name;
    this.attributes = attributes;
  }

  append(text: string): void {
    if (this.#length >= MAX_FIELD_LENGTH) return;
    this.#length += text.length;
    this.#parts.push(text);
  }

  get text(): string {
    return this.#parts.join("").slice(0, MAX_FIELD_LENGTH);
  }

  get isEmpty(): boolean {
    return this.#parts.every((part) => part.trim() === "");
  }
}

/**
 * A feed of any kind written as RSS 2.0 with one private element per field (`f-title`, `f-dc-date`, …), so that
 * rss-parser's strict reader accepts it and none of its own rules, the quadratic `contentSnippet` among them, sees a text.
 */
export class CanonicalFeed {
  kind: "rss" | "atom" | "rdf" | null = null;
  /** xml:lang of the root. */
  lang: string | null = null;
  readonly #feedFields: string[] = [];
  readonly #items: string[] = [];
  #item: string[] | null = null;

  begin(kind: "rss" | "atom" | "rdf", lang: string | null): void {
    if (this.kind !== null) return;
    this.kind = kind;
    this.lang = lang;
  }

  beginItem(attributes: Readonly<Record<string, string>>, lang: string | null): void {
    this.endItem();
    this.#item = [];
    const about = attributes["rdf:about"];
    if (about !== undefined) this.#write(new Field("about", []), about);
    if (lang !== null && lang !== this.lang) this.#write(new Field("lang", []), lang);
  }

  /** Items beyond the limit are not read; nobody publishes that many. */
  endItem(): void {
    if (this.#item !== null && this.#items.length < MAX_ITEMS) this.#items.push(this.#item.join(""));
    this.#item = null;
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

  /** The canonical document. */
  get xml(): string {
    const items = this.#items.map((item) => `<item>${item}</item>`).join("");
    return `<rss version="2.0"><channel>${this.#feedFields.join("")}${items}</channel></rss>`;
  }

  get itemCount(): number {
    return this.#items.length;
  }

  #write(field: Field, text: string): void {
    const clean = cleanCharacters(text);
    const name = canonicalName(field.name);
    if (this.#item === null) {
      const isOtherLink = field.attributes.some(([key, value]) => key === "rel" && value !== "alternate");
      if (clean.trim() !== "" && !isOtherLink) this.#feedFields.push(`<${name}>${escapeMarkup(clean)}</${name}>`);
    } else if (clean.trim() !== "" || field.attributes.length > 0) {
      const attributes = field.attributes
        .map(([key, value]) => ` ${key}="${escapeAttribute(cleanCharacters(value.slice(0, MAX_ATTRIBUTE_LENGTH)))}"`)
        .join("");
      this.#item.push(`<${name}${attributes}>${escapeMarkup(clean)}</${name}>`);
    }
  }
}
