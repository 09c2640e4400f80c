import { expect, it } from "vitest";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { openTestStore } from "../support/store/open-test-store.ts";
import { answersFor, channelPlan, matched, planOf, readPending, watch } from "../support/pipeline/pipeline-rig.ts";
import { feed, readItem } from "../support/store/store-builders.ts";

const ROUNDS = 1000;
const NOW = Date.UTC(2026, 0, 20, 12);

/** Every word is of its round, so that rounds are different events. */
function report(round: number): string {
  return Array.from({ length: 24 }, (_, word) => `w${String.fromCharCode(97 + word)}${round.toString(36)}x`).join(" ");
}

it(
  "two workers that get two copies of one report at one instant make one story and one alert of it, 1,000 times",
  { timeout: 300_000 },
  async () => {
    const opened = await openTestStore("postgres", () => NOW);
    try {
      const { store, peer } = opened;
      const plan = planOf([watch("asylum")], [channelPlan("desk")]);
      const workers = [store, peer].map((of) => createCommitMatches({ store: of, plan: () => plan, now: () => NOW }));
      await store.feeds.sync([feed("wire"), feed("other")], () => 0);
      await store.items.addRead("wire", [], NOW);
      await store.items.addRead("other", [], NOW);
      for (let round = 0; round < ROUNDS; round += 1) {
        const body = report(round);
        await store.items.addRead("wire", [readItem(`a${round}`, { title: `Alpha ${round}`, body })], NOW);
        await store.items.addRead("other", [readItem(`b${round}`, { title: `Beta ${round}`, body })], NOW);
        const items = await readPending(opened, NOW);
        expect(items).toHaveLength(2);
        await Promise.all(
          workers.map((commit, at) => commit(items.slice(at, at + 1), answersFor(items, [matched("asylum")]))),
        );
        const stories = await store.stories.findByItems(items.map(({ id }) => id));
        expect(new Set(stories.values()).size).toBe(1);
      }
      expect(await store.deliveries.count()).toEqual([{ status: "pending", count: ROUNDS }]);
    } finally {
      await opened.remove();
    }
  },
);
