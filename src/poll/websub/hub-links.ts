import * as z from "zod";

/** What a document, or the header that came with it, says of its hubs: addresses as they stand there. */
export interface NamedLinks {
  hubs: readonly string[];
  /** The name of the document; null: none is given. */
  self: string | null;
}

export const NO_LINKS: NamedLinks = { hubs: [], self: null };

/** The hubs that announce a feed, and the name under which they know it. Kept as JSON with the feed's state. */
export const HubLinks = z.object({ hubs: z.array(z.string()).min(1), topic: z.string() });
export type HubLinks = z.infer<typeof HubLinks>;

/** More hubs, or longer addresses, are no help to anybody. */
const MAX_HUBS = 5;
const MAX_LENGTH = 2048;

/** Hubs compare topics as text: an absolute address stays as it stands, and only a relative one is resolved. */
function absolute(address: string, base: string): string | null {
  const trimmed = address.trim();
  const url = URL.parse(trimmed, base);
  if (url === null || trimmed.length > MAX_LENGTH) return null;
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return URL.canParse(trimmed) ? trimmed : url.href;
}

/**
 * The hubs of a feed and its topic (W3C WebSub, section 4): what the HTTP header says goes before what the document
 * says; a document without a `self` link is known by its address. Null: no hub is named.
 * @param finalUrl of the document, after all redirects
 */
export function settleHubLinks(header: NamedLinks, document: NamedLinks, finalUrl: string): HubLinks | null {
  const named = header.hubs.length > 0 ? header.hubs : document.hubs;
  const hubs = new Set(named.map((hub) => absolute(hub, finalUrl)).filter((hub) => hub !== null));
  if (hubs.size === 0) return null;
  const self = header.self ?? document.self ?? finalUrl;
  return { hubs: [...hubs].slice(0, MAX_HUBS), topic: absolute(self, finalUrl) ?? finalUrl };
}

/** The stored form; what is absent or unreadable (written by another version) names no hub. */
export function readHubLinks(text: string | null): HubLinks | null {
  if (text === null) return null;
  try {
    return HubLinks.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
