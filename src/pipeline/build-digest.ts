import { finishInTurns } from "../core/steps.ts";
import { isLate, type Window } from "../decide/edition.ts";
import type { ChannelPlan } from "../decide/options.ts";
import { isOfFeed } from "../decide/group-incidents.ts";
import type { DigestMessage } from "../notify/message.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { CollectedMatch, SetAsideRow } from "../store/match-rows.ts";
import type { StoreQueries } from "../store/store.ts";
import { digestStories } from "./digest-stories.ts";
import type { Plan } from "./plan.ts";
import { setAsideLines } from "./set-aside-lines.ts";

/** An edition, or what would be one, with what it tells. */
export interface EditionContent extends Window {
  channelId: string;
  number: number;
  createdAt: number;
  matches: readonly CollectedMatch[];
  setAside: readonly SetAsideRow[];
}

type Queries = Pick<StoreQueries, "editions" | "feeds" | "incidents" | "matches">;

/** What an edition says: its stories, what was set aside and why, and how well the window was covered. */
export async function buildDigest(queries: Queries, plan: Plan, delivery: DeliveryRow): Promise<DigestMessage> {
  const edition = delivery.editionId === null ? undefined : await queries.editions.get(delivery.editionId);
  if (edition === undefined || edition.number === null)
    throw new Error(`delivery ${delivery.id} is a digest without a numbered edition`);
  return composeDigest(queries, plan, {
    ...edition,
    number: edition.number,
    matches: await queries.editions.listMatches(edition.id),
    setAside: await queries.editions.listSetAside(edition.id),
  });
}

/** Whether an edition came after its time, or one before it did not come at all. */
export async function isEditionLate(
  { editions }: Pick<Queries, "editions">,
  channel: ChannelPlan | undefined,
  edition: Pick<EditionContent, "channelId" | "scheduledFor" | "createdAt">,
): Promise<boolean> {
  const before = await editions.latest(edition.channelId, edition.scheduledFor - 1);
  return isLate(edition, channel ?? { digest: null, timezone: "UTC" }, before);
}

/** The message of an edition, as the store knows it at the end of its window. */
export async function composeDigest(queries: Queries, plan: Plan, edition: EditionContent): Promise<DigestMessage> {
  const { channelId, number, fromAt, toAt, matches, setAside } = edition;
  const storyIds = [...new Set(matches.map(({ storyId }) => storyId))];
  const earlier = await queries.editions.listEarlier({ channelId, before: number, storyIds });
  const withdrawn = await queries.matches.listWithdrawn(
    matches.map(({ id }) => id),
    toAt,
  );
  const open = await queries.incidents.listOpenAt(toAt);
  const refused = open.find(({ kind }) => kind === "reload-refused");
  const channel = plan.channels.get(channelId);
  function keepsApart(watchId: string): boolean {
    return plan.watches.get(watchId)?.group === "item";
  }
  return {
    kind: "digest",
    editionNumber: number,
    channelId,
    from: fromAt,
    to: toAt,
    timezone: channel?.timezone ?? "UTC",
    late: await isEditionLate(queries, channel, edition),
    ...(refused === undefined ? {} : { refusedSince: refused.openedAt }),
    coverage: await queries.feeds.coverage(fromAt, toAt),
    failingFeeds: open
      .filter(({ kind }) => isOfFeed(kind))
      .map((incident) => ({ feedId: incident.subject, since: incident.openedAt, cause: incident.cause })),
    ...(await finishInTurns(digestStories({ matches, earlier, withdrawn, keepsApart }))),
    setAside: setAsideLines(setAside, new Set(matches.map((match) => match.itemId)), channelId),
  };
}
