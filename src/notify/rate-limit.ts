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

export function fullBucket(rate: RateOptions, now: number): TokenBucket {
  return { rate, tokens: rate.burst, at: now };
}

/** Takes one token or says when there will be one. Pure; a clock that goes back adds nothing. */
export function takeToken({ rate, tokens, at }: TokenBucket, now: number): TokenAnswer {
  const gained = rate.every === 0 ? rate.burst : Math.max(0, now - at) / rate.every;
  const available = Math.min(rate.burst, tokens + gained);
  if (available >= 1) return { kind: "allowed", bucket: { rate, tokens: available - 1, at: now } };
  const untilAt = now + Math.ceil((1 - available) * rate.every);
  return { kind: "wait", untilAt, bucket: { rate, tokens: available, at: now } };
}
