import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from "kysely";
import { ESCALATION_KEY, type StoryDelivery } from "../delivery-rows.ts";
import { parseEvidence } from "../json-columns.ts";
import type { ToldMatch } from "../match-rows.ts";
import type { QueryContext } from "../query-context.ts";
import type { Tables } from "../schema.ts";
import { hasReached, mayHaveArrived } from "./delivery-reach.ts";
import { inChunks } from "./in-chunks.ts";
import { matchedRevisions } from "./stored-items.ts";

/** Messages that belong to others: what waits, what ends with its alert, and what the messages of a story tell. */

type Deliveries = ExpressionBuilder<Tables, "deliveries">;
type Condition = ExpressionWrapper<Tables, "deliveries", SqlBool>;

/** A message that belongs to no other, or whose parent has ended, or waits for some of its recipients only. */
export function isReady(eb: Deliveries): Condition {
  return eb.or([
    eb("deliveries.parentId", "is", null),
    hasReached(eb, "deliveries.parentId"),
    eb.not(eb.exists(parentOf(eb).where("parent.status", "in", ["held", "pending"]))),
  ]);
}

/** An edit or a reply of an alert that nobody will see; an edit, too, of one that a summary told. */
export function isOrphan(eb: Deliveries): Condition {
  return eb.or([
    eb.and([
      eb("deliveries.kind", "in", ["edit", "reply"]),
      eb.exists(parentOf(eb).where("parent.status", "in", ["failed", "dropped"])),
      eb.not(hasReached(eb, "deliveries.parentId")),
    ]),
    eb.and([eb("deliveries.kind", "=", "edit"), eb.exists(parentOf(eb).where("parent.status", "=", "summarised"))]),
  ]);
}

function parentOf(eb: Deliveries) {
  return eb.selectFrom("deliveries as parent").select("parent.id").whereRef("parent.id", "=", "deliveries.parentId");
}

export async function listOrphans({ db }: QueryContext, channelId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select("id")
    .where("status", "=", "pending")
    .where("channelId", "=", channelId)
    .where(isOrphan)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function listOfStory(
  { db }: QueryContext,
  storyId: string,
  channelId: string,
): Promise<readonly StoryDelivery[]> {
  const rows = await db
    .selectFrom("deliveries")
    .selectAll()
    .where("storyId", "=", storyId)
    .where("channelId", "=", channelId)
    .where("kind", "in", ["alert", "edit", "reply"])
    // Alerts of other channels' stories, for those who wake people: they stand alone.
    .where("key", "not like", `${ESCALATION_KEY}%`)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  const begun = new Set<string>(
    rows.filter(({ status }) => status !== "pending" && status !== "held").map(({ id }) => id),
  );
  const open = rows.filter(({ id }) => !begun.has(id));
  await inChunks(open, async (chunk) => {
    for (const id of await listOfThose(db, chunk, mayHaveArrived)) begun.add(id);
  });
  const lost = await findLost({ db }, rows);
  return rows.map((row) => ({ ...row, begun: begun.has(row.id), isLost: lost.has(row.id) }));
}

async function listOfThose(
  db: QueryContext["db"],
  deliveries: readonly Pick<StoryDelivery, "id">[],
  condition: (eb: Deliveries) => Condition,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("deliveries")
    .select("id")
    .where(
      "id",
      "in",
      deliveries.map(({ id }) => id),
    )
    .where((eb) => condition(eb))
    .execute();
  return rows.map(({ id }) => id);
}

/** Those that failed or were dropped before anybody had them, and those in a summary of which no message is left that tells them. */
async function findLost(
  { db }: Pick<QueryContext, "db">,
  rows: readonly Pick<StoryDelivery, "id" | "status">[],
): Promise<ReadonlySet<string>> {
  const ended = rows.filter(({ status }) => status === "failed" || status === "dropped");
  const lost = new Set(ended.map(({ id }) => id));
  await inChunks(ended, async (chunk) => {
    for (const id of await listOfThose(db, chunk, hasReached)) lost.delete(id);
  });
  const summarised = rows.filter(({ status }) => status === "summarised").map(({ id }) => id);
  await inChunks(summarised, async (chunk) => {
    const told = await db
      .selectFrom("deliveryMatches as own")
      .innerJoin("deliveryMatches as summed", "summed.matchId", "own.matchId")
      .innerJoin("deliveries as summary", "summary.id", "summed.deliveryId")
      .select("own.deliveryId")
      .distinct()
      .where("own.deliveryId", "in", chunk)
      .where("summary.kind", "=", "roundup")
      .where("summary.status", "in", ["held", "pending", "sent"])
      .execute();
    for (const id of new Set(chunk).difference(new Set(told.map(({ deliveryId }) => deliveryId)))) lost.add(id);
  });
  return lost;
}

export async function listTold({ db }: QueryContext, deliveryIds: readonly string[]): Promise<readonly ToldMatch[]> {
  const told: ToldMatch[] = [];
  await inChunks(deliveryIds, async (chunk) => {
    const rows = await matchedRevisions(db)
      .innerJoin("deliveryMatches", "deliveryMatches.matchId", "matches.id")
      .innerJoin("items", "items.id", "matches.itemId")
      .innerJoin("feeds", "feeds.feedId", "items.feedId")
      .leftJoin("storyItems", "storyItems.itemId", "matches.itemId")
      .select(["deliveryMatches.deliveryId", "matches.id as matchId", "matches.watchId", "matches.watchTitle"])
      .select(["matches.severity", "matches.itemId", "matches.itemRevision", "matches.evidence"])
      .select(["itemRevisions.title", "itemRevisions.outlet", "items.feedId", "items.firstSeenAt"])
      .select(["feeds.kind as feedKind", "storyItems.relation", "storyItems.likeItemId", "storyItems.cited"])
      .where("deliveryMatches.deliveryId", "in", chunk)
      .orderBy("matches.matchedAt")
      .orderBy("matches.id")
      .execute();
    for (const { evidence, ...row } of rows) {
      const { people } = parseEvidence(evidence, row.matchId);
      told.push({ ...row, people });
    }
  });
  return told;
}
