import type { Kysely, SelectQueryBuilder } from "kysely";
import type { FeedKind } from "../../core/vocabulary.ts";
import { parseEvidence, parseVeto } from "../json-columns.ts";
import type { MatchRow, TellableMatch } from "../match-rows.ts";
import type { Tables } from "../schema.ts";
import { ITEM_COLUMNS, toItem, type StoredItemRow } from "./stored-items.ts";

export const MATCH_COLUMNS = [
  "matches.id",
  "matches.watchId",
  "matches.watchTitle",
  "matches.watchRevision",
  "matches.severity",
  "matches.itemId",
  "matches.itemRevision",
  "matches.storyId",
  "matches.evidence",
  "matches.veto",
  "matches.matchedAt",
] as const;

export interface StoredMatchRow extends Omit<MatchRow, "evidence" | "veto"> {
  evidence: string;
  veto: string | null;
}

export interface StoredTellableRow extends StoredMatchRow, StoredItemRow {
  feedKind: FeedKind;
}

/** Matches with the item as it read when it matched, and what its feed is. */
export function selectTellable(
  db: Kysely<Tables>,
): SelectQueryBuilder<Tables, "matches" | "items" | "itemRevisions" | "feeds", StoredTellableRow> {
  return db
    .selectFrom("matches")
    .innerJoin("items", "items.id", "matches.itemId")
    .innerJoin("itemRevisions", (join) =>
      join
        .onRef("itemRevisions.itemId", "=", "matches.itemId")
        .onRef("itemRevisions.revision", "=", "matches.itemRevision"),
    )
    .innerJoin("feeds", "feeds.feedId", "items.feedId")
    .select(MATCH_COLUMNS)
    .select(ITEM_COLUMNS)
    .select("feeds.kind as feedKind");
}

export function toMatch(row: StoredMatchRow): MatchRow {
  return {
    id: row.id,
    watchId: row.watchId,
    watchTitle: row.watchTitle,
    watchRevision: row.watchRevision,
    severity: row.severity,
    itemId: row.itemId,
    itemRevision: row.itemRevision,
    storyId: row.storyId,
    evidence: parseEvidence(row.evidence, row.id),
    veto: row.veto === null ? null : parseVeto(row.veto, row.id),
    matchedAt: row.matchedAt,
  };
}

export function toTellable(row: StoredTellableRow): TellableMatch {
  return { ...toMatch(row), item: toItem(row), feedKind: row.feedKind };
}
