import { newToken } from "../../core/new-token.ts";
import { ESCALATION_KEY } from "../delivery-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { ClaimQueries } from "../restraint-queries.ts";

export function createClaimQueries({ db }: QueryContext): ClaimQueries {
  return {
    add: async (claim) => {
      await db
        .insertInto("claims")
        .values(claim)
        .onConflict((conflict) => conflict.column("storyId").doNothing())
        .execute();
      return db.selectFrom("claims").selectAll().where("storyId", "=", claim.storyId).executeTakeFirstOrThrow();
    },
    listAlerts: async (storyId) => {
      const rows = await db
        .selectFrom("deliveries")
        .select(["id", "channelId", "storyId", "severity", "ref"])
        .where("storyId", "=", storyId)
        .where("kind", "=", "alert")
        .where("status", "=", "sent")
        .orderBy("sentAt")
        .orderBy("id")
        .execute();
      return rows.flatMap(({ ref, ...alert }) => (ref === null ? [] : [{ ...alert, ref }]));
    },
    listEscalations: (storyId) =>
      db
        .selectFrom("deliveries")
        .select(["channelId", "status", "heldUntil", "sentAt"])
        .where("storyId", "=", storyId)
        .where("key", "like", `${ESCALATION_KEY}%`)
        .orderBy("createdAt")
        .orderBy("id")
        .execute(),
    tokenOf: async (deliveryId) => {
      await db
        .insertInto("claimTokens")
        .values({ token: newToken(), deliveryId })
        .onConflict((conflict) => conflict.column("deliveryId").doNothing())
        .execute();
      const { token } = await db
        .selectFrom("claimTokens")
        .select("token")
        .where("deliveryId", "=", deliveryId)
        .executeTakeFirstOrThrow();
      return token;
    },
    findByToken: async (token) => {
      const row = await db.selectFrom("claimTokens").select("deliveryId").where("token", "=", token).executeTakeFirst();
      return row?.deliveryId;
    },
    find: (storyId) => db.selectFrom("claims").selectAll().where("storyId", "=", storyId).executeTakeFirst(),
  };
}
