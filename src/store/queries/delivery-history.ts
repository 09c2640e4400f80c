import type { DeliveryAct, DeliveryRow } from "../delivery-rows.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";

/** Rows with the recipients that have them and with what operators did. */
export async function withHistory(
  { db }: QueryContext,
  rows: readonly Omit<DeliveryRow, "done" | "acts">[],
): Promise<readonly DeliveryRow[]> {
  const done = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  const acts = new Map<string, DeliveryAct[]>(rows.map((row) => [row.id, []]));
  await inChunks([...done.keys()], async (ids) => {
    const accepted = await db
      .selectFrom("deliveryRecipients")
      .select(["deliveryId", "recipient"])
      .where("deliveryId", "in", ids)
      .where("kind", "=", "accepted")
      .orderBy("recipient")
      .execute();
    for (const { deliveryId, recipient } of accepted) done.get(deliveryId)?.push(recipient);
    const acted = await db
      .selectFrom("deliveryActs")
      .select(["deliveryId", "kind", "at", "author", "comment"])
      .where("deliveryId", "in", ids)
      .orderBy("at")
      .orderBy("id")
      .execute();
    for (const { deliveryId, ...act } of acted) acts.get(deliveryId)?.push(act);
  });
  return rows.map((row) => ({ ...row, done: done.get(row.id) ?? [], acts: acts.get(row.id) ?? [] }));
}
