import type { Clock } from "../core/clock.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { aboutIncident, describePast, incidentChanged } from "./incident-changed.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

const KIND = "reload-refused";
const SUBJECT = "configuration";
/** How many mistakes a notice names. */
const NAMED = 10;

export interface RefusalDeps {
  store: Pick<Store, "incidents" | "underLock">;
  plan: () => Pick<Plan, "operators">;
  events: Pick<Events, "incident">;
  now: Clock;
}

/** A configuration was not taken over. */
interface Refusal {
  message: string;
  /** Each a line, with its place and its remedy; none: it is not the files, and the message says all. */
  mistakes: readonly string[];
  /** The one before does not work either. */
  isStopped: boolean;
}

const GOES_ON = "The one before goes on working. Correct it (`wirewatch check` says what is wrong), and reload.";
const NOTHING_WORKS = "This process polls, matches and sends nothing: restart it. What is stored waits for that.";

/** Opens the incident of a configuration that was not taken over; while it is open, further ones are not told. */
export async function openRefusal(
  { store, plan, events, now }: RefusalDeps,
  { message, mistakes, isStopped }: Refusal,
): Promise<void> {
  const at = now();
  const opened = await store.underLock("incidents", async (queries) => {
    const row = await queries.incidents.open({ kind: KIND, subject: SUBJECT, cause: message, openedAt: at });
    if (row === undefined) return undefined;
    const lines = mistakes.length > 0 ? mistakes : message.split("\n").map((line) => line.trim());
    const more = lines.length - NAMED;
    await tellOperators({ queries, plan: plan(), now: at }, aboutIncident(row, "opened"), {
      kind: "notice",
      level: "notice",
      title: "The changed configuration was not taken over",
      lines: [...lines.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])],
      remedy: isStopped ? NOTHING_WORKS : GOES_ON,
    });
    return row;
  });
  if (opened !== undefined) events.incident(incidentChanged(opened, "opened", false));
}

/** Closes the incident of a refused reload: the files are what works. Most often none is open. */
export async function closeRefusal({ store, plan, events, now }: RefusalDeps): Promise<void> {
  if ((await store.incidents.findOpen(KIND, SUBJECT)) === undefined) return;
  const at = now();
  const closed = await store.underLock("incidents", async (queries) => {
    const row = await queries.incidents.close(KIND, SUBJECT, at);
    if (row === undefined) return undefined;
    await tellOperators({ queries, plan: plan(), now: at }, aboutIncident(row, "closed"), {
      kind: "notice",
      level: "notice",
      title: "The configuration is the one in the files again",
      lines: [describePast(row, at)],
      remedy: null,
    });
    return row;
  });
  if (closed !== undefined) events.incident(incidentChanged(closed, "closed", false));
}
