import type { ReadItem } from "../../core/vocabulary.ts";
import { copyBytes } from "../../poll/fetch/byte-pieces.ts";
import type { ParsedItem, ParseInput, ParseOutcome } from "../../poll/parse/parsed-feed.ts";
import type { ReadOutcome } from "../../poll/parse/read-document.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";
import { GIVEN_UP, PARSE_LIMITS } from "./parse-limits.ts";
import type { ParsePart, ParseTask } from "./parse-task.ts";
import { WorkerPool } from "./worker-pool.ts";
import type { TaskEnd, WorkerLimits } from "./worker-slot.ts";

/**
 * Reads documents in worker threads; no call rejects, and a document that takes more than ten seconds, two seconds of
 * processor time or 200 MB is given up.
 */
export interface ParsePool {
  /** The document as the feed has it, for a person to look at. */
  parse: (input: ParseInput) => Promise<ParseOutcome>;
  /** The document's items as plain text, for storing and matching. */
  read: (input: ParseInput, context: ReadContext) => Promise<ReadOutcome>;
  /** The same with half of every limit and a thread apart, for feeds whose documents were given up before. */
  readWarily: (input: ParseInput, context: ReadContext) => Promise<ReadOutcome>;
  close: () => Promise<void>;
}

interface Collected {
  outcome: ParseOutcome;
  parsed: ParsedItem[];
  read: ReadItem[];
}

type Pool = WorkerPool<ParseTask, ParsePart>;

function outcomeOf(end: TaskEnd, outcome: ParseOutcome | null): ParseOutcome {
  if (end.kind === "failed")
    return { kind: "failed", failure: { kind: GIVEN_UP[end.reason], message: `Reading the document: ${end.message}` } };
  return outcome ?? { kind: "failed", failure: { kind: "parse", message: "The parse thread gave no answer." } };
}

function halved({ taskTimeoutMs, cpuMs, heapMb }: WorkerLimits): WorkerLimits {
  return { taskTimeoutMs: taskTimeoutMs / 2, cpuMs: cpuMs / 2, heapMb: heapMb / 2 };
}

/** A copy of the document goes to the thread: moving the caller's own bytes would take them away from it. */
async function collect(pool: Pool, input: ParseInput, context: ReadContext | null): Promise<Collected> {
  const bytes = await copyBytes(input.bytes);
  const parsed: ParsedItem[] = [];
  const read: ReadItem[] = [];
  let outcome: ParseOutcome | null = null;
  const end = await pool.run({
    task: { input: { ...input, bytes }, context },
    transfer: [bytes.buffer],
    onPart: (part) => {
      outcome ??= part.outcome;
      parsed.push(...part.parsed);
      read.push(...part.read);
    },
  });
  return { outcome: outcomeOf(end, outcome), parsed, read };
}

async function readIn(pool: Pool, input: ParseInput, context: ReadContext): Promise<ReadOutcome> {
  const { outcome, read } = await collect(pool, input, context);
  return outcome.kind === "feed" ? { ...outcome, items: read } : outcome;
}

/** Starts threads when they are first needed; `limits` are for tests. */
export function createParsePool({
  threads,
  limits = PARSE_LIMITS,
}: {
  threads: number;
  limits?: WorkerLimits;
}): ParsePool {
  const script = new URL("parse-worker.ts", import.meta.url);
  const pool: Pool = new WorkerPool({ script, threads, ...limits });
  const wary: Pool = new WorkerPool({ script, threads: 1, ...halved(limits) });

  return {
    async parse(input) {
      const { outcome, parsed } = await collect(pool, input, null);
      return outcome.kind === "feed" ? { ...outcome, items: parsed } : outcome;
    },
    read: (input, context) => readIn(pool, input, context),
    readWarily: (input, context) => readIn(wary, input, context),
    async close() {
      await Promise.all([pool.close(), wary.close()]);
    },
  };
}
