import { formatSpan } from "../notify/describe-time.ts";
import type { Message } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { Drain } from "./drain.ts";
import { isEscalation } from "./escalate.ts";
import { BACKLOG_MS } from "./gather-backlog.ts";

/** Says on an alert what its reader must know of its sending: that it comes late, or because nobody claimed it. */
export async function tellDelay(drain: Drain, delivery: DeliveryRow, message: Message): Promise<Message> {
  if (message.kind === "roundup" && message.cause === "backlog") {
    const detail = await describeDelay(drain, message.from);
    return { ...message, detail };
  }
  if (message.kind !== "alert" || delivery.kind !== "alert") return message;
  const { heldUntil, createdAt } = delivery;
  const delay = await describeDelay(drain, heldUntil ?? createdAt);
  const escalated =
    isEscalation(delivery) && heldUntil !== null
      ? [`escalated: nobody claimed it within ${formatSpan(heldUntil - createdAt)}`]
      : [];
  const remarks = [...escalated, ...(delay === null ? [] : [delay])];
  return remarks.length === 0 ? message : { ...message, story: { ...message.story, remarks } };
}

/** "delayed 42 min: channel was down"; null: it is no later than usual. */
async function describeDelay({ store, channel, now }: Drain, readyAt: number): Promise<string | null> {
  const delayMs = now() - readyAt;
  if (delayMs <= BACKLOG_MS) return null;
  const wasDown = await store.incidents.wasOpen("channel-down", channel.id, readyAt);
  return `delayed ${formatSpan(delayMs)}${wasDown ? ": channel was down" : ""}`;
}
