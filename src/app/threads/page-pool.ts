import { copyBytes } from "../../poll/fetch/byte-pieces.ts";
import type { ArticleOutcome } from "../../poll/page/page-outcome.ts";
import { GIVEN_UP, PARSE_LIMITS } from "./parse-limits.ts";
import type { PagePart, PageTask } from "./page-task.ts";
import { WorkerPool } from "./worker-pool.ts";
import type { TaskEnd, WorkerLimits } from "./worker-slot.ts";

/**
 * Reads pages and robots.txt in a thread of their own with the limits of feeds, so that no page keeps a feed waiting;
 * no call rejects.
 */
export interface PagePool {
  readArticle: (bytes: Uint8Array, contentType: string | null) => Promise<ArticleOutcome>;
  /** Null: the file took more than the limits. */
  isAllowedByRobots: (robots: Uint8Array, url: string) => Promise<boolean | null>;
  close: () => Promise<void>;
}

function failed(end: TaskEnd): ArticleOutcome {
  if (end.kind === "done")
    return { kind: "failed", failure: { kind: "parse", message: "The page thread gave no answer." } };
  return { kind: "failed", failure: { kind: GIVEN_UP[end.reason], message: `Reading the page: ${end.message}` } };
}

/** Starts its thread when it is first needed; `limits` are for tests. */
export function createPagePool({ limits = PARSE_LIMITS }: { limits?: WorkerLimits } = {}): PagePool {
  const script = new URL("page-worker.ts", import.meta.url);
  const pool = new WorkerPool<PageTask, PagePart>({ script, threads: 1, ...limits });

  /** A copy of the bytes goes to the thread: moving the caller's own would take them away from it. */
  async function run(task: PageTask): Promise<{ end: TaskEnd; part: PagePart | null }> {
    const bytes = await copyBytes(task.bytes);
    let part: PagePart | null = null;
    const end = await pool.run({
      task: { ...task, bytes },
      transfer: [bytes.buffer],
      onPart: (given) => {
        part = given;
      },
    });
    return { end, part };
  }

  return {
    async readArticle(bytes, contentType) {
      const { end, part } = await run({ kind: "article", bytes, contentType });
      return end.kind === "done" && part?.kind === "article" ? part.outcome : failed(end);
    },
    async isAllowedByRobots(robots, url) {
      const { end, part } = await run({ kind: "robots", bytes: robots, url });
      return end.kind === "done" && part?.kind === "robots" ? part.isAllowed : null;
    },
    close: () => pool.close(),
  };
}
