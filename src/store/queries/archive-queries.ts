import { hashOf } from "../../core/hash.ts";
import type { QueryContext } from "../query-context.ts";
import type { ItemQueries } from "../reading-queries.ts";
import { listSeen } from "./list-seen.ts";
import { currentItems, selectItems, toItem } from "./stored-items.ts";

type ArchiveQueries = Pick<
  ItemQueries,
  "listByLink" | "listFeedsLinkingTo" | "listSeen" | "countByLang" | "oldestSeenAt"
>;

/** What is asked about all stored items, by operators and not by the daemon. */
export function createArchiveQueries(context: QueryContext): ArchiveQueries {
  const { db } = context;
  return {
    listByLink: async (cleanedLink) => {
      const rows = await selectItems(db)
        .where("items.cleanedLinkHash", "=", hashOf(cleanedLink))
        .orderBy("items.firstSeenAt")
        .orderBy("items.id")
        .execute();
      return rows.map(toItem);
    },
    listFeedsLinkingTo: (bareHost) => listFeedsLinkingTo(context, bareHost),
    listSeen: (range, after, limit) => listSeen(context, range, after, limit),
    countByLang: async ({ from, to }) =>
      currentItems(db)
        .select(["itemRevisions.lang", (eb) => eb.fn.countAll<number>().as("items")])
        .where("items.firstSeenAt", ">=", from)
        .where("items.firstSeenAt", "<", to)
        .groupBy("itemRevisions.lang")
        .execute(),
    oldestSeenAt: async () => {
      const { oldest } = await db
        .selectFrom("items")
        .select((eb) => eb.fn.min<number | null>("firstSeenAt").as("oldest"))
        .executeTakeFirstOrThrow();
      return oldest;
    },
  };
}

async function listFeedsLinkingTo({ db }: QueryContext, bareHost: string): Promise<readonly string[]> {
  const origins = ["http://", "https://", "http://www.", "https://www."].map((before) => `${before}${bareHost}`);
  const rows = await currentItems(db)
    .select("items.feedId")
    .distinct()
    .where((eb) =>
      eb.or(
        origins.map((origin) => {
          const start = eb.fn<string>("substr", ["itemRevisions.cleanedLink", eb.lit(1), eb.lit(origin.length + 1)]);
          return eb(start, "in", [`${origin}/`, `${origin}:`]);
        }),
      ),
    )
    .orderBy("items.feedId")
    .execute();
  return rows.map(({ feedId }) => feedId);
}
