import type { ChannelRateRow, IncidentRow, Lease, NewIncident } from "./operation-rows.ts";

/** What the store answers about incidents and progress, and by which processes agree: leases, rates, configurations. */

export interface IncidentQueries {
  /** Opens an incident unless one of this kind and subject is open; undefined: it was open already. */
  open(incident: NewIncident): Promise<IncidentRow | undefined>;
  /** Closes the open incident; undefined: none was open. */
  close(kind: IncidentRow["kind"], subject: string, now: number): Promise<IncidentRow | undefined>;
  listOpen(): Promise<readonly IncidentRow[]>;
  /** Those that were open at that instant, whatever became of them later. */
  listOpenAt(at: number): Promise<readonly IncidentRow[]>;
  /** Whether such an incident was open at `since` or at any time after. */
  wasOpen(kind: IncidentRow["kind"], subject: string, since: number): Promise<boolean>;
  findOpen(kind: IncidentRow["kind"], subject: string): Promise<IncidentRow | undefined>;
  /** Incidents of feeds, open or closed, of which something is still to be told; oldest first. */
  listUnsettled(): Promise<readonly IncidentRow[]>;
  /** Makes incidents one group, with one cause. */
  group(incidentIds: readonly string[], group: { groupId: string; sharedCause: string | null }): Promise<void>;
  /** Nothing is left to tell of these. */
  settle(incidentIds: readonly string[], now: number): Promise<void>;
}

export interface LeaseQueries {
  /** Takes a free or expired lease, or renews the owner's own; undefined: somebody else holds it. */
  acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined>;
  /** Gives it back. */
  release(lease: Lease): Promise<void>;
  /** Frees every lease and every claim of a feed, item or page: only where one process owns the store, at its start. */
  clear(): Promise<void>;
}

/** What channels have used of their rates, for all processes: only the holder of a channel's lease writes it. */
export interface RateQueries {
  get(channelId: string): Promise<ChannelRateRow | undefined>;
  put(channelId: string, used: { tokens: number; at: number }): Promise<void>;
  /** Nothing goes out on the channel before that instant. */
  pause(channelId: string, notBefore: number): Promise<void>;
}

/** Whether the work goes on, in whatever process; instants in epoch milliseconds, null: none. */
export interface ProgressQueries {
  /** Remembers the instant under the name; an earlier one than is remembered changes nothing. */
  mark(name: string, at: number): Promise<void>;
  markedAt(name: string): Promise<number | null>;
  /** Since when the longest waiting work of each kind waits; of messages, on these channels. */
  oldestWork(
    now: number,
    channelIds: readonly string[],
  ): Promise<{ feedDueAt: number | null; itemSeenAt: number | null; messageDueAt: number | null }>;
  /** When the last poll ended and the last attempt to send began. */
  latestWork(): Promise<{ polledAt: number | null; attemptedAt: number | null }>;
}

export interface ConfigQueries {
  /** Stores the configuration under its hash, in place of an earlier body, and makes it the active one, from now on or as long as it has been. */
  activate(hash: string, body: string, now: number): Promise<void>;
  get(hash: string): Promise<string | undefined>;
  /** The one that was loaded last, and since when it is; undefined: none was. */
  active(): Promise<{ hash: string; since: number } | undefined>;
}
