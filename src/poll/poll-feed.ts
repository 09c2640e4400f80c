import { createHash } from "node:crypto";
import type { Feed, ReadItem } from "../core/vocabulary.ts";
import { piecesOf } from "./fetch/byte-pieces.ts";
import type { DocumentFetcher } from "./fetch/fetch-document.ts";
import type { FeedHints } from "./feed-hints.ts";
import type { ParseFailureKind, ParseInput } from "./parse/parsed-feed.ts";
import type { PollOutcome, PollState } from "./poll-outcome.ts";
import { NO_LINKS, settleHubLinks, type NamedLinks } from "./websub/hub-links.ts";

/** What the bytes of a document came to. An HTML page is `not-a-feed`, its message naming the feeds it links to. */
type ItemsOutcome =
  | {
      kind: "items";
      items: readonly ReadItem[];
      hints?: FeedHints;
      isCut?: true;
      isUnfinished?: true;
      links?: NamedLinks;
    }
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

/**
 * Polls one feed: asks the server, and reads the items unless they are the ones of the last time. Stores nothing:
 * the caller stores the items first, then validators and body hash, since these would hide the items (promise 1).
 * Rejects with the signal's reason when aborted; that is no failure of the feed.
 */
export function createPollFeed({ fetcher, readItems }: PollFeedDeps): PollFeed {
  return async function pollFeed(feed, state, signal) {
    const fetched = await fetcher.fetch({ url: state.url, validators: state.validators }, signal);
    if (fetched.kind === "failed") return fetched;
    const { movedTo, validators, freshForMs, bytes } = fetched;
    const told = { validators, freshForMs, bytes, ...(movedTo === null ? {} : { movedTo }) };
    if (fetched.kind === "not-modified") return { kind: "not-modified", ...told };
    const bodyHash = await hashOfBody(fetched.body);
    if (bodyHash === state.bodyHash) return { kind: "unchanged", ...told };

    const { body, contentType, finalUrl } = fetched;
    const input = { bytes: body, contentType, baseUrl: finalUrl, timezone: feed.timezone };
    const document = { body, contentType, finalUrl };
    const read = await readItems(input, feed, state, signal);
    if (read.kind === "failed")
      return { kind: "failed", failure: { ...read.failure, httpStatus: null, retryAfterMs: null }, document };
    const { links = NO_LINKS, ...found } = read;
    const hubLinks = settleHubLinks(fetched.links, links, finalUrl);
    const outcome = { ...found, ...told, kind: "read", bodyHash, document } as const;
    return hubLinks === null ? outcome : { ...outcome, hubLinks };
  };
}

async function hashOfBody(body: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of piecesOf(body)) hash.update(piece);
  return hash.digest("hex");
}
