import { isLate } from "../decide/edition.ts";
import { isOfFeed } from "../decide/group-incidents.ts";
import type { DigestMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import { digestStories } from "./digest-stories.ts";
import { setAsideLines } from "./set-aside-lines.ts";

/** What an edition says: its stories, what was set aside and why, and how well the window was covered. */
export async function buildDigest(queries: StoreQueries, plan: Plan, delivery: DeliveryRow): Promise<DigestMessage> {
  const edition = delivery.editionId === null ? undefined : await queries.editions.get(delivery.editionId);
  if (edition === undefined || edition.number === null)
    throw new Error(`delivery ${delivery.id} is a digest without a numbered edition`);
  const { channelId, fromAt, toAt } = edition;
  const matches = await queries.editions.listMatches(edition.id);
  const open = await queries.incidents.listOpenAt(toAt);
  return {
    kind: "digest",
    editionNumber: edition.number,
    channelId,
    from: fromAt,
    to: toAt,
    timezone: plan.channels.get(channelId)?.timezone ?? "UTC",
    late: isLate(edition),
    coverage: await queries.feeds.coverage(fromAt, toAt),
    failingFeeds: open
      .filter(({ kind }) => isOfFeed(kind))
      .map((incident) => ({ feedId: incident.subject, since: incident.openedAt, cause: incident.cause })),
    ...digestStories({
      matches,
      earlier: await queries.editions.listEarlier(edition.id),
      keepsApart: (watchId) => plan.watches.get(watchId)?.group === "item",
    }),
    setAside: setAsideLines(
      await queries.editions.listSetAside(edition.id),
      new Set(matches.map((match) => match.itemId)),
      channelId,
    ),
  };
}
