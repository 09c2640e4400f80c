export interface ManualTime {
  now: () => number;
  /** Runs `run` once the time has been moved by `ms`; the answer cancels it. */
  setTimer: (run: () => void, ms: number) => () => void;
  /** Moves the time, running the timers that fall due on the way, and lets promises settle. */
  advance: (ms: number) => Promise<void>;
  /** Timers that wait. */
  pending: () => number;
}

interface Timer {
  at: number;
  run: () => void;
}

function settlePromises(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * A clock with timers that only move when told to.
 * @param settle waits until everything has ended that happens at one instant
 */
export function manualTime(start: number, settle: () => Promise<void> = settlePromises): ManualTime {
  let time = start;
  const timers = new Set<Timer>();

  /** Of those that are due at one instant, the one that was set first. */
  function nextDue(until: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of timers) if (timer.at <= until && timer.at < (next?.at ?? Infinity)) next = timer;
    return next;
  }

  return {
    now: () => time,
    setTimer(run, ms) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    async advance(ms) {
      const until = time + ms;
      await settle();
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        time = timer.at;
        timers.delete(timer);
        timer.run();
        await settle();
      }
      time = until;
    },
    pending: () => timers.size,
  };
}
