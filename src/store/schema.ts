import type { Generated } from "kysely";
import type { DeliveryKind, DeliveryStatus, FeedKind, Item, Severity } from "../core/vocabulary.ts";
import type { AttemptRow, DeliveryAct, HeldFor } from "./delivery-rows.ts";
import type { KeptDocument, PollRecord, SubscriptionRow } from "./feed-rows.ts";
import type { PageState } from "./item-rows.ts";
import type { DecisionRow } from "./match-rows.ts";
import type { ChannelRateRow, IncidentRow } from "./operation-rows.ts";
import type { ClaimRow, SilenceRow, SuppressionRow } from "./restraint-rows.ts";
import type { StoryReason, StoryRelation } from "./story-relation.ts";

/**
 * Tables as queries see them; columns are snake_case in the database. Instants are epoch milliseconds, truth values
 * 0 or 1, and JSON is text, so that both databases answer alike.
 */
export interface Tables {
  feeds: FeedsTable;
  polls: PollsTable;
  documents: DocumentsTable;
  websubSubscriptions: WebsubSubscriptionsTable;
  items: ItemsTable;
  itemRevisions: ItemRevisionsTable;
  pages: PagesTable;
  seenKeys: SeenKeysTable;
  stories: StoriesTable;
  storyItems: StoryItemsTable;
  sketches: SketchesTable;
  sketchKeys: SketchKeysTable;
  matches: MatchesTable;
  decisions: DecisionsTable;
  deliveries: DeliveriesTable;
  deliveryMatches: DeliveryMatchesTable;
  deliveryRecipients: DeliveryRecipientsTable;
  deliveryActs: DeliveryActsTable;
  attempts: AttemptsTable;
  digestEntries: DigestEntriesTable;
  setAsideEntries: SetAsideEntriesTable;
  editions: EditionsTable;
  incidents: IncidentsTable;
  leases: LeasesTable;
  channelRates: ChannelRatesTable;
  hostPauses: HostPausesTable;
  configs: ConfigsTable;
  marks: MarksTable;
  silences: SilencesTable;
  silenceMatches: SilenceMatchesTable;
  claims: ClaimRow;
  suppressions: SuppressionRow;
  unsubscribeTokens: { token: string; channelId: string; recipient: string };
}

interface FeedsTable {
  feedId: string;
  url: string;
  /** How many polls were recorded. */
  polls: Generated<number>;
  effectiveUrl: string | null;
  /** Of the URL that is asked: its feeds take turns. */
  host: string;
  movedTo: string | null;
  /** JSON that the poll stage reads and writes. */
  cadence: string | null;
  kind: FeedKind;
  /** 0: no longer in the configuration, kept for its items. */
  configured: Generated<number>;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
  baselineAt: number | null;
  summaryAt: number | null;
  nextPollAt: number;
  failures: Generated<number>;
  firstFailureAt: number | null;
  lastGoodAt: number | null;
  goodInRow: Generated<number>;
  kills: Generated<number>;
  claimedUntil: number | null;
  /** Not polled before this instant, by an operator's word; null: not paused. */
  pausedUntil: number | null;
  pausedAt: number | null;
  pausedBy: string | null;
  pauseComment: string | null;
  /** JSON that the poll stage reads and writes. */
  hubLinks: string | null;
  requests: Generated<number>;
  answeredRequests: Generated<number>;
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
interface PagesTable extends Omit<PageState, "tries"> {
  itemId: string;
  tries: Generated<number>;
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

interface StoriesTable {
  id: string;
  createdAt: number;
}

interface StoryItemsTable {
  itemId: string;
  storyId: string;
  reason: StoryReason;
  /** How it stands to the item it is most like; null: the first one, or put there by an earlier version. */
  relation: StoryRelation | null;
  likeItemId: string | null;
  /** The outlet that it repeats. */
  cited: string | null;
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

interface MatchesTable {
  id: string;
  watchId: string;
  watchTitle: string;
  watchRevision: string;
  severity: Severity;
  itemId: string;
  itemRevision: number;
  storyId: string;
  /** JSON of an `Evidence`. */
  evidence: string;
  /** JSON of a `Veto`. */
  veto: string | null;
  matchedAt: number;
}

type DecisionsTable = DecisionRow;

interface DeliveriesTable {
  id: string;
  key: string;
  kind: DeliveryKind;
  channelId: string;
  storyId: string | null;
  /** The message it belongs to: of an edit, an answer or a follow-up. */
  parentId: string | null;
  editionId: string | null;
  incidentId: string | null;
  recipient: string | null;
  payload: string | null;
  severity: Severity;
  createdAt: number;
  dueAt: number;
  status: DeliveryStatus;
  reason: string | null;
  detail: string | null;
  attempts: Generated<number>;
  sentAt: number | null;
  ref: string | null;
  heldFor: HeldFor | null;
  heldUntil: number | null;
}

interface DeliveryMatchesTable {
  deliveryId: string;
  matchId: string;
}

interface DeliveryRecipientsTable {
  deliveryId: string;
  recipient: string;
  kind: "accepted" | "retry" | "rejected";
  detail: string;
  answeredAt: number;
}

interface DeliveryActsTable extends DeliveryAct {
  id: string;
  deliveryId: string;
}

interface AttemptsTable extends AttemptRow {
  channelId: string;
  /** The lease it runs under, and its fencing number then. */
  leaseName: string;
  fencing: number;
}

interface DigestEntriesTable {
  channelId: string;
  matchId: string;
  reason: string;
  collectedAt: number;
  /** Null: waits for the channel's next edition. */
  editionId: string | null;
}

/** A decision to set a match aside that an edition of a digest channel lists. */
interface SetAsideEntriesTable {
  channelId: string;
  matchId: string;
  /** The channel that the decision is about. */
  decidedFor: string;
  reason: string;
  editionId: string;
}

interface EditionsTable {
  id: string;
  channelId: string;
  number: number | null;
  scheduledFor: number;
  fromAt: number;
  toAt: number;
  createdAt: number;
}

type IncidentsTable = IncidentRow;

interface LeasesTable {
  name: string;
  /** Empty: free. */
  owner: string;
  fencing: number;
  expiresAt: number;
}

interface ChannelRatesTable extends ChannelRateRow {
  channelId: string;
}

interface HostPausesTable {
  host: string;
  until: number;
}

interface MarksTable {
  name: string;
  at: number;
}

/** Who ended it and when it was told come later. */
interface SilencesTable extends Omit<SilenceRow, "endedBy" | "toldAt"> {
  endedBy: Generated<string | null>;
  toldAt: Generated<number | null>;
}

interface SilenceMatchesTable {
  silenceId: string;
  channelId: string;
  matchId: string;
}

interface ConfigsTable {
  hash: string;
  body: string;
  loadedAt: number;
  active: number;
}
