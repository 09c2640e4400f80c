import type { SendOutcome } from "../notify/channel.ts";
import { planNextStep } from "../notify/retry-policy.ts";
import type { AttemptEnd, DeliveryRow } from "../store/delivery-rows.ts";
import { triedSince } from "./delivery-acts.ts";
import type { Drain } from "./drain.ts";
import { aboutIncident, incidentChanged } from "./incident-changed.ts";
import { tellOperators } from "./tell-operators.ts";
import { tellUndelivered } from "./tell-undelivered.ts";

/** A channel that has not sent a message for this long is down; one that was refused is at once, since only a person can help. */
export const DOWN_AFTER_MS = 5 * 60_000;

interface Attempted {
  delivery: DeliveryRow;
  attemptId: string;
  outcome: SendOutcome;
  /** Found at the provider instead of sent again. */
  confirmed: boolean;
}

/**
 * Writes how an attempt ended: sent, tried again later, or failed for good; opens and closes the channel's incident,
 * and tells operators about what needs them. Returns what became of the delivery.
 */
export async function settleAttempt(drain: Drain, attempted: Attempted): Promise<AttemptEnd["delivery"]> {
  const { store } = drain;
  const { delivery, attemptId } = attempted;
  const finishedAt = drain.now();
  const tries = await triesOf(drain, delivery, finishedAt);
  const { outcome, next } = endOf(attempted, nextOf(attempted.outcome, tries, finishedAt), finishedAt);
  const end: AttemptEnd = {
    attemptId,
    finishedAt,
    outcome: attemptOutcome(attempted),
    reason: outcome.kind === "sent" ? null : outcome.reason,
    detail: outcome.kind === "sent" ? null : outcome.detail,
    delivery: next,
    recipients: outcome.recipients,
  };
  if (isUndelivered({ delivery, outcome, next }))
    // One transaction: who dies behind it has told operators what will never arrive.
    await store.underLock("incidents", async (queries) => {
      await queries.deliveries.endAttempt(end);
      const telling = { queries, plan: drain.plan(), now: drain.now() };
      await tellUndelivered(telling, delivery, { outcome, failed: next.status === "failed" });
    });
  else await store.deliveries.endAttempt(end);
  if (outcome.kind === "sent") {
    await closeIncident(drain);
    return next;
  }
  if (outcome.scope === "channel" && next.status === "pending") {
    await store.deliveries.postpone(delivery.channelId, next.dueAt);
    await store.rates.pause(delivery.channelId, next.dueAt);
    const failsFor = finishedAt - tries.firstAt;
    if (outcome.kind === "rejected" || failsFor > DOWN_AFTER_MS) await openIncident(drain, outcome.detail);
  }
  return next;
}

interface Settled extends Pick<Attempted, "delivery" | "outcome"> {
  next: AttemptEnd["delivery"];
}

/**
 * Whether somebody will never get it. A notice about a notice that failed would fail the same way, for ever; it stays in
 * the ledger and in the log. That somebody deleted the message of an edit is no trouble at all.
 */
function isUndelivered({ delivery, outcome, next }: Settled): boolean {
  if (delivery.kind === "notice") return false;
  if (outcome.kind !== "sent" && next.status === "failed") return outcome.reason !== "message-gone";
  return outcome.recipients.some(({ kind }) => kind === "rejected");
}

/** An attempt that may have arrived although no answer came is `unconfirmed`: the channel is asked before the next. */
function attemptOutcome({ outcome, confirmed }: Attempted): AttemptEnd["outcome"] {
  if (confirmed) return "confirmed";
  return outcome.kind === "retry" && outcome.ambiguous ? "unconfirmed" : outcome.kind;
}

/** A message that others have is sent when the rest of its recipients are given up: they have refused it. */
function endOf(
  { delivery, outcome }: Attempted,
  next: AttemptEnd["delivery"],
  now: number,
): Pick<Settled, "outcome" | "next"> {
  const isKnown = outcome.recipients.length > 0;
  const others = delivery.done.length > 0 || outcome.recipients.some(({ kind }) => kind === "accepted");
  if (next.status !== "failed" || !others || !isKnown) return { outcome, next };
  const { reason } = next;
  const recipients = outcome.recipients.map((one) =>
    one.kind === "retry" ? { ...one, kind: "rejected" as const, detail: `${reason}: ${one.detail}` } : one,
  );
  return { outcome: { ...outcome, recipients }, next: { status: "sent", sentAt: now, ref: null } };
}

/** A provider that asked to wait did answer, and a process that died says nothing about it: neither is a failure. */
const NO_FAILURE: ReadonlySet<string | null> = new Set(["rate-limited", "no-answer"]);

/** Attempts of a delivery since it may go; the one that is just ending included. */
interface Tries {
  /** When the first began, epoch milliseconds: while nobody ran, no channel failed. */
  firstAt: number;
  /** How often it failed in a row. */
  failures: number;
}

async function triesOf({ store }: Drain, delivery: DeliveryRow, now: number): Promise<Tries> {
  if (delivery.attempts === 0) return { firstAt: now, failures: 1 };
  const since = triedSince(delivery);
  const tries = (await store.deliveries.listAttempts(delivery.id)).filter(({ startedAt }) => startedAt >= since);
  const ended = tries.filter(({ outcome }) => outcome !== null);
  const failures = ended.length - ended.findLastIndex(({ reason }) => NO_FAILURE.has(reason));
  return { firstAt: tries[0]?.startedAt ?? now, failures };
}

function nextOf(outcome: SendOutcome, { firstAt, failures }: Tries, now: number): AttemptEnd["delivery"] {
  if (outcome.kind === "sent") return { status: "sent", sentAt: now, ref: outcome.ref };
  const step = planNextStep({ outcome, failures, firstAt, now });
  return step.kind === "again" ? { status: "pending", dueAt: step.dueAt } : { status: "failed", reason: step.reason };
}

async function openIncident(drain: Drain, cause: string): Promise<void> {
  const { channel, store } = drain;
  const now = drain.now();
  await store.underLock("incidents", async (queries) => {
    const opened = await queries.incidents.open({ kind: "channel-down", subject: channel.id, cause, openedAt: now });
    if (opened === undefined) return;
    await tellOperators({ queries, plan: drain.plan(), now }, aboutIncident(opened, "opened"), {
      kind: "notice",
      level: "page",
      title: `Channel ${channel.id} is down`,
      lines: [cause],
      remedy: "Nothing is lost: its messages wait and are sent when it works again.",
    });
    drain.events.incident(incidentChanged(opened, "opened", true));
  });
}

async function closeIncident(drain: Drain): Promise<void> {
  const { channel, store } = drain;
  const open = await store.incidents.listOpen();
  if (!open.some((incident) => incident.kind === "channel-down" && incident.subject === channel.id)) return;
  const now = drain.now();
  await store.underLock("incidents", async (queries) => {
    const closed = await queries.incidents.close("channel-down", channel.id, now);
    if (closed === undefined) return;
    const minutes = Math.max(1, Math.round((now - closed.openedAt) / 60_000));
    await tellOperators({ queries, plan: drain.plan(), now }, aboutIncident(closed, "closed"), {
      kind: "notice",
      level: "page",
      title: `Channel ${channel.id} works again`,
      lines: [`It was down for ${minutes} min: ${closed.cause}`],
      remedy: null,
    });
    drain.events.incident(incidentChanged(closed, "closed", true));
  });
}
