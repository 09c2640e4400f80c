import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import type { PollsHandedOut } from "../pipeline/hand-out-polls.ts";
import type { Plan } from "../pipeline/plan.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Logger } from "../telemetry/logger.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { makePlan } from "./make-plan.ts";
import type { Role } from "./roles.ts";
import { BEAT_MS } from "./start-cron.ts";

export interface DaemonOptions {
  config: Config;
  roles: readonly Role[];
  env: NodeJS.ProcessEnv;
  log: Logger;
  /** `once`: every feed is due at once and no heartbeat runs; the caller beats. */
  mode: "service" | "once";
}

export interface StartOptions extends DaemonOptions {
  /** What the configuration was read from, as `LoadedConfig` has it. */
  sources: readonly string[];
}

/** What outlives a configuration. */
export interface Lasting {
  store: Store;
  queue: Queue;
  events: Events;
  metrics: Metrics;
  now: Clock;
  /** Of the process, epoch milliseconds. */
  startedAt: number;
  /** Whether the store's path still leads to the file that is open, as `watchStoreFile` answers it. */
  isStoreThere: () => Promise<boolean>;
}

/** What the parts of the program share that work by one configuration. */
export interface Parts extends Lasting {
  options: DaemonOptions;
  plan: () => Plan;
  polls: PollsHandedOut;
}

export function makeParts(lasting: Lasting, options: DaemonOptions): Parts {
  const { config, mode } = options;
  const plan = makePlan(config);
  const polls = { perHost: config.fetch.per_host.in_flight, aheadMs: mode === "service" ? BEAT_MS : 0 };
  return { ...lasting, options, plan: () => plan, polls };
}
