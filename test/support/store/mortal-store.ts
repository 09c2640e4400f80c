import type { Store, StoreQueries } from "../../../src/store/store.ts";

/** Thrown by whatever a dead process still asks its store. */
class ProcessDiedError extends Error {
  override readonly name = "ProcessDiedError";
}

/** A process as its store sees it. */
export interface Mortal {
  store: Store;
  /** Lets it answer so many more questions; the one after them finds the process dead, and so do all others. */
  dieAfter: (questions: number) => void;
  isDead: () => boolean;
}

/**
 * The same store for a process that may die between any two of its questions, also in the middle of a transaction: it is told so by
 * an error, and its work ends. Cheap enough for thousands of deaths; the crash matrix kills real processes (stand-still.ts).
 */
export function mortalStore(store: Store): Mortal {
  let left = Infinity;

  function live(): void {
    left -= 1;
    if (left < 0) throw new ProcessDiedError("the process is dead");
  }
  function mortal<T extends object>(queries: T): T {
    return new Proxy(queries, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== "function") return value;
        return async (...given: unknown[]) => {
          live();
          return Reflect.apply(value, target, given);
        };
      },
    });
  }
  function mortalQueries(queries: StoreQueries): StoreQueries {
    return {
      feeds: mortal(queries.feeds),
      items: mortal(queries.items),
      pages: mortal(queries.pages),
      documents: mortal(queries.documents),
      subscriptions: mortal(queries.subscriptions),
      retention: mortal(queries.retention),
      stories: mortal(queries.stories),
      sketches: mortal(queries.sketches),
      matches: mortal(queries.matches),
      deliveries: mortal(queries.deliveries),
      holds: mortal(queries.holds),
      silences: mortal(queries.silences),
      claims: mortal(queries.claims),
      suppressions: mortal(queries.suppressions),
      editions: mortal(queries.editions),
      incidents: mortal(queries.incidents),
      leases: mortal(queries.leases),
      hosts: mortal(queries.hosts),
      configs: mortal(queries.configs),
      progress: mortal(queries.progress),
      rates: mortal(queries.rates),
    };
  }
  return {
    store: {
      ...store,
      ...mortalQueries(store),
      underLock: (lock, work) =>
        store.underLock(lock, async (queries) => {
          const answer = await work(mortalQueries(queries));
          // Dead before the commit: nothing of it is there.
          live();
          return answer;
        }),
    },
    dieAfter: (questions) => (left = questions),
    isDead: () => left < 0,
  };
}
