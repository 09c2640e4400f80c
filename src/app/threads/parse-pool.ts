import type { ReadItem } from "../../core/vocabulary.ts";
import type { ParsedItem, ParseFailureKind, ParseInput, ParseOutcome } from "../../poll/parse/parsed-feed.ts";
import type { ReadOutcome } from "../../poll/parse/read-document.ts";
import type { ReadContext } from "../../poll/parse/to-read-items.ts";
import type { ParsePart, ParseTask } from "./parse-task.ts";
import { WorkerPool } from "./worker-pool.ts";
import type { TaskEnd } from "./worker-slot.ts";

const TASK_TIMEOUT_MS = 10_000;
const HEAP_MB = 200;

/** Reads documents in worker threads; no call rejects and no document ties up a thread for more than ten seconds. */
export interface ParsePool {
  /** The document as the feed has it, for a person to look at. */
  parse: (input: ParseInput) => Promise<ParseOutcome>;
  /** The document's items as plain text, for storing and matching. */
  read: (input: ParseInput, context: ReadContext) => Promise<ReadOutcome>;
  close: () => Promise<void>;
}

interface Collected {
  outcome: ParseOutcome;
  parsed: ParsedItem[];
  read: ReadItem[];
}

const FAILURES: Readonly<Record<"timeout" | "out-of-memory" | "error", ParseFailureKind>> = {
  timeout: "timeout",
  "out-of-memory": "out-of-memory",
  error: "parse",
};

function outcomeOf(end: TaskEnd, outcome: ParseOutcome | null): ParseOutcome {
  if (end.kind === "failed")
    return { kind: "failed", failure: { kind: FAILURES[end.reason], message: `Reading the document: ${end.message}` } };
  return outcome ?? { kind: "failed", failure: { kind: "parse", message: "The parse thread gave no answer." } };
}

/** Starts threads when they are first needed; `limits` are for tests. */
export function createParsePool({
  threads,
  limits = { taskTimeoutMs: TASK_TIMEOUT_MS, heapMb: HEAP_MB },
}: {
  threads: number;
  limits?: { taskTimeoutMs: number; heapMb: number };
}): ParsePool {
  // The compiled form of this file has a compiled worker beside it.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  const script = new URL(`./parse-worker${extension}`, import.meta.url);
  const pool = new WorkerPool<ParseTask, ParsePart>({ script, threads, ...limits });

  async function collect(input: ParseInput, context: ReadContext | null): Promise<Collected> {
    // A copy, because moving the caller's own bytes would take them away from it.
    const bytes = new Uint8Array(input.bytes);
    const parsed: ParsedItem[] = [];
    const read: ReadItem[] = [];
    let outcome: ParseOutcome | null = null;
    const end = await pool.run({
      task: { input: { ...input, bytes }, context },
      transfer: [bytes.buffer],
      onPart: (part) => {
        if (part.kind === "outcome") ({ outcome } = part);
        else if (part.kind === "parsed") parsed.push(...part.items);
        else read.push(...part.items);
      },
    });
    return { outcome: outcomeOf(end, outcome), parsed, read };
  }

  return {
    async parse(input) {
      const { outcome, parsed } = await collect(input, null);
      return outcome.kind === "feed" ? { ...outcome, items: parsed } : outcome;
    },
    async read(input, context) {
      const { outcome, read } = await collect(input, context);
      return outcome.kind === "feed" ? { ...outcome, items: read } : outcome;
    },
    async close() {
      await pool.close();
    },
  };
}
