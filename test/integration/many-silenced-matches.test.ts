import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tellEndedSilences } from "../../src/pipeline/end-silences.ts";
import type { Store } from "../../src/store/store.ts";
import { channelPlan, HOUR_MS, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";
import { newMatch } from "../support/store/store-builders.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const ONE = NOON + HOUR_MS;
const CHANNELS = [channelPlan("desk"), channelPlan("research", { digest: { every: 24 * HOUR_MS, empty: "send" } })];
/** One item has one match a watch. */
const MOST = 2050;
const PLAN = planOf([watch("asylum"), ...Array.from({ length: MOST }, (_, at) => watch(`w-${at + 1}`))], CHANNELS);

describe.each([
  ["thousands of matches", "sqlite", MOST],
  ["hundreds of matches", "postgres", 350],
] as const)("%s that a silence kept back, on %s", (_many, dialect, count) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: NOON, plan: PLAN, channelIds: ["desk"] });
    const { store } = desk.opened;
    const itemId = await desk.report("Envoy asks for asylum", ["asylum"]);
    await desk.at(NOON);
    const storyId = (await store.stories.findByItem(itemId)) ?? "";
    const what = { watchId: "asylum", storyId: null, feedId: null, words: null, author: "Ada", comment: "a drill" };
    const silenceId = await store.silences.add({ ...what, startsAt: NOON, endsAt: ONE });
    await store.underLock("decide", async ({ matches, silences }) => {
      for (let at = 1; at <= count; at += 1) {
        const match = newMatch({ itemId, storyId, watchId: `w-${at}`, matchedAt: NOON + at });
        const { id } = await matches.add(match);
        for (const channelId of ["desk", "research"]) await silences.keepMatch(silenceId, channelId, id);
      }
    });
    desk.told();
  });
  afterEach(() => desk.close());

  async function roundup(): Promise<{ status: string; matches: number }> {
    const { deliveries } = desk.opened.store;
    const [one, ...others] = await deliveries.list({ kind: "roundup", limit: 5 });
    expect(others).toEqual([]);
    return { status: one?.status ?? "", matches: (await deliveries.listMatches(one?.id ?? "")).length };
  }

  /** The process dies before the transaction of that number. */
  function mortal(store: Store, dies: number): { store: Store; transactions: () => number } {
    let begun = 0;
    return {
      transactions: () => begun,
      store: {
        ...store,
        underLock: (lock, work) => {
          if (begun === dies) return Promise.reject(new Error("the process died"));
          begun += 1;
          return store.underLock(lock, work);
        },
      },
    };
  }

  it("become one message and entries of one edition, a hundred in a transaction", async () => {
    const { store, transactions } = mortal(desk.opened.store, Infinity);
    await tellEndedSilences({ store, plan: () => PLAN, now: () => ONE });
    expect(transactions()).toBe(Math.floor((2 * count) / 100) + 1);
    expect(await roundup()).toEqual({ status: "pending", matches: count });
    expect(await store.editions.countWaiting("research")).toBe(count);
    await desk.at(ONE);
    expect(desk.told()).toEqual(["1 alert held by a silence · Tue 20 Jan 12:00 UTC"]);
  });

  it("become one message, too, when the process dies on the way, and it leaves when all are in it", async () => {
    const { store } = mortal(desk.opened.store, 2);
    await expect(tellEndedSilences({ store, plan: () => PLAN, now: () => ONE })).rejects.toThrow("the process died");
    expect(await roundup()).toEqual({ status: "held", matches: 200 });
    expect(await store.deliveries.listDue("desk", ONE, 10)).toEqual([]);
    await desk.at(ONE + 1);
    await desk.at(ONE + 60_000);
    expect(desk.told()).toHaveLength(1);
    expect(await roundup()).toEqual({ status: "sent", matches: count });
  });
});
