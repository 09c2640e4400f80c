import type { Clock } from "../core/clock.ts";
import { pageNews, type PageNews } from "../core/item-body.ts";
import type { ReadItem } from "../core/vocabulary.ts";
import type { DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import type { PageFailureKind } from "../poll/page/page-outcome.ts";
import { readLonePage } from "./read-lone-page.ts";

/** What the page of an item would give. */
export interface ProbedPage {
  url: string;
  outcome: PageNews | PageFailureKind;
  /** What came instead of a text; null: one came. */
  detail: string | null;
  text: string;
}

/** Reads the page of the first item that has a link, as the daemon would; null: none has. */
export async function probePage(
  items: readonly ReadItem[],
  fetcher: DocumentFetcher,
  now: Clock,
): Promise<ProbedPage | null> {
  const item = items.find(({ link }) => link !== null);
  if (item === undefined || item.link === null) return null;
  const outcome = await readLonePage(item.link, fetcher, now);
  if (outcome.kind === "failed")
    return { url: item.link, outcome: outcome.failure.kind, detail: outcome.failure.message, text: "" };
  const { text } = outcome;
  return { url: item.link, outcome: pageNews({ ...item, pageBody: null }, text), detail: null, text };
}
