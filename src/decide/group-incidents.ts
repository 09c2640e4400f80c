import { MINUTE_MS } from "../core/time.ts";

/** Incidents that open or close within this time of each other are told together. */
const TOGETHER_MS = 2 * MINUTE_MS;
/** So much later an equal cause is no longer the same event. */
const SAME_EVENT_MS = 2 * 60 * MINUTE_MS;
/** After so long without a further recovery, a group's recovery is told although some have not recovered. */
const STRAGGLERS_MS = 6 * 60 * MINUTE_MS;
/** Fewer unreachable hosts are no sign of our own network. */
const HOSTS_OF_A_NETWORK = 3;

/** The cause of incidents that open because this machine reaches nobody. */
export const NETWORK_GONE = "network";
const UNREACHABLE = "unreachable|";

const FEED_INCIDENTS = ["feed-failing", "feed-suspended", "feed-silent"] as const;
type FeedIncidentKind = (typeof FEED_INCIDENTS)[number];

/** Whether incidents of this kind are about one feed. */
export function isOfFeed(kind: string): kind is FeedIncidentKind {
  return FEED_INCIDENTS.some((known) => known === kind);
}

/** An incident of a feed of which something is still to be told. */
export interface FeedIncident {
  id: string;
  kind: FeedIncidentKind;
  /** The feed. */
  subject: string;
  cause: string;
  sharedCause: string | null;
  openedAt: number;
  closedAt: number | null;
  /** Null: not told yet. */
  groupId: string | null;
}

/** Incidents that are one event: told once when they open and once when they are over. */
export interface IncidentGroup {
  id: string;
  sharedCause: string | null;
  members: readonly FeedIncident[];
}

export interface IncidentNews {
  /** To be told now, in one notice. */
  opened: readonly IncidentGroup[];
  /** Opened with the cause of a group that was told already: they say nothing of their own until it is over. */
  joined: readonly { id: string; groupId: string; sharedCause: string | null }[];
  /** To be told now, in one notice; `remaining` are still open and go on by themselves. */
  recovered: readonly (IncidentGroup & { remaining: readonly FeedIncident[] })[];
  /** Over before anybody was told. */
  passed: readonly string[];
}

/** How many hosts the latest polls could and could not reach. */
export interface Reach {
  reached: number;
  unreachable: number;
}

/**
 * The cause that incidents share: one host in one kind of trouble. Failures to reach a host may also be ours.
 * @param trouble e.g. `http-status 503`
 */
export function sharedCauseOf(host: string, trouble: string, isUnreachable: boolean): string {
  return isUnreachable ? `${UNREACHABLE}${host}` : `${trouble}|${host}`;
}

/** The trouble of a shared cause, e.g. `http-status` and 503, `tls` and null; `unreachable` for all that reach nobody. */
export function troubleOfCause(sharedCause: string): { kind: string; httpStatus: number | null } {
  const [kind = "", status] = sharedCause.slice(0, sharedCause.lastIndexOf("|")).split(" ");
  return { kind, httpStatus: status === undefined ? null : Number(status) };
}

/** The host of a shared cause. */
export function hostOfCause(sharedCause: string): string {
  return sharedCause.slice(sharedCause.lastIndexOf("|") + 1);
}

/** Nearly every host fails at once: then it is us. */
export function isNetworkGone({ reached, unreachable }: Reach): boolean {
  return unreachable >= HOSTS_OF_A_NETWORK && unreachable >= 4 * reached;
}

function groupsOf(told: readonly FeedIncident[]): IncidentGroup[] {
  return [...Map.groupBy(told, ({ groupId }) => groupId)].map(([id, members]) => ({
    id: id ?? "",
    sharedCause: members[0]?.sharedCause ?? null,
    members,
  }));
}

/** Whether an incident belongs to an event that was told. */
function continues({ sharedCause, openedAt }: FeedIncident, group: IncidentGroup): boolean {
  if (sharedCause === null || group.members.every(({ closedAt }) => closedAt !== null)) return false;
  if (group.sharedCause === NETWORK_GONE) return sharedCause.startsWith(UNREACHABLE);
  const startedAt = Math.min(...group.members.map((member) => member.openedAt));
  return group.sharedCause === sharedCause && openedAt - startedAt <= SAME_EVENT_MS;
}

function openGroups(fresh: readonly FeedIncident[], reach: Reach): IncidentGroup[] {
  const isGone = isNetworkGone(reach);
  const keyed = Map.groupBy(fresh, ({ id, kind, sharedCause }) => {
    if (sharedCause === null) return id;
    return isGone && sharedCause.startsWith(UNREACHABLE) ? NETWORK_GONE : `${kind} ${sharedCause}`;
  });
  return [...keyed].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    return [{ id: first.id, sharedCause: key === NETWORK_GONE ? key : first.sharedCause, members }];
  });
}

function recoveryOf(group: IncidentGroup, now: number, togetherMs: number): IncidentNews["recovered"] {
  const remaining = group.members.filter(({ closedAt }) => closedAt === null);
  const closings = group.members.flatMap(({ closedAt }) => (closedAt === null ? [] : [closedAt]));
  if (closings.length === 0) return [];
  const quietMs = now - Math.max(...closings);
  return quietMs >= (remaining.length === 0 ? togetherMs : STRAGGLERS_MS) ? [{ ...group, remaining }] : [];
}

/**
 * What is to be told about incidents of feeds. Openings wait two minutes for others that open with them; one that
 * shares the cause of an event told before is part of it; an event is over when all of it is.
 * @param unsettled incidents of which something is still to be told, oldest first
 * @param togetherMs instead of the two minutes; 0: nothing else will come
 */
export function groupIncidents(
  unsettled: readonly FeedIncident[],
  reach: Reach,
  now: number,
  togetherMs = TOGETHER_MS,
): IncidentNews {
  const groups = groupsOf(unsettled.filter(({ groupId }) => groupId !== null));
  const untold = unsettled.filter(({ groupId }) => groupId === null);
  const open = untold.filter(({ closedAt }) => closedAt === null);

  const joined = open.flatMap((incident) => {
    const group = groups.find((candidate) => continues(incident, candidate));
    return group === undefined ? [] : [{ id: incident.id, groupId: group.id, sharedCause: group.sharedCause }];
  });
  const joining = new Set(joined.map(({ id }) => id));
  const fresh = open.filter(({ id }) => !joining.has(id));
  const isDue = fresh.some(({ openedAt }) => now - openedAt >= togetherMs);
  return {
    opened: isDue ? openGroups(fresh, reach) : [],
    joined,
    recovered: groups.flatMap((group) =>
      group.members.some(({ id }) => joining.has(id)) ? [] : recoveryOf(group, now, togetherMs),
    ),
    passed: untold.filter(({ closedAt }) => closedAt !== null).map(({ id }) => id),
  };
}
