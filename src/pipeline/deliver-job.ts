import * as z from "zod";
import { newId } from "../core/ids.ts";
import type { SendOutcome } from "../notify/channel.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { DeliveryRow } from "../store/rows.ts";
import { buildMessage } from "./build-message.ts";
import type { DeliverJobDeps, Drain } from "./drain.ts";
import { endUnanswered, findArrived } from "./reconcile-unanswered.ts";
import { settleAttempt } from "./settle-attempt.ts";

const JobData = z.object({ channel: z.string() });
/** Renewed while a drain goes on; what a killed process held is free again after this long. */
const LEASE_MS = 15_000;
const BATCH = 20;

/** Asks for a channel to be drained; `cause` keeps the job apart from one that is just ending. */
export function enqueueDrain(
  queue: Pick<Queue, "enqueue">,
  channelId: string,
  cause: string,
  delayMs = 0,
): Promise<void> {
  return queue.enqueue("deliver", { id: `deliver-${channelId}-${cause}`, data: { channel: channelId } }, { delayMs });
}

/**
 * Handles one deliver job: drains a channel in order, one message at a time, under the channel's lease. A job that
 * arrives while this process drains the channel makes it look once more; one that meets another process's lease
 * leaves the work to it and to the sweep.
 */
export function createDeliverJob(deps: DeliverJobDeps) {
  const draining = new Map<string, { again: boolean }>();

  return async function deliverChannel(job: Job, signal: AbortSignal): Promise<void> {
    const { channel: channelId } = JobData.parse(job.data);
    const running = draining.get(channelId);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const state = { again: true };
    draining.set(channelId, state);
    try {
      while (state.again && !signal.aborted) {
        state.again = false;
        await drainUnderLease(deps, channelId, signal);
      }
    } finally {
      draining.delete(channelId);
    }
  };
}

async function drainUnderLease(deps: DeliverJobDeps, channelId: string, signal: AbortSignal): Promise<void> {
  const channel = deps.channels.get(channelId);
  if (channel === undefined) return;
  const owner = newId("own", deps.now());
  const lease = await deps.store.leases.acquire(`channel:${channelId}`, owner, LEASE_MS);
  if (lease === undefined) return;
  const lost = new AbortController();
  const renewing = setInterval(() => {
    deps.store.leases.acquire(lease.name, owner, LEASE_MS).then(
      (renewed) => (renewed === undefined ? lost.abort(new Error(`lease of channel ${channelId} lost`)) : undefined),
      (error: unknown) => lost.abort(error),
    );
  }, LEASE_MS / 3);
  const until = AbortSignal.any([signal, lost.signal]);
  try {
    await endUnanswered(deps.store, channelId, deps.now());
    while (!until.aborted && (await sendBatch({ ...deps, channel, lease }, until)) === "more");
  } finally {
    clearInterval(renewing);
    await deps.store.leases.release(lease);
  }
}

async function sendBatch(drain: Drain, signal: AbortSignal): Promise<"more" | "done"> {
  const due = await drain.store.deliveries.listDue(drain.channel.id, drain.now(), BATCH);
  for (const delivery of due) {
    if (signal.aborted) return "done";
    const permission = drain.rates.get(drain.channel.id)?.take(drain.now());
    if (permission?.kind === "wait") {
      await enqueueDrain(drain.queue, drain.channel.id, "rate", permission.untilAt - drain.now());
      return "done";
    }
    const outcome = await sendOne(drain, delivery, signal);
    if (outcome.kind !== "sent" && outcome.scope === "channel") return "done";
  }
  return due.length === 0 ? "done" : "more";
}

async function sendOne(drain: Drain, delivery: DeliveryRow, signal: AbortSignal): Promise<SendOutcome> {
  const { store, channel } = drain;
  const message = await buildMessage(store, drain.plan(), delivery);
  const { key, recipient, done, createdAt } = delivery;
  const outgoing = { message, key, recipient, done, createdAt };
  const arrived = await findArrived(drain, delivery, outgoing, signal);
  const startedAt = drain.now();
  const attemptId = await store.deliveries.beginAttempt(delivery.id, drain.lease, startedAt);
  const outcome: SendOutcome =
    arrived === undefined ? await channel.send(outgoing, signal) : { kind: "sent", ref: arrived, recipients: [] };
  await settleAttempt(drain, { delivery, attemptId, outcome, confirmed: arrived !== undefined });
  const finishedAt = drain.now();
  drain.events.delivered({
    deliveryId: delivery.id,
    channelId: channel.id,
    outcome: outcome.kind,
    reason: outcome.kind === "sent" ? null : outcome.reason,
    detail: outcome.kind === "sent" ? null : outcome.detail,
    attempt: delivery.attempts + 1,
    durationMs: finishedAt - startedAt,
    lagMs: outcome.kind === "sent" && message.kind === "alert" ? finishedAt - message.story.firstSeenAt : null,
  });
  return outcome;
}
