import { parentPort } from "node:worker_threads";
import type { MatchRequest } from "../../../src/app/threads/match-messages.ts";

await import("../../../src/app/threads/match-worker.ts");

/** The real match thread, which ends on an item `ends`. */
parentPort?.on("message", (request: MatchRequest) => {
  if (request.kind === "match" && request.items.some(({ id }) => id === "ends")) process.exit(1);
});
