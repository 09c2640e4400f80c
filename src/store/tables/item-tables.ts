import type { Generated } from "kysely";
import type { Item } from "../../core/vocabulary.ts";
import type { PageState } from "../item-rows.ts";
import type { Defaulted } from "./defaulted.ts";

/** Items and their texts. */
export interface ItemTables {
  items: ItemsTable;
  itemRevisions: ItemRevisionsTable;
  pages: PagesTable;
  seenKeys: SeenKeysTable;
}

/** An item's identity and state; its texts are in its revisions. */
interface ItemsTable {
  id: string;
  feedId: string;
  /** Hash of the identity: PostgreSQL cannot index a text of any length. */
  identityHash: string;
  identity: string;
  revision: number;
  /** The last revision the matcher has answered; 0: none. */
  matchedRevision: Generated<number>;
  /** Of what the feed itself says: the text of the page is no part of it. */
  contentHash: string;
  cleanedLinkHash: string | null;
  publishedAt: number;
  publishedSource: Item["publishedSource"];
  firstSeenAt: number;
  baseline: number;
  claimedUntil: number | null;
  /** How often the current revision could not be matched, all alone. */
  matchFailures: Generated<number>;
  /** Why, the last time; null: it never failed. */
  matchError: string | null;
}

interface ItemRevisionsTable {
  itemId: string;
  revision: number;
  title: string;
  summary: string;
  /** As the feed has it. */
  body: string;
  /** Text of the page, as it was last read; null: not read. */
  pageBody: string | null;
  link: string | null;
  cleanedLink: string | null;
  outlet: string | null;
  author: string | null;
  lang: string | null;
  contentHash: string;
  seenAt: number;
  /** Bytes of its text beyond what was matched. */
  cutBytes: Generated<number>;
}

/** The page of an item whose feed is read with full text. */
interface PagesTable extends Defaulted<PageState, "tries"> {
  itemId: string;
  /** How many revisions of the item its text has made. */
  revisions: Generated<number>;
  /** Host of the URL: pages of one are read one after the other. */
  host: string;
  claimedUntil: number | null;
}

/** Identities that were stored once, also of items that are pruned: they never count as new again. */
interface SeenKeysTable {
  feedId: string;
  identityHash: string;
  /** Of the cleaned link with which it was stored last; null: it had none, or was seen before this was kept. */
  linkHash: string | null;
  /** Of the headline with which it was stored last; null: it was stored before this was kept. */
  titleHash: string | null;
  itemId: string;
  firstSeenAt: number;
}
