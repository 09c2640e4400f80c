import * as z from "zod";
import { newId } from "../core/ids.ts";
import type { Outgoing, SendOutcome } from "../notify/channel.ts";
import type { Job, Queue } from "../queue/queue.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import { asError, beginAttempt, composeOutgoing, NotEditableError } from "./compose-outgoing.ts";
import type { DeliverJobDeps, Drain } from "./drain.ts";
import { gatherBacklog } from "./gather-backlog.ts";
import { decideTurn, type TokenBucket } from "../notify/rate-limit.ts";
import { guardSending } from "./guard-sending.ts";
import { endUnanswered, findArrived } from "./reconcile-unanswered.ts";
import { settleAttempt } from "./settle-attempt.ts";
import { retellOrphans } from "./telling/retell-orphans.ts";

const JobData = z.object({ channel: z.string() });
/** Renewed while a drain goes on; what a killed process held is free again after this long. */
const LEASE_MS = 15_000;
const BATCH = 20;
/** A fault of our own is the same at every try; these few only let a passing one pass. */
const FAULTY_TRIES = 5;
const FAULT = "internal-error";

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
      while (state.again && !isOver(deps, signal)) {
        state.again = false;
        await drainUnderLease(deps, channelId, signal);
      }
    } finally {
      draining.delete(channelId);
    }
  };
}

function isOver({ ending }: DeliverJobDeps, signal: AbortSignal): boolean {
  return signal.aborted || ending?.aborted === true;
}

async function drainUnderLease(deps: DeliverJobDeps, channelId: string, signal: AbortSignal): Promise<void> {
  const channel = deps.channels.get(channelId);
  if (channel === undefined) return;
  const owner = newId("own", deps.now());
  const lease = await deps.store.leases.acquire(`channel:${channelId}`, owner, LEASE_MS);
  if (lease === undefined) return;
  const lost = new AbortController();
  let renewal: Promise<void> = Promise.resolve();
  const renewing = setInterval(() => {
    renewal = deps.store.leases.acquire(lease.name, owner, LEASE_MS).then(
      (renewed) => (renewed === undefined ? lost.abort(new Error(`lease of channel ${channelId} lost`)) : undefined),
      (error: unknown) => lost.abort(error),
    );
  }, LEASE_MS / 3);
  const until = AbortSignal.any([signal, lost.signal]);
  let end: BatchEnd = "more";
  try {
    await endUnanswered(deps.store, channelId, deps.now());
    await gatherBacklog({ ...deps, channel, lease });
    while (!isOver(deps, until) && end === "more") end = await sendBatch({ ...deps, channel, lease }, until);
  } finally {
    clearInterval(renewing);
    // A renewal that overtakes the release would leave the channel to nobody until it expires.
    await renewal;
    await deps.store.leases.release(lease);
  }
}

/** `done`: nothing is due any more, or nothing may go now. */
type BatchEnd = "more" | "done";

async function sendBatch(drain: Drain, signal: AbortSignal): Promise<BatchEnd> {
  await retellOrphans(drain);
  const due = await drain.store.deliveries.listDue(drain.channel.id, drain.now(), BATCH);
  for (const delivery of due) {
    const turn = isOver(drain, signal) ? undefined : await findTurn(drain);
    if (turn === undefined) return "done";
    if ((await sendOne(drain, delivery, turn, signal)) === "channel-waits") return "done";
  }
  return due.length === 0 ? "done" : "more";
}

/** A message may go now; its cost is paid when it does, and there is none where the channel has no rate. */
interface Turn {
  cost: TokenBucket | null;
}

/** Undefined: none may go now; if the rate is used up, the channel is drained again when one may. */
async function findTurn({ store, channel, rates, queue, now }: Drain): Promise<Turn | undefined> {
  const used = await store.rates.get(channel.id);
  const rate = rates.get(channel.id);
  const turn = decideTurn(used, rate, now());
  if (turn.kind === "allowed") return { cost: turn.bucket };
  // Named by its time, else it would be taken for the job that runs now. The end of a pause is the sweep's business.
  if (turn.kind === "wait") await enqueueDrain(queue, channel.id, `rate-${turn.untilAt}`, turn.untilAt - now());
  return undefined;
}

