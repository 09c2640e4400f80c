import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { MatchReply, MatchRequest } from "../../src/app/threads/match-messages.ts";

/** A match thread that hangs on an item `hangs`, ends on an item `always`, and on an item `once` the first time (its body names the file that remembers). */

function breaksOn({ id, body }: { id: string; body: string }): boolean {
  if (id !== "once") return id === "always";
  const isFirst = !existsSync(body);
  writeFileSync(body, "");
  return isFirst;
}

function answer(request: MatchRequest): MatchReply | null {
  if (request.kind === "portion") return null;
  if (request.kind === "replace") return { id: request.id, kind: "replaced" };
  while (request.items.some(({ id }) => id === "hangs"));
  if (request.items.some((item) => breaksOn(item))) process.exit(1);
  const answers = request.items.map(({ id }) => ({ itemId: id, answers: [], people: [], cutBytes: 0 }));
  return { id: request.id, kind: "matched", answers };
}

parentPort?.on("message", (request: MatchRequest) => {
  const reply = answer(request);
  if (reply !== null) parentPort?.postMessage(reply);
});
