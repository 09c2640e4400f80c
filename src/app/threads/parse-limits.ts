import type { ParseFailureKind } from "../../poll/parse/parsed-feed.ts";
import type { TaskEnd, WorkerLimits } from "./worker-slot.ts";

/** What reading one document, feed or page, may take. */
export const PARSE_LIMITS: WorkerLimits = { taskTimeoutMs: 10_000, cpuMs: 2000, heapMb: 200 };

type GivenUp = Extract<TaskEnd, { kind: "failed" }>["reason"];

/** What a task that was ended by force is called. */
export const GIVEN_UP = {
  timeout: "out-of-time",
  "out-of-cpu": "out-of-cpu",
  "out-of-memory": "out-of-memory",
  error: "parse",
} as const satisfies Record<GivenUp, ParseFailureKind>;
