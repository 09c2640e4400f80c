import { occurrencesAround } from "../../decide/calendar.ts";
import { nextFrom } from "../../decide/edition.ts";
import type { DigestMessage } from "../../notify/message.ts";
import type { StoreQueries } from "../../store/store.ts";
import { composeDigest } from "../build-digest.ts";
import type { Plan } from "../plan.ts";

export interface DigestPreview {
  message: DigestMessage;
  /** When that edition is due, epoch milliseconds. */
  dueAt: number;
}

/** What the channel's next edition would say now; moves nothing. Undefined: the channel has no digest. */
export async function previewDigest(
  queries: Pick<StoreQueries, "editions" | "feeds" | "incidents" | "matches">,
  plan: Plan,
  { channelId, now }: { channelId: string; now: number },
): Promise<DigestPreview | undefined> {
  const channel = plan.channels.get(channelId);
  if (channel === undefined || channel.digest === null) return undefined;
  const latest = await queries.editions.latest(channelId, now);
  const fromAt = latest === undefined ? now : nextFrom(latest);
  const message = await composeDigest(queries, plan, {
    channelId,
    number: (await queries.editions.lastNumber(channelId)) + 1,
    scheduledFor: now,
    createdAt: now,
    fromAt,
    toAt: now,
    matches: await queries.editions.listWaiting(channelId),
    setAside: await queries.editions.listNotListed(channelId, fromAt),
  });
  return { message, dueAt: occurrencesAround(channel.digest, channel.timezone, now).next };
}
