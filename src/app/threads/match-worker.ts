import { parentPort } from "node:worker_threads";
import { finishInTurns } from "../../core/steps.ts";
import { compileEngine, type Engine } from "../../match/engine/create-engine.ts";
import { findChanges } from "../../match/engine/compile/rule-changes.ts";
import { RuleSetError } from "../../match/engine/compile/rule-set-error.ts";
import type { RuleSet } from "../../match/rule-set.ts";
import type { MatchReply, MatchRequest } from "./match-messages.ts";
import { RuleCollector } from "./rule-portions.ts";

/**
 * The thread that owns the compiled rules. While it compiles new ones it goes on answering with the old ones, a piece
 * of work and an answer by turns. Before its first rules it holds the items back.
 */

/** An edit is one piece of work, in which no item is answered: more changed watches than this compile anew, in turns. */
const MOST_EDITS = 100;

let current: { rules: RuleSet; engine: Engine } | null = null;
let collector = new RuleCollector();
/** Rules wait for those before them, and items for the first rules, whether they compile or not. */
let compiled: Promise<void> = Promise.resolve();
const first = Promise.withResolvers<void>();

function failed(id: number, error: unknown): MatchReply {
  const message = error instanceof Error ? error.message : String(error);
  return { id, kind: "failed", message, problems: error instanceof RuleSetError ? error.problems : [] };
}

/** Only a rule set that compiles takes the place of the one that works. */
async function replace(rules: RuleSet): Promise<void> {
  const changes = current === null || current.engine.isWorn ? null : findChanges(current.rules, rules);
  if (current !== null && changes !== null && changes.put.length <= MOST_EDITS) {
    current.engine.edit(changes);
    current.rules = rules;
  } else current = { rules, engine: await finishInTurns(compileEngine(rules)) };
}

async function replaceAndTell(id: number, rules: RuleSet): Promise<void> {
  try {
    await replace(rules);
    parentPort?.postMessage({ id, kind: "replaced" } satisfies MatchReply);
  } catch (error) {
    parentPort?.postMessage(failed(id, error));
  }
  first.resolve();
}

function match({ id, items }: MatchRequest & { kind: "match" }): MatchReply {
  try {
    const engine = current?.engine;
    if (engine === undefined) throw new Error("the match thread has no rules");
    return { id, kind: "matched", answers: items.map((item) => engine.match(item)) };
  } catch (error) {
    return failed(id, error);
  }
}

async function receive(request: MatchRequest): Promise<void> {
  switch (request.kind) {
    case "portion":
      collector.add(request.portion);
      return;
    case "replace": {
      const rules = collector.rules();
      const before = compiled;
      collector = new RuleCollector();
      compiled = before.then(async () => replaceAndTell(request.id, rules));
      return;
    }
    case "match":
      if (current === null) await first.promise;
      parentPort?.postMessage(match(request));
  }
}

parentPort?.on("message", (request: MatchRequest) => void receive(request));
