import type { Clock } from "../core/clock.ts";
import { sharedCauseOf } from "../decide/group-incidents.ts";
import { silenceOf, type Cadence } from "../poll/cadence.ts";
import { decideFeedIncident, decideSuspension, type IncidentChange, updateHealth } from "../poll/feed-health.ts";
import { isUnreachable, type PollFailure } from "../poll/poll-outcome.ts";
import type { IncidentRow, NewIncident } from "../store/operation-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { incidentChanged } from "./incident-changed.ts";
import type { Polled } from "./polled.ts";

export interface IncidentDeps {
  store: Pick<Store, "incidents" | "feeds">;
  events: Pick<Events, "incident">;
  now: Clock;
}

/**
 * Opens and closes the incidents of a feed as promise 5 says: it cannot be read, is suspended, or is silent
 * against its cadence; a paused feed is never called silent.
 * Operators are told by the heartbeat, which sees what else opened.
 * @param cadence after this poll
 */
export async function changeFeedIncidents(deps: IncidentDeps, polled: Polled, cadence: Cadence | null): Promise<void> {
  await changeFailing(deps, polled);
  if (polled.outcome.kind !== "failed" && cadence !== null) await changeSilent(deps, polled, cadence);
}

async function changeFailing(deps: IncidentDeps, polled: Polled): Promise<void> {
  const { feed, state, outcome, finishedAt } = polled;
  if (outcome.kind !== "failed" && state.firstFailureAt === null && state.goodInRow > 2) return;
  const { incidents } = deps.store;
  const isFailing = (await incidents.findOpen("feed-failing", feed.id)) !== undefined;
  const wasSuspended = (await incidents.findOpen("feed-suspended", feed.id)) !== undefined;
  const health = updateHealth(state, outcome, finishedAt);
  await change(deps, polled, "feed-suspended", decideSuspension(health, outcome, wasSuspended));
  const before = { isOpen: isFailing, isAtHome: state.effectiveUrl === null };
  await change(deps, polled, "feed-failing", decideFeedIncident(health, outcome, before, finishedAt));
}

async function change(
  deps: IncidentDeps,
  { feed, state, outcome }: Polled,
  kind: "feed-failing" | "feed-suspended",
  decided: IncidentChange,
): Promise<void> {
  if (decided.kind === "close") await close(deps, kind, feed.id);
  if (decided.kind !== "open" || outcome.kind !== "failed") return;
  const sharedCause = causeOf(state.effectiveUrl ?? state.url, outcome.failure);
  await open(deps, { kind, subject: feed.id, cause: decided.cause, openedAt: deps.now(), sharedCause });
}

function causeOf(url: string, failure: PollFailure): string {
  const trouble = failure.httpStatus === null ? failure.kind : `${failure.kind} ${failure.httpStatus}`;
  return sharedCauseOf(new URL(url).hostname, trouble, isUnreachable(failure.kind));
}

async function changeSilent(deps: IncidentDeps, { feed, state, items }: Polled, cadence: Cadence): Promise<void> {
  if (items.added.length > 0) return close(deps, "feed-silent", feed.id);
  const now = deps.now();
  const cause = silenceOf(cadence, feed.expectEveryMs, now);
  if (cause === null) return;
  // A poll that was under way when somebody paused the feed says nothing that they want to hear.
  const pauses = await deps.store.feeds.listPauses(now);
  if (pauses.some(({ feedId }) => feedId === feed.id)) return;
  const sharedCause = sharedCauseOf(new URL(state.url).hostname, "silent", false);
  await open(deps, { kind: "feed-silent", subject: feed.id, cause, openedAt: now, sharedCause });
}

async function open({ store, events }: IncidentDeps, incident: NewIncident): Promise<void> {
  const opened = await store.incidents.open(incident);
  if (opened !== undefined) events.incident(incidentChanged(opened, "opened", false));
}

async function close({ store, events, now }: IncidentDeps, kind: IncidentRow["kind"], feedId: string): Promise<void> {
  const closed = await store.incidents.close(kind, feedId, now());
  if (closed !== undefined) events.incident(incidentChanged(closed, "closed", false));
}
