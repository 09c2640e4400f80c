import type { DeliveryRow, HeldFor, NotedAlert } from "./delivery-rows.ts";
import type {
  ClaimRow,
  Escalation,
  HeldGroup,
  KeptMatch,
  NewSilence,
  SilenceRow,
  SuppressionRow,
} from "./restraint-rows.ts";
import type { Severity } from "../core/vocabulary.ts";

/** What the store answers about messages that are held back, silences and claims. */

export interface HoldQueries {
  /** Which alerts of which channels have been held until `now`; escalations go by themselves. */
  listDueGroups(now: number): Promise<readonly HeldGroup[]>;
  /** Alerts of a group whose time is over, the oldest first; without those that may have arrived. */
  listDue(group: HeldGroup, now: number, limit: number): Promise<readonly DeliveryRow[]>;
  /** Lets go all else whose time is over: escalations, summaries, corrections, what may have arrived. */
  releaseReady(now: number): Promise<void>;
  /** When the alerts over the channel's limit come out next; undefined: none are held. */
  nextRelease(channelId: string, severity: "urgent" | "other"): Promise<number | undefined>;
  /** A pending delivery waits until then. */
  hold(deliveryId: string, heldFor: HeldFor, until: number): Promise<void>;
  /** An alert that has not been sent takes over what its edits would add to it; they end. */
  takeInEdits(deliveryId: string): Promise<void>;
  /** Held deliveries that may go now. */
  release(deliveryIds: readonly string[], now: number): Promise<void>;
  /** Ends held or pending deliveries that another one tells: its key. */
  summarise(deliveryIds: readonly string[], inKey: string): Promise<void>;
  /** Ends a held or pending delivery unsent. */
  drop(deliveryId: string, reason: string, detail: string | null): Promise<void>;
  /** A held or pending message that now tells something more severe. */
  raise(deliveryId: string, severity: Severity): Promise<void>;
  /** Takes matches out of a message that has not been sent. */
  detachMatches(deliveryId: string, matchIds: readonly string[]): Promise<void>;
  /**
   * Alerts of a channel that are not urgent, due at `now`, and could have gone by `before`, the oldest first; without
   * those that may have arrived.
   */
  listBacklog(
    channelId: string,
    range: { before: number; now: number; limit: number },
  ): Promise<readonly DeliveryRow[]>;
  /** A roundup of the channel that waits to be sent, and surely has not arrived. */
  findOpenRoundup(channelId: string, keyPrefix: string): Promise<DeliveryRow | undefined>;
  /** Another payload for a held or pending message. */
  rewrite(deliveryId: string, payload: string): Promise<void>;
  /** Alerts of these severities sent at or after `since`, and those on their way. */
  countAlerts(channelId: string, severities: readonly Severity[], since: number): Promise<number>;
}

export interface SilenceQueries {
  add(silence: NewSilence): Promise<string>;
  /** In force at `now`, the first to end first. */
  listActive(now: number): Promise<readonly SilenceRow[]>;
  /** Those in force or ended at or after `since`, the last to end first. */
  list(since: number): Promise<readonly SilenceRow[]>;
  /** Ends one that is in force; undefined: there is none of that id. */
  expire(silenceId: string, by: string, now: number): Promise<SilenceRow | undefined>;
  /** Ended at `now`, and what they held is still to be told. */
  listUntold(now: number): Promise<readonly SilenceRow[]>;
  markTold(silenceId: string, now: number): Promise<void>;
  /** Remembers that a silence kept a match from a channel. */
  keepMatch(silenceId: string, channelId: string, matchId: string): Promise<void>;
  /** What it kept back and was not told yet: channel by channel, the most severe first, then the earliest. */
  listKept(
    silenceId: string,
    channels: { on: readonly string[] } | { notOn: readonly string[] },
    limit: number,
  ): Promise<readonly KeptMatch[]>;
  /** What it kept from the channel has been told, or is left to others. */
  forgetKept(silenceId: string, channelId: string, matchIds: readonly string[]): Promise<void>;
}

export interface ClaimQueries {
  /** The first claim of a story stays; returns the one that holds. */
  add(claim: ClaimRow): Promise<ClaimRow>;
  find(storyId: string): Promise<ClaimRow | undefined>;
  /** Alerts of a story that were sent, those whose provider named them, the earliest first. */
  listAlerts(storyId: string): Promise<readonly (NotedAlert & { ref: string })[]>;
  /** Who is or was to be told of a story that nobody claims, the earliest first. */
  listEscalations(storyId: string): Promise<readonly Escalation[]>;
  /** What stands for an alert in links; made at the first call. */
  tokenOf(deliveryId: string): Promise<string>;
  /** The delivery that a token stands for. */
  findByToken(token: string): Promise<string | undefined>;
}

/** Who unsubscribed from a channel's digest. */
export interface SuppressionQueries {
  /** What stands for channel and recipient in links; made at the first call. */
  tokenOf(channelId: string, recipient: string): Promise<string>;
  findByToken(token: string): Promise<{ channelId: string; recipient: string } | undefined>;
  /** False: it was suppressed before. */
  suppress(suppression: SuppressionRow): Promise<boolean>;
  /** False: it was not suppressed. */
  lift(channelId: string, recipient: string): Promise<boolean>;
  find(channelId: string, recipient: string): Promise<SuppressionRow | undefined>;
}
