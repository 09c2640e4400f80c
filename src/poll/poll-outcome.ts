import type { ReadItem } from "../core/vocabulary.ts";
import type { FeedHints } from "./feed-hints.ts";
import type { ParseFailureKind } from "./parse/parsed-feed.ts";
import type { HubLinks } from "./websub/hub-links.ts";

/** Validators exactly as the server sent them. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** What is remembered about a feed between polls, as the poll stage needs it. */
export interface PollState {
  url: string;
  validators: Validators;
  /** SHA-256 of the last body that was read well; equal bytes are not parsed again. */
  bodyHash: string | null;
  /** Documents of this feed had to be given up (see `feed-health.ts`): it is read with half the limits. */
  isSuspended: boolean;
}

export type FetchFailureKind =
  | "dns"
  | "connect"
  | "tls"
  | "timeout"
  | "too-large"
  | "bad-coding"
  | "http-status"
  | "blocked-address"
  | "redirect"
  | "cut-short"
  // Of pages only: their types, and what robots.txt says of them.
  | "not-html"
  | "robots"
  | "robots-unreachable";

/** Kinds of failures in which no server was reached. */
export const UNREACHABLE_KINDS: readonly FetchFailureKind[] = ["dns", "connect", "timeout"];
const UNREACHABLE: ReadonlySet<string> = new Set(UNREACHABLE_KINDS);

/** Whether the failure says that no server was reached, which may be for want of a network here. */
export function isUnreachable(failureKind: string | null): boolean {
  return failureKind !== null && UNREACHABLE.has(failureKind);
}

export interface PollFailure {
  /** `not-stored`: the store refused the items. */
  kind: FetchFailureKind | ParseFailureKind | "not-stored";
  /** What was tried and what came; no secret. */
  message: string;
  httpStatus: number | null;
  /** The server's `Retry-After`, already capped; a floor for the whole host. */
  retryAfterMs: number | null;
}

/** A document as it was fetched, unpacked. */
interface RawDocument {
  body: Uint8Array;
  contentType: string | null;
  /** After all redirects. */
  finalUrl: string;
}

/** What the answer to a good poll says beside its document. */
interface Told {
  validators: Validators;
  /** Address to keep instead: a chain of permanent redirects led there. */
  movedTo?: string;
  freshForMs: number | null;
  /** As sent. */
  bytes: number;
}

/** What one poll of a feed came to; `unchanged`: the same bytes as last time. */
export type PollOutcome =
  | (Told & { kind: "not-modified" | "unchanged" })
  | (Told & {
      kind: "read";
      items: readonly ReadItem[];
      bodyHash: string;
      /** When to ask again, where the document says so. */
      hints?: FeedHints;
      /** The document holds more items than are read; the first were. */
      isCut?: true;
      /** The document ends before its root element does: what it shows next time may be the rest of it. */
      isUnfinished?: true;
      /** Who announces what is new in it, where it is said. */
      hubLinks?: HubLinks;
      /** What was read. */
      document?: RawDocument;
    })
  /** `document`: what was fetched and could not be read; absent where nothing was fetched. */
  | { kind: "failed"; failure: PollFailure; document?: RawDocument };
