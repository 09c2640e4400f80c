import { createHash } from "node:crypto";
import type { Feed, ReadItem } from "../core/vocabulary.ts";
import type { DocumentFetcher, FetchOutcome } from "./fetch/fetch-document.ts";
import type { FeedHints } from "./feed-hints.ts";
import type { ParseFailureKind, ParseInput } from "./parse/parsed-feed.ts";
import type { PollOutcome, PollState } from "./poll-outcome.ts";
import { NO_LINKS, settleHubLinks, type NamedLinks } from "./websub/hub-links.ts";

/** What the bytes of a document came to. An HTML page is `not-a-feed`, its message naming the feeds it links to. */
type ItemsOutcome =
  | { kind: "items"; title: string | null; items: readonly ReadItem[]; hints?: FeedHints; links?: NamedLinks }
  | { kind: "failed"; failure: { kind: ParseFailureKind; message: string } };

/**
 * Reads items out of a document, off the main thread. `input.bytes` may share its ArrayBuffer with other buffers, so
 * it must be copied to a worker, not transferred.
 */
export type ReadItems = (
  input: ParseInput,
  feed: Feed,
  state: Pick<PollState, "isSuspended">,
  signal: AbortSignal,
) => Promise<ItemsOutcome>;

export interface PollFeedDeps {
  fetcher: Pick<DocumentFetcher, "fetch">;
  readItems: ReadItems;
}

export type PollFeed = (feed: Feed, state: PollState, signal: AbortSignal) => Promise<PollOutcome>;

type FetchedDocument = Extract<FetchOutcome, { kind: "document" }>;

/**
 * Polls one feed: asks the server, and reads the items unless they are the ones of the last time. Stores nothing:
 * the caller stores the items first, then validators and body hash, since these would hide the items (promise 1).
 * Rejects with the signal's reason when aborted; that is no failure of the feed.
 */
export function createPollFeed({ fetcher, readItems }: PollFeedDeps): PollFeed {
  return async function pollFeed(feed, state, signal) {
    const fetched = await fetcher.fetch({ url: state.url, validators: state.validators }, signal);
    if (fetched.kind !== "document") return fetched;
    const { validators, freshForMs, bytes } = fetched;
    const bodyHash = createHash("sha256").update(fetched.body).digest("hex");
    if (bodyHash === state.bodyHash) {
      const outcome = { kind: "unchanged", validators, freshForMs, bytes } as const;
      return fetched.movedTo === null ? outcome : { ...outcome, movedTo: fetched.movedTo };
    }

    const { body, contentType, finalUrl } = fetched;
    const input = { bytes: body, contentType, baseUrl: finalUrl, timezone: feed.timezone };
    const outcome = toOutcome(fetched, bodyHash, await readItems(input, feed, state, signal));
    return { ...outcome, document: { body, contentType, finalUrl } };
  };
}

function toOutcome(
  document: FetchedDocument,
  bodyHash: string,
  read: ItemsOutcome,
): Extract<PollOutcome, { kind: "read" | "failed" }> {
  if (read.kind === "failed") {
    return { kind: "failed", failure: { ...read.failure, httpStatus: null, retryAfterMs: null } };
  }
  const { finalUrl, movedTo, validators, freshForMs, bytes } = document;
  const { title, items, hints, links = NO_LINKS } = read;
  const hubLinks = settleHubLinks(document.links, links, finalUrl);
  const outcome = { kind: "read", title, items, validators, bodyHash, finalUrl, freshForMs, bytes } as const;
  return {
    ...outcome,
    ...(hints === undefined ? {} : { hints }),
    ...(hubLinks === null ? {} : { hubLinks }),
    ...(movedTo === null ? {} : { movedTo }),
  };
}
