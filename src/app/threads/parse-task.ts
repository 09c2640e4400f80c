import type { ReadItem } from "../../core/vocabulary.ts";
import type { ParsedItem, ParseInput, ParseOutcome } from "../../poll/parse/parsed-feed.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";

/** A document for the parse worker: to be given as the feed has it, or with a context as items to store. */
export interface ParseTask {
  input: ParseInput;
  context: ReadContext | null;
}

/** First the outcome with no items, then the items in portions. */
export type ParsePart =
  | { kind: "outcome"; outcome: ParseOutcome }
  | { kind: "parsed"; items: readonly ParsedItem[] }
  | { kind: "read"; items: readonly ReadItem[] };
