import type { RawText } from "./read-canonical-feed.ts";

/** Relations may be written as addresses (RFC 4287, section 4.2.7.2). */
const IANA = "http://www.iana.org/assignments/relation/";

/** Lower is better: a plain or HTML link, then any other alternate; related, enclosures and the like are no link. */
function rankOf({ text, attributes }: RawText): number {
  const rel = (attributes["rel"] ?? "").trim().toLowerCase().replace(IANA, "");
  if (text.trim() === "" || (rel !== "" && rel !== "alternate")) return Number.POSITIVE_INFINITY;
  if (rel === "" && attributes["type"] === undefined) return 0;
  return /^(?:$|text\/html|application\/xhtml\+xml)/i.test(attributes["type"] ?? "") ? 1 : 2;
}

function isPermalink({ text, attributes }: RawText): boolean {
  return /^\s*(?:true)?\s*$/i.test(attributes["ispermalink"] ?? "") && /^https?:\/\//i.test(text.trim());
}

/**
 * The address of an item: its text link, else the best Atom alternate, else a guid that is an address.
 * `&amp;` and markup that are left after decoding are undone: no address means them.
 */
export function pickLink(links: readonly RawText[], guids: readonly RawText[]): string | null {
  let best: RawText | null = null;
  for (const link of links) {
    if (rankOf(link) < (best === null ? Number.POSITIVE_INFINITY : rankOf(best))) best = link;
  }
  const picked = best ?? guids.find(isPermalink);
  return picked === undefined
    ? null
    : picked.text
        .replace(/<[^<>]*>/g, "")
        .trim()
        .replaceAll("&amp;", "&");
}

/** An address of the item made absolute: against the feed's own link, else the document's address. */
export function absoluteLink(link: string | null, bases: readonly (string | null)[]): string | null {
  if (link === null || URL.canParse(link)) return link;
  for (const base of bases) {
    if (base !== null && URL.canParse(link, base)) return new URL(link, base).href;
  }
  return link;
}
