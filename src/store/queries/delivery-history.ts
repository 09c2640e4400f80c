import type { DeliveryAct, DeliveryRow } from "../delivery-rows.ts";
import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";

/** Rows with the recipients that have them, those that refused them, and what operators did. */
export async function withHistory(
  { db }: QueryContext,
  rows: readonly Omit<DeliveryRow, "done" | "refused" | "acts">[],
): Promise<readonly DeliveryRow[]> {
  const done = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  const refused = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  const acts = new Map<string, DeliveryAct[]>(rows.map((row) => [row.id, []]));
  await inChunks([...done.keys()], async (ids) => {
    const ended = await db
      .selectFrom("deliveryRecipients")
      .select(["deliveryId", "recipient", "kind"])
      .where("deliveryId", "in", ids)
      .where("kind", "in", ["accepted", "rejected"])
      .orderBy("recipient")
      .execute();
    for (const { deliveryId, recipient, kind } of ended)
      (kind === "accepted" ? done : refused).get(deliveryId)?.push(recipient);
    const acted = await db
      .selectFrom("deliveryActs")
      .select(["deliveryId", "kind", "at", "author", "comment"])
      .where("deliveryId", "in", ids)
      .orderBy("at")
      .orderBy("id")
      .execute();
    for (const { deliveryId, ...act } of acted) acts.get(deliveryId)?.push(act);
  });
  return rows.map((row) => ({
    ...row,
    done: done.get(row.id) ?? [],
    refused: refused.get(row.id) ?? [],
    acts: acts.get(row.id) ?? [],
  }));
}
