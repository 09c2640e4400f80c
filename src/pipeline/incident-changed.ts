import { MINUTE_MS } from "../core/time.ts";
import type { IncidentRow } from "../store/operation-rows.ts";
import type { IncidentChanged } from "../telemetry/events.ts";
import type { NoticeSubject } from "./tell-operators.ts";

type Phase = IncidentChanged["phase"];

/** What a notice about an incident is about, so that each phase is told once. */
export function aboutIncident({ id }: Pick<IncidentRow, "id">, phase: Phase): NoticeSubject {
  return { id, phase, incidentId: id };
}

/** What is over, as a line of the notice that says so, e.g. `It lasted 3 min; it was: the disk is full`. @param now epoch milliseconds */
export function describePast({ openedAt, cause }: Pick<IncidentRow, "openedAt" | "cause">, now: number): string {
  const minutes = Math.max(1, Math.round((now - openedAt) / MINUTE_MS));
  return `It lasted ${minutes} min; it was: ${cause}`;
}

/** The event of an incident that opened or closed. @param page whether it pages operators */
export function incidentChanged(
  { id, kind, subject, cause }: IncidentRow,
  phase: Phase,
  page: boolean,
): IncidentChanged {
  return { incidentId: id, kind, subject, phase, detail: cause, page };
}
