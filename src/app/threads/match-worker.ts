import { parentPort, workerData } from "node:worker_threads";
import { createEngine, type Engine } from "../../match/engine/create-engine.ts";
import { RuleSetError } from "../../match/engine/rule-set-error.ts";
import type { RuleSet } from "../../match/rule-set.ts";
import { START_ID, type MatchReply, type MatchRequest } from "./match-messages.ts";

/** The thread that owns the compiled rules: it answers one request at a time, in order. */

let engine: Engine | null = null;

function answer(request: MatchRequest): MatchReply {
  const { id } = request;
  if (request.kind === "replace") {
    // Only a rule set that compiles takes the place of the one that works.
    engine = createEngine(request.rules);
    return { id, kind: "replaced" };
  }
  const current = engine;
  if (current === null) throw new Error("the match worker has no rules");
  return { id, kind: "matched", answers: request.items.map((item) => current.match(item)) };
}

function answerOrFail(request: MatchRequest): MatchReply {
  try {
    return answer(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: request.id, kind: "failed", message, problems: error instanceof RuleSetError ? error.problems : [] };
  }
}

const { rules }: { rules: RuleSet } = workerData;
parentPort?.postMessage(answerOrFail({ id: START_ID, kind: "replace", rules }));
parentPort?.on("message", (request: MatchRequest) => parentPort?.postMessage(answerOrFail(request)));
