import type { DocumentFetcher } from "../fetch/fetch-document.ts";
import { PAGE } from "../fetch/wanted.ts";
import type { ArticleOutcome, PageOutcome } from "./page-outcome.ts";
import type { Robots } from "./robots.ts";

const NO_VALIDATORS = { etag: null, lastModified: null };

export interface ReadPageDeps {
  fetcher: Pick<DocumentFetcher, "fetch">;
  robots: Robots;
  /** Reads the article out of a page, off the main thread; the bytes stay the caller's. */
  readArticle: (bytes: Uint8Array, contentType: string | null) => Promise<ArticleOutcome>;
}

/** Rejects only with the reason of an aborted signal, or for a defect of ours. */
export type ReadPage = (url: string, signal: AbortSignal) => Promise<PageOutcome>;

/** Fetches the page of an item as politely and safely as a feed, by the leave of its robots.txt, and reads its text. */
export function createReadPage({ fetcher, robots, readArticle }: ReadPageDeps): ReadPage {
  function permit(address: URL, signal: AbortSignal): Promise<void> {
    return robots.permit(address, signal);
  }
  return async function readPage(url, signal) {
    const request = { url, validators: NO_VALIDATORS, wanted: PAGE, permit };
    const fetched = await fetcher.fetch(request, signal);
    if (fetched.kind === "failed") return fetched;
    if (fetched.kind === "not-modified") {
      const message = `${new URL(url).hostname} answered 304 although it was not asked whether something changed`;
      return { kind: "failed", failure: { kind: "http-status", message, httpStatus: 304, retryAfterMs: null } };
    }
    const read = await readArticle(fetched.body, fetched.contentType);
    if (read.kind === "failed")
      return { kind: "failed", failure: { ...read.failure, httpStatus: null, retryAfterMs: null } };
    return { ...read, bytes: fetched.body.length };
  };
}
