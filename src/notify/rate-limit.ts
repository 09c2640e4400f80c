import type { RateOptions } from "./options.ts";

/** A token bucket: `burst` messages at once, one more every `every` milliseconds. Plain data, to be kept between calls. */
export interface TokenBucket {
  readonly rate: RateOptions;
  readonly tokens: number;
  /** When `tokens` was right, epoch milliseconds. */
  readonly at: number;
}

export type TokenAnswer =
  | { kind: "allowed"; bucket: TokenBucket }
  | { kind: "wait"; untilAt: number; bucket: TokenBucket };

/** What the store knows of a channel's rate. */
interface Used {
  /** Null: nothing was sent yet. */
  tokens: number | null;
  at: number;
  /** The provider wants nothing before that. */
  notBefore: number;
}

/** `wait`: for our own rate; `paused`: the provider wants to be left alone. */
type Turn = { kind: "allowed"; bucket: TokenBucket | null } | { kind: "wait"; untilAt: number } | { kind: "paused" };

/**
 * Whether a channel may send one message now. Pure.
 * @param used undefined: never sent
 * @param rate undefined: no limit of our own; then no bucket is kept
 */
export function decideTurn(used: Used | undefined, rate: RateOptions | undefined, now: number): Turn {
  if (used !== undefined && used.notBefore > now) return { kind: "paused" };
  if (rate === undefined) return { kind: "allowed", bucket: null };
  const isNew = used === undefined || used.tokens === null;
  const bucket = isNew ? fullBucket(rate, now) : { rate, tokens: used.tokens ?? 0, at: used.at };
  const answer = takeToken(bucket, now);
  return answer.kind === "allowed" ? answer : { kind: "wait", untilAt: answer.untilAt };
}

export function fullBucket(rate: RateOptions, now: number): TokenBucket {
  return { rate, tokens: rate.burst, at: now };
}

/** Clocks of processes that share a channel may differ by so much; more is a clock that was set back. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Takes one token or says when there will be one. Pure; a clock that goes back adds nothing, neither then nor when
 * another process's clock goes on.
 */
export function takeToken({ rate, tokens, at }: TokenBucket, now: number): TokenAnswer {
  const gained = rate.every === 0 ? rate.burst : Math.max(0, now - at) / rate.every;
  const available = Math.min(rate.burst, tokens + gained);
  const next = at > now && at - now <= CLOCK_SKEW_MS ? at : now;
  if (available >= 1) return { kind: "allowed", bucket: { rate, tokens: available - 1, at: next } };
  const untilAt = next + Math.ceil((1 - available) * rate.every);
  return { kind: "wait", untilAt, bucket: { rate, tokens: available, at: next } };
}
