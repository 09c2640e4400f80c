import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "../core/clock.ts";
import { STORY_WINDOW_MS } from "../decide/options.ts";
import type { RetentionOptions } from "../store/options.ts";
import type { ItemLimits, ItemPosition, ItemsRemoved } from "../store/item-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import { DAY_MS, HOUR_MS } from "../core/time.ts";

/** Small enough that the store is held for a few milliseconds: texts of items are the longest rows there are. */
const ITEMS_AT_ONCE = 20;
const ROWS_AT_ONCE = 100;
/** A start has other things to do first. */
const FIRST_AFTER_MS = 5 * 60_000;
/** What one heartbeat spends on it; the rest follows at the next. */
const BUDGET_MS = 100;

/** How many rows went, by kind; kinds of which none went are absent. */
export type Removed = Readonly<Record<string, number>>;

interface PruneDeps {
  store: Pick<Store, "retention" | "underLock">;
  retention: RetentionOptions;
  now: Clock;
}

interface Batch {
  kind: string;
  removed: number;
}

/** Removes what the retention says, batch by batch: whoever iterates decides when the next one is due. */
async function* pruneInBatches(deps: PruneDeps): AsyncGenerator<Batch> {
  const { store, retention, now } = deps;
  const limits = { unmatchedBefore: ago(now(), retention.items), matchedBefore: ago(now(), retention.matched) };
  yield* pruneItems(deps, limits, "items");
  yield* untilDone("sketches", (limit) => store.retention.removeSketches(now() - STORY_WINDOW_MS, limit));
  const { ledger, polls } = retention;
  if (ledger !== null) yield* pruneLedger(deps, now() - ledger);
  if (polls !== null) {
    yield* untilDone("polls", (limit) => store.retention.removePolls(now() - polls, limit));
    yield* untilDone("documents", (limit) => store.retention.removeDocuments(now() - polls, limit));
  }
  yield* pruneToSize(deps);
}

function ago(now: number, keptMs: number | null): number | null {
  return keptMs === null ? null : now - keptMs;
}

async function* pruneItems({ store }: PruneDeps, limits: ItemLimits, kind: string): AsyncGenerator<Batch> {
  let after: ItemPosition | null = null;
  do {
    const from: ItemPosition | null = after;
    const { removed, next }: ItemsRemoved = await store.underLock("decide", (queries) =>
      queries.retention.removeItems(limits, from, ITEMS_AT_ONCE),
    );
    yield { kind, removed };
    after = next;
  } while (after !== null);
}

async function* pruneLedger({ store }: PruneDeps, before: number): AsyncGenerator<Batch> {
  const { retention } = store;
  yield* untilDone("deliveries", (limit) => retention.removeDeliveries(before, limit));
  yield* untilDone("decisions", (limit) => retention.removeDecisions(before, limit));
  yield* untilDone("editions", (limit) => retention.removeEditions(before, limit));
  yield* untilDone("incidents", (limit) => retention.removeIncidents(before, limit));
  yield* untilDone("silences", (limit) => retention.removeSilences(before, limit));
  yield* untilDone("claims", (limit) => retention.removeClaims(before, limit));
  yield* untilDone("configurations", (limit) => retention.removeConfigs(before, limit));
}

async function* untilDone(kind: string, remove: (limit: number) => Promise<number>): AsyncGenerator<Batch> {
  let removed: number;
  do {
    removed = await remove(ROWS_AT_ONCE);
    yield { kind, removed };
  } while (removed === ROWS_AT_ONCE);
}

/** Beyond its size the file loses its oldest unmatched items, but never the last day's, which stories join. */
async function* pruneToSize(deps: PruneDeps): AsyncGenerator<Batch> {
  const { store, retention, now } = deps;
  const limits = { unmatchedBefore: now() - DAY_MS, matchedBefore: null };
  const used = await store.retention.usedBytes();
  if (used === null || used <= retention.size) return;
  for await (const batch of pruneItems(deps, limits, "items beyond the size")) {
    yield batch;
    const left = await store.retention.usedBytes();
    if (left === null || left <= retention.size) return;
  }
}

/** Removes everything the retention says, leaving the event loop and the store to others between batches. */
export async function pruneStore(deps: PruneDeps): Promise<Removed> {
  const removed: Record<string, number> = {};
  for await (const batch of pruneInBatches(deps)) {
    count(removed, batch);
    await nextTurn();
  }
  return removed;
}

function count(removed: Record<string, number>, { kind, removed: rows }: Batch): void {
  if (rows > 0) removed[kind] = (removed[kind] ?? 0) + rows;
}

/**
 * Pruning as the heartbeat does it: once an hour, a tenth of a second at each beat until nothing is left to remove.
 */
export function createPruning(deps: PruneDeps & { events: Pick<Events, "storePruned"> }): () => Promise<void> {
  const { events, now } = deps;
  let dueAt = now() + FIRST_AFTER_MS;
  let current: { batches: AsyncGenerator<Batch>; removed: Record<string, number>; startedAt: number } | null = null;

  return async function prune(): Promise<void> {
    if (current === null && now() < dueAt) return;
    current ??= { batches: pruneInBatches(deps), removed: {}, startedAt: now() };
    const { batches, removed, startedAt } = current;
    // A batch that fails ends the generator; the next hour begins anew.
    current = null;
    dueAt = now() + HOUR_MS;
    const beatEndsAt = now() + BUDGET_MS;
    for (let step = await batches.next(); step.done !== true; step = await batches.next()) {
      count(removed, step.value);
      if (now() >= beatEndsAt) {
        current = { batches, removed, startedAt };
        return;
      }
      await nextTurn();
    }
    events.storePruned({ removed, durationMs: now() - startedAt });
  };
}
