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
/** Makes the rules that were prepared last those that work. */
let prepared: (() => void) | null = null;
let collector = new RuleCollector();
/** Rules wait for those before them, and items for the first rules, whether they compile or not. */
let compiled: Promise<void> = Promise.resolve();
const first = Promise.withResolvers<void>();

function failed(id: number, error: unknown): MatchReply {
  const message = error instanceof Error ? error.message : String(error);
  return { id, kind: "failed", message, problems: error instanceof RuleSetError ? error.problems : [] };
}

/** Only a rule set that compiles can take the place of the one that works; a few changed watches are compiled by the swap. */
async function prepare(rules: RuleSet): Promise<() => void> {
  const working = current;
  const changes = working === null || working.engine.isWorn ? null : findChanges(working.rules, rules);
  if (working !== null && changes !== null && changes.put.length <= MOST_EDITS)
    return () => {
      working.engine.edit(changes);
      working.rules = rules;
    };
  const engine = await finishInTurns(compileEngine(rules));
  return () => {
    current = { rules, engine };
  };
}

function swap(): void {
  if (prepared === null) throw new Error("the match thread was started anew after the rules were prepared");
  prepared();
  prepared = null;
}

async function start(rules: RuleSet): Promise<void> {
  try {
    prepared = await prepare(rules);
    swap();
  } finally {
    first.resolve();
  }
}

/** Rules come one after the other. */
function answer(id: number, kind: "prepared" | "swapped", work: () => unknown): void {
  const before = compiled;
  async function workAndTell(): Promise<void> {
    await before;
    try {
      await work();
      parentPort?.postMessage({ id, kind } satisfies MatchReply);
    } catch (error) {
      parentPort?.postMessage(failed(id, error));
    }
  }
  compiled = workAndTell();
}

function collected(): RuleSet {
  const rules = collector.rules();
  collector = new RuleCollector();
  return rules;
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
    case "start": {
      const rules = collected();
      return answer(request.id, "swapped", () => start(rules));
    }
    case "prepare": {
      const rules = collected();
      return answer(request.id, "prepared", async () => {
        prepared = await prepare(rules);
      });
    }
    case "swap":
      return answer(request.id, "swapped", swap);
    case "match":
      if (current === null) await first.promise;
      parentPort?.postMessage(match(request));
  }
}

parentPort?.on("message", (request: MatchRequest) => void receive(request));
