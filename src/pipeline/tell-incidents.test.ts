import { describe, expect, it } from "vitest";
import { openTestStore, type TestStore } from "../../test/support/store/open-test-store.ts";
import { tellIncidents } from "./tell-incidents.ts";
import { planOf } from "../../test/support/pipeline/pipeline-rig.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const PLAN = planOf([], [], { feeds: new Map() });

/** Tells what is to be told so long after the beginning; answers how often the lock was taken. */
async function tellAt({ store }: TestStore, ms: number): Promise<number> {
  let locked = 0;
  const watched: typeof store = {
    ...store,
    underLock(lock, work) {
      locked += 1;
      return store.underLock(lock, work);
    },
  };
  await tellIncidents({ store: watched, plan: () => PLAN, now: () => NOW + ms });
  return locked;
}

describe("an incident that stays open", () => {
  it("takes the lock when it is told and when its end is, and not at the thousand beats in between", async () => {
    const opened = await openTestStore("sqlite", () => NOW);
    const { incidents, deliveries } = opened.store;
    const incident = { kind: "feed-failing", subject: "wire", cause: "it failed", sharedCause: "404|wire" } as const;
    await incidents.open({ ...incident, openedAt: NOW });
    const locked: number[] = [];
    for (const minute of [1, 2, 3, 500, 5000]) locked.push(await tellAt(opened, minute * MINUTE));
    await incidents.close("feed-failing", "wire", NOW + 5000 * MINUTE);
    for (const minute of [5001, 5002, 5003]) locked.push(await tellAt(opened, minute * MINUTE));

    expect(locked).toEqual([0, 1, 0, 0, 0, 0, 1, 0]);
    const keys = (await deliveries.list({ kind: "notice", limit: 10 })).map(({ key }) => key.split("|")[2]);
    expect(new Set(keys)).toEqual(new Set(["opened", "closed"]));
    await opened.remove();
  });
});
