import type { Evidence, PersonMention, Veto } from "../core/vocabulary.ts";

/** One watch's answer about one item; watches that did not match and were not vetoed give none. */
export type WatchAnswer =
  | { kind: "match"; watchId: string; watchRevision: string; evidence: Evidence }
  | { kind: "vetoed"; watchId: string; watchRevision: string; veto: Veto; evidence: Evidence };

/** What the engine says about one item. */
export interface ItemAnswer {
  itemId: string;
  answers: readonly WatchAnswer[];
  people: readonly PersonMention[];
  /** Set when the text was cut at the cap of 256 kB; bytes that were not read. */
  cutBytes: number;
}
