import type { ReadItem } from "../../core/vocabulary.ts";
import type { ParsedItem, ParseInput, ParseOutcome } from "../../poll/parse/parsed-feed.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";

/** A document for the parse worker: as the feed has it, or with `read` as items to store. */
export interface ParseTask {
  input: ParseInput;
  read: ReadContext | null;
}

/** First the outcome with no items, then the items in portions. */
export type ParsePart =
  | { kind: "outcome"; outcome: ParseOutcome }
  | { kind: "parsed"; items: readonly ParsedItem[] }
  | { kind: "read"; items: readonly ReadItem[] };
