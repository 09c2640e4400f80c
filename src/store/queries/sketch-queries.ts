import { sql } from "kysely";
import type { QueryContext } from "../query-context.ts";
import type { SketchQueries } from "../matching-queries.ts";
import { inChunks } from "./in-chunks.ts";

export function createSketchQueries(context: QueryContext): SketchQueries {
  return {
    findSharing: (keysOfItems, range) => findSharing(context, keysOfItems, range),
    addSketches: (items) => addSketches(context, items),
  };
}

type Range = Parameters<SketchQueries["findSharing"]>[1];

const LEAST_SHARED = 0.5;

interface Place {
  itemId: string;
  seenAt: number;
}

async function findSharing(
  context: QueryContext,
  keysOfItems: readonly BigUint64Array[],
  { since, limit, crowd }: Range,
): ReturnType<SketchQueries["findSharing"]> {
  const signedKeys = keysOfItems.map(signed);
  const places = await findPlaces(context, new Set(signedKeys.flatMap((keys) => [...keys])), since);
  const chosen = signedKeys.map((keys) => mostShared(places, keys, { limit, crowd }));
  const sketches = await readSketches(context, new Set(chosen.flat()));
  return chosen.map((ids) => ids.flatMap((id) => sketches.get(id) ?? []));
}

/** Keys as text: neither database gives 64 bits back as a number. */
async function findPlaces(
  { db }: QueryContext,
  keys: ReadonlySet<bigint>,
  since: number,
): Promise<ReadonlyMap<string, readonly Place[]>> {
  const places = new Map<string, Place[]>();
  await inChunks([...keys], async (chunk) => {
    const rows = await db
      .selectFrom("sketchKeys")
      .select([sql<string>`cast(key as text)`.as("key"), "itemId", "seenAt"])
      .where("key", "in", chunk)
      .where("seenAt", ">=", since)
      .execute();
    for (const { key, itemId, seenAt } of rows) {
      const found = places.get(key);
      if (found === undefined) places.set(key, [{ itemId, seenAt }]);
      else found.push({ itemId, seenAt });
    }
  });
  return places;
}

function mostShared(
  places: ReadonlyMap<string, readonly Place[]>,
  keys: BigInt64Array,
  { limit, crowd }: Omit<Range, "since">,
): readonly string[] {
  const shared = new Map<string, { count: number; seenAt: number }>();
  for (const key of keys) {
    const found = places.get(String(key)) ?? [];
    const weight = found.length < crowd ? 1 : 1 / crowd;
    for (const { itemId, seenAt } of found)
      shared.set(itemId, { count: (shared.get(itemId)?.count ?? 0) + weight, seenAt });
  }
  return [...shared]
    .filter(([, { count }]) => count >= LEAST_SHARED)
    .toSorted(([a, one], [b, other]) => other.count - one.count || other.seenAt - one.seenAt || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([itemId]) => itemId);
}

type Sketched = Awaited<ReturnType<SketchQueries["findSharing"]>>[number][number];

async function readSketches({ db }: QueryContext, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Sketched>> {
  const sketches = new Map<string, Sketched>();
  await inChunks([...ids], async (chunk) => {
    const rows = await db
      .selectFrom("sketches")
      .innerJoin("storyItems", "storyItems.itemId", "sketches.itemId")
      .select(["sketches.itemId", "storyItems.storyId", "sketches.outlet", "sketches.seenAt", "sketches.sketch"])
      .where("sketches.itemId", "in", chunk)
      .execute();
    for (const row of rows) sketches.set(row.itemId, { ...row, sketch: elementsOf(row.sketch) });
  });
  return sketches;
}

async function addSketches({ db }: QueryContext, items: Parameters<SketchQueries["addSketches"]>[0]): Promise<void> {
  await inChunks(items, async (chunk) => {
    await db
      .insertInto("sketches")
      .values(
        chunk.map(({ itemId, seenAt, outlet, sketch, keys }) => {
          return { itemId, seenAt, outlet, sketch: bytesOf(sketch), keys: bytesOf(keys) };
        }),
      )
      .onConflict((conflict) => conflict.column("itemId").doNothing())
      .execute();
  });
  await inChunks(placesOf(items), async (chunk) => {
    await db
      .insertInto("sketchKeys")
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(["key", "place"]).doUpdateSet((eb) => ({
          itemId: eb.ref("excluded.itemId"),
          seenAt: eb.ref("excluded.seenAt"),
        })),
      )
      .execute();
  });
}

interface KeyRow extends Place {
  key: bigint;
  place: number;
}

/** Of two items with one key and place the later one: a statement may write a row once. */
function placesOf(items: Parameters<SketchQueries["addSketches"]>[0]): readonly KeyRow[] {
  const rows = new Map<string, KeyRow>();
  for (const { itemId, seenAt, place, keys } of items) {
    for (const key of signed(keys)) rows.set(`${key} ${place}`, { key, place, itemId, seenAt });
  }
  return [...rows.values()];
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** A copy: bytes from a database begin anywhere. */
function elementsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer, 0, Math.floor(bytes.length / Uint32Array.BYTES_PER_ELEMENT));
}

/** Both databases have signed integers of 64 bits. */
function signed({ buffer, byteOffset, length }: BigUint64Array): BigInt64Array {
  return new BigInt64Array(buffer, byteOffset, length);
}

/**
 * Removes sketches of items seen before.
 * @returns how many sketches went
 */
export async function removeSketches(context: QueryContext, before: number, limit: number): Promise<number> {
  const old = await context.db
    .selectFrom("sketches")
    .select("itemId")
    .where("seenAt", "<", before)
    .orderBy("seenAt")
    .limit(limit)
    .execute();
  const ids = old.map(({ itemId }) => itemId);
  await forgetSketches(context, ids);
  return ids.length;
}

/** Removes the sketches of a few items, with their keys unless a later item has taken the place. */
export async function forgetSketches({ db }: QueryContext, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const sketches = await db.deleteFrom("sketches").where("itemId", "in", itemIds).returning("keys").execute();
  const keys = sketches.flatMap((row) => [...new BigInt64Array(new Uint8Array(row.keys).buffer)]);
  await inChunks([...new Set(keys)], async (chunk) => {
    await db.deleteFrom("sketchKeys").where("key", "in", chunk).where("itemId", "in", itemIds).execute();
  });
}
