import { newId } from "../../core/ids.ts";
import type { QueryContext } from "../query-context.ts";
import type { IncidentQueries } from "../store.ts";

export function createIncidentQueries({ db }: QueryContext): IncidentQueries {
  return {
    open: (incident) =>
      db
        .insertInto("incidents")
        .values({ ...incident, id: newId("inc", incident.openedAt), closedAt: null })
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
  };
}
