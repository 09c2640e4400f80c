import type { Clock } from "../core/clock.ts";
import type { Channel } from "../notify/channel.ts";
import type { Queue } from "../queue/queue.ts";
import type { Lease } from "../store/operation-rows.ts";
import type { Store } from "../store/store.ts";
import type { Events } from "../telemetry/events.ts";
import type { Plan } from "./plan.ts";

/** When a channel may send: its configured rate, as asked right before each message. */
export interface ChannelRate {
  /** Takes a token, or says when the next one is there (epoch ms). */
  take(now: number): { kind: "allowed" } | { kind: "wait"; untilAt: number };
}

export interface DeliverJobDeps {
  store: Store;
  plan: () => Plan;
  channels: ReadonlyMap<string, Channel>;
  rates: ReadonlyMap<string, ChannelRate>;
  queue: Pick<Queue, "enqueue">;
  events: Pick<Events, "delivered" | "incident">;
  now: Clock;
}

/** One run through a channel's due messages, under its lease. */
export interface Drain extends DeliverJobDeps {
  channel: Channel;
  lease: Lease;
}
