import type { ArticleOutcome } from "../../poll/page/page-outcome.ts";

/** Bytes for the page worker: a page whose article is wanted, or a robots.txt and the address it is asked about. */
export type PageTask =
  | { kind: "article"; bytes: Uint8Array; contentType: string | null }
  | { kind: "robots"; bytes: Uint8Array; url: string };

export type PagePart = { kind: "article"; outcome: ArticleOutcome } | { kind: "robots"; isAllowed: boolean };
