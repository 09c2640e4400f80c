import type { DeliveryRow, HeldFor } from "./delivery-rows.ts";

/** Held alerts, silences and claims, as rows the rest of the program sees: camelCase, instants in epoch milliseconds UTC. */

/** Held alerts of a channel that are told together if they are many. */
export interface HeldGroup {
  channelId: string;
  heldFor: Exclude<HeldFor, "escalation" | "silence">;
  isUrgent: boolean;
}

export interface NewSilence {
  /** Every condition that is given must hold. */
  watchId: string | null;
  storyId: string | null;
  feedId: string | null;
  /** Words that stand one behind the other in headline or text. */
  words: string | null;
  author: string;
  comment: string;
  startsAt: number;
  endsAt: number;
}

export interface SilenceRow extends NewSilence {
  id: string;
  /** Who ended it before its time; null: nobody. */
  endedBy: string | null;
  /** When channels were told what it held; null: not yet. */
  toldAt: number | null;
}

/** What a silence kept from a channel. */
export interface KeptMatch {
  channelId: string;
  matchId: string;
}

/** Somebody takes care of a story: it is not escalated. */
export interface ClaimRow {
  storyId: string;
  author: string;
  claimedAt: number;
}

/** The message to a channel that hears of a story when nobody claims it in time. */
export type Escalation = Pick<DeliveryRow, "channelId" | "status" | "heldUntil" | "sentAt">;

/** An address that gets no more digests of a channel. */
export interface SuppressionRow {
  channelId: string;
  recipient: string;
  suppressedAt: number;
  /** `link`: whoever has the mail. */
  suppressedBy: string;
}
