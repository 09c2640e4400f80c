import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMatchEngine, type MatchEngine } from "../../src/app/threads/match-thread.ts";
import { describeLife } from "../../src/pipeline/inspect/describe-life.ts";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { handOutItems } from "../../src/pipeline/hand-out-items.ts";
import { traceItem } from "../../src/pipeline/inspect/trace-item.ts";
import { createMatchJob } from "../../src/pipeline/match-job.ts";
import { noStoryPeople } from "../../src/pipeline/story-people.ts";
import type { Job } from "../../src/queue/queue.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import { planOf } from "../support/pipeline/pipeline-rig.ts";
import { ruleSet } from "../support/rules/rule-builders.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

const BREAKING = new URL("../support/pipeline/breaking-match-worker.ts", import.meta.url);
const SILENCE = { matching: 700, compiling: 60_000 };
const START = Date.UTC(2026, 0, 20, 12);
const { signal } = new AbortController();

describe.each(["sqlite", "postgres"] as const)("an item on which the matcher hangs, on %s", (dialect) => {
  let opened: TestStore;
  let engine: MatchEngine;
  let now: number;
  let work: () => Promise<number>;

  beforeEach(async () => {
    now = START;
    opened = await openTestStore(dialect, () => now);
    engine = await createMatchEngine(ruleSet(), { script: BREAKING, silenceMs: SILENCE });
    const jobs: Job[] = [];
    const deps = {
      store: opened.store,
      plan: () => planOf([], []),
      queue: { enqueue: async (_name: string, job: Job) => void jobs.push(job) },
      now: () => now,
    };
    const match = createMatchJob({
      ...deps,
      match: (items) => engine.match(items),
      storyPeople: noStoryPeople,
      commitMatches: createCommitMatches(deps),
      events: { itemsMatched: () => {}, matched: () => {} },
    });
    /** Hands out and works off what there is, a minute after the last time; answers how many items it were. */
    work = async () => {
      now += 60_000;
      const handedOut = await handOutItems(deps);
      for (const job of jobs.splice(0)) await match(job, signal).catch(() => undefined);
      return handedOut;
    };
    await opened.store.feeds.sync([feed("wire")], () => 0);
    await opened.store.items.addRead("wire", [], now);
    const items = ["a", "b", "hangs", "c"].map((title) => readItem(title, { title }));
    await opened.store.items.addRead("wire", items, now);
  });
  afterEach(async () => {
    await engine.close();
    await opened.remove();
  });

  async function notices(): Promise<readonly unknown[]> {
    const rows = await opened.store.deliveries.list({ kind: "notice", limit: 10 });
    return rows.map(({ payload }): unknown => JSON.parse(payload ?? "null"));
  }

  it("holds the others up once, is given up after three tries alone, and told of once", async () => {
    const { items } = opened.store;
    expect(await work()).toBe(4);
    expect(await items.countUnmatched()).toBe(1);
    expect([await work(), await work(), await work()]).toEqual([1, 1, 0]);
    expect([await items.countUnmatched(), await items.countUnmatchable()]).toEqual([0, 1]);
    expect(await opened.store.progress.oldestWork(now, [])).toMatchObject({ itemSeenAt: null });
    expect(await notices()).toEqual([
      {
        kind: "notice",
        level: "notice",
        title: "An item of wire could not be matched",
        lines: ["hangs", "https://news.example/hangs?utm_source=x", expect.stringContaining("hung on these items")],
        remedy: expect.stringContaining("tried again when it changes"),
      },
    ]);
    const [item] = await items.listByLink("https://news.example/hangs");
    if (item === undefined) throw new Error("the item is not stored");
    expect(describeLife(await traceItem(opened.store, item), "UTC")).toContain(
      "could not be matched: the match worker hung",
    );

    await items.retryUnmatchable();
    expect([await work(), await work()]).toEqual([1, 0]);
    expect(await notices()).toHaveLength(1);

    await items.addRead("wire", [readItem("hangs", { title: "mended" })], now);
    expect(await work()).toBe(1);
    expect([await items.countUnmatched(), await items.countUnmatchable()]).toEqual([0, 0]);
  }, 60_000);
});
