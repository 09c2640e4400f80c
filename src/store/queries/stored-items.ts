import type { Kysely, SelectQueryBuilder } from "kysely";
import { bodyOf } from "../../core/item-body.ts";
import type { Item } from "../../core/vocabulary.ts";
import type { Tables } from "../schema.ts";

/** An item with the texts of one of its revisions. */
export interface StoredItemRow extends Omit<Item, "id" | "contentHash" | "baseline"> {
  itemId: string;
  itemContentHash: string;
  baseline: number;
  pageBody: string | null;
}

/** An item with the texts of one revision; its id is added by whoever joins. */
export const ITEM_COLUMNS = [
  "items.feedId",
  "items.identity",
  "items.publishedAt",
  "items.publishedSource",
  "items.firstSeenAt",
  "items.baseline",
  "itemRevisions.revision",
  "itemRevisions.title",
  "itemRevisions.summary",
  "itemRevisions.body",
  "itemRevisions.pageBody",
  "itemRevisions.link",
  "itemRevisions.cleanedLink",
  "itemRevisions.outlet",
  "itemRevisions.author",
  "itemRevisions.lang",
  "itemRevisions.contentHash as itemContentHash",
  "itemRevisions.cutBytes",
] as const;

/** Items joined with the texts of their current revision. */
export function currentItems(db: Kysely<Tables>): SelectQueryBuilder<Tables, "items" | "itemRevisions", object> {
  return db
    .selectFrom("items")
    .innerJoin("itemRevisions", (join) =>
      join.onRef("itemRevisions.itemId", "=", "items.id").onRef("itemRevisions.revision", "=", "items.revision"),
    );
}

/** Items as they read now. */
export function selectItems(db: Kysely<Tables>): SelectQueryBuilder<Tables, "items" | "itemRevisions", StoredItemRow> {
  return currentItems(db).select("items.id as itemId").select(ITEM_COLUMNS);
}

/** Matches joined with the texts of the revision in which each was found. */
export function matchedRevisions(db: Kysely<Tables>): SelectQueryBuilder<Tables, "matches" | "itemRevisions", object> {
  return db
    .selectFrom("matches")
    .innerJoin("itemRevisions", (join) =>
      join
        .onRef("itemRevisions.itemId", "=", "matches.itemId")
        .onRef("itemRevisions.revision", "=", "matches.itemRevision"),
    );
}

export function toItem(row: StoredItemRow): Item {
  return {
    id: row.itemId,
    feedId: row.feedId,
    identity: row.identity,
    revision: row.revision,
    title: row.title,
    summary: row.summary,
    body: bodyOf(row),
    link: row.link,
    cleanedLink: row.cleanedLink,
    outlet: row.outlet,
    author: row.author,
    lang: row.lang,
    contentHash: row.itemContentHash,
    publishedAt: row.publishedAt,
    publishedSource: row.publishedSource,
    firstSeenAt: row.firstSeenAt,
    baseline: row.baseline === 1,
    cutBytes: row.cutBytes,
  };
}
