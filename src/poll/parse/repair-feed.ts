import { Parser } from "htmlparser2";
import { decodeNamedEntities, escapeAttribute, escapeMarkup, joinSurrogateReferences } from "./canonical-text.ts";
import { CanonicalFeed, type Field, FeedTooComplexError } from "./canonical-feed.ts";
import { DocumentEntities } from "./document-entities.ts";
import { type Attributes, ElementScope, resolveAddress } from "./element-scope.ts";
import {
  ATTRIBUTES,
  BODY_FIELDS,
  DATE_FIELDS,
  FEED_FIELDS,
  HTML_NAMES,
  ITEM_FIELDS,
  PREFIXED_ROOTS,
  ROOTS,
  STRUCTURED_FIELDS,
} from "./feed-names.ts";

/** Beyond these a document is an attack, not a feed. htmlparser2's own cost grows with the square of the open tags. */
const MAX_OPEN_ELEMENTS = 2000;
const MAX_ELEMENTS = 5_000_000;

const VOID_ELEMENTS = new Set("area base br col embed hr img input meta source track wbr".split(" "));

interface Element {
  role: "outside" | "root" | "channel" | "item" | "field" | "markup" | "wrapper" | "ignored";
  name: string;
  scope: ElementScope;
  parent: Element | null;
  /** The field that this element is, or whose marked-up text it belongs to. */
  field: Field | null;
  /** Ended by what followed, though its end tag has not come. */
  ended: boolean;
}

/**
 * Reads a feed document the way a browser reads HTML, and keeps what it can of a broken one: junk around the root,
 * unclosed and crossed tags, unknown entities, odd prefixes and letter case do no harm. An item ends where the next
 * begins. Markup inside a text becomes escaped HTML in its place.
 */
class FeedRepairer {
  readonly canonical = new CanonicalFeed();
  readonly #documentUrl: string | null;
  readonly #open: Element[] = [];
  readonly #outside: Element = {
    role: "outside",
    name: "",
    scope: ElementScope.outermost(),
    parent: null,
    field: null,
    ended: false,
  };
  #entities: DocumentEntities | null = null;
  #parser: Parser | null = null;
  #elements = 0;
  #inCdata = false;
  #rootEnded = false;
  /** Nothing more comes: what is open now was cut off. */
  isOver = false;

  constructor(documentUrl: string | null) {
    this.#documentUrl = documentUrl;
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentag(raw: string, attributes: Attributes): void {
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) throw new FeedTooComplexError(`more than ${MAX_ELEMENTS} elements`);
    if (this.#open.length >= MAX_OPEN_ELEMENTS)
      throw new FeedTooComplexError(`elements nested more than ${MAX_OPEN_ELEMENTS} deep`);
    const outer = this.#current();
    const scope = scopeOf(raw, outer, outer.scope.within(attributes, this.#documentUrl));
    const name = scope.nameOf(raw);
    const element = this.#place(name, { role: "ignored", name, scope, parent: outer, field: null, ended: false });
    this.#open.push(element);
    this.#begin(element, attributes);
  }

  ontext(text: string): void {
    const { field, role } = this.#current();
    if (field === null) return;
    const decoded = this.#inCdata ? text : decodeNamedEntities(text, this.#entities);
    field.append(role === "field" ? decoded : escapeMarkup(decoded));
  }

  onprocessinginstruction(name: string, declaration: string): void {
    if (name.startsWith("!")) (this.#entities ??= new DocumentEntities()).declare(declaration);
  }

  oncdatastart(): void {
    this.#inCdata = true;
  }

  oncdataend(): void {
    this.#inCdata = false;
  }

  onclosetag(_name: string, isImplied: boolean): void {
    const element = this.#open.pop();
    if (element?.role === "root" && !isImplied) this.canonical.isUnfinished = false;
    if (element === undefined || element.ended) return;
    if (element.role === "markup" && !VOID_ELEMENTS.has(element.name)) element.field?.append(`</${element.name}>`);
    this.#end(element);
    if (element.role === "root" && !this.canonical.isBlank) this.#rootEnded = true;
  }

  #current(): Element {
    let element = this.#open.at(-1) ?? this.#outside;
    while (element.ended && element.parent !== null) element = element.parent;
    return element;
  }

  /** Decides what an element is from where it stands. */
  #place(name: string, element: Element): Element {
    const outer = element.parent ?? this.#outside;
    const isItem = name === "item" || name === "entry";
    // What follows the root is none of the feed's, unless a stray end tag ended it too early: items stand nowhere else.
    if (this.#rootEnded && outer.role === "outside" && !isItem) return element;
    if (this.#isRoot(name)) return { ...element, role: "root" };
    if (this.canonical.kind === null) return element;
    if (isItem) {
      for (const open of this.#open.toReversed()) if (open.role !== "root" && open.role !== "channel") this.#end(open);
      return { ...element, role: "item" };
    }
    if (outer.field !== null) return this.#placeInText(name, element, outer);
    return placeOutsideText(name, element, ownerOf(outer, name));
  }

  /** A root in which nothing was read before the next one was a word in a script or message. */
  #isRoot(name: string): boolean {
    const { kind, isBlank } = this.canonical;
    return ROOTS.has(name) && (kind === null || (isBlank && name !== "channel"));
  }

  #placeInText(name: string, element: Element, outer: Element): Element {
    if (outer.role === "field" && STRUCTURED_FIELDS.has(outer.name)) {
      return ITEM_FIELDS.has(`${outer.name}/${name}`)
        ? { ...element, name: `${outer.name}/${name}`, role: "field" }
        : element;
    }
    const fieldElement = enclosingField(outer);
    const startsNext =
      ITEM_FIELDS.has(name) && (BODY_FIELDS.has(fieldElement.name) ? !HTML_NAMES.has(name) : name !== "title");
    if (startsNext && fieldElement.parent !== null) {
      for (let open: Element | null = outer; open !== null && open !== fieldElement.parent; open = open.parent)
        this.#end(open);
      return this.#place(name, { ...element, parent: fieldElement.parent });
    }
    const local = name.slice(name.indexOf(":") + 1);
    const isWrapper = local === "div" && outer.role === "field" && outer.field?.isEmpty === true;
    return { ...element, name: local, role: isWrapper ? "wrapper" : "markup", field: outer.field };
  }

  #begin(element: Element, attributes: Attributes): void {
    const { role, name, scope } = element;
    if (role === "root") this.canonical.begin(ROOTS.get(name) ?? "rss", scope.lang);
    if (name === "channel" && role !== "ignored") this.canonical.writeAttributes(attributes, scope.base);
    if (role === "item") this.#beginItem(attributes, scope);
    else if (role === "markup") element.field?.append(startTag(name, attributes, scope.base));
    else if (role === "field") element.field = this.canonical.beginField(name, readAttributes(element, attributes));
  }

  #beginItem(attributes: Attributes, scope: ElementScope): void {
    if (!this.canonical.isFull) return this.canonical.beginItem(attributes, scope);
    this.canonical.isCut = true;
    this.#parser?.pause();
  }

  #end(element: Element): void {
    if (element.ended) return;
    element.ended = true;
    // The beginning of a text says what it says; that of a date ("20 Jan 20") is another date.
    const isHalf = this.isOver && DATE_FIELDS.has(element.name);
    if (element.role === "field" && element.field !== null && !isHalf)
      this.canonical.endField(element.field, element.scope.base);
    if (element.role === "item") this.canonical.endItem();
  }
}

