import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeLife } from "../../src/pipeline/inspect/describe-life.ts";
import { createCommitMatches } from "../../src/pipeline/commit-matches.ts";
import { createDueEditions } from "../../src/pipeline/create-editions.ts";
import { traceItem } from "../../src/pipeline/inspect/trace-item.ts";
import type { Item } from "../../src/core/vocabulary.ts";
import { openTestStore, type TestStore } from "../support/store/open-test-store.ts";
import {
  answersFor,
  channelPlan,
  HOUR_MS,
  matched,
  planOf,
  readPending,
  vetoed,
  watch,
} from "../support/pipeline/pipeline-rig.ts";
import { attemptEnd, feed, readItem } from "../support/store/store-builders.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const PLAN = planOf(
  [watch("asylum", { notify: ["desk", "digest"] }), watch("defection"), watch("nobody", { notify: [] })],
  [channelPlan("desk"), channelPlan("digest", { digest: { every: HOUR_MS, empty: "send" } })],
);

describe.each(["sqlite", "postgres"] as const)("the whole life of an item, on %s", (dialect) => {
  let opened: TestStore;
  let now: number;
  beforeEach(async () => {
    now = NOW;
    opened = await openTestStore(dialect, () => now);
    const { store } = opened;
    await store.feeds.sync([feed("wire")], () => 0);
    await store.items.addRead("wire", [], now);
    await createDueEditions({ store, plan: () => PLAN, now: () => now });
    await store.items.addRead("wire", [readItem("a", { publishedAt: now })], now);
    const items = await readPending(opened, now);
    const commit = createCommitMatches({ store, plan: () => PLAN, now: () => now });
    await commit(items, answersFor(items, [matched("asylum"), vetoed("defection"), matched("nobody")]));
  });
  afterEach(() => opened.remove());

  /** What `explain` says of the item's matches of these watches, ids left out. */
  async function lifeOf(...watchIds: string[]): Promise<readonly string[]> {
    const [item] = await opened.store.items.listByLink("https://news.example/a");
    if (item === undefined) throw new Error("the item is not stored");
    const { matches, ...life } = await traceItem(opened.store, item);
    const one = { ...life, matches: watchIds.flatMap((id) => matches.filter(({ match }) => match.watchId === id)) };
    const lines = describeLife(one, "Europe/London").replaceAll(/([a-z]{3})_[\w-]+/g, "$1_…");
    return lines.trimEnd().split("\n").slice(4);
  }

  it("tells of each match what was decided on each channel, and what waits", async () => {
    expect(await lifeOf("asylum")).toEqual([
      "  match asylum, revision 1, 2026-01-20 12:00:00 GMT",
      "    desk: send, first-report",
      "    digest: collect, digest",
      "    digest: waits for the next edition",
      "    alert dlv_… on desk: pending due 2026-01-20 12:00:00 GMT",
    ]);
    expect(await lifeOf("defection")).toEqual([
      '  match defection, revision 1, 2026-01-20 12:00:00 GMT, held back by history ("1954", title)',
      "    desk: suppress, vetoed",
    ]);
    expect((await lifeOf("nobody")).slice(1)).toEqual(["    no channel takes it"]);
  });

  it("tells whether nothing was found in an item, or nobody has looked yet", async () => {
    const { added } = await opened.store.items.addRead("wire", [readItem("b")], now);
    const item = await opened.store.items.get(added[0] ?? "");
    if (item === undefined) throw new Error("the item is not stored");
    async function standing(one: Item): Promise<readonly string[]> {
      return describeLife(await traceItem(opened.store, one), "UTC")
        .trimEnd()
        .split("\n")
        .slice(3);
    }
    expect(await standing(item)).toEqual(["  waits for the matcher"]);
    const pending = await readPending(opened, now);
    const commit = createCommitMatches({ store: opened.store, plan: () => PLAN, now: () => now });
    await commit(pending, answersFor(pending, []));
    expect(await standing(item)).toEqual(["  no watch found anything in it"]);
  });

  it("tells every try to send a message, what operators did to it, and the edition that has it", async () => {
    const { deliveries, leases } = opened.store;
    const [alert] = await deliveries.list({ channelId: "desk", limit: 1 });
    const lease = await leases.acquire("channel:desk", "own_1", 60_000);
    if (alert === undefined || lease === undefined) throw new Error("no alert, or no lease");
    const attemptId = await deliveries.beginAttempt(alert.id, lease, now + 1000);
    const refused = { reason: "message-refused", detail: "HTTP 400" };
    const failed = { status: "failed", reason: "message-refused" } as const;
    await deliveries.endAttempt(
      attemptEnd(attemptId, { finishedAt: now + 2000, outcome: "rejected", ...refused, delivery: failed }),
    );
    const act = { kind: "retried", at: now + 3000, author: "ann", comment: "shorter now" } as const;
    await deliveries.revise(alert.id, { from: ["failed"], to: { status: "pending" }, act });
    now += HOUR_MS;
    await createDueEditions({ store: opened.store, plan: () => PLAN, now: () => now });

    expect((await lifeOf("asylum")).slice(3)).toEqual([
      "    digest: in edition no. 1 of 2026-01-20 13:00:00 GMT",
      "    alert dlv_… on desk: pending due 2026-01-20 12:00:03 GMT",
      "      tried again by ann at 2026-01-20 12:00:03 GMT: shorter now",
      "      2026-01-20 12:00:01 GMT rejected, message-refused: HTTP 400, after 1.0 s",
      "    digest dlv_… on digest: pending due 2026-01-20 13:00:00 GMT",
    ]);
  });
});
