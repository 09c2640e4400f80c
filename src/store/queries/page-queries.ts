import type { ExpressionBuilder, Selectable } from "kysely";
import { pageNews } from "../../core/item-body.ts";
import { inTransaction, type QueryContext } from "../query-context.ts";
import { lockFeed } from "./lock-feed.ts";
import { currentItems } from "./stored-items.ts";
import type { Tables } from "../schema.ts";
import type { DuePage, PageEnd, RecordedPage } from "../item-rows.ts";
import type { PageQueries } from "../reading-queries.ts";

export function createPageQueries(context: QueryContext): PageQueries {
  const { db } = context;
  return {
    claimDue: (now, claimMs, limit) => claimDue(context, { now, claimMs, limit }),
    get: (itemId) =>
      db
        .selectFrom("pages")
        .innerJoin("items", "items.id", "pages.itemId")
        .select(["url", "dueAt", "tries", "outcome", "detail", "finishedAt", "items.feedId"])
        .where("itemId", "=", itemId)
        .executeTakeFirst(),
    finish: (end) => inTransaction(context, (inside) => finish(inside, end)),
  };
}

interface Claiming {
  now: number;
  claimMs: number;
  limit: number;
}

/** Ids sort by time: the newest item of a host comes first, however many of its pages wait. */
async function claimDue({ db }: QueryContext, { now, claimMs, limit }: Claiming): Promise<readonly DuePage[]> {
  const next = await db
    .selectFrom("pages")
    .select((eb) => eb.fn.max("itemId").as("itemId"))
    .where("dueAt", "<=", now)
    .where("itemId", "not in", (query) => pagesOfPausedFeeds(query, now))
    .where("host", "not in", (query) =>
      query
        .selectFrom("pages as busy")
        .select("busy.host")
        .where("busy.dueAt", "is not", null)
        .where("busy.claimedUntil", ">", now),
    )
    .groupBy("host")
    .limit(limit)
    .execute();
  if (next.length === 0) return [];
  const claimed = await db
    .updateTable("pages")
    .set({ claimedUntil: now + claimMs })
    .where(
      "itemId",
      "in",
      next.map(({ itemId }) => itemId),
    )
    .where("dueAt", "<=", now)
    .where((eb) => eb.or([eb("claimedUntil", "is", null), eb("claimedUntil", "<=", now)]))
    .returning(["itemId", "dueAt"])
    .execute();
  return claimed.map(({ itemId, dueAt }) => ({ itemId, dueAt: dueAt ?? now }));
}

/** Their pages wait as their polls do. */
function pagesOfPausedFeeds(query: ExpressionBuilder<Tables, "pages">, now: number) {
  return query
    .selectFrom("feeds")
    .innerJoin("items", "items.feedId", "feeds.feedId")
    .innerJoin("pages as waiting", "waiting.itemId", "items.id")
    .select("waiting.itemId")
    .where("feeds.pausedUntil", ">", now)
    .where("waiting.dueAt", "<=", now);
}

async function finish(context: QueryContext, end: PageEnd): Promise<RecordedPage | undefined> {
  const { db } = context;
  const { itemId, result, tries, dueAt, finishedAt } = end;
  const current = await lockCurrent(context, itemId);
  if (current === undefined) return undefined;
  const isText = result.kind === "text";
  const outcome = isText ? pageNews(current, result.text) : result.outcome;
  const detail = isText ? null : result.detail;
  const recorded = await db
    .updateTable("pages")
    .set({ outcome, detail, tries, dueAt, finishedAt, claimedUntil: null })
    .where("itemId", "=", itemId)
    .where("url", "=", end.url)
    .returning("itemId")
    .executeTakeFirst();
  if (recorded === undefined) {
    await db.updateTable("pages").set({ claimedUntil: null }).where("itemId", "=", itemId).execute();
    return undefined;
  }
  const revised = isText && outcome === "read";
  if (revised)
    await revise(context, {
      ...current,
      pageBody: result.text,
      lang: current.lang ?? result.lang,
      seenAt: finishedAt,
    });
  return { outcome, revised };
}

/** The current revision, which nobody else changes until this transaction has ended. */
async function lockCurrent(context: QueryContext, itemId: string) {
  const { db } = context;
  const item = await db.selectFrom("items").select("feedId").where("id", "=", itemId).executeTakeFirst();
  if (item === undefined) return undefined;
  await lockFeed(context, item.feedId);
  return currentItems(db).selectAll("itemRevisions").where("items.id", "=", itemId).executeTakeFirst();
}

/** The feed's own words go on unchanged, and with them the hash that the next poll compares. */
async function revise({ db }: QueryContext, current: Selectable<Tables["itemRevisions"]>): Promise<void> {
  const revision = current.revision + 1;
  await db
    .insertInto("itemRevisions")
    .values({ ...current, revision, cutBytes: 0 })
    .execute();
  await db
    .updateTable("pages")
    .set((eb) => ({ revisions: eb("revisions", "+", 1) }))
    .where("itemId", "=", current.itemId)
    .execute();
  await db
    .updateTable("items")
    .set({ revision, claimedUntil: null, matchFailures: 0, matchError: null })
    .where("id", "=", current.itemId)
    .execute();
}
