import type { Clock } from "../core/clock.ts";
import {
  groupIncidents,
  isOfFeed,
  type FeedIncident,
  type IncidentNews,
  type Reach,
} from "../decide/group-incidents.ts";
import { isUnreachable } from "../poll/poll-outcome.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { Store, StoreQueries } from "../store/store.ts";
import { describeOpened, describeRecovered } from "./describe-incidents.ts";
import { aboutIncident } from "./incident-changed.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

/** Polls so recent say whether this machine reaches anybody. */
const REACH_MS = 20 * 60_000;

export interface TellIncidentsDeps {
  store: Pick<Store, "incidents" | "underLock">;
  plan: () => Plan;
  now: Clock;
  /** How long news waits for other news, ms; absent: as `groupIncidents` says. */
  togetherMs?: number;
}

/** Changes what an event is called, not whether there is news. */
const NOBODY_ASKED: Reach = { reached: 0, unreachable: 0 };

/**
 * Tells operators about feeds that fail or fall silent and that recover: once each, one notice for what belongs
 * together. An incident may stay open for weeks: the lock is taken and the polls are read only when there is news.
 */
export async function tellIncidents({ store, plan, now, togetherMs }: TellIncidentsDeps): Promise<void> {
  const waiting = (await store.incidents.listUnsettled()).flatMap(toFeedIncident);
  const news = groupIncidents(waiting, NOBODY_ASKED, now(), togetherMs);
  if (Object.values(news).every((list) => list.length === 0)) return;
  await store.underLock("incidents", async (queries) => {
    const at = now();
    const unsettled = (await queries.incidents.listUnsettled()).flatMap(toFeedIncident);
    const reach = await readReach(queries, plan(), at);
    await tellNews({ queries, plan: plan(), now: at }, groupIncidents(unsettled, reach, at, togetherMs));
  });
}

function toFeedIncident({ kind, ...incident }: IncidentRow): FeedIncident[] {
  return isOfFeed(kind) ? [{ ...incident, kind }] : [];
}

/** Hosts that answered anything at all in the latest polls, and the others. */
async function readReach({ feeds }: StoreQueries, plan: Plan, now: number): Promise<Reach> {
  const reached = new Set<string>();
  const asked = new Set<string>();
  for (const { feedId, failureKind } of await feeds.listLatestPolls(now - REACH_MS)) {
    const host = URL.parse(plan.feeds.get(feedId)?.url ?? "")?.hostname;
    if (host === undefined) continue;
    asked.add(host);
    if (!isUnreachable(failureKind)) reached.add(host);
  }
  return { reached: reached.size, unreachable: asked.size - reached.size };
}

interface Telling {
  queries: StoreQueries;
  plan: Plan;
  now: number;
}

async function tellNews(telling: Telling, { opened, joined, recovered, passed }: IncidentNews): Promise<void> {
  const { incidents } = telling.queries;
  await incidents.settle(passed, telling.now);
  for (const [group, members] of Map.groupBy(joined, ({ groupId }) => groupId))
    await incidents.group(idsOf(members), { groupId: group, sharedCause: members[0]?.sharedCause ?? null });

  const [firstOpened] = opened;
  if (firstOpened !== undefined) {
    await tellOperators(telling, aboutIncident(firstOpened, "opened"), describeOpened(opened));
    for (const { id, sharedCause, members } of opened)
      await incidents.group(idsOf(members), { groupId: id, sharedCause });
  }

  const [firstRecovered] = recovered;
  if (firstRecovered === undefined) return;
  await tellOperators(telling, aboutIncident(firstRecovered, "closed"), describeRecovered(recovered));
  for (const { members, remaining } of recovered) {
    const open = new Set(idsOf(remaining));
    await incidents.settle(
      idsOf(members).filter((id) => !open.has(id)),
      telling.now,
    );
    // What goes on is its own event now; the notice named it.
    for (const { id, sharedCause } of remaining) await incidents.group([id], { groupId: id, sharedCause });
  }
}

function idsOf(incidents: readonly { id: string }[]): string[] {
  return incidents.map(({ id }) => id);
}
