type Made<T> = { isMade: true; value: T } | { isMade: false; make: () => T };

/** What is made when somebody first asks, and kept; what it is made of is let go then. */
export function once<T>(make: () => T): () => T {
  let made: Made<T> = { isMade: false, make };
  return () => {
    if (!made.isMade) made = { isMade: true, value: made.make() };
    return made.value;
  };
}
