import { Secret } from "../../core/secret.ts";
import { DAY_MS } from "../../core/time.ts";
import type { QueryContext } from "../query-context.ts";
import type { SubscriptionRow } from "../feed-rows.ts";
import type { Tables } from "../schema.ts";
import type { SubscriptionQueries } from "../reading-queries.ts";

const LEAVING = "leaving";
/** How long a subscription is kept whatever the feed's links say: some name another hub or topic at every poll. */
const KEPT_FOR_MS = DAY_MS;

export function createSubscriptionQueries(context: QueryContext): SubscriptionQueries {
  const { db } = context;
  async function find(column: "id" | "callbackHash", value: string): Promise<SubscriptionRow | undefined> {
    const row = await db.selectFrom("websubSubscriptions").selectAll().where(column, "=", value).executeTakeFirst();
    return row === undefined ? undefined : toRow(row);
  }
  return {
    listMissing: (now) => listMissing(context, now),
    listUnwanted: (publicUrl, now) => listUnwanted(context, publicUrl, now),
    listDue: async (now) => {
      const due = db.selectFrom("websubSubscriptions").selectAll().where("nextAt", "<=", now);
      return (await due.orderBy("nextAt").orderBy("id").execute()).map(toRow);
    },
    get: (id) => find("id", id),
    findByCallback: (callbackHash) => find("callbackHash", callbackHash),
    findByFeed: async (feedId) => {
      const row = await current(context).where("feedId", "=", feedId).executeTakeFirst();
      return row === undefined ? undefined : toRow(row);
    },
    list: async () => (await current(context).orderBy("feedId").execute()).map(toRow),
    add: async ({ secret, ...row }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("websubSubscriptions")
        .values({ ...row, secret: secret.reveal() })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    change: async (id, { state, askedAt, attempts, nextAt, leaseUntil, pushedAt, detail }) => {
      await db
        .updateTable("websubSubscriptions")
        .set({ state, askedAt, attempts, nextAt, leaseUntil, pushedAt, detail })
        .where("id", "=", id)
        .execute();
    },
    remove: async (id) => {
      await db.deleteFrom("websubSubscriptions").where("id", "=", id).execute();
    },
  };
}

function toRow({ secret, ...row }: Tables["websubSubscriptions"]): SubscriptionRow {
  return { ...row, secret: new Secret(secret) };
}

function current({ db }: QueryContext) {
  return db.selectFrom("websubSubscriptions").selectAll().where("state", "<>", LEAVING);
}

async function listMissing({ db }: QueryContext, now: number): Promise<{ feedId: string; hubLinks: string }[]> {
  const feeds = await db
    .selectFrom("feeds")
    .leftJoin("websubSubscriptions as current", (join) =>
      join.onRef("current.feedId", "=", "feeds.feedId").on("current.state", "<>", LEAVING),
    )
    .select(["feeds.feedId", "feeds.hubLinks"])
    .where("feeds.configured", "=", 1)
    .where("feeds.hubLinks", "is not", null)
    .where("current.id", "is", null)
    .where((eb) => eb.or([eb("feeds.pausedUntil", "is", null), eb("feeds.pausedUntil", "<=", now)]))
    .orderBy("feeds.feedId")
    .execute();
  return feeds.flatMap(({ feedId, hubLinks }) => (hubLinks === null ? [] : [{ feedId, hubLinks }]));
}

async function listUnwanted(
  { db }: QueryContext,
  publicUrl: string | null,
  now: number,
): Promise<readonly SubscriptionRow[]> {
  const rows = await db
    .selectFrom("websubSubscriptions as current")
    .innerJoin("feeds", "feeds.feedId", "current.feedId")
    .selectAll("current")
    .where("current.state", "<>", LEAVING)
    .$if(publicUrl !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb("current.publicUrl", "<>", publicUrl ?? ""),
          eb("feeds.configured", "=", 0),
          eb("feeds.pausedUntil", ">", now),
          eb("feeds.hubLinks", "is", null),
          eb.and([
            eb("feeds.hubLinks", "<>", eb.ref("current.hubLinks")),
            eb("current.createdAt", "<=", now - KEPT_FOR_MS),
          ]),
        ]),
      ),
    )
    .orderBy("current.feedId")
    .execute();
  return rows.map(toRow);
}
