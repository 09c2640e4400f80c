import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { HANDED_OVER, portionsOf } from "../../core/portions.ts";
import { RuleSetError } from "../../match/engine/compile/rule-set-error.ts";
import type { ItemAnswer } from "../../match/match-answer.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";
import { START_ID, type MatchReply, type MatchRequest } from "./match-messages.ts";
import { splitRules } from "./rule-portions.ts";
import { YOUNG_HEAP_MB } from "./young-heap.ts";

/** The match engine in its own thread. */
export interface MatchEngine {
  /** Answers in the order of the items. @throws MatchWorkerError when the thread broke twice on the same items */
  match(items: readonly MatchItem[]): Promise<readonly ItemAnswer[]>;
  /** Compiles new rules beside the old ones, which go on answering. @throws RuleSetError */
  prepare(rules: RuleSet): Promise<PreparedRules>;
  close(): Promise<void>;
}

/** Rules that wait to take the place of those that work. */
export interface PreparedRules {
  /**
   * Who is asked after this has resolved answers with the new rules, who was answered before did with the old ones.
   * @throws RuleSetError or MatchWorkerError, and the old rules keep working
   */
  swap(): Promise<void>;
}

/** The match thread ended while it worked, also after a restart. */
class MatchWorkerError extends Error {
  override readonly name = "MatchWorkerError";
}

const MAX_TRIES = 2;

/** A thread that answers nothing for this long hangs, ms. */
interface Silence {
  /** While it is asked about items. */
  matching: number;
  /** While it compiles rules: very many take seconds. */
  compiling: number;
}

const SILENCE_MS: Silence = { matching: 15_000, compiling: 60_000 };

/** What the thread is asked; rules go to it in portions. */
type RulesSent = { id: number; kind: "start" | "prepare"; rules: RuleSet };
type Question = (MatchRequest & { kind: "match" | "swap" }) | RulesSent;

interface Pending {
  request: Question;
  tries: number;
  resolve: (reply: MatchReply) => void;
  reject: (error: Error) => void;
}

function lengthOf({ title, summary, body }: MatchItem): number {
  return title.length + summary.length + body.length;
}

/** Sends rules a portion at a time: copying very many at once would hold the main thread. */
async function sendRules(worker: Worker, { id, kind, rules }: RulesSent): Promise<void> {
  for (const portion of splitRules(rules)) {
    worker.postMessage({ id, kind: "portion", portion } satisfies MatchRequest);
    await nextTurn();
  }
  worker.postMessage({ id, kind } satisfies MatchRequest);
}

class MatchThread implements MatchEngine {
  #rules: RuleSet;
  readonly #script: URL;
  /** Null after it broke while idle: the next request starts it. */
  #worker: Worker | null;
  #isClosed = false;
  #lastId = START_ID;
  readonly #pending = new Map<number, Pending>();
  readonly #silenceMs: Silence;
  /** Whether the thread has compiled its first rules: it answers nobody before. */
  #hasRules = false;
  #watchdog: NodeJS.Timeout | undefined;
  /** Rules are sent one set after the other, so that their portions do not mix. */
  #sent: Promise<void> = Promise.resolve();

  constructor(rules: RuleSet, { script, silenceMs }: { script: URL; silenceMs: Silence }) {
    this.#rules = rules;
    this.#script = script;
    this.#silenceMs = silenceMs;
    this.#worker = null;
  }

  /** Resolves when the rules are compiled. */
  async ready(): Promise<void> {
    const reply = this.#ask({ id: START_ID, kind: "start", rules: this.#rules });
    this.#worker = this.#start();
    await reply;
  }

  async match(items: readonly MatchItem[]): Promise<readonly ItemAnswer[]> {
    const answers: ItemAnswer[] = [];
    for (const portion of portionsOf(items, HANDED_OVER, lengthOf)) {
      const reply = await this.#send({ id: 0, kind: "match", items: portion });
      if (reply.kind === "matched") answers.push(...reply.answers);
    }
    return answers;
  }

