import { isOfFeed } from "../decide/group-incidents.ts";
import type { DigestMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { setAsideLines } from "./set-aside-lines.ts";
import { groupByStory } from "./story-line.ts";

/** An edition goes out this long after its time without being called late. */
const PUNCTUAL_MS = 5 * 60_000;

/** What an edition says: its stories, what was set aside and why, and how well the window was covered. */
export async function buildDigest(queries: StoreQueries, plan: Plan, delivery: DeliveryRow): Promise<DigestMessage> {
  const edition = delivery.editionId === null ? undefined : await queries.editions.get(delivery.editionId);
  if (edition === undefined || edition.number === null)
    throw new Error(`delivery ${delivery.id} is a digest without a numbered edition`);
  const { channelId, fromAt, toAt } = edition;
  const matches = await queries.editions.listMatches(edition.id);
  const open = await queries.incidents.listOpen();
  return {
    kind: "digest",
    editionNumber: edition.number,
    channelId,
    from: fromAt,
    to: toAt,
    timezone: plan.channels.get(channelId)?.timezone ?? "UTC",
    late: edition.createdAt - edition.scheduledFor > PUNCTUAL_MS,
    coverage: await queries.feeds.coverage(fromAt, toAt),
    failingFeeds: open
      .filter(({ kind }) => isOfFeed(kind))
      .map((incident) => ({ feedId: incident.subject, since: incident.openedAt, cause: incident.cause })),
    watches: [...Map.groupBy(matches, (match) => match.watchId).values()].map((group) => ({
      title: group[0]?.watchTitle ?? "",
      stories: new Set(group.map((match) => match.storyId)).size,
    })),
    stories: groupByStory(matches),
    setAside: setAsideLines(
      await queries.editions.listSetAside(channelId, fromAt, toAt),
      new Set(matches.map((match) => match.itemId)),
    ),
  };
}
