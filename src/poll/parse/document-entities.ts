import { decodeReferences } from "./canonical-text.ts";

const DECLARATION = /!ENTITY\s+([A-Za-z]\w{0,31})\s+(?:"([^"%<]{0,200})"|'([^'%<]{0,200})')/g;
const MOST_DECLARED = 500;
/** With at most 200 characters each, declared entities make no document much longer. */
const MOST_EXPANDED = 10_000;

/**
 * The entities that a document's own DOCTYPE declares. Only short texts count: nothing is fetched, and an entity made
 * of others (the "billion laughs") stays as it stands.
 */
export class DocumentEntities {
  readonly #texts = new Map<string, string>();
  #expanded = 0;

  /** Takes the entities of one declaration, as it stands in the document. */
  declare(declaration: string): void {
    for (const [, name = "", double, single] of declaration.matchAll(DECLARATION)) {
      const value = double ?? single ?? "";
      if (this.#texts.size >= MOST_DECLARED || /&(?!#)/.test(value)) continue;
      this.#texts.set(`&${name};`, decodeReferences(value));
    }
  }

  /** The text of a reference such as `&name;`; null when the document does not declare it. */
  textOf(reference: string): string | null {
    const text = this.#texts.get(reference);
    if (text === undefined || this.#expanded >= MOST_EXPANDED) return null;
    this.#expanded += 1;
    return text;
  }
}
