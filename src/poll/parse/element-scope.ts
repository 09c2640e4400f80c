import { prefixOfNamespace } from "./feed-names.ts";

/** Attributes as they are written. */
export type Attributes = Readonly<Record<string, string>>;

/** A base is read again with each address that starts from it. */
const MAX_BASE_LENGTH = 2048;

/** `address` resolved against `base` where both allow it; otherwise as it stands. */
export function resolveAddress(address: string, base: string | null): string {
  const trimmed = address.trim();
  return base !== null && URL.canParse(trimmed, base) ? new URL(trimmed, base).href : trimmed;
}

/**
 * What an element inherits and hands on: namespace prefixes, base address and language (xml:base, xml:lang).
 * A scope is shared by all elements that declare nothing.
 */
export class ElementScope {
  /** Base that the document states itself; null: none stated. */
  readonly base: string | null;
  readonly lang: string | null;
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  private constructor(prefixes: ReadonlyMap<string, string>, base: string | null, lang: string | null) {
    this.#prefixes = prefixes;
    this.base = base;
    this.lang = lang;
  }

  static outermost(): ElementScope {
    return new ElementScope(new Map([["atom", ""]]), null, null);
  }

  /** The scope inside an element with these attributes. */
  within(attributes: Attributes, documentUrl: string | null): ElementScope {
    let prefixes: Map<string, string> | null = null;
    let { base, lang } = this;
    for (const [raw, value] of Object.entries(attributes)) {
      const name = raw.toLowerCase();
      if (name === "xml:base") base = baseWithin(value, base ?? documentUrl) ?? base;
      else if (name === "xml:lang") lang = value.trim() === "" ? null : value.trim();
      else if (name === "xmlns" || name.startsWith("xmlns:")) {
        prefixes ??= new Map(this.#prefixes);
        declare(prefixes, name.slice(6), value);
      }
    }
    if (prefixes === null && base === this.base && lang === this.lang) return this;
    return new ElementScope(prefixes ?? this.#prefixes, base, lang);
  }

  isUndeclared(prefix: string): boolean {
    return !this.#prefixes.has(prefix);
  }

  /** The same scope in which `prefix` stands for RSS and Atom themselves. */
  withFeedPrefix(prefix: string): ElementScope {
    return new ElementScope(new Map([...this.#prefixes, [prefix, ""]]), this.base, this.lang);
  }

  /** Lower-case name with the prefix that its namespace has here; an undeclared prefix is taken at its word. */
  nameOf(raw: string): string {
    const known = this.#names.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(":");
    const written = colon < 0 ? "" : raw.slice(0, colon).toLowerCase();
    const prefix = this.#prefixes.get(written) ?? written;
    const local = raw.slice(colon + 1).toLowerCase();
    const name = prefix === "" ? local : `${prefix}:${local}`;
    // A hostile document may use a new name for every element.
    if (this.#names.size < 500) this.#names.set(raw, name);
    return name;
  }
}

function baseWithin(value: string, outer: string | null): string | null {
  if (value.length > MAX_BASE_LENGTH) return null;
  const base = resolveAddress(value, outer);
  return /^https?:/i.test(base) && URL.canParse(base) ? base : null;
}

function declare(prefixes: Map<string, string>, written: string, uri: string): void {
  const prefix = prefixOfNamespace(uri);
  if (prefix !== null) prefixes.set(written, prefix);
  else prefixes.delete(written);
}
