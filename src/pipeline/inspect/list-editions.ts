import type { DeliveryStatus } from "../../core/vocabulary.ts";
import type { StoreQueries } from "../../store/store.ts";
import { isEditionLate } from "../build-digest.ts";
import type { Plan } from "../plan.ts";

/** An edition as an operator is shown it; instants in epoch milliseconds. */
export interface EditionLine {
  channel: string;
  number: number;
  from: number;
  to: number;
  scheduledFor: number;
  late: boolean;
  stories: number;
  deliveries: readonly {
    id: string;
    /** Null: the channel as a whole. */
    recipient: string | null;
    status: DeliveryStatus;
    reason: string | null;
    detail: string | null;
    attempts: number;
    createdAt: number;
    sentAt: number | null;
  }[];
}

/** Editions of a channel, or of all (null), the latest first, and what became of them. */
export async function listEditions(
  { editions, deliveries }: Pick<StoreQueries, "editions" | "deliveries">,
  plan: Pick<Plan, "channels">,
  { channelId, limit }: { channelId: string | null; limit: number },
): Promise<readonly EditionLine[]> {
  const lines: EditionLine[] = [];
  for (const edition of await editions.list(channelId, limit)) {
    const matches = await editions.listMatches(edition.id);
    const sent = await deliveries.listByEdition(edition.id);
    lines.push({
      channel: edition.channelId,
      number: edition.number ?? 0,
      from: edition.fromAt,
      to: edition.toAt,
      scheduledFor: edition.scheduledFor,
      late: await isEditionLate({ editions }, plan.channels.get(edition.channelId), edition),
      stories: new Set(matches.map(({ storyId }) => storyId)).size,
      deliveries: sent.map(({ id, recipient, status, reason, detail, attempts, createdAt, sentAt }) => {
        return { id, recipient, status, reason, detail, attempts, createdAt, sentAt };
      }),
    });
  }
  return lines;
}
