import type { Clock } from "../core/clock.ts";
import type { DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import type { PageOutcome } from "../poll/page/page-outcome.ts";
import { createReadPage } from "../poll/page/read-page.ts";
import { createRobots } from "../poll/page/robots.ts";
import { createPagePool } from "./threads/page-pool.ts";

/** Reads one page as the daemon would: by leave of its robots.txt, in a thread that ends with it. */
export async function readLonePage(link: string, fetcher: DocumentFetcher, now: Clock): Promise<PageOutcome> {
  const pool = createPagePool();
  try {
    const robots = createRobots({ fetcher, isAllowed: pool.isAllowedByRobots, now });
    const readPage = createReadPage({ fetcher, robots, readArticle: pool.readArticle });
    return await readPage(link, new AbortController().signal);
  } finally {
    await pool.close();
  }
}
