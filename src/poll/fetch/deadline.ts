/** A signal that aborts after a time or with its parent. */
export interface Deadline {
  signal: AbortSignal;
  /** Stops the clock; answers what is left of the time, in ms, at least 0. */
  end(): number;
}

/** `AbortSignal.any` with a timeout would do, but costs more than the rest of a quiet poll and outlives it. */
export function startDeadline(ms: number, parent: AbortSignal, reason: () => Error): Deadline {
  const startedAt = performance.now();
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(reason());
  }, ms);
  function follow(): void {
    controller.abort(parent.reason);
  }
  if (parent.aborted) follow();
  else parent.addEventListener("abort", follow);

  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      parent.removeEventListener("abort", follow);
      return Math.max(0, ms - (performance.now() - startedAt));
    },
  };
}
