import type { QueryContext } from "../query-context.ts";
import { inChunks } from "./in-chunks.ts";
import { matchedRevisions } from "./stored-items.ts";

/** Which of the matches are of items that their feed has changed since, and that their watch does not match any more. */
export async function listWithdrawn({ db }: QueryContext, matchIds: readonly string[]): Promise<ReadonlySet<string>> {
  const withdrawn = new Set<string>();
  await inChunks(matchIds, async (chunk) => {
    const rows = await matchedRevisions(db)
      .innerJoin("items", "items.id", "matches.itemId")
      .select("matches.id")
      .where("matches.id", "in", chunk)
      .whereRef("items.matchedRevision", ">", "matches.itemRevision")
      .whereRef("items.contentHash", "<>", "itemRevisions.contentHash")
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("matches as now")
              .select("now.id")
              .whereRef("now.itemId", "=", "matches.itemId")
              .whereRef("now.watchId", "=", "matches.watchId")
              .whereRef("now.itemRevision", "=", "items.matchedRevision")
              .where("now.veto", "is", null),
          ),
        ),
      )
      .execute();
    for (const { id } of rows) withdrawn.add(id);
  });
  return withdrawn;
}
