import { parentPort, workerData } from "node:worker_threads";
import type { Feed } from "../../core/vocabulary.ts";
import { createEngine } from "../../match/engine/create-engine.ts";
import { createNearMatcher } from "../../match/explain/near-miss.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";
import {
  scanArchive,
  type ArchiveAnswer,
  type ArchivePortion,
  type ArchiveRange,
} from "../../pipeline/inspect/scan-archive.ts";
import { openStore } from "../../store/open-store.ts";
import type { StoreSync } from "../../store/options.ts";
import { createAppLogger } from "../create-app-logger.ts";

/** What an archive thread is started with. */
export interface ArchiveTask {
  store: { url: string; sync: StoreSync };
  rules: RuleSet;
  feeds: readonly Feed[];
  range: ArchiveRange;
  /** The watch whose near misses are wanted, which is then asked alone; null: none. */
  nearMissesOf: string | null;
}

/** What it says: a portion, or null at the end. An error ends the thread. */
export type ArchiveMessage = ArchivePortion | null;

const { store: options, rules, feeds, range, nearMissesOf }: ArchiveTask = workerData;
const match = createMatch();
const log = createAppLogger({ WIREWATCH_LOG_LEVEL: "error" });
const store = await openStore({ ...options, migrate: false, now: Date.now, log });
const byId = new Map(feeds.map((feed) => [feed.id, feed]));
const portions = scanArchive({ items: store.items, match, feeds: byId }, range);
for await (const portion of portions) say(portion);
await store.close();
say(null);

function createMatch(): (item: MatchItem) => ArchiveAnswer {
  if (nearMissesOf === null) {
    const engine = createEngine(rules);
    return (item) => ({ answers: engine.match(item).answers, nearMiss: null });
  }
  const near = createNearMatcher(rules, nearMissesOf);
  return (item) => {
    const { answer, nearMiss } = near(item);
    return { answers: answer.answers, nearMiss };
  };
}

function say(message: ArchiveMessage): void {
  parentPort?.postMessage(message);
}
