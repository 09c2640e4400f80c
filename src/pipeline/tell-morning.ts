import type { Clock } from "../core/clock.ts";
import { DAY_MS, MINUTE_MS } from "../core/time.ts";
import { occurrencesAround } from "../decide/calendar.ts";
import { describeMorning, type MorningFacts } from "../notify/describe-morning.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { conditionTitle } from "./describe-conditions.ts";
import type { Plan } from "./plan.ts";
import { isOfOtherChannel } from "./rolling-restart.ts";
import { tellOperators } from "./tell-operators.ts";

const MONTH_MS = 30 * DAY_MS;
/** Messages that wait for less are just on their way. */
const LONG_WAIT_MS = 10 * MINUTE_MS;
/** The name under which the last summary is remembered. */
const TOLD = "morning-summary";

export interface MorningDeps {
  store: Store;
  plan: () => Plan;
  now: Clock;
  /** Local time such as `08:00`. */
  at: string;
  /** IANA zone. */
  timezone: string;
}

/**
 * Tells operators once a day how things stand. Summaries that fell due while nobody ran become one; it covers the time since
 * the last one. The first one comes at the first such time that is lived through.
 */
export function createMorningSummary({ store, plan, now, at, timezone }: MorningDeps): () => Promise<void> {
  let nextAt = 0;
  return async function tellMorning() {
    if (now() < nextAt) return;
    const { previous, next } = occurrencesAround({ at: [at], days: ["mon-sun"], empty: "send" }, timezone, now());
    await rememberWatches(store, plan(), now());
    await store.underLock("incidents", async (queries) => {
      const told = await queries.progress.markedAt(TOLD);
      await queries.progress.mark(TOLD, told === null ? now() : previous);
      if (told === null || told >= previous) return;
      const facts = await readFacts(queries, plan(), { from: told, to: previous, timezone });
      const subject = { id: `morning-${previous}`, phase: "summary", incidentId: null };
      await tellOperators({ queries, plan: plan(), now: now() }, subject, describeMorning(facts));
    });
    nextAt = next;
  };
}

function markOf(watchId: string): string {
  return `watch|${watchId}`;
}

/** A watch cannot have been quiet for longer than it is known; the first mark of it stays. */
async function rememberWatches({ progress }: Store, { watches }: Plan, now: number): Promise<void> {
  for (const id of watches.keys())
    if ((await progress.markedAt(markOf(id))) === null) await progress.mark(markOf(id), now);
}

interface Day {
  from: number;
  to: number;
  timezone: string;
}

async function readFacts(queries: StoreQueries, plan: Plan, day: Day): Promise<MorningFacts> {
  const open = (await queries.incidents.listOpen()).filter((incident) => !isOfOtherChannel(incident, plan.channels));
  const counts = await queries.deliveries.countDuring(day.from, day.to);
  const pending = await queries.deliveries.oldestPending();
  const failed = counts.filter(({ status }) => status === "failed");
  return {
    ...day,
    open: open.flatMap((incident) => {
      const title = titleOf(incident);
      return title === null ? [] : [{ title, since: incident.openedAt }];
    }),
    failing: subjectsOf(open, "feed-failing", "feed-suspended"),
    silent: subjectsOf(open, "feed-silent"),
    waiting: pending.filter(({ since }) => day.to - since > LONG_WAIT_MS),
    failed: [...Map.groupBy(failed, ({ channelId }) => channelId)].map(([channelId, rows]) => {
      return { channelId, count: sum(rows) };
    }),
    tooLate: await queries.matches.listTooLate(day),
    quiet: await listQuiet(queries, plan, day.to),
    editions: await queries.editions.listDuring(day.from, day.to),
    coverage: await queries.feeds.coverage(day.from, day.to),
    alertsSent: sum(counts.filter(({ kind, status }) => kind === "alert" && status === "sent")),
  };
}

function titleOf({ kind, subject }: IncidentRow): string | null {
  if (kind === "reload-refused") return "The changed configuration is not taken over";
  return kind === "channel-down" ? `Channel ${subject} is down` : conditionTitle(kind, subject);
}

function subjectsOf(open: readonly IncidentRow[], ...kinds: IncidentRow["kind"][]): string[] {
  return [...new Set(open.filter(({ kind }) => kinds.includes(kind)).map(({ subject }) => subject))];
}

async function listQuiet({ progress, matches }: StoreQueries, { watches }: Plan, now: number): Promise<string[]> {
  const quiet: string[] = [];
  for (const id of watches.keys()) {
    const knownSince = (await progress.markedAt(markOf(id))) ?? now;
    if (knownSince <= now - MONTH_MS && !(await matches.hasSince(id, now - MONTH_MS))) quiet.push(id);
  }
  return quiet;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
