import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pruneStore } from "../src/pipeline/prune.ts";
import { RetentionOptions } from "../src/store/options.ts";
import { openStore } from "../src/store/open-store.ts";
import { createLogger } from "../src/telemetry/logger.ts";
import { feed, matchedText, readItem } from "../test/support/store/store-builders.ts";
import { printHeader, printTable } from "./support/report.ts";
import { startTurnMeter } from "./support/turn-meter.ts";

/** What the main thread waits for while thousands of long items are removed from a SQLite store. */

const ITEMS = 3000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 20);
const BODY = "text ".repeat(1000);

printHeader("Pruning: the longest turn while items go", "npm run bench:prune", 0);
const folder = mkdtempSync(join(tmpdir(), "wirewatch-bench-"));
const url = `sqlite:${join(folder, "bench.db")}`;
const store = await openStore({ url, sync: "normal", migrate: true, now: () => NOW, log: createLogger("silent") });
await store.feeds.sync([feed("long")], () => 0);
const reads = Array.from({ length: ITEMS }, (_, at) => readItem(`long-${at}`, { body: BODY }));
const { added } = await store.items.addRead("long", reads, NOW - 100 * DAY);
for (const id of added) await store.items.markAllMatched([matchedText(id, 1)]);

const from = performance.now();
const meter = startTurnMeter(() => {});
const retention = RetentionOptions.parse({ items: "90d" });
const removed = await pruneStore({ store, retention, now: () => NOW });
const { cpuMs, wallMs, over50 } = meter.end();
const seconds = (performance.now() - from) / 1000;
await store.close();
rmSync(folder, { recursive: true, force: true });
printTable(
  ["items removed", "longest turn, CPU ms", "wall ms", "turns over 50 ms", "s"],
  [[String(removed["items"] ?? 0), cpuMs.toFixed(0), wallMs.toFixed(0), String(over50), seconds.toFixed(1)]],
);
