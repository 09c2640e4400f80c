import type { WatchExplanation } from "../../match/explain/explain-watch.ts";
import type { MatchItem, RuleSet } from "../../match/rule-set.ts";
import { rulesOfWatch } from "../../match/rules-of-watch.ts";
import type { ExplainPart, ExplainTask } from "./explain-task.ts";
import { WorkerSlot, type WorkerLimits } from "./worker-slot.ts";

/** Long lists of persons take seconds to compile. */
const LIMITS: WorkerLimits = { taskTimeoutMs: 60_000, cpuMs: 30_000, heapMb: 1024 };

/** `explainWatch` for each of the watches, in a thread of its own, which ends with it. */
export async function explainInThread(
  rules: RuleSet,
  watchIds: readonly string[],
  item: MatchItem,
): Promise<readonly WatchExplanation[]> {
  const slot = new WorkerSlot<ExplainTask, ExplainPart>(new URL("explain-worker.ts", import.meta.url), LIMITS);
  const explained: WatchExplanation[] = [];
  try {
    for (const watchId of watchIds) {
      const end = await slot.run({
        task: { rules: rulesOfWatch(rules, watchId).rules, watchId, item },
        transfer: [],
        onPart: (part) => {
          if (part !== null) explained.push(part);
        },
      });
      if (end.kind === "failed") throw new Error(`explaining ${watchId} failed: ${end.message}`);
    }
    return explained;
  } finally {
    await slot.close();
  }
}
