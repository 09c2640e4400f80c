import { renderText } from "../../notify/render-text.ts";
import type { AttemptRow, DeliveryRow } from "../../store/delivery-rows.ts";
import type { TellableMatch } from "../../store/match-rows.ts";
import type { ClaimRow } from "../../store/restraint-rows.ts";
import type { DeliveryQueries } from "../../store/telling-queries.ts";
import type { Store } from "../../store/store.ts";
import { buildMessage } from "../build-message.ts";
import { titleOfDelivery } from "../delivery-title.ts";
import type { Plan } from "../plan.ts";
import { listRemovedChannels, type ChannelsOf } from "./removed-channels.ts";

/** A delivery as an operator is shown it; `title`: the headline, or what else the message begins with. */
export interface DeliveryLine extends Omit<DeliveryRow, "payload"> {
  title: string;
  /** It waits, and its channel is not configured; `droppedAt` as `listRemovedChannels` has it. Null: not so. */
  removed: { droppedAt: number | null } | null;
}

/** What a message is about, and how it got on. */
export interface ShownDelivery {
  delivery: DeliveryLine;
  /** The message in words as it would be sent now, marks in brackets; null: it cannot be written, for `fault`. */
  text: string | null;
  fault: string | null;
  matches: readonly ToldMatch[];
  tries: readonly AttemptRow[];
  /** Who takes care of its story; null: nobody, or it is of none. */
  claim: ClaimRow | null;
}

interface ToldMatch {
  matchId: string;
  watchId: string;
  itemId: string;
  headline: string;
  link: string | null;
}

/** Read-only: the latest deliveries, newest first. */
export async function listDeliveries(
  store: Store,
  plan: ChannelsOf,
  filter: Parameters<DeliveryQueries["list"]>[0],
): Promise<readonly DeliveryLine[]> {
  return toLines(store, plan, await store.deliveries.list(filter));
}

/** Read-only. @returns undefined: there is no delivery of that id */
export async function showDelivery(store: Store, plan: Plan, id: string): Promise<ShownDelivery | undefined> {
  const delivery = await store.deliveries.get(id);
  if (delivery === undefined) return undefined;
  const told = await listTold(store, delivery);
  const [line] = await toLines(store, plan, [delivery]);
  if (line === undefined) return undefined;
  return {
    delivery: line,
    ...(await write(store, plan, delivery)),
    matches: told.map(({ id: matchId, watchId, itemId, item }) => {
      return { matchId, watchId, itemId, headline: item.title, link: item.link };
    }),
    tries: await store.deliveries.listAttempts(id),
    claim: delivery.storyId === null ? null : ((await store.claims.find(delivery.storyId)) ?? null),
  };
}

async function write(store: Store, plan: Plan, delivery: DeliveryRow): Promise<Pick<ShownDelivery, "text" | "fault">> {
  const timezone = plan.channels.get(delivery.channelId)?.timezone ?? "UTC";
  try {
    const message = await buildMessage(store, plan, delivery);
    return { text: renderText(message, { timezone, mark: (text) => `[${text}]` }), fault: null };
  } catch (error) {
    return { text: null, fault: error instanceof Error ? error.message : String(error) };
  }
}

/** An edition's matches are those it took, every other message has its own. */
function listTold(store: Store, { id, editionId }: DeliveryRow): Promise<readonly TellableMatch[]> {
  return editionId === null ? store.deliveries.listMatches(id) : store.editions.listMatches(editionId);
}

async function toLines(store: Store, plan: ChannelsOf, rows: readonly DeliveryRow[]): Promise<DeliveryLine[]> {
  const removed = new Map((await listRemovedChannels(store, plan)).map((channel) => [channel.channelId, channel]));
  const lines: DeliveryLine[] = [];
  for (const { payload, ...delivery } of rows) {
    const channel =
      delivery.status === "pending" || delivery.status === "held" ? removed.get(delivery.channelId) : undefined;
    lines.push({
      ...delivery,
      title: await titleOfDelivery(store, { ...delivery, payload }),
      removed: channel === undefined ? null : { droppedAt: channel.droppedAt },
    });
  }
  return lines;
}
