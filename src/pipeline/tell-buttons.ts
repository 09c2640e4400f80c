import type { Clock } from "../core/clock.ts";
import { MINUTE_MS } from "../core/time.ts";
import type { Hearing } from "../notify/press.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { aboutIncident, describePast, incidentChanged } from "./incident-changed.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

const KIND = "buttons-down";
/** Connections are renewed every few hours, and a short outage passes; a refusal is told at once. */
const DOWN_AFTER_MS = 2 * MINUTE_MS;

export interface TellButtonsDeps {
  store: Pick<Store, "incidents" | "underLock">;
  plan: () => Pick<Plan, "operators">;
  events: Pick<Events, "incident">;
  now: Clock;
}

/**
 * Opens and closes the incidents of channels whose buttons are not heard, one notice for all channels of a connection.
 * @param channelIds those of one connection
 */
export async function tellButtons(
  deps: TellButtonsDeps,
  channelIds: readonly string[],
  hearing: Hearing,
): Promise<void> {
  const open = (await deps.store.incidents.listOpen()).filter(({ kind }) => kind === KIND);
  if (hearing.kind === "up") {
    // An older connection says nothing about that of another process which opened the incident.
    const over = open.filter(({ subject, openedAt }) => channelIds.includes(subject) && openedAt <= hearing.since);
    if (over.length > 0) await close(deps, over);
    return;
  }
  const isLasting = hearing.refused || deps.now() - hearing.since >= DOWN_AFTER_MS;
  const silent = channelIds.filter((id) => open.every(({ subject }) => subject !== id));
  if (isLasting && silent.length > 0) await begin(deps, silent, hearing.detail ?? "Slack did not answer yet");
}

/** Ends the incidents of channels that have no buttons any more; nobody needs to be told. Other configurations' channels are left alone. */
export async function endButtonIncidents(
  { store, plan, now }: Pick<TellButtonsDeps, "store" | "now"> & { plan: () => Pick<Plan, "channels"> },
  withButtons: readonly string[],
): Promise<void> {
  const { channels } = plan();
  const open = (await store.incidents.listOpen()).filter(({ kind }) => kind === KIND);
  const orphans = open.filter(({ subject }) => channels.has(subject) && !withButtons.includes(subject));
  if (orphans.length === 0) return;
  await store.underLock("incidents", async ({ incidents }) => {
    for (const { subject } of orphans) await incidents.close(KIND, subject, now());
  });
}

async function begin(
  { store, plan, events, now }: TellButtonsDeps,
  channelIds: readonly string[],
  cause: string,
): Promise<void> {
  const opened = await store.underLock("incidents", async (queries) => {
    const rows: IncidentRow[] = [];
    for (const subject of channelIds) {
      const row = await queries.incidents.open({ kind: KIND, subject, cause, openedAt: now() });
      if (row !== undefined) rows.push(row);
    }
    const [first] = rows;
    if (first === undefined) return rows;
    await tellOperators({ queries, plan: plan(), now: now() }, aboutIncident(first, "opened"), {
      kind: "notice",
      level: "notice",
      title: `Buttons of ${named(rows)} are not heard`,
      lines: [cause],
      remedy: "Alerts go out as before; `wirewatch claim` and `wirewatch silence add` do the same as their buttons.",
    });
    return rows;
  });
  for (const row of opened) events.incident(incidentChanged(row, "opened", false));
}

async function close({ store, plan, events, now }: TellButtonsDeps, over: readonly IncidentRow[]): Promise<void> {
  const closed = await store.underLock("incidents", async (queries) => {
    const rows: IncidentRow[] = [];
    for (const { subject } of over) {
      const row = await queries.incidents.close(KIND, subject, now());
      if (row !== undefined) rows.push(row);
    }
    const [first] = rows;
    if (first === undefined) return rows;
    await tellOperators({ queries, plan: plan(), now: now() }, aboutIncident(first, "closed"), {
      kind: "notice",
      level: "notice",
      title: `Buttons of ${named(rows)} are heard again`,
      lines: [describePast(first, now())],
      remedy: null,
    });
    return rows;
  });
  for (const row of closed) events.incident(incidentChanged(row, "closed", false));
}

function named(incidents: readonly IncidentRow[]): string {
  const ids = incidents.map(({ subject }) => subject);
  return ids.length === 1 ? `channel ${ids.join("")}` : `channels ${ids.join(", ")}`;
}
