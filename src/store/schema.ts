import type { FeedTables } from "./tables/feed-tables.ts";
import type { ItemTables } from "./tables/item-tables.ts";
import type { MatchTables } from "./tables/match-tables.ts";
import type { OperationTables } from "./tables/operation-tables.ts";
import type { TellingTables } from "./tables/telling-tables.ts";

/**
 * Tables as queries see them; columns are snake_case in the database. Instants are epoch milliseconds, truth values
 * 0 or 1, and JSON is text, so that both databases answer alike.
 */
export interface Tables extends FeedTables, ItemTables, MatchTables, TellingTables, OperationTables {}