  async prepare(rules: RuleSet): Promise<PreparedRules> {
    await this.#send({ id: 0, kind: "prepare", rules });
    return {
      swap: async () => {
        await this.#send({ id: 0, kind: "swap" });
        this.#rules = rules;
      },
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#watchdog);
    await this.#worker?.terminate();
  }

  async #send(unnumbered: Question): Promise<MatchReply> {
    if (this.#isClosed) throw new MatchWorkerError("the match engine is closed");
    this.#lastId += 1;
    const request = { ...unnumbered, id: this.#lastId };
    const reply = this.#ask(request);
    this.#worker ??= this.#start();
    this.#post(this.#worker, request);
    return reply;
  }

  #post(worker: Worker, request: Question): void {
    if (request.kind === "match" || request.kind === "swap") worker.postMessage(request);
    else this.#sent = this.#sent.then(async () => sendRules(worker, request));
  }

  async #ask(request: Question): Promise<MatchReply> {
    const { promise, resolve, reject } = Promise.withResolvers<MatchReply>();
    this.#pending.set(request.id, { request, tries: 1, resolve, reject });
    if (this.#head()?.request === request) this.#watch();
    return promise;
  }

  /** The request that the thread works on: while it compiles it answers about items, in their order. */
  #head(): Pending | undefined {
    const pending = [...this.#pending.values()];
    return (this.#hasRules ? pending.find(({ request }) => request.kind === "match") : undefined) ?? pending[0];
  }

  /** Ends a thread that is silent: the request it works on is given up, those behind it are asked again. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    const head = this.#head();
    if (head === undefined || this.#isClosed) return;
    const isMatching = this.#hasRules && head.request.kind === "match";
    this.#watchdog = setTimeout(
      () => {
        head.tries = MAX_TRIES;
        void this.#worker?.terminate();
      },
      isMatching ? this.#silenceMs.matching : this.#silenceMs.compiling,
    );
  }

  #start(): Worker {
    const worker = new Worker(this.#script, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    let cause: unknown = null;
    worker.on("message", (reply: MatchReply) => this.#receive(reply));
    worker.on("error", (error) => (cause = error));
    worker.on("exit", () => this.#restart(cause));
    this.#post(worker, { id: START_ID, kind: "start", rules: this.#rules });
    return worker;
  }

  #receive(reply: MatchReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.id === START_ID) this.#hasRules = true;
    this.#watch();
    if (reply.kind !== "failed") pending?.resolve(reply);
    else if (reply.problems.length > 0) pending?.reject(new RuleSetError(reply.problems));
    else pending?.reject(new MatchWorkerError(`matching failed: ${reply.message}`));
  }

  /** A broken thread is started anew and asked again; what it worked on when it broke twice fails. */
  #restart(cause: unknown): void {
    const broken = this.#head();
    this.#hasRules = false;
    for (const [id, pending] of this.#pending) {
      const message = this.#isClosed
        ? "the match engine was closed before it answered"
        : "the match worker hung on these items or ended on them twice";
      if (this.#isClosed || pending.tries >= MAX_TRIES) {
        this.#pending.delete(id);
        pending.reject(new MatchWorkerError(message, { cause }));
      }
    }
    this.#worker = this.#isClosed || this.#pending.size === 0 ? null : this.#start();
    if (broken !== undefined) broken.tries += 1;
    for (const pending of this.#pending.values()) {
      if (pending.request.id !== START_ID && this.#worker !== null) this.#post(this.#worker, pending.request);
    }
    this.#watch();
  }
}

/**
 * Starts the match thread.
 * @param thread the program of the thread, and how long it may be silent; a test may give one that breaks or hangs
 * @throws RuleSetError for rules that `checkRuleSet` refuses
 */
export async function createMatchEngine(
  rules: RuleSet,
  { script = new URL("match-worker.ts", import.meta.url), silenceMs = SILENCE_MS } = {},
): Promise<MatchEngine> {
  const thread = new MatchThread(rules, { script, silenceMs });
  try {
    await thread.ready();
    return thread;
  } catch (error) {
    await thread.close();
    throw error;
  }
}
