import type { DeliveryRow } from "../delivery-rows.ts";
import type { QueryContext } from "../query-context.ts";
import { withHistory } from "./delivery-history.ts";
import { mayHaveArrived } from "./delivery-reach.ts";

function selectUntold({ db }: QueryContext) {
  return db
    .selectFrom("deliveries")
    .selectAll()
    .where((eb) => eb.not(mayHaveArrived(eb)));
}

export async function listBacklog(
  context: QueryContext,
  channelId: string,
  { before, now, limit }: { before: number; now: number; limit: number },
): Promise<readonly DeliveryRow[]> {
  const rows = await selectUntold(context)
    .where("status", "=", "pending")
    .where("channelId", "=", channelId)
    .where("dueAt", "<=", now)
    .where("kind", "=", "alert")
    .where("severity", "<>", "urgent")
    .where((eb) => eb(eb.fn.coalesce("heldUntil", "createdAt"), "<=", before))
    .orderBy("createdAt")
    .orderBy("id")
    .limit(limit)
    .execute();
  return withHistory(context, rows);
}

export async function findOpenRoundup(
  context: QueryContext,
  channelId: string,
  keyPrefix: string,
): Promise<DeliveryRow | undefined> {
  const rows = await selectUntold(context)
    .where("status", "in", ["held", "pending"])
    .where("channelId", "=", channelId)
    .where("kind", "=", "roundup")
    .where("parentId", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("deliveries as later").select("later.id").whereRef("later.parentId", "=", "deliveries.id"),
        ),
      ),
    )
    .orderBy("createdAt", "desc")
    .execute();
  return (await withHistory(context, rows)).find(({ key }) => key.startsWith(keyPrefix));
}