/**
 * The prefix of a root, and of an item that stands where items stand, is the feed's own, whether nobody declared it or
 * it was declared as something unknown or wrong.
 */
function scopeOf(raw: string, outer: Element, scope: ElementScope): ElementScope {
  if (outer.role === "item" || outer.field !== null) return scope;
  const colon = raw.indexOf(":");
  const prefix = raw.slice(0, Math.max(colon, 0)).toLowerCase();
  const local = raw.slice(colon + 1).toLowerCase();
  if (outer.role === "outside" || outer.role === "ignored")
    return PREFIXED_ROOTS.has(local) && !ROOTS.has(scope.nameOf(raw)) ? scope.withFeedPrefix(prefix) : scope;
  const isItem = local === "item" || local === "entry";
  const isAmongItems = outer.role === "root" || outer.role === "channel";
  return isItem && isAmongItems && scope.isUndeclared(prefix) ? scope.withFeedPrefix(prefix) : scope;
}

function placeOutsideText(name: string, element: Element, owner: Element): Element {
  if (owner.role === "item") return ITEM_FIELDS.has(name) ? { ...element, role: "field" } : element;
  if (owner.role !== "root" && owner.role !== "channel") return element;
  if (name === "channel" && owner.role === "root") return { ...element, role: "channel" };
  return FEED_FIELDS.has(name) ? { ...element, role: "field" } : element;
}

/** The item or channel a child belongs to; `media:` elements stand in groups of their own. */
function ownerOf(outer: Element, name: string): Element {
  let owner = outer;
  while (
    name.startsWith("media:") &&
    owner.role === "ignored" &&
    owner.name.startsWith("media:") &&
    owner.parent !== null
  )
    owner = owner.parent;
  return owner;
}

function enclosingField(element: Element): Element {
  let field = element;
  while (field.role !== "field" && field.parent !== null) field = field.parent;
  return field;
}

function startTag(name: string, attributes: Attributes, base: string | null): string {
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^xmlns(?:$|:)/i.test(attribute)) continue;
    const resolved = attribute === "href" || attribute === "src" ? resolveAddress(value, base) : value;
    tag += ` ${attribute}="${escapeAttribute(resolved)}"`;
  }
  return `${tag}>`;
}

/** The attributes that are read; the address of an Atom link is its text. */
function readAttributes(element: Element, attributes: Attributes): { kept: [string, string][]; text: string } {
  const kept: [string, string][] = [];
  let text = "";
  for (const [raw, value] of Object.entries(attributes)) {
    const name = raw.toLowerCase();
    if (ATTRIBUTES.has(name)) kept.push([name, value]);
    if (name === "href" && element.name === "link") text = value;
  }
  return { kept, text };
}

/** An XML declaration that ends without its question mark would take the document with it. */
function withoutOpenDeclaration(text: string): string {
  const declaration = /<\?xml[^<>?]*>/i.exec(text.slice(0, 2000));
  return declaration === null ? text : text.slice(declaration.index + declaration[0].length);
}

/**
 * Turns a feed document of any kind and state into the small, well-formed RSS document that rss-parser reads.
 * Answers null when the text holds no feed element.
 * @param documentUrl base of a relative xml:base, or null
 * @throws FeedTooComplexError when a limit is passed
 */
export function repairFeed(text: string, documentUrl: string | null): CanonicalFeed | null {
  const repairer = new FeedRepairer(documentUrl);
  const parser = new Parser(repairer, { xmlMode: true });
  parser.write(joinSurrogateReferences(withoutOpenDeclaration(text)));
  repairer.isOver = true;
  parser.end();
  return repairer.canonical.kind === null ? null : repairer.canonical;
}
