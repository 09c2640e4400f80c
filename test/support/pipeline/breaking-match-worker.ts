import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { MatchReply, MatchRequest } from "../../../src/app/threads/match-messages.ts";

/**
 * A match thread that hangs on an item `hangs` (its id or title), ends on an item `always`, and on an item `once` the
 * first time (its body names the file that remembers).
 */

function breaksOn({ id, body }: { id: string; body: string }): boolean {
  if (id !== "once") return id === "always";
  const isFirst = !existsSync(body);
  writeFileSync(body, "");
  return isFirst;
}

function answer(request: MatchRequest): MatchReply | null {
  if (request.kind === "portion") return null;
  if (request.kind === "prepare") return { id: request.id, kind: "prepared" };
  if (request.kind !== "match") return { id: request.id, kind: "swapped" };
  while (request.items.some(({ id, title }) => id === "hangs" || title === "hangs"));
  if (request.items.some((item) => breaksOn(item))) process.exit(1);
  const answers = request.items.map(({ id }) => ({ itemId: id, answers: [], people: [], cutBytes: 0 }));
  return { id: request.id, kind: "matched", answers };
}

/** As the real thread does, it answers about items only after its first rules. */
const first = Promise.withResolvers<void>();

async function receive(request: MatchRequest): Promise<void> {
  if (request.kind === "match") await first.promise;
  const reply = answer(request);
  if (reply !== null) parentPort?.postMessage(reply);
  if (request.kind === "start") first.resolve();
}

parentPort?.on("message", (request: MatchRequest) => void receive(request));
