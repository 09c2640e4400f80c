import { Parser } from "htmlparser2";
import type { NamedLinks } from "../websub/hub-links.ts";

/** Feed types of `<link>`, by how surely they name a feed. */
const TYPES: ReadonlyMap<string, number> = new Map([
  ["application/atom+xml", 3],
  ["application/rss+xml", 3],
  ["application/feed+json", 3],
  ["application/rdf+xml", 2],
  ["application/x.atom+xml", 2],
  ["application/x-atom+xml", 2],
  ["application/json", 1],
  ["application/xml", 1],
  ["text/xml", 1],
]);

/** Feed links stand in the head; what follows three million characters is not read. */
const MAX_LENGTH = 3_000_000;
/** htmlparser2's cost grows with the square of the open elements. */
const MAX_DEPTH = 2000;
const MAX_LINKS = 100;
const MAX_ANCHORS = 20;
const MAX_HUBS = 20;
const MAX_ADDRESS_LENGTH = 2048;
const FEED_ADDRESS = /(?:^|[/.?=_-])(?:rss2?|atom|feeds?|rdf)(?:\.xml|\.rdf|\.json|\/|$|[?&])/i;
const COMMENTS = /comments?\/feed|\/comments/i;

type Attributes = Readonly<Record<string, string>>;

/** How surely a link's type says that it is a feed; WordPress gives the REST address of each page as JSON. */
function scoreOfType({ type = "", href = "" }: Attributes): number | undefined {
  const name = type.toLowerCase().split(";")[0]?.trim() ?? "";
  return name === "application/json" && href.includes("/wp-json/") ? undefined : TYPES.get(name);
}

function relationsOf(link: Attributes): string[] {
  return (link["rel"] ?? "").toLowerCase().split(/[\s\0]+/);
}

/** How surely a `<link>` names a feed of this page; null when it does not. Feeds of comments come last. */
function scoreOf(link: Attributes): number | null {
  const rel = relationsOf(link);
  const known = scoreOfType(link);
  const isComments = /comment/i.test(link["title"] ?? "") || COMMENTS.test(link["href"] ?? "");
  if (rel.includes("alternate") && !rel.includes("stylesheet") && known !== undefined)
    return isComments ? known - 3 : known;
  return rel.includes("feed") ? 2 : null;
}

class PageReader {
  base: string | null;
  readonly links: { href: string; score: number }[] = [];
  readonly anchors: string[] = [];
  readonly hubs: string[] = [];
  self: string | null = null;
  #hasBase = false;
  #templates = 0;
  #depth = 0;
  #parser: Parser | null = null;

  constructor(pageUrl: string | null) {
    this.base = pageUrl;
  }

  onparserinit(parser: Parser): void {
    this.#parser = parser;
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#parser?.pause();
    if (name === "template") this.#templates += 1;
    // "feed:" before an address asks the browser for a feed reader.
    const href = (attributes["href"]?.trim() ?? "").replace(/^feed:(?=https?:)/i, "").replace(/^feed:\/\//i, "http://");
    if (href === "" || href.length > MAX_ADDRESS_LENGTH) return;
    if (name === "base" && !this.#hasBase) this.#setBase(href);
    if (this.#templates === 0) this.#note(name, href, attributes);
  }

  onclosetag(name: string): void {
    this.#depth -= 1;
    if (name === "template" && this.#templates > 0) this.#templates -= 1;
  }

  #note(name: string, href: string, attributes: Attributes): void {
    if (name === "link") this.#noteLink(href, attributes);
    if (name !== "a" || this.anchors.length >= MAX_ANCHORS) return;
    if (FEED_ADDRESS.test(href) || (scoreOfType(attributes) ?? 0) >= 2) this.anchors.push(href);
  }

  #noteLink(href: string, attributes: Attributes): void {
    const score = scoreOf(attributes);
    if (score !== null && this.links.length < MAX_LINKS) this.links.push({ href, score });
    const relations = relationsOf(attributes);
    if (relations.includes("hub") && this.hubs.length < MAX_HUBS) this.hubs.push(href);
    if (relations.includes("self")) this.self ??= href;
  }

  #setBase(href: string): void {
    if (!URL.canParse(href, this.base ?? undefined)) return;
    this.base = new URL(href, this.base ?? undefined).href;
    this.#hasBase = true;
  }
}

function addressesIn(hrefs: readonly string[], base: string | null): string[] {
  return hrefs
    .filter((href) => URL.canParse(href, base ?? undefined))
    .map((href) => new URL(href, base ?? undefined))
    .filter((url) => url.protocol === "http:" || url.protocol === "https:")
    .map((url) => url.href);
}

/** What the links of an HTML page lead to. */
export interface PageLinks {
  /** Feeds, best first, each once. */
  feeds: string[];
  /** Hubs that announce the page itself. */
  links: NamedLinks;
}

/**
 * Addresses of the feeds that an HTML page names, best first: `<link rel="alternate">` with a feed's type
 * (https://blog.whatwg.org/feed-autodiscovery), feeds of comments last; where there is none, links that look like a
 * feed's. Only http and https, each once. Relative ones need `pageUrl` or a `<base>`. Beside them the page's hubs.
 */
export function discoverFeeds(html: string, pageUrl: string | null): PageLinks {
  const page = new PageReader(pageUrl);
  new Parser(page).write(html.slice(0, MAX_LENGTH));
  const ranked = page.links.toSorted((a, b) => b.score - a.score).map((link) => link.href);
  const feeds = addressesIn(ranked.length > 0 ? ranked : page.anchors, page.base);
  const self = page.self === null ? null : (addressesIn([page.self], page.base)[0] ?? null);
  return { feeds: [...new Set(feeds)], links: { hubs: addressesIn(page.hubs, page.base), self } };
}
