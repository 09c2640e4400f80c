import type { ReadItem } from "../../core/vocabulary.ts";
import type { ParsedItem, ParseInput, ParseOutcome } from "../../poll/parse/parsed-feed.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";

/** A document for the parse worker: to be given as the feed has it, or with a context as items to store. */
export interface ParseTask {
  input: ParseInput;
  context: ReadContext | null;
}

/** A portion of the items, as they were asked for; the first part also has the outcome, without its items. */
export interface ParsePart {
  outcome: ParseOutcome | null;
  parsed: readonly ParsedItem[];
  read: readonly ReadItem[];
}
