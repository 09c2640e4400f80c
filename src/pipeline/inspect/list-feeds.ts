import { readCadence } from "../../poll/cadence.ts";
import { remedyFor, SILENT_REMEDY } from "../../poll/failure-remedy.ts";
import { isSuspended } from "../../poll/feed-health.ts";
import type { FeedPause, FeedState, PollRecord } from "../../store/feed-rows.ts";
import type { IncidentRow } from "../../store/operation-rows.ts";
import type { Store } from "../../store/store.ts";
import { describeSubscription, type SubscriptionLine } from "./describe-subscription.ts";

/** What a feed is, the first that fits: */
type FeedStanding =
  | "paused"
  /** The server says so (410): asked weekly. */
  | "gone"
  /** Reading its documents had to be stopped: asked daily. */
  | "suspended"
  /** Its last poll failed. */
  | "failing"
  /** Read well, but nothing new has come for unusually long. */
  | "silent"
  /** Permanent redirects lead elsewhere, where it is read. */
  | "moved"
  /** Not read yet. */
  | "new"
  | "good";

/** How a feed stands; instants in epoch milliseconds. */
export interface FeedLine {
  id: string;
  /** As configured. */
  url: string;
  /** Where it is asked instead, since permanent redirects lead there; null: nowhere else. */
  movedTo: string | null;
  state: FeedStanding;
  lastGoodAt: number | null;
  nextPollAt: number;
  /** In a row. */
  failures: number;
  failingSince: number | null;
  /** What the last failed poll came to, or why the feed is called silent; null: neither. */
  cause: string | null;
  /** What an operator can do about it; null: nothing. */
  remedy: string | null;
  pause: Omit<FeedPause, "feedId"> | null;
  /** At the hub that announces the feed; null: there is none, or nobody wants one. */
  subscription: SubscriptionLine | null;
  /** Its last document held more items than are read. */
  isCut: boolean;
}

/** States in which the feed gives the desk nothing. */
const TROUBLES: readonly FeedStanding[] = ["gone", "suspended", "failing", "silent"];

/** Whether a person should look at the feed; a paused one where it failed before the pause. */
export function needsAttention({ state, failures }: FeedLine): boolean {
  return failures > 0 || TROUBLES.includes(state);
}

/** How many feeds stand how: each counts once, and states that no feed is in are 0. */
export function countStandings(lines: readonly FeedLine[]): Record<FeedStanding, number> {
  const counts = { good: 0, new: 0, failing: 0, gone: 0, suspended: 0, silent: 0, moved: 0, paused: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}

/** "2 good, 1 failing": the states that feeds are in. */
export function describeStandings(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
}

/** Whether one of them gives the desk nothing. */
export function haveTrouble(counts: Readonly<Record<string, number>>): boolean {
  return TROUBLES.some((state) => (counts[state] ?? 0) > 0);
}

/** Read-only: how the configured feeds stand, by id. */
export async function listFeeds(
  store: Pick<Store, "feeds" | "incidents" | "subscriptions">,
  now: number,
): Promise<readonly FeedLine[]> {
  const pauses = new Map((await store.feeds.listPauses(now)).map(({ feedId, ...pause }) => [feedId, pause]));
  const subscriptions = new Map((await store.subscriptions.list()).map((row) => [row.feedId, row]));
  const open = await store.incidents.listOpen();
  const silences = new Map(
    open.filter(({ kind }) => kind === "feed-silent").map((incident) => [incident.subject, incident]),
  );
  const lines: FeedLine[] = [];
  for (const state of await store.feeds.list()) {
    const { feedId } = state;
    const failed = state.failures > 0 ? await store.feeds.latestPoll(feedId) : undefined;
    const known = { state, failed, pause: pauses.get(feedId) ?? null, silence: silences.get(feedId) };
    const subscription = subscriptions.get(feedId);
    lines.push({
      ...toLine(known),
      subscription: subscription === undefined ? null : describeSubscription(subscription, now),
    });
  }
  return lines;
}

interface Known {
  state: FeedState;
  /** The latest poll, where it failed. */
  failed: PollRecord | undefined;
  pause: FeedLine["pause"];
  silence: IncidentRow | undefined;
}

function toLine(known: Known): Omit<FeedLine, "subscription"> {
  const { state, failed, pause, silence } = known;
  return {
    id: state.feedId,
    url: state.url,
    movedTo: state.effectiveUrl,
    state: standingOf(known),
    lastGoodAt: state.lastGoodAt,
    nextPollAt: Math.max(state.nextPollAt, pause?.until ?? 0),
    failures: state.failures,
    failingSince: state.firstFailureAt,
    cause: failed?.failureMessage ?? silence?.cause ?? null,
    remedy: remedyOf(known),
    pause,
    isCut: readCadence(state.cadence)?.isCut ?? false,
  };
}

function standingOf({ state, failed, pause, silence }: Known): FeedStanding {
  if (pause !== null) return "paused";
  if (failed?.httpStatus === 410) return "gone";
  if (isSuspended(state)) return "suspended";
  if (state.failures > 0) return "failing";
  if (silence !== undefined) return "silent";
  if (state.effectiveUrl !== null) return "moved";
  return state.lastGoodAt === null ? "new" : "good";
}

function remedyOf({ state, failed, silence }: Known): string | null {
  if (failed !== undefined) return remedyFor(failed.failureKind ?? "", failed.httpStatus);
  if (silence !== undefined) return SILENT_REMEDY;
  return state.effectiveUrl === null ? null : `Make ${state.effectiveUrl} its url.`;
}
