import type { Clock } from "../core/clock.ts";
import { isOfFeed } from "../decide/group-incidents.ts";
import { pageConditions, type PageCondition, type PageFacts } from "../decide/page-conditions.ts";
import type { Stall } from "../decide/stalls.ts";
import type { Queue } from "../queue/queue.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { enqueueDrain } from "./deliver-job.ts";
import { describeCondition, describeEnd } from "./describe-conditions.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

/** Alerts that are looked at: more of them are late all the same. */
const MOST_ALERTS = 1000;

export interface PageDeps {
  store: Store;
  plan: () => Plan;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "incident">;
  now: Clock;
}

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
}

/**
 * Opens and closes the incidents that a person must act on at once, and pages each when it opens and when it is over.
 * Any process may ask, also while the schedule stands still: the pages are handed to the queue here.
 */
export async function pageOperators(deps: PageDeps, observed: Observed): Promise<void> {
  const { store, plan, now } = deps;
  const open = await store.incidents.listOpen();
  const holding = pageConditions(await readFacts(deps, observed, open), now());
  const begun = holding.filter(
    (condition) => isOurs(condition, plan()) && !open.some((incident) => isSame(condition, incident)),
  );
  const over = open.filter((incident) => isPaged(incident) && !holding.some((held) => isSame(held, incident)));
  const [ended, dropped] = [over.filter((one) => isOurs(one, plan())), over.filter((one) => !isOurs(one, plan()))];
  const down = open.filter(({ kind, subject }) => kind === "channel-down" && !plan().channels.has(subject));
  const orphans = [...down, ...dropped];
  if (begun.length + ended.length + orphans.length === 0) return;
  await store.underLock("incidents", async (queries) => {
    for (const { kind, subject } of orphans) await queries.incidents.close(kind, subject, now());
    for (const condition of begun) await begin(deps, queries, condition);
    for (const incident of ended) await end(deps, queries, incident);
  });
  for (const channelId of plan().operators.page) await enqueueDrain(deps.queue, channelId, "page");
}

/** What waits for a channel that is not configured is not late: it will end, and does not go out. */
function isOurs({ kind, subject }: Pick<PageCondition | IncidentRow, "kind" | "subject">, { channels }: Plan): boolean {
  return kind !== "alerts-late" || channels.has(subject);
}

function isSame({ kind, subject }: PageCondition, incident: IncidentRow): boolean {
  return incident.kind === kind && incident.subject === subject;
}

function isPaged({ kind }: IncidentRow): boolean {
  return kind !== "channel-down" && kind !== "buttons-down" && !isOfFeed(kind);
}

async function readFacts(
  { store, now }: PageDeps,
  { stalls, standing, freeBytes }: Observed,
  open: readonly IncidentRow[],
): Promise<PageFacts> {
  const waiting = await store.deliveries.listWaitingAlerts(MOST_ALERTS);
  return {
    waiting: waiting.map(({ channelId, dueAt, heldUntil, triedAt }) => {
      return { channelId, since: Math.max(triedAt ?? dueAt, heldUntil ?? 0) };
    }),
    downChannels: new Set(open.filter(({ kind }) => kind === "channel-down").map(({ subject }) => subject)),
    stalls: standing.filter(({ stage }) => {
      const isOpen = open.some(({ kind, subject }) => kind === "stalled" && subject === stage);
      return isOpen || stalls.some((stall) => stall.stage === stage);
    }),
    freeBytes,
    feeds: await store.feeds.countFailing(now()),
    open: new Set(open.map(({ kind }) => kind)),
  };
}

async function begin({ plan, events, now }: PageDeps, queries: StoreQueries, condition: PageCondition): Promise<void> {
  const { kind, subject, cause } = condition;
  const opened = await queries.incidents.open({ kind, subject, cause, openedAt: now() });
  if (opened === undefined) return;
  const about = { id: opened.id, phase: "opened", incidentId: opened.id };
  await tellOperators({ queries, plan: plan(), now: now() }, about, describeCondition(condition));
  events.incident({ incidentId: opened.id, kind, subject, phase: "opened", detail: cause, page: true });
}

async function end({ plan, events, now }: PageDeps, queries: StoreQueries, incident: IncidentRow): Promise<void> {
  const { kind, subject } = incident;
  const closed = await queries.incidents.close(kind, subject, now());
  if (closed === undefined) return;
  const about = { id: closed.id, phase: "closed", incidentId: closed.id };
  await tellOperators({ queries, plan: plan(), now: now() }, about, describeEnd(closed, now()));
  events.incident({ incidentId: closed.id, kind, subject, phase: "closed", detail: closed.cause, page: true });
}
