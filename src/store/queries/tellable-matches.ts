import type { Kysely, Nullable, SelectQueryBuilder } from "kysely";
import type { FeedKind } from "../../core/vocabulary.ts";
import { parseEvidence, parseVeto } from "../json-columns.ts";
import type { MatchRow, TellableMatch } from "../match-rows.ts";
import type { StoryRelation } from "../story-relation.ts";
import type { Tables } from "../schema.ts";
import type { MatchesTable } from "../tables/match-tables.ts";
import { inChunks } from "./in-chunks.ts";
import { ITEM_COLUMNS, matchedRevisions, toItem, type StoredItemRow } from "./stored-items.ts";

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

export interface StoredTellableRow extends MatchesTable, StoredItemRow {
  feedKind: FeedKind;
  relation: StoryRelation | null;
  likeItemId: string | null;
  cited: string | null;
}

/** An item may be in no story: then nothing is known of how it compares. */
type WithStory = Omit<Tables, "storyItems"> & { storyItems: Nullable<Tables["storyItems"]> };

/** Matches with the item as it read when it matched, and what its feed is. */
export function selectTellable(
  db: Kysely<Tables>,
): SelectQueryBuilder<WithStory, "matches" | "items" | "itemRevisions" | "feeds" | "storyItems", StoredTellableRow> {
  return matchedRevisions(db)
    .innerJoin("items", "items.id", "matches.itemId")
    .innerJoin("feeds", "feeds.feedId", "items.feedId")
    .leftJoin("storyItems", "storyItems.itemId", "matches.itemId")
    .select(MATCH_COLUMNS)
    .select(ITEM_COLUMNS)
    .select(["feeds.kind as feedKind", "storyItems.relation", "storyItems.likeItemId", "storyItems.cited"]);
}

/** Texts of items, which may be long, are read and parsed at a stretch: so many keep nobody else waiting. */
export const TELLABLE_AT_ONCE = 100;

/** The matches with these ids, each once, the earliest first. */
export async function listTellable(db: Kysely<Tables>, matchIds: readonly string[]): Promise<readonly TellableMatch[]> {
  const matches: TellableMatch[] = [];
  await inChunks(
    [...new Set(matchIds)],
    async (chunk) => {
      const rows = await selectTellable(db).where("matches.id", "in", chunk).execute();
      matches.push(...rows.map(toTellable));
    },
    TELLABLE_AT_ONCE,
  );
  return matches.toSorted(byMatchedAt);
}

/** The earliest match first. */
export function byMatchedAt(a: Pick<MatchRow, "id" | "matchedAt">, b: Pick<MatchRow, "id" | "matchedAt">): number {
  return a.matchedAt - b.matchedAt || (a.id < b.id ? -1 : 1);
}

export function toMatch(row: MatchesTable): MatchRow {
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
  const { feedKind, relation, likeItemId, cited } = row;
  return { ...toMatch(row), item: toItem(row), feedKind, relation, likeItemId, cited };
}
