/** Incidents and leases, as rows the rest of the program sees: camelCase, instants in epoch milliseconds UTC. */

export interface IncidentRow {
  id: string;
  kind:
    | "feed-failing"
    | "feed-suspended"
    | "feed-silent"
    | "channel-down"
    /** Presses of its buttons are not heard. */
    | "buttons-down"
    | "alerts-late"
    | "stalled"
    | "store-gone"
    | "disk-full"
    /** The files say something that is not taken over; an earlier configuration works. */
    | "reload-refused"
    | "many-feeds-failing";
  /** The feed, channel or stage; else a word that is always the same. */
  subject: string;
  cause: string;
  openedAt: number;
  closedAt: number | null;
  /** Equal for incidents that have one cause, e.g. a host that is down; null: told by itself. */
  sharedCause: string | null;
  /** Incidents told in one notice have the id of one of them; null: not told yet. */
  groupId: string | null;
  /** When its recovery was told, or nothing was left to tell; null: something is. */
  settledAt: number | null;
}

export type NewIncident = Pick<IncidentRow, "kind" | "subject" | "cause" | "openedAt"> & { sharedCause?: string };

/** How a channel stands to its rate. */
export interface ChannelRateRow {
  /** Messages that could go at once at the time `at`; null: nothing was sent yet. */
  tokens: number | null;
  at: number;
  /** Nothing goes before that. */
  notBefore: number;
}

export interface Lease {
  name: string;
  owner: string;
  /** Grows with every new owner: a write by an older one is refused. */
  fencing: number;
  expiresAt: number;
}
