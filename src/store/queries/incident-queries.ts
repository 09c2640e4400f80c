import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { IncidentRow } from "../operation-rows.ts";
import type { IncidentQueries } from "../operation-queries.ts";
import { inChunks } from "./in-chunks.ts";

export const FEED_INCIDENTS = ["feed-failing", "feed-suspended", "feed-silent"] as const;

export function createIncidentQueries({ db }: QueryContext): IncidentQueries {
  return {
    open: (incident) =>
      db
        .insertInto("incidents")
        .values({ ...incident, id: newId("inc", incident.openedAt) })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst(),
    close: (kind, subject, now) =>
      db
        .updateTable("incidents")
        .set({ closedAt: now })
        .where("kind", "=", kind)
        .where("subject", "=", subject)
        .where("closedAt", "is", null)
        .returningAll()
        .executeTakeFirst(),
    listOpen: () =>
      db.selectFrom("incidents").selectAll().where("closedAt", "is", null).orderBy("openedAt").orderBy("id").execute(),
    listOpenAt: (at) =>
      db
        .selectFrom("incidents")
        .selectAll()
        .where("openedAt", "<=", at)
        .where((eb) => eb.or([eb("closedAt", "is", null), eb("closedAt", ">", at)]))
        .orderBy("openedAt")
        .orderBy("id")
        .execute(),
    wasOpen: (kind, subject, since) => wasOpen({ db }, { kind, subject, since }),
    findOpen: (kind, subject) =>
      db
        .selectFrom("incidents")
        .selectAll()
        .where("kind", "=", kind)
        .where("subject", "=", subject)
        .where("closedAt", "is", null)
        .executeTakeFirst(),
    listUnsettled: () =>
      db
        .selectFrom("incidents")
        .selectAll()
        .where("settledAt", "is", null)
        .where("kind", "in", FEED_INCIDENTS)
        .orderBy("openedAt")
        .orderBy("id")
        .execute(),
    group: (incidentIds, group) =>
      inChunks(incidentIds, async (chunk) => {
        await db.updateTable("incidents").set(group).where("id", "in", chunk).execute();
      }),
    settle: (incidentIds, now) =>
      inChunks(incidentIds, async (chunk) => {
        await db.updateTable("incidents").set({ settledAt: now }).where("id", "in", chunk).execute();
      }),
  };
}

async function wasOpen(
  { db }: Pick<QueryContext, "db">,
  { kind, subject, since }: { kind: IncidentRow["kind"]; subject: string; since: number },
): Promise<boolean> {
  const row = await db
    .selectFrom("incidents")
    .select("id")
    .where("kind", "=", kind)
    .where("subject", "=", subject)
    .where((eb) => eb.or([eb("closedAt", "is", null), eb("closedAt", ">=", since)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
