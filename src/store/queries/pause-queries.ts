import type { QueryContext } from "../query-context.ts";
import type { FeedPause } from "../feed-rows.ts";
import type { FeedQueries } from "../reading-queries.ts";

const NO_PAUSE = { pausedUntil: null, pausedAt: null, pausedBy: null, pauseComment: null };

interface PauseRow {
  feedId: string;
  pausedUntil: number | null;
  pausedAt: number | null;
  pausedBy: string | null;
  pauseComment: string | null;
}

function toPauses({ feedId, pausedUntil, pausedAt, pausedBy, pauseComment }: PauseRow, now: number): FeedPause[] {
  if (pausedUntil === null || pausedUntil <= now) return [];
  return [{ feedId, until: pausedUntil, at: pausedAt ?? 0, author: pausedBy ?? "", comment: pauseComment ?? "" }];
}

/** Pauses stand on the feed's row and end by themselves when their time is over. */
export function createPauseQueries({ db }: QueryContext): Pick<FeedQueries, "pause" | "resume" | "listPauses"> {
  function selectPauses(now: number) {
    return db
      .selectFrom("feeds")
      .select(["feedId", "pausedUntil", "pausedAt", "pausedBy", "pauseComment"])
      .where("configured", "=", 1)
      .where("pausedUntil", ">", now);
  }
  return {
    pause: async ({ feedId, until, at, author, comment }) => {
      const { numUpdatedRows } = await db
        .updateTable("feeds")
        .set({ pausedUntil: until, pausedAt: at, pausedBy: author, pauseComment: comment })
        .where("feedId", "=", feedId)
        .where("configured", "=", 1)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
    resume: async (feedId, now) => {
      const row = await selectPauses(now).where("feedId", "=", feedId).executeTakeFirst();
      if (row === undefined) return undefined;
      await db.updateTable("feeds").set(NO_PAUSE).where("feedId", "=", feedId).execute();
      return toPauses(row, now)[0];
    },
    listPauses: async (now) =>
      (await selectPauses(now).orderBy("feedId").execute()).flatMap((row) => toPauses(row, now)),
  };
}
