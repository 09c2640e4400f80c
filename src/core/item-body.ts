/** What an item's own feed says beside the headline, and what the page it links to says. Plain text. */
export interface BodyTexts {
  summary: string;
  body: string;
  /** Text of the page; null: it was not read. */
  pageBody: string | null;
}

/**
 * The body that is matched and told: the page's text where it says more than the feed, else the feed's own. Pages
 * behind a paywall or a consent form say less.
 */
export function bodyOf({ summary, body, pageBody }: BodyTexts): string {
  return pageBody !== null && pageBody.length > Math.max(summary.length, body.length) ? pageBody : body;
}

/** What a page's text is to an item: `read`: its new body; `shorter`: says less than the feed; `unchanged`: known. */
export type PageNews = "read" | "shorter" | "unchanged";

/** Compares a page's text with what the item has; `known.pageBody` is the text of an earlier reading. */
export function pageNews(known: BodyTexts, pageBody: string): PageNews {
  if (pageBody === bodyOf(known)) return "unchanged";
  return bodyOf({ ...known, pageBody }) === pageBody ? "read" : "shorter";
}
