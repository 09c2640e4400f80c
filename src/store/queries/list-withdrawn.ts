import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { matchedRevisions } from "./stored-items.ts";

/** Compares each match with the latest revision of its item by then that the matcher has answered. */
export async function listWithdrawn(
  { db }: QueryContext,
  matchIds: readonly string[],
  at: number,
): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>();
  await inChunks(matchIds, async (chunk) => {
    const rows = await matchedRevisions(db)
      .innerJoin("items", "items.id", "matches.itemId")
      .innerJoin("itemRevisions as latest", (join) =>
        join.onRef("latest.itemId", "=", "matches.itemId").on((eb) =>
          eb(
            "latest.revision",
            "=",
            eb
              .selectFrom("itemRevisions as answered")
              .select((of) => of.fn.max("answered.revision").as("revision"))
              .whereRef("answered.itemId", "=", "matches.itemId")
              .whereRef("answered.revision", "<=", "items.matchedRevision")
              .where("answered.seenAt", "<=", at),
          ),
        ),
      )
      .select("matches.id")
      .where("matches.id", "in", chunk)
      .whereRef("latest.revision", ">", "matches.itemRevision")
      .whereRef("latest.contentHash", "<>", "itemRevisions.contentHash")
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("matches as then")
              .select("then.id")
              .whereRef("then.itemId", "=", "matches.itemId")
              .whereRef("then.watchId", "=", "matches.watchId")
              .whereRef("then.itemRevision", "=", "latest.revision")
              .where("then.veto", "is", null),
          ),
        ),
      )
      .execute();
    for (const { id } of rows) withdrawn.add(id);
  });
  return withdrawn;
}
