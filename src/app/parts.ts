import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import type { PollsHandedOut } from "../pipeline/hand-out-polls.ts";
import type { Plan } from "../pipeline/plan.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Role } from "./roles.ts";

export interface DaemonOptions {
  config: Config;
  roles: readonly Role[];
  env: NodeJS.ProcessEnv;
  log: Logger;
  /** `once`: every feed is due at once and no heartbeat runs; the caller beats. */
  mode: "service" | "once";
}

/** What the parts of the program share. */
export interface Parts {
  options: DaemonOptions;
  store: Store;
  queue: Queue;
  plan: () => Plan;
  events: Events;
  metrics: Metrics;
  now: Clock;
  /** Epoch milliseconds. */
  startedAt: number;
  polls: PollsHandedOut;
}