/** Sends one message; `channel-waits`: none may be sent on the channel for now. */
async function sendOne(
  drain: Drain,
  delivery: DeliveryRow,
  { cost }: Turn,
  signal: AbortSignal,
): Promise<"next" | "channel-waits"> {
  const arrived = await findEarlier(drain, delivery, signal);
  if (arrived === undefined) {
    if ((await guardSending(drain, delivery, signal)) === "not-now") return "next";
    if (cost !== null) await drain.store.rates.put(drain.channel.id, cost);
  }
  const startedAt = drain.now();
  const attemptId = await beginAttempt(drain, delivery, startedAt);
  if (attemptId === undefined) return "next";
  const outgoing = await composeOutgoing(drain, delivery);
  const outcome = arrived === undefined ? await trySend(drain, delivery, outgoing, signal) : found(arrived);
  const next = await settleAttempt(drain, { delivery, attemptId, outcome, confirmed: arrived !== undefined });
  const finishedAt = drain.now();
  const lagMs = outgoing instanceof Error ? null : lagOf(outgoing, finishedAt);
  drain.events.delivered({
    deliveryId: delivery.id,
    channelId: drain.channel.id,
    outcome: outcome.kind,
    reason: outcome.kind === "sent" ? null : outcome.reason,
    detail: outcome.kind === "sent" ? null : outcome.detail,
    attempt: delivery.attempts + 1,
    durationMs: finishedAt - startedAt,
    lagMs: outcome.kind === "sent" ? lagMs : null,
  });
  return outcome.kind !== "sent" && outcome.scope === "channel" && next.status === "pending" ? "channel-waits" : "next";
}

/** The provider's name of a message that an earlier attempt brought there, though no answer said so. */
async function findEarlier(drain: Drain, delivery: DeliveryRow, signal: AbortSignal): Promise<string | undefined> {
  if (delivery.attempts === 0) return undefined;
  const outgoing = await composeOutgoing(drain, delivery);
  return outgoing instanceof Error ? undefined : findArrived(drain, delivery, outgoing, signal);
}

/** A message that cannot be written or sent for a fault of ours ends as an outcome: it must not stop those behind it. */
async function trySend(
  { store, channel }: Drain,
  { id }: DeliveryRow,
  outgoing: Outgoing | Error,
  signal: AbortSignal,
): Promise<SendOutcome> {
  async function fault(error: Error, ambiguous: boolean): Promise<SendOutcome> {
    const attempts = await store.deliveries.listAttempts(id);
    return faultOutcome(error, attempts.filter(({ reason }) => reason === FAULT).length, ambiguous);
  }
  if (outgoing instanceof NotEditableError)
    return { kind: "rejected", reason: "message-gone", detail: outgoing.message, scope: "message", recipients: [] };
  if (outgoing instanceof Error) return fault(outgoing, false);
  try {
    const outcome = await channel.send(outgoing, signal);
    const isGone = outcome.kind === "rejected" && outcome.reason === "message-gone";
    // Held alerts are told even where somebody deleted the post whose thread they belong into.
    return isGone && outgoing.message.kind === "roundup"
      ? await channel.send({ ...outgoing, place: { kind: "new" } }, signal)
      : outcome;
  } catch (error) {
    return fault(asError(error), true);
  }
}

/**
 * @param faults how many there were before; outages between them do not count
 * @param ambiguous whether the message may have left all the same
 */
function faultOutcome({ message }: Error, faults: number, ambiguous: boolean): SendOutcome {
  const detail = `this message cannot be written: ${message}; report it, other messages are not affected`;
  const fault = { reason: FAULT, detail, scope: "message", recipients: [] } as const;
  if (faults + 1 >= FAULTY_TRIES) return { kind: "rejected", ...fault };
  return { kind: "retry", ...fault, retryAfterMs: null, ambiguous };
}

function found(ref: string): SendOutcome {
  return { kind: "sent", ref, recipients: [] };
}

/** Of an alert; what an edit adds was seen at another time. */
function lagOf({ message, place }: Outgoing, at: number): number | null {
  return message.kind === "alert" && place.kind === "new" ? at - message.story.firstSeenAt : null;
}
