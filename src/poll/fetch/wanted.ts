/** What a request is for: how it is asked for, and which answers are of use. */
export interface Wanted {
  /** The header `Accept`. */
  accept: string;
  /** Media types that are of use, as they begin; null: any, since many feeds come under a wrong name. */
  types: RegExp | null;
}

export const FEED: Wanted = {
  accept:
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
  types: null,
};

/** A page to be read as text; one that names no type is looked at. */
export const PAGE: Wanted = {
  accept: "text/html, application/xhtml+xml, application/xml;q=0.5, */*;q=0.1",
  types: /^(?:text\/html|application\/xhtml\+xml)?\s*(?:;|$)/i,
};

export const ROBOTS: Wanted = { accept: "text/plain, */*;q=0.1", types: null };
