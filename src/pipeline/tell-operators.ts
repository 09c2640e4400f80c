import type { NoticeMessage, SummaryMessage } from "../notify/message.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";

export interface Telling {
  queries: Pick<StoreQueries, "deliveries" | "incidents">;
  plan: Pick<Plan, "operators">;
  now: number;
}

/** What a notice is about, e.g. an incident id and `opened`: a subject is told once in each phase. */
export interface NoticeSubject {
  id: string;
  phase: string;
  incidentId: string | null;
}

/**
 * Puts a notice on every operators' channel of its level, once per key. A page goes around channels that are in trouble
 * themselves, as long as one of the others is not; what is over is told where its beginning was.
 */
export async function tellOperators(
  { queries, plan, now }: Telling,
  subject: NoticeSubject,
  notice: NoticeMessage,
): Promise<void> {
  const channels = plan.operators[notice.level];
  const reached = notice.level === "page" ? await reachedBy({ queries, channels }, subject) : channels;
  // Whoever was called hears that it is over, and need not get up for it.
  const told: NoticeMessage = subject.phase === "closed" ? { ...notice, level: "notice" } : notice;
  for (const channelId of reached) {
    await queries.deliveries.add({
      key: `notice|${subject.id}|${subject.phase}|${channelId}`,
      kind: "notice",
      channelId,
      storyId: null,
      editionId: null,
      incidentId: subject.incidentId,
      recipient: null,
      payload: JSON.stringify(told),
      severity: told.level === "page" ? "urgent" : "normal",
      createdAt: now,
      dueAt: now,
    });
  }
}

async function reachedBy(
  { queries, channels }: { queries: Telling["queries"]; channels: readonly string[] },
  { id, phase }: NoticeSubject,
): Promise<readonly string[]> {
  if (phase === "closed") {
    const told: string[] = [];
    for (const channelId of channels)
      if ((await queries.deliveries.findByKey(`notice|${id}|opened|${channelId}`)) !== undefined) told.push(channelId);
    return told.length > 0 ? told : channels;
  }
  const open = await queries.incidents.listOpen();
  const troubled = open.filter(({ kind }) => kind === "channel-down" || kind === "alerts-late");
  const subjects = new Set(troubled.map(({ subject }) => subject));
  const healthy = channels.filter((channelId) => !subjects.has(channelId));
  return healthy.length > 0 ? healthy : channels;
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
