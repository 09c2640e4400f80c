import type { Clock } from "../../core/clock.ts";

/** Leave to ask a host, to be given back; or no leave, because the host asked for a longer pause. */
export type Turn = { kind: "entered"; leave: () => void } | { kind: "closed"; untilAt: number };

export interface HostLineOptions {
  inFlight: number;
  /** From the start and from the end of a request to the start of the next. */
  gapMs: number;
  /** Pauses up to this long are waited for; longer ones answer `closed`. */
  patienceMs: number;
  now: Clock;
  /** Runs `run` after `ms`; the answer cancels it. */
  setTimer: (run: () => void, ms: number) => () => void;
}

/** Those who wait to ask one host, first come first served. */
export interface HostLine {
  enter(signal: AbortSignal): Promise<Turn>;
  pause(untilAt: number): void;
  /** Nobody asks or waits, and gap and pause are over: nothing would be lost with this line. */
  isIdle(): boolean;
}

export function createHostLine({ inFlight, gapMs, patienceMs, now, setTimer }: HostLineOptions): HostLine {
  const waiting = new Set<(turn: Turn) => void>();
  let active = 0;
  let freeAt = 0;
  let closedUntil = 0;
  let cancelTimer: (() => void) | null = null;

  function isClosed(): boolean {
    return closedUntil - now() > patienceMs;
  }

  function leave(): void {
    active -= 1;
    freeAt = now() + gapMs;
    letIn();
  }

  /** Lets in whom there is room for; where time is what is missing, comes back when it has passed. */
  function letIn(): void {
    cancelTimer?.();
    cancelTimer = null;
    for (const admit of waiting) {
      if (active >= inFlight) return;
      const waitMs = Math.max(freeAt, closedUntil) - now();
      if (waitMs > 0) {
        cancelTimer = setTimer(letIn, waitMs);
        return;
      }
      waiting.delete(admit);
      active += 1;
      freeAt = now() + gapMs;
      admit({ kind: "entered", leave });
    }
  }

  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (isClosed()) return { kind: "closed", untilAt: closedUntil };
      const { promise, resolve, reject } = Promise.withResolvers<Turn>();
      function giveUp(): void {
        waiting.delete(resolve);
        letIn();
        reject(signal.reason);
      }
      signal.addEventListener("abort", giveUp);
      waiting.add(resolve);
      letIn();
      try {
        return await promise;
      } finally {
        signal.removeEventListener("abort", giveUp);
      }
    },
    pause(untilAt) {
      closedUntil = Math.max(closedUntil, untilAt);
      if (isClosed()) {
        for (const admit of waiting) admit({ kind: "closed", untilAt: closedUntil });
        waiting.clear();
      }
      letIn();
    },
    isIdle: () => active === 0 && waiting.size === 0 && Math.max(freeAt, closedUntil) <= now(),
  };
}
