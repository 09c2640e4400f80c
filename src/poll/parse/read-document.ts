import type { ReadItem } from "../../core/vocabulary.ts";
import { parseDocument } from "./parse-document.ts";
import type { ParsedFeed, ParseInput, ParseOutcome } from "./parsed-feed.ts";
import { type ReadContext, toReadItems } from "./to-read-items.ts";

/** What a polled document came to, with its items ready to be stored and matched. */
export type ReadOutcome =
  | { kind: "feed"; feed: ParsedFeed; items: readonly ReadItem[] }
  | Exclude<ParseOutcome, { kind: "feed" }>;

/** Reads a document and turns its items into plain text. Never rejects; heavy, for a worker thread. */
export async function readDocument(input: ParseInput, context: ReadContext): Promise<ReadOutcome> {
  const outcome = await parseDocument(input);
  if (outcome.kind !== "feed") return outcome;
  return { ...outcome, items: toReadItems(outcome.feed, outcome.items, context) };
}
