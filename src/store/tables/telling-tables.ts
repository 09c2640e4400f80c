import type { AttemptRow, DeliveryAct, DeliveryRow } from "../delivery-rows.ts";
import type { EditionRow } from "../match-rows.ts";
import type { ClaimRow, SilenceRow, SuppressionRow } from "../restraint-rows.ts";
import type { Defaulted } from "./defaulted.ts";

/** Messages and editions, and what keeps them back. */
export interface TellingTables {
  deliveries: Defaulted<Omit<DeliveryRow, "done" | "refused" | "acts">, "attempts">;
  deliveryMatches: DeliveryMatchesTable;
  deliveryRecipients: DeliveryRecipientsTable;
  deliveryActs: DeliveryActsTable;
  attempts: AttemptsTable;
  editions: EditionRow;
  digestEntries: DigestEntriesTable;
  setAsideEntries: SetAsideEntriesTable;
  /** Who ended it and when it was told come later. */
  silences: Defaulted<SilenceRow, "endedBy" | "toldAt">;
  silenceMatches: SilenceMatchesTable;
  claims: ClaimRow;
  suppressions: SuppressionRow;
  unsubscribeTokens: UnsubscribeTokensTable;
  claimTokens: ClaimTokensTable;
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

/** What a silence keeps from a channel, until that is told. */
interface SilenceMatchesTable {
  silenceId: string;
  channelId: string;
  matchId: string;
}

/** What stands in the links of mails for one recipient of a channel. */
interface UnsubscribeTokensTable {
  token: string;
  channelId: string;
  recipient: string;
}

/** What stands for an alert in the link by which its story is claimed. */
interface ClaimTokensTable {
  token: string;
  deliveryId: string;
}
