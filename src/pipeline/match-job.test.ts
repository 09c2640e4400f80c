import { describe, expect, it } from "vitest";
import { openTestStore } from "../../test/support/store/open-test-store.ts";
import { feed, readItem } from "../../test/support/store/store-builders.ts";
import { StoreError } from "../store/store-error.ts";
import { noStoryPeople } from "./story-people.ts";
import { createMatchJob } from "./match-job.ts";
import { planOf } from "../../test/support/pipeline/pipeline-rig.ts";

const PLAN = planOf([], [], { feeds: new Map(), operators: { page: [], notice: [] } });

const NOW = 1_000_000;

/** Runs one job; returns what was committed and what the job ended with. Items are named by their titles. */
async function run(
  titles: readonly string[],
  fails: { matching?: (title: string) => Error | undefined; committing?: Error; aborts?: boolean },
) {
  const opened = await openTestStore("sqlite", () => NOW);
  const { store } = opened;
  const ending = new AbortController();
  const committed: string[] = [];
  let asked = 0;
  try {
    await store.feeds.sync([feed("wire")], () => NOW);
    await store.items.addRead("wire", [], NOW);
    await store.items.addRead(
      "wire",
      titles.map((title) => readItem(title, { title })),
      NOW,
    );
    const ids = await store.items.claimUnmatched(NOW, 1000, 100);
    const matchItems = createMatchJob({
      store,
      plan: () => PLAN,
      match: async (items) => {
        asked += 1;
        if (fails.aborts) ending.abort();
        for (const { title } of items) {
          const error = fails.matching?.(title);
          if (error !== undefined) throw error;
        }
        return items.map(({ id }) => ({ itemId: id, answers: [], people: [], cutBytes: 0 }));
      },
      storyPeople: noStoryPeople,
      commitMatches: async (read) => {
        if (fails.committing !== undefined) throw fails.committing;
        committed.push(...read.map(({ title }) => title));
        return { matches: [], channels: new Set() };
      },
      queue: { enqueue: async () => {} },
      events: { itemsMatched: () => {}, matched: () => {} },
      now: () => NOW,
    });
    const ended = await matchItems({ id: "match-a", data: { items: ids } }, ending.signal).then(
      () => null,
      (error: unknown) => error,
    );
    // Those that failed alone are handed out apart from then on.
    const failed = await store.items.claimFailed(NOW + 3_600_000, 1, 10);
    return { committed: committed.toSorted(), asked, ended, failed: failed.length };
  } finally {
    await opened.remove();
  }
}

describe("a batch of items", () => {
  const titles = ["a", "b", "c", "d", "e", "f", "g"];
  const broken = new Error("cannot be matched");

  it("is matched in one piece", async () => {
    expect(await run(titles, {})).toEqual({ committed: titles, asked: 1, ended: null, failed: 0 });
  });

  it("is matched but for the one item that breaks the engine, which is noted", async () => {
    const { committed, ended, failed } = await run(titles, {
      matching: (title) => (title === "c" ? broken : undefined),
    });
    expect(committed).toEqual(["a", "b", "d", "e", "f", "g"]);
    expect(ended).toMatchObject({ errors: [{ cause: { message: "cannot be matched" } }] });
    expect(failed).toBe(1);
  });

  it("is left as a whole to the next sweep while the store does not answer", async () => {
    const gone = new StoreError("unreachable", "PostgreSQL does not answer");
    expect(await run(titles, { committing: gone })).toEqual({ committed: [], asked: 1, ended: gone, failed: 0 });
  });

  it("is left to whoever comes next when the program, or its configuration, ends before the commit", async () => {
    expect(await run(titles, { aborts: true })).toMatchObject({ committed: [], asked: 1, failed: 0 });
  });

  it("blames no item when the commit fails, nor when the program ends", async () => {
    expect(await run(titles, { committing: new Error("odd") })).toMatchObject({ committed: [], failed: 0 });
    expect(await run(titles, { matching: () => broken, aborts: true })).toMatchObject({ asked: 1, failed: 0 });
  });
});
