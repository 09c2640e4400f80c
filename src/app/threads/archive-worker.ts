import { parentPort, workerData } from "node:worker_threads";
import type { Feed } from "../../core/vocabulary.ts";
import { createEngine } from "../../match/engine/create-engine.ts";
import type { RuleSet } from "../../match/rule-set.ts";
import { scanArchive, type ArchivePortion, type ArchiveRange } from "../../pipeline/inspect/scan-archive.ts";
import { openStore } from "../../store/open-store.ts";
import type { StoreSync } from "../../store/options.ts";
import { createAppLogger } from "../create-app-logger.ts";

/** What an archive thread is started with. */
export interface ArchiveTask {
  store: { url: string; sync: StoreSync };
  rules: RuleSet;
  feeds: readonly Feed[];
  range: ArchiveRange;
}

/** What it says: a portion, or null at the end. An error ends the thread. */
export type ArchiveMessage = ArchivePortion | null;

const { store: options, rules, feeds, range }: ArchiveTask = workerData;
const engine = createEngine(rules);
const log = createAppLogger({ WIREWATCH_LOG_LEVEL: "error" });
const store = await openStore({ ...options, migrate: false, now: Date.now, log });
const byId = new Map(feeds.map((feed) => [feed.id, feed]));
const portions = scanArchive({ items: store.items, match: (item) => engine.match(item), feeds: byId }, range);
for await (const portion of portions) say(portion);
await store.close();
say(null);

function say(message: ArchiveMessage): void {
  parentPort?.postMessage(message);
}
