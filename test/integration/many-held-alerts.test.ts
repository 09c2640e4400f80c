import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { QuietHoursOptions } from "../../src/decide/options.ts";
import { releaseHeld } from "../../src/pipeline/release-held.ts";
import type { Store } from "../../src/store/store.ts";
import { channelPlan, planOf, watch } from "../support/pipeline/pipeline-rig.ts";
import { openDesk, type Desk } from "../support/pipeline/restraint-rig.ts";
import { newDelivery } from "../support/store/store-builders.ts";

const EVENING = Date.UTC(2026, 0, 20, 23);
const MORNING = Date.UTC(2026, 0, 21, 6);
const QUIET = channelPlan("desk", { quietHours: QuietHoursOptions.parse({ from: "22:00", to: "06:00" }) });
const PLAN = planOf([watch("asylum")], [QUIET]);
/** No story together; each has a fifth of the alerts. */
const HEADLINES = ["Oslo", "Lima", "Rome", "Cairo", "Delhi"].map((place, at) => `${place}: clerk ${at * 7} leaves`);

describe.each([
  ["thousands of alerts", "sqlite", 2050],
  ["hundreds of alerts", "postgres", 350],
] as const)("%s at the end of quiet hours, on %s", (_many, dialect, count) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(dialect, { at: EVENING, plan: PLAN, channelIds: ["desk"] });
    const { store } = desk.opened;
    const told: string[] = [];
    for (const headline of HEADLINES) {
      const [match] = await store.matches.listByItem(await desk.report(headline, ["asylum"]));
      told.push(match?.id ?? "");
    }
    const held = { for: "quiet-hours", until: MORNING } as const;
    await store.underLock("decide", async ({ deliveries }) => {
      for (let at = HEADLINES.length; at < count; at += 1) {
        const flood = newDelivery(`alert|flood-${at}|desk`, { createdAt: EVENING + at, dueAt: MORNING, held });
        const { id } = await deliveries.add(flood);
        await deliveries.attachMatches(id, [told[at % told.length] ?? ""]);
      }
    });
  });
  afterEach(() => desk.close());

  async function outcomes(): Promise<Record<string, number>> {
    const all = await desk.opened.store.deliveries.list({ channelId: "desk", limit: 2 * count });
    const byStatus = Map.groupBy(all, ({ status }) => status);
    return Object.fromEntries(Array.from(byStatus, ([status, rows]) => [status, rows.length]));
  }

  /** How many alerts wait yet, after each transaction; the process dies before the one of that number. */
  function watched(store: Store, dies: number): { store: Store; waiting: number[] } {
    const waiting: number[] = [];
    return {
      waiting,
      store: {
        ...store,
        underLock: async (lock, work) => {
          if (waiting.length === dies) throw new Error("the process died");
          const answer = await store.underLock(lock, work);
          waiting.push((await store.deliveries.list({ kind: "alert", status: "held", limit: count })).length);
          return answer;
        },
      },
    };
  }

  it("go into one message, a hundred in a transaction", async () => {
    const { store, waiting } = watched(desk.opened.store, Infinity);
    await releaseHeld({ store, plan: () => PLAN, now: () => MORNING });
    const taken = waiting.map((left, at) => (waiting[at - 1] ?? count) - left);
    expect(Math.max(...taken)).toBe(100);
    await desk.at(MORNING);
    expect(desk.told()).toEqual(["5 alerts from quiet hours · Tue 20 Jan 23:00 UTC"]);
    expect(await outcomes()).toEqual({ sent: 1, summarised: count });
  });

  it("go into one message, too, when the process dies on the way, and it leaves when all are in it", async () => {
    const { store } = watched(desk.opened.store, 3);
    await expect(releaseHeld({ store, plan: () => PLAN, now: () => MORNING })).rejects.toThrow("the process died");
    expect(await store.deliveries.listDue("desk", MORNING, 10)).toEqual([]);
    await desk.at(MORNING + 1);
    expect(desk.told()).toHaveLength(1);
    expect(await outcomes()).toEqual({ sent: 1, summarised: count });
  });
});
