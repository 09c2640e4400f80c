import type { Clock } from "../core/clock.ts";
import { isOfFeed } from "../decide/group-incidents.ts";
import { pageConditions, type PageCondition, type PageFacts } from "../decide/page-conditions.ts";
import type { Stall } from "../decide/stalls.ts";
import type { SendOutcome } from "../notify/channel.ts";
import type { Queue } from "../queue/queue.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { enqueueDrain } from "./deliver-job.ts";
import { describeCondition, describeEnd } from "./describe-conditions.ts";
import { aboutIncident, incidentChanged } from "./incident-changed.ts";
import type { Plan } from "./plan.ts";
import { isOfOtherChannel, mayEndOthers } from "./rolling-restart.ts";
import { tellOperators } from "./tell-operators.ts";

/** Incidents of which others open and close. */
const ELSEWHERE: ReadonlySet<IncidentRow["kind"]> = new Set(["channel-down", "buttons-down", "reload-refused"]);
/** Alerts that are looked at: more of them are late all the same. */
const MOST_ALERTS = 1000;

export interface PageDeps {
  store: Store;
  plan: () => Plan;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "incident">;
  now: Clock;
}

/** The reason of an attempt after which the provider wants the message later, and takes others. */
const PUT_OFF = "put-off" satisfies Extract<SendOutcome, { kind: "retry" }>["reason"];

/** What only the process knows. */
export interface Observed {
  stalls: readonly Stall[];
  /**
   * Those, and what stood still when this process began: an incident of another process goes on for these, else a
   * process that starts would end it, and the other begin it again.
   */
  standing: readonly Stall[];
  /** Beside the store; null: it is elsewhere. */
  freeBytes: number | null;
  /** See `PageFacts`. */
  isStoreGone: boolean;
}

/**
 * Opens and closes the incidents that a person must act on at once, and pages each when it opens and when it is over.
 * Any process may ask, also while the schedule stands still: the pages are handed to the queue here.
 */
export async function pageOperators(deps: PageDeps, observed: Observed): Promise<void> {
  const { store, plan, now } = deps;
  const open = await store.incidents.listOpen();
  const holding = pageConditions(await readFacts(deps, observed, open), now());
  const { channels } = plan();
  // What waits for a channel that is not configured is not late: it will end, and does not go out.
  const ours = open.filter((incident) => !isOfOtherChannel(incident, channels));
  const begun = holding.filter(
    (condition) => !isOfOtherChannel(condition, channels) && !ours.some((incident) => isSame(condition, incident)),
  );
  const ended = ours.filter((incident) => isPaged(incident) && !isHeld(incident, holding));
  const others = open.filter((incident) => isOfOtherChannel(incident, channels) && !isHeld(incident, holding));
  const orphans = others.length > 0 && (await mayEndOthers(deps)) ? others : [];
  if (begun.length + ended.length + orphans.length === 0) return;
  await store.underLock("incidents", async (queries) => {
    for (const { kind, subject } of orphans) await queries.incidents.close(kind, subject, now());
    for (const condition of begun) await begin(deps, queries, condition);
    for (const incident of ended) await end(deps, queries, incident);
  });
  for (const channelId of plan().operators.page) await enqueueDrain(deps.queue, channelId, "page");
}

function isSame({ kind, subject }: PageCondition, incident: IncidentRow): boolean {
  return incident.kind === kind && incident.subject === subject;
}

function isHeld(incident: IncidentRow, holding: readonly PageCondition[]): boolean {
  return holding.some((condition) => isSame(condition, incident));
}

function isPaged({ kind }: IncidentRow): boolean {
  return !ELSEWHERE.has(kind) && !isOfFeed(kind);
}

async function readFacts(
  { store, now }: PageDeps,
  { stalls, standing, freeBytes, isStoreGone }: Observed,
  open: readonly IncidentRow[],
): Promise<PageFacts> {
  const waiting = await store.deliveries.listWaitingAlerts(MOST_ALERTS);
  return {
    waiting: waiting.map(({ channelId, dueAt, heldUntil, triedAt, reason }) => {
      return { channelId, since: Math.max(triedAt ?? dueAt, heldUntil ?? 0), isPutOff: reason === PUT_OFF };
    }),
    downChannels: new Set(open.filter(({ kind }) => kind === "channel-down").map(({ subject }) => subject)),
    stalls: standing.filter(({ stage }) => {
      const isOpen = open.some(({ kind, subject }) => kind === "stalled" && subject === stage);
      return isOpen || stalls.some((stall) => stall.stage === stage);
    }),
    freeBytes,
    isStoreGone,
    feeds: await store.feeds.countFailing(now()),
    open: new Set(open.map(({ kind }) => kind)),
  };
}

async function begin({ plan, events, now }: PageDeps, queries: StoreQueries, condition: PageCondition): Promise<void> {
  const { kind, subject, cause } = condition;
  const opened = await queries.incidents.open({ kind, subject, cause, openedAt: now() });
  if (opened === undefined) return;
  const about = aboutIncident(opened, "opened");
  await tellOperators({ queries, plan: plan(), now: now() }, about, describeCondition(condition));
  events.incident(incidentChanged(opened, "opened", true));
}

async function end({ plan, events, now }: PageDeps, queries: StoreQueries, incident: IncidentRow): Promise<void> {
  const { kind, subject } = incident;
  const closed = await queries.incidents.close(kind, subject, now());
  if (closed === undefined) return;
  const about = aboutIncident(closed, "closed");
  await tellOperators({ queries, plan: plan(), now: now() }, about, describeEnd(closed, now()));
  events.incident(incidentChanged(closed, "closed", true));
}
