export interface ManualTime {
  now: () => number;
  /** Runs `run` once the time has been moved by `ms`; the answer cancels it. */
  setTimer: (run: () => void, ms: number) => () => void;
  /** Moves the time, running the timers that fall due on the way, and lets promises settle. */
  advance: (ms: number) => Promise<void>;
  /** Timers that wait. */
  pending: () => number;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A clock with timers that only move when told to. */
export function manualTime(start: number): ManualTime {
  let time = start;
  const timers = new Set<{ at: number; run: () => void }>();

  function nextDue(until: number): { at: number; run: () => void } | undefined {
    const due = [...timers].filter(({ at }) => at <= until);
    return due.toSorted((a, b) => a.at - b.at)[0];
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
