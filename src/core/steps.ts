/** A long computation that may be put aside wherever it yields. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Work at a stretch; a single step may take as long again. */
const STRETCH_MS = 10;

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same while the event loop turns: nobody else in the thread waits for more than a stretch of it. */
export async function finishInTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < STRETCH_MS) continue;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    since = performance.now();
  }
}

/** Each of them made into something else, a step each. */
export function* mapInSteps<T, R>(all: readonly T[], make: (one: T) => R): Steps<R[]> {
  const made: R[] = [];
  for (const one of all) yield void made.push(make(one));
  return made;
}
