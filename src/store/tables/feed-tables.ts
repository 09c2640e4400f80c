import type { Generated } from "kysely";
import type { FeedKind } from "../../core/vocabulary.ts";
import type { FeedState, KeptDocument, PollRecord, SubscriptionRow } from "../feed-rows.ts";
import type { Defaulted } from "./defaulted.ts";

/** Feeds, and what comes of asking them. */
export interface FeedTables {
  feeds: FeedsTable;
  polls: PollsTable;
  documents: DocumentsTable;
  websubSubscriptions: WebsubSubscriptionsTable;
  hostPauses: HostPausesTable;
}

type Counted = "polls" | "failures" | "goodInRow" | "kills" | "requests" | "answeredRequests";

interface FeedsTable extends Defaulted<FeedState, Counted> {
  kind: FeedKind;
  /** 0: no longer in the configuration, kept for its items. */
  configured: Generated<number>;
  /** When operators were told what its baseline holds; null: not yet. */
  summaryAt: number | null;
  claimedUntil: number | null;
  /** Not polled before this instant, by an operator's word; null: not paused. */
  pausedUntil: number | null;
  pausedAt: number | null;
  pausedBy: string | null;
  pauseComment: string | null;
}

interface PollsTable extends PollRecord {
  id: string;
}

/** The last document of a feed that was read, and the last one that could not be. */
interface DocumentsTable extends KeptDocument {
  /** Compressed with gzip. */
  body: Uint8Array;
}

/** A feed has one subscription at most, besides those that it is leaving. */
interface WebsubSubscriptionsTable extends Omit<SubscriptionRow, "secret"> {
  secret: string;
}

interface HostPausesTable {
  host: string;
  until: number;
}
