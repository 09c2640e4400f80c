import type { QueryContext } from "../query-context.ts";
import { mayHaveArrived } from "./delivery-reach.ts";

/** An alert that has not been sent takes over the matches of its edits that wait behind it; they end. */
export async function takeInEdits({ db }: QueryContext, alertId: string): Promise<void> {
  const edits = await db
    .selectFrom("deliveries")
    .select("id")
    .where("parentId", "=", alertId)
    .where("kind", "=", "edit")
    .where("status", "in", ["held", "pending"])
    .where((eb) => eb.not(mayHaveArrived(eb)))
    .execute();
  for (const { id } of edits) {
    await db
      .insertInto("deliveryMatches")
      .columns(["deliveryId", "matchId"])
      .expression((eb) =>
        eb
          .selectFrom("deliveryMatches")
          .select((match) => [match.val(alertId).as("deliveryId"), "matchId"])
          .where("deliveryId", "=", id),
      )
      .onConflict((conflict) => conflict.columns(["deliveryId", "matchId"]).doNothing())
      .execute();
    await db
      .updateTable("deliveries")
      .set({ status: "dropped", reason: "in-alert", detail: null })
      .where("id", "=", id)
      .execute();
  }
}
