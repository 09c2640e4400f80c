/**
 * Does a piece of work for all who ask, one after the other. Who asks while it is done is served by the next time, together
 * with everybody else who asked meanwhile: that one begins after they asked.
 */
export function joinCalls<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<T> | null = null;

  async function workAfter(before: Promise<unknown>): Promise<T> {
    await before.catch(() => undefined);
    waiting = null;
    return work();
  }
  return () => {
    if (waiting !== null) return waiting;
    const next = workAfter(last);
    waiting = next;
    last = next;
    return next;
  };
}
