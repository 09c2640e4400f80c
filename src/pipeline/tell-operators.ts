import type { NoticeMessage, SummaryMessage } from "../notify/message.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";

export interface Telling {
  queries: Pick<StoreQueries, "deliveries">;
  plan: Pick<Plan, "operators">;
  now: number;
}

/**
 * Puts a notice on every operators' channel of its level, once per key.
 * @param subject what the notice is about, e.g. an incident id
 * @param phase e.g. `opened`, `closed`
 */
export async function tellOperators(
  { queries, plan, now }: Telling,
  subject: { id: string; phase: string; incidentId: string | null },
  notice: NoticeMessage,
): Promise<void> {
  for (const channelId of plan.operators[notice.level]) {
    await queries.deliveries.add({
      key: `notice|${subject.id}|${subject.phase}|${channelId}`,
      kind: "notice",
      channelId,
      storyId: null,
      editionId: null,
      incidentId: subject.incidentId,
      recipient: null,
      payload: JSON.stringify(notice),
      severity: notice.level === "page" ? "urgent" : "normal",
      createdAt: now,
      dueAt: now,
    });
  }
}

/** Tells operators once what the first good fetch of new feeds held. */
export async function tellSummary({ queries, plan, now }: Telling, summary: SummaryMessage): Promise<void> {
  for (const channelId of plan.operators.notice) {
    await queries.deliveries.add({
      key: `summary|${channelId}|${now}`,
      kind: "summary",
      channelId,
      storyId: null,
      editionId: null,
      incidentId: null,
      recipient: null,
      payload: JSON.stringify(summary),
      severity: "normal",
      createdAt: now,
      dueAt: now,
    });
  }
}
