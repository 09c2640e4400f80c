import type { Clock } from "../core/clock.ts";
import { decideFeedIncident, updateHealth } from "../poll/feed-health.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Plan } from "./plan.ts";
import type { Polled } from "./polled.ts";
import { tellOperators } from "./tell-operators.ts";

export interface IncidentDeps {
  store: Store;
  plan: () => Plan;
  events: Pick<Events, "incident">;
  now: Clock;
}

/** Opens or closes the feed's incident as promise 5 says; operators are told once each. */
export async function changeFeedIncident(
  deps: IncidentDeps,
  { feed, state, outcome, finishedAt }: Polled,
): Promise<void> {
  if (outcome.kind !== "failed" && state.firstFailureAt === null && state.goodInRow > 2) return;
  const isOpen = (await deps.store.incidents.listOpen()).some(
    (incident) => incident.kind === "feed-failing" && incident.subject === feed.id,
  );
  const change = decideFeedIncident(updateHealth(state, outcome, finishedAt), outcome, isOpen, finishedAt);
  if (change.kind === "open") await openIncident(deps, feed.id, change.cause);
  if (change.kind === "close") await closeIncident(deps, feed.id);
}

function openIncident(deps: IncidentDeps, feedId: string, cause: string): Promise<void> {
  const now = deps.now();
  return deps.store.underLock("incidents", async (queries) => {
    const opened = await queries.incidents.open({ kind: "feed-failing", subject: feedId, cause, openedAt: now });
    if (opened === undefined) return;
    await tellOperators(
      { queries, plan: deps.plan(), now },
      { id: opened.id, phase: "opened", incidentId: opened.id },
      {
        kind: "notice",
        level: "notice",
        title: `Feed ${feedId} cannot be read`,
        lines: [cause],
        remedy: "wirewatch keeps trying; if the feed has moved, change its url.",
      },
    );
    deps.events.incident({
      incidentId: opened.id,
      phase: "opened",
      kind: opened.kind,
      subject: feedId,
      detail: cause,
      page: false,
    });
  });
}

function closeIncident(deps: IncidentDeps, feedId: string): Promise<void> {
  const now = deps.now();
  return deps.store.underLock("incidents", async (queries) => {
    const closed = await queries.incidents.close("feed-failing", feedId, now);
    if (closed === undefined) return;
    const minutes = Math.max(1, Math.round((now - closed.openedAt) / 60_000));
    const detail = `It could not be read for ${minutes} min: ${closed.cause}`;
    await tellOperators(
      { queries, plan: deps.plan(), now },
      { id: closed.id, phase: "closed", incidentId: closed.id },
      { kind: "notice", level: "notice", title: `Feed ${feedId} can be read again`, lines: [detail], remedy: null },
    );
    deps.events.incident({
      incidentId: closed.id,
      phase: "closed",
      kind: closed.kind,
      subject: feedId,
      detail,
      page: false,
    });
  });
}
