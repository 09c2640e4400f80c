import type { Clock } from "../core/clock.ts";
import { pageNews, type PageNews } from "../core/item-body.ts";
import type { ReadItem } from "../core/vocabulary.ts";
import type { DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import type { PageFailureKind } from "../poll/page/page-outcome.ts";
import { createReadPage } from "../poll/page/read-page.ts";
import { createRobots } from "../poll/page/robots.ts";
import { createPagePool } from "./threads/page-pool.ts";

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
  const pool = createPagePool();
  try {
    const robots = createRobots({ fetcher, isAllowed: pool.isAllowedByRobots, now });
    const readPage = createReadPage({ fetcher, robots, readArticle: pool.readArticle });
    const outcome = await readPage(item.link, new AbortController().signal);
    if (outcome.kind === "failed")
      return { url: item.link, outcome: outcome.failure.kind, detail: outcome.failure.message, text: "" };
    const { text } = outcome;
    return { url: item.link, outcome: pageNews({ ...item, pageBody: null }, text), detail: null, text };
  } finally {
    await pool.close();
  }
}
