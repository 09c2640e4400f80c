import type { Clock } from "../core/clock.ts";
import { decideFeedIncident, decideSuspension, type IncidentChange, updateHealth } from "../poll/feed-health.ts";
import type { IncidentRow } from "../store/rows.ts";
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

type FeedIncidentKind = Extract<IncidentRow["kind"], "feed-failing" | "feed-suspended">;

interface Wording {
  opened: string;
  remedy: string;
  closed: string;
  lasted: string;
}

const WORDINGS: Readonly<Record<FeedIncidentKind, Wording>> = {
  "feed-failing": {
    opened: "cannot be read",
    remedy: "wirewatch keeps trying; if the feed has moved, change its url.",
    closed: "can be read again",
    lasted: "It could not be read for",
  },
  "feed-suspended": {
    opened: "is suspended: reading it had to be stopped three times",
    remedy: "wirewatch tries it once a day with half the limits until it can be read; ask its publisher, or remove it.",
    closed: "is no longer suspended",
    lasted: "It was suspended for",
  },
};

interface Subject {
  kind: FeedIncidentKind;
  feedId: string;
}

/** Opens or closes the feed's incidents as promise 5 says; operators are told once each. */
export async function changeFeedIncident(
  deps: IncidentDeps,
  { feed, state, outcome, finishedAt }: Polled,
): Promise<void> {
  if (outcome.kind !== "failed" && state.firstFailureAt === null && state.goodInRow > 2) return;
  const open = (await deps.store.incidents.listOpen()).filter((incident) => incident.subject === feed.id);
  const health = updateHealth(state, outcome, finishedAt);
  function isOpen(kind: FeedIncidentKind): boolean {
    return open.some((incident) => incident.kind === kind);
  }
  const suspension = decideSuspension(health, outcome, isOpen("feed-suspended"));
  const failing = decideFeedIncident(health, outcome, isOpen("feed-failing"), finishedAt);
  await changeIncident(deps, { kind: "feed-suspended", feedId: feed.id }, suspension);
  await changeIncident(deps, { kind: "feed-failing", feedId: feed.id }, failing);
}

async function changeIncident(deps: IncidentDeps, subject: Subject, change: IncidentChange): Promise<void> {
  if (change.kind === "open") await openIncident(deps, subject, change.cause);
  if (change.kind === "close") await closeIncident(deps, subject);
}

function openIncident(deps: IncidentDeps, { kind, feedId }: Subject, cause: string): Promise<void> {
  const now = deps.now();
  const { opened: title, remedy } = WORDINGS[kind];
  return deps.store.underLock("incidents", async (queries) => {
    const opened = await queries.incidents.open({ kind, subject: feedId, cause, openedAt: now });
    if (opened === undefined) return;
    await tellOperators(
      { queries, plan: deps.plan(), now },
      { id: opened.id, phase: "opened", incidentId: opened.id },
      { kind: "notice", level: "notice", title: `Feed ${feedId} ${title}`, lines: [cause], remedy },
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

function closeIncident(deps: IncidentDeps, { kind, feedId }: Subject): Promise<void> {
  const now = deps.now();
  const { closed: title, lasted } = WORDINGS[kind];
  return deps.store.underLock("incidents", async (queries) => {
    const closed = await queries.incidents.close(kind, feedId, now);
    if (closed === undefined) return;
    const minutes = Math.max(1, Math.round((now - closed.openedAt) / 60_000));
    const detail = `${lasted} ${minutes} min: ${closed.cause}`;
    await tellOperators(
      { queries, plan: deps.plan(), now },
      { id: closed.id, phase: "closed", incidentId: closed.id },
      { kind: "notice", level: "notice", title: `Feed ${feedId} ${title}`, lines: [detail], remedy: null },
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
