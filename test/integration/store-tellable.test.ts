import { Kysely, type KyselyPlugin } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDeliveryQueries } from "../../src/store/queries/delivery-queries.ts";
import type { Tables } from "../../src/store/schema.ts";
import { CamelCaseRows } from "../../src/store/snake-case-names.ts";
import { createSqliteDialect, sqliteTraits } from "../../src/store/sqlite/sqlite-dialect.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { feed, newDelivery, newMatch, readItem } from "../support/store/store-builders.ts";

const COUNT = 250;
let opened: TestStore;

beforeEach(async () => {
  opened = await openTestStore("sqlite", clock);
});
afterEach(() => opened.remove());

function clock(): number {
  return 0;
}

/** Counts the rows with texts of items that each statement answers. */
function countTexts(counts: number[]): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (result.rows.some((row) => "body" in row)) counts.push(result.rows.length);
      return result;
    },
  };
}

it("the matches of a message are read a hundred at a time, each once, the earliest first", async () => {
  const { store } = opened;
  await store.feeds.sync([feed("wire")], () => 0);
  const reads = Array.from({ length: COUNT }, (_, at) => readItem(`report-${at}`));
  const { added } = await store.items.addRead("wire", reads, 0);
  const storyId = await store.stories.create(0);
  const matchIds: string[] = [];
  for (const [at, itemId] of added.entries())
    matchIds.push((await store.matches.add(newMatch({ itemId, storyId, matchedAt: COUNT - at }))).id);
  const ids: string[] = [];
  for (const key of ["alert", "edit"]) {
    const { id } = await store.deliveries.add(newDelivery(key));
    await store.deliveries.attachMatches(id, matchIds);
    ids.push(id);
  }

  const counts: number[] = [];
  const path = opened.url.slice("sqlite:".length);
  const db = new Kysely<Tables>({
    dialect: createSqliteDialect({ path, sync: "normal", create: false }),
    plugins: [new CamelCaseRows(), countTexts(counts)],
  });
  const matches = await createDeliveryQueries({ db, dialect: sqliteTraits(clock), now: clock }).listMatches(...ids);
  await db.destroy();
  expect(matches.map(({ id }) => id)).toEqual(matchIds.toReversed());
  expect(counts).toEqual([100, 100, 50]);
});
