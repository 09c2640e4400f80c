import type { MatchQueries } from "./matching-queries.ts";
import { openDatabase, type OpenOptions } from "./open-database.ts";
import { createArchiveQueries } from "./queries/archive-queries.ts";
import { listRecorded } from "./queries/list-recorded.ts";
import type { ItemQueries } from "./reading-queries.ts";

/** The stored items for threads that only walk through them: these load a quarter less than with all questions. */
export interface Archive {
  items: Pick<ItemQueries, "listSeen" | "countByLang" | "oldestSeenAt">;
  matches: Pick<MatchQueries, "listRecorded">;
  close(): Promise<void>;
}

/**
 * Opens a database that is there and current.
 * @throws StoreError that names the file or host and the remedy
 */
export async function openArchive(options: Omit<OpenOptions, "migrate">): Promise<Archive> {
  const context = await openDatabase({ ...options, migrate: false });
  return {
    items: createArchiveQueries(context),
    matches: { listRecorded: (watchId, range) => listRecorded(context, watchId, range) },
    close: () => context.db.destroy(),
  };
}
