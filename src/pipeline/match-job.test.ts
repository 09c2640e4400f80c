import { describe, expect, it } from "vitest";
import type { PendingItem } from "../store/item-rows.ts";
import { StoreError } from "../store/store-error.ts";
import { noStoryPeople } from "./story-people.ts";
import { createMatchJob } from "./match-job.ts";
import { planOf } from "../../test/support/pipeline-rig.ts";

const PLAN = planOf([], [], { feeds: new Map(), operators: { page: [], notice: [] } });

function item(id: string): PendingItem {
  return {
    id,
    feedId: "wire",
    feedUrl: "https://wire.example/feed.xml",
    identity: id,
    revision: 1,
    title: id,
    summary: "",
    body: "",
    link: null,
    cleanedLink: null,
    outlet: null,
    author: null,
    lang: null,
    contentHash: id,
    publishedAt: 0,
    publishedSource: "feed",
    cutBytes: 0,
    firstSeenAt: 0,
    baseline: false,
  };
}

/** Runs one job; returns what was committed and what the job ended with. */
async function run(ids: readonly string[], fails: (id: string) => Error | undefined) {
  const committed: string[] = [];
  let asked = 0;
  const matchItems = createMatchJob({
    store: { items: { listPending: async () => ids.map(item) } },
    plan: () => PLAN,
    match: async (items) => {
      asked += 1;
      for (const { id } of items) {
        const error = fails(id);
        if (error !== undefined) throw error;
      }
      return items.map(({ id }) => ({ itemId: id, answers: [], people: [], cutBytes: 0 }));
    },
    storyPeople: noStoryPeople,
    commitMatches: async (read) => {
      committed.push(...read.map(({ id }) => id));
      return { matches: [], channels: new Set() };
    },
    queue: { enqueue: async () => {} },
    events: { itemsMatched: () => {}, matched: () => {} },
    now: () => 0,
  });
  const ended = await matchItems({ id: "match-a", data: { items: ids } }).then(
    () => null,
    (error: unknown) => error,
  );
  return { committed, asked, ended };
}

describe("a batch of items", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];

  it("is matched in one piece", async () => {
    expect(await run(ids, () => undefined)).toEqual({ committed: ids, asked: 1, ended: null });
  });

  it("is matched but for the one item that breaks the engine, which is named", async () => {
    const { committed, ended } = await run(ids, (id) => (id === "c" ? new Error("cannot be matched") : undefined));
    expect(committed).toEqual(["a", "b", "d", "e", "f", "g"]);
    expect(ended).toMatchObject({ errors: [{ message: "item c", cause: { message: "cannot be matched" } }] });
  });

  it("is left as a whole to the next sweep while the store does not answer", async () => {
    const gone = new StoreError("unreachable", "PostgreSQL does not answer");
    expect(await run(ids, () => gone)).toEqual({ committed: [], asked: 1, ended: gone });
  });
});
