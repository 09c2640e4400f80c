import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { DeliveryRevision } from "../delivery-rows.ts";
import { endOfHold } from "./end-of-hold.ts";

/**
 * Moves a delivery by an operator's word, in the caller's transaction, and records who did it. It may be on its way
 * meanwhile: an attempt that ends afterwards leaves a dropped one dropped, unless it was sent.
 * @returns false when the delivery is in none of the states it must be in
 */
export async function reviseDelivery(
  { db }: QueryContext,
  deliveryId: string,
  { from, to, act }: DeliveryRevision,
): Promise<boolean> {
  const again = { status: "pending", dueAt: act.at, reason: null, detail: null, sentAt: null } as const;
  const moved = await db
    .updateTable("deliveries")
    .set((eb) => (to.status === "pending" ? { ...again, heldUntil: endOfHold(eb, act.at) } : { ...to, detail: null }))
    .where("id", "=", deliveryId)
    .where("status", "in", from)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return false;
  if (to.status === "pending")
    await db
      .deleteFrom("deliveryRecipients")
      .where("deliveryId", "=", deliveryId)
      .$if(act.kind !== "sent-again", (query) => query.where("kind", "!=", "accepted"))
      .execute();
  await db
    .insertInto("deliveryActs")
    .values({ ...act, id: newId("act", act.at), deliveryId })
    .execute();
  return true;
}
