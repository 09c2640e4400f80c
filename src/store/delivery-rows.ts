import type { DeliveryKind, DeliveryStatus, Severity } from "../core/vocabulary.ts";

/** Deliveries and attempts, as rows the rest of the program sees: camelCase, instants in epoch milliseconds UTC. */

/** Begins the keys of alerts that go to others unless somebody claims their story. */
export const ESCALATION_KEY = "escalation|";

/** Why a message waits although its channel works. */
export type HeldFor = "quiet-hours" | "over-cap" | "escalation" | "silence";

export interface NewDelivery {
  key: string;
  kind: DeliveryKind;
  channelId: string;
  storyId: string | null;
  /** The alert that an edit, a reply or a follow-up belongs to; absent: none. */
  parentId?: string | null;
  editionId: string | null;
  incidentId: string | null;
  /** For digests: one delivery a recipient. */
  recipient: string | null;
  /** Message snapshot as JSON where it is not, or not only, rendered from rows (notice, summary, reply, follow-up). */
  payload: string | null;
  severity: Severity;
  createdAt: number;
  dueAt: number;
  /** Not to be sent before that; absent: it may go when it is due. */
  held?: { for: HeldFor; until: number } | null;
}

/** What an operator did to a delivery. */
export interface DeliveryAct {
  /** `sent-again`: it had been sent, and is sent once more under a key of its own. */
  kind: "retried" | "sent-again" | "dropped";
  at: number;
  author: string;
  comment: string | null;
}

export interface DeliveryRow extends Omit<NewDelivery, "held"> {
  id: string;
  parentId: string | null;
  status: DeliveryStatus;
  /** Why it is or was held; null: never. */
  heldFor: HeldFor | null;
  /** Until when it is or was held. */
  heldUntil: number | null;
  /** Named reason of the end, or of the last attempt. */
  reason: string | null;
  detail: string | null;
  attempts: number;
  sentAt: number | null;
  /** The provider's name for the message (Slack channel and ts, Message-ID). */
  ref: string | null;
  /** Recipients that accepted already. */
  done: readonly string[];
  /** Recipients that refused it for good. */
  refused: readonly string[];
  /** The earliest first. */
  acts: readonly DeliveryAct[];
}

/** How an operator moves a delivery: what it must be and what it becomes. */
export interface DeliveryRevision {
  from: readonly DeliveryStatus[];
  /**
   * `pending`: due at the time of the act, with the recipients that refused forgotten, and those that accepted where it
   * is sent once more.
   */
  to: { status: "pending" } | { status: "dropped"; reason: string };
  act: DeliveryAct;
}

/** An alert as far as what is noted in its thread must know it. */
export type NotedAlert = Pick<DeliveryRow, "id" | "channelId" | "storyId" | "severity">;

/** An alert that nobody has; `triedAt`: its first attempt since an operator revived it, `reason`: of its last one. */
export interface WaitingAlert extends Pick<DeliveryRow, "channelId" | "dueAt" | "heldUntil" | "reason"> {
  triedAt: number | null;
}

/** A message about a story. */
export interface StoryDelivery extends Omit<DeliveryRow, "done" | "refused" | "acts"> {
  /** A request with it has left, or may have: what is attached to it from now on would not be told. */
  begun: boolean;
  /** It told nobody: it failed or was dropped, or the summary that took it did. */
  isLost: boolean;
}

export interface AttemptRow {
  id: string;
  deliveryId: string;
  startedAt: number;
  finishedAt: number | null;
  /** Null while unanswered; `unconfirmed`: the answer never came and the message was sent again. */
  outcome: "sent" | "retry" | "rejected" | "unconfirmed" | "confirmed" | "absent" | null;
  reason: string | null;
  detail: string | null;
}

/** How an attempt ends and what becomes of its delivery, in one transaction. */
export interface AttemptEnd {
  attemptId: string;
  finishedAt: number;
  outcome: Exclude<AttemptRow["outcome"], null>;
  reason: string | null;
  detail: string | null;
  delivery:
    | { status: "sent"; sentAt: number; ref: string | null }
    | { status: "pending"; dueAt: number }
    | { status: "failed"; reason: string };
  recipients: readonly { recipient: string; kind: "accepted" | "retry" | "rejected"; detail: string }[];
}
