import * as z from "zod";
import { describeCause } from "../notify/describe-roundup.ts";
import { markLabel, noteTitle } from "../notify/describe-telling.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import { StoreError } from "../store/store-error.ts";
import type { StoreQueries } from "../store/store.ts";
import { readRoundup } from "./add-roundup.ts";
import { readMark, readNote } from "./telling/telling-payload.ts";

const Titled = z.object({ title: z.string() });

type Queries = Pick<StoreQueries, "deliveries" | "editions">;

/** A delivery in words for operators: the headline, or what else the message begins with. @throws when it cannot be read */
export async function titleOfDelivery(queries: Queries, delivery: DeliveryRow): Promise<string> {
  const { kind, editionId, payload } = delivery;
  if (editionId !== null) return `edition no. ${(await queries.editions.get(editionId))?.number ?? "?"}`;
  switch (kind) {
    case "notice":
      return Titled.parse(JSON.parse(payload ?? "null")).title;
    case "summary":
      return "what new feeds held";
    case "roundup": {
      const { cause, part } = readRoundup(delivery);
      return `${describeCause(cause)}${part === undefined ? "" : `, post ${part.number} of ${part.of}`}`;
    }
    case "reply":
      return `${noteTitle(readNote(payload))}: ${await headlineOf(queries, delivery)}`;
    case "alert":
    case "edit":
    case "digest": {
      const label = payload === null ? null : markLabel({ mark: readMark(payload) });
      return `${label === null ? "" : `${label}: `}${await headlineOf(queries, delivery)}`;
    }
  }
}

/** The same, or the key of one that cannot be read: that may be why it failed. */
export async function nameDelivery(queries: Queries, delivery: DeliveryRow): Promise<string> {
  try {
    return await titleOfDelivery(queries, delivery);
  } catch (error) {
    if (error instanceof StoreError && error.reason !== "damaged") throw error;
    return delivery.key;
  }
}

/** Of what it tells; an edit or a reply may tell nothing but what became of its alert. */
async function headlineOf({ deliveries }: Queries, { id, parentId, key }: DeliveryRow): Promise<string> {
  const [first] = await deliveries.listMatches(id);
  if (first !== undefined) return first.item.title;
  const [parents] = parentId === null ? [] : await deliveries.listMatches(parentId);
  return parents?.item.title ?? key;
}
