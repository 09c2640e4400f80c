import { phaseOf } from "../phase.ts";
import { DAY_MS, MINUTE_MS } from "../../core/time.ts";

/** What is asked for; hubs give what they like. */
export const ASKED_LEASE_MS = 10 * DAY_MS;
/** A hub that names no lease is asked again soon, as is one that names a very long one. */
const UNNAMED_LEASE_MS = DAY_MS;
const LEASE_MS = { shortest: 5 * MINUTE_MS, longest: 30 * DAY_MS } as const;
/** Renewed when so much of the lease is over, and up to a tenth more: each subscription at its own place. */
const RENEW_AFTER = 0.8;
const RENEW_SPREAD = 0.1;
const FIRST_RETRY_MS = 5 * MINUTE_MS;
/** A request may be confirmed this long; hubs take their time, and repeat what they think was lost. */
const CONFIRMABLE_MS = DAY_MS;
/** So many requests in vain, and another hub of the feed is tried. */
const REQUESTS_IN_VAIN = 6;
/** So many requests to end a subscription; then its lease will. */
const FAREWELLS = 4;

/** How a subscription stands. Instants in epoch milliseconds. */
export interface Subscription {
  id: string;
  /**
   * `pending`: to be asked for, or not confirmed yet; `active`: confirmed, for as long as its lease; `denied`: the
   * hub does not want it; `leaving`: nobody wants it any more, and the hub is to be told.
   */
  state: "pending" | "active" | "denied" | "leaving";
  /** Our last request; null: none since the state began. */
  askedAt: number | null;
  /** Requests since the hub last confirmed. */
  attempts: number;
  nextAt: number;
  leaseUntil: number | null;
  /** The last push that was signed; null: none, or one has been missed since. */
  pushedAt: number | null;
  /** What went wrong last; null: nothing. */
  detail: string | null;
}

export type SubscriptionEvent =
  /** A request is about to leave: committed before it does, since a hub may confirm before it answers. */
  | { kind: "asked" }
  /** The request failed; `isRefused`: asking again soon would be no use. */
  | { kind: "failed"; detail: string; isRefused: boolean }
  /** The hub asked whether we meant it. `leaseMs` null: it named no lease. */
  | { kind: "confirmed"; leaseMs: number | null }
  | { kind: "denied"; reason: string }
  | { kind: "pushed" }
  /** A poll found something new that no push had announced. */
  | { kind: "missed" }
  | { kind: "unwanted" };

/** The subscription after the event. Pure: the same input gives the same subscription. */
export function advance<T extends Subscription>(subscription: T, event: SubscriptionEvent, now: number): T {
  return { ...subscription, ...changeBy(subscription, event, now) };
}

function changeBy(subscription: Subscription, event: SubscriptionEvent, now: number): Partial<Subscription> {
  switch (event.kind) {
    case "asked": {
      const attempts = subscription.attempts + 1;
      const detail = attempts === 1 ? null : (subscription.detail ?? NOT_CALLED);
      const asked = { attempts, askedAt: now, nextAt: now + backoff(attempts), detail };
      return isExpired(subscription, now) ? { ...asked, ...UNCONFIRMED } : asked;
    }
    case "failed":
      return afterFailure(subscription, event, now);
    case "confirmed":
      return afterConfirmation(subscription.id, event.leaseMs, now);
    case "denied":
      return { ...denied(subscription.id, now), detail: event.reason };
    case "pushed":
      return { pushedAt: now };
    case "missed":
      return { pushedAt: null };
    case "unwanted":
      return { state: "leaving", askedAt: null, attempts: 0, nextAt: now, pushedAt: null };
  }
}

const NOT_CALLED = "the hub took the request and did not call back: is http.public_url reachable from outside?";
const UNCONFIRMED = { state: "pending", leaseUntil: null, pushedAt: null } as const;

function denied(id: string, now: number): Partial<Subscription> {
  const nextAt = now + Math.round(DAY_MS * (1 + phaseOf(id) / 10));
  return { state: "denied", askedAt: null, attempts: 0, nextAt, leaseUntil: null, pushedAt: null };
}

/** A refused renewal leaves what the hub has given: the lease ends it. */
function afterFailure(
  { id, state, attempts }: Subscription,
  { detail, isRefused }: { detail: string; isRefused: boolean },
  now: number,
): Partial<Subscription> {
  // It was confirmed before the hub's answer failed.
  if (attempts === 0) return {};
  if (!isRefused || state === "leaving") return { detail };
  return state === "active" ? { detail, nextAt: now + DAY_MS } : { ...denied(id, now), detail };
}

function afterConfirmation(id: string, leaseMs: number | null, now: number): Partial<Subscription> {
  const lease = Math.min(Math.max(leaseMs ?? UNNAMED_LEASE_MS, LEASE_MS.shortest), LEASE_MS.longest);
  const nextAt = now + Math.round(lease * (RENEW_AFTER + RENEW_SPREAD * phaseOf(id)));
  return { state: "active", attempts: 0, nextAt, leaseUntil: now + lease, detail: null };
}

function backoff(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), DAY_MS);
}

function isExpired({ state, leaseUntil }: Subscription, now: number): boolean {
  return state === "active" && leaseUntil !== null && leaseUntil <= now;
}

/** The state as a person is told of it: an active one may be about to be renewed, or be over. */
export function describeState(subscription: Subscription, now: number): Subscription["state"] | "renewing" | "expired" {
  if (isExpired(subscription, now)) return "expired";
  return subscription.state === "active" && subscription.attempts > 0 ? "renewing" : subscription.state;
}

/** What is to be done about a subscription that is due. */
export type Step =
  | { kind: "ask"; mode: "subscribe" | "unsubscribe" }
  /** By a new one, with the feed's next hub and a secret of its own. */
  | { kind: "replace" }
  | { kind: "remove" };

export function nextStep({ state, attempts, leaseUntil }: Subscription, now: number): Step {
  switch (state) {
    case "leaving": {
      const isOver = attempts >= FAREWELLS || (leaseUntil ?? 0) <= now;
      return isOver ? { kind: "remove" } : { kind: "ask", mode: "unsubscribe" };
    }
    case "denied":
      return { kind: "replace" };
    case "pending":
      return attempts >= REQUESTS_IN_VAIN ? { kind: "replace" } : { kind: "ask", mode: "subscribe" };
    case "active":
      return { kind: "ask", mode: "subscribe" };
  }
}

/** Whether a hub that asks if we meant it is told yes: only after a request of ours, of that kind. */
export function isConfirmable({ state, askedAt }: Subscription, mode: string, now: number): boolean {
  if (askedAt === null || now - askedAt > CONFIRMABLE_MS) return false;
  if (mode === "subscribe") return state === "pending" || state === "active";
  return mode === "unsubscribe" && state === "leaving";
}

/** Whether pushes tell of what is new, so that polls need not look often: the lease runs, and the last news was pushed. */
export function isProven({ state, leaseUntil, pushedAt }: Subscription, now: number): boolean {
  return state === "active" && leaseUntil !== null && leaseUntil > now && pushedAt !== null;
}
