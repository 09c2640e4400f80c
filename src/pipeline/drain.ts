import type { Clock } from "../core/clock.ts";
import type { Channel } from "../notify/channel.ts";
import type { RateOptions } from "../notify/options.ts";
import type { Queue } from "../queue/queue.ts";
import type { Lease } from "../store/operation-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Plan } from "./plan.ts";

export interface DeliverJobDeps {
  store: Store;
  plan: () => Plan;
  channels: ReadonlyMap<string, Channel>;
  /** A channel without one sends as fast as it can. */
  rates: ReadonlyMap<string, RateOptions>;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "delivered" | "incident">;
  now: Clock;
  /** From then on no further message is begun; the one under way has its time. Absent: who drains ends by itself. */
  ending?: AbortSignal;
}

/** One run through a channel's due messages, under its lease. */
export interface Drain extends DeliverJobDeps {
  channel: Channel;
  lease: Lease;
}
