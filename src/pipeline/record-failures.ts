import type { Clock } from "../core/clock.ts";
import type { NoticeMessage } from "../notify/message.ts";
import { MATCH_TRIES, type PendingItem } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { tellOperators } from "./tell-operators.ts";

/** An item that could not be matched is tried again so much later, ms. */
const TRY_AGAIN_MS = 20_000;

export interface RecordFailureDeps {
  store: Pick<Store, "underLock">;
  plan: () => Plan;
  now: Clock;
}

/**
 * Takes note that the matcher broke or hung on an item that it was given alone. The third time it is set aside until
 * it changes or the program starts anew, so that it holds nobody else up, and operators are told once.
 */
export async function recordMatchFailure(
  { store, plan, now }: RecordFailureDeps,
  item: PendingItem,
  error: Error,
): Promise<void> {
  const at = now();
  const { id, revision } = item;
  await store.underLock("decide", async (queries) => {
    const failure = { id, revision, error: error.message, nextAt: at + TRY_AGAIN_MS };
    const failures = await queries.items.recordMatchFailure(failure);
    if (failures === undefined || failures < MATCH_TRIES) return;
    const subject = { id: `unmatchable-${id}-${revision}`, phase: "opened", incidentId: null };
    await tellOperators({ queries, plan: plan(), now: at }, subject, noticeOf(item, error));
  });
}

function noticeOf({ id, feedId, title, link }: PendingItem, { message }: Error): NoticeMessage {
  return {
    kind: "notice",
    level: "notice",
    title: `An item of ${feedId} could not be matched`,
    lines: [title, ...(link === null ? [] : [link]), message],
    remedy: `No watch has seen it (\`wirewatch explain ${id}\`): read it yourself. It is tried again when it changes and when wirewatch starts anew; report it as a defect of wirewatch.`,
  };
}
