import type { DecisionRow, MatchRow } from "../match-rows.ts";
import type { StoryItem } from "../matching-queries.ts";

/** Stories, and what watches found. */
export interface MatchTables {
  stories: StoriesTable;
  storyItems: StoryItemsTable;
  sketches: SketchesTable;
  sketchKeys: SketchKeysTable;
  matches: MatchesTable;
  decisions: DecisionRow;
}

interface StoriesTable {
  id: string;
  createdAt: number;
}

interface StoryItemsTable extends Required<StoryItem> {
  addedAt: number;
}

/** What an item of the last two weeks is about. */
interface SketchesTable {
  itemId: string;
  seenAt: number;
  outlet: string | null;
  /** Made and read by the decide stage. */
  sketch: Uint8Array;
  /** Its keys, 64 bits each: pruning finds their rows by them. */
  keys: Uint8Array;
}

/** A key remembers as many items as it has places; a newer item takes the place of an older one. */
interface SketchKeysTable {
  key: bigint;
  place: number;
  itemId: string;
  seenAt: number;
}

export interface MatchesTable extends Omit<MatchRow, "evidence" | "veto"> {
  /** JSON of an `Evidence`. */
  evidence: string;
  /** JSON of a `Veto`. */
  veto: string | null;
}
