import {
  hostOfCause,
  NETWORK_GONE,
  troubleOfCause,
  type IncidentGroup,
  type IncidentNews,
} from "../decide/group-incidents.ts";
import type { NoticeMessage } from "../notify/message.ts";
import { remedyFor, SILENT_REMEDY } from "../poll/failure-remedy.ts";
import { MINUTE_MS } from "../core/time.ts";

/** How many feeds a notice names; the rest is a number. */
const NAMED = 10;

const KEEPS_TRYING = "wirewatch keeps trying.";
const MIXED_REMEDY = "`wirewatch feeds list --failing` says what to do about each.";
const SUSPENDED_REMEDY =
  "wirewatch tries it once a day with half the limits until it can be read; ask its publisher, or remove it.";

type Recovered = IncidentNews["recovered"][number];

/** One notice for groups that opened together. */
export function describeOpened(groups: readonly IncidentGroup[]): NoticeMessage {
  const [first] = groups;
  return {
    kind: "notice",
    level: "notice",
    title:
      groups.length === 1 && first !== undefined ? openedTitle(first) : `${feedCount(groups)} feeds need attention`,
    lines: groups.flatMap((group) => openedLines(group, groups.length > 1)),
    remedy: remedyOf(groups),
  };
}

function remedyOf(groups: readonly IncidentGroup[]): string {
  const [one = MIXED_REMEDY, ...others] = new Set(groups.map(remedyOfGroup));
  return others.length === 0 ? one : `${MIXED_REMEDY} ${KEEPS_TRYING}`;
}

function remedyOfGroup(group: IncidentGroup): string {
  const { sharedCause } = group;
  if (sharedCause === NETWORK_GONE) return "Check this machine's network.";
  if (isSilent(group)) return SILENT_REMEDY;
  if (isSuspension(group)) return SUSPENDED_REMEDY;
  if (sharedCause === null) return `${MIXED_REMEDY} ${KEEPS_TRYING}`;
  const { kind, httpStatus } = troubleOfCause(sharedCause);
  return `${remedyFor(kind, httpStatus)} ${KEEPS_TRYING}`;
}

/** One notice for groups that recovered together. */
export function describeRecovered(groups: readonly Recovered[]): NoticeMessage {
  const [first] = groups;
  return {
    kind: "notice",
    level: "notice",
    title:
      groups.length === 1 && first !== undefined ? recoveredTitle(first) : `${feedCount(groups)} feeds are well again`,
    lines: groups.flatMap(recoveredLines),
    remedy: null,
  };
}

function isSilent({ members }: IncidentGroup): boolean {
  return members.every(({ kind }) => kind === "feed-silent");
}

function isSuspension({ members }: IncidentGroup): boolean {
  return members.every(({ kind }) => kind === "feed-suspended");
}

function feedCount(groups: readonly IncidentGroup[]): number {
  return groups.reduce((sum, { members }) => sum + members.length, 0);
}

function whoOf({ sharedCause, members }: IncidentGroup): string {
  const [first] = members;
  if (members.length === 1 && first !== undefined) return `Feed ${first.subject}`;
  return sharedCause === null ? `${members.length} feeds` : `${members.length} feeds of ${hostOfCause(sharedCause)}`;
}

function openedTitle(group: IncidentGroup): string {
  if (group.sharedCause === NETWORK_GONE) return "The network is gone: no feed can be reached";
  const isOne = group.members.length === 1;
  if (isSilent(group)) return `${whoOf(group)} ${isOne ? "has" : "have"} fallen silent`;
  if (isSuspension(group)) {
    return `${whoOf(group)} ${isOne ? "is" : "are"} suspended: reading it had to be stopped three times`;
  }
  return `${whoOf(group)} cannot be read`;
}

function openedLines(group: IncidentGroup, withTitle: boolean): string[] {
  const [first] = group.members;
  const cause = first?.cause ?? "";
  const names = group.members.length > 1 ? [namesOf(group.members)] : [];
  return withTitle ? [`${openedTitle(group)}: ${cause}`, ...names] : [cause, ...names];
}

function recoveredTitle(group: Recovered): string {
  if (group.sharedCause === NETWORK_GONE) return "The network is back";
  const well = { ...group, members: group.members.filter(({ closedAt }) => closedAt !== null) };
  if (isSilent(group)) return `${whoOf(well)} published again`;
  const isOne = well.members.length === 1;
  return isSuspension(group)
    ? `${whoOf(well)} ${isOne ? "is" : "are"} no longer suspended`
    : `${whoOf(well)} can be read again`;
}

function recoveredLines(group: Recovered): string[] {
  const well = group.members.filter(({ closedAt }) => closedAt !== null);
  const from = Math.min(...group.members.map(({ openedAt }) => openedAt));
  const to = Math.max(...well.map(({ closedAt }) => closedAt ?? from));
  const minutes = Math.max(1, Math.round((to - from) / MINUTE_MS));
  const told = `${namesOf(well)}: after ${minutes} min (${group.members[0]?.cause ?? ""})`;
  return group.remaining.length === 0 ? [told] : [told, `Still open: ${namesOf(group.remaining)}`];
}

function namesOf(members: readonly { subject: string }[]): string {
  const names = members.slice(0, NAMED).map(({ subject }) => subject);
  const more = members.length - names.length;
  return more === 0 ? names.join(", ") : `${names.join(", ")} and ${more} more`;
}
