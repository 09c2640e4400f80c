import type { Config } from "../config/config.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { createAppLogger } from "./create-app-logger.ts";

/**
 * Works with the store of a configuration beside a daemon that may run, and closes it.
 * @throws StoreError where it does not exist yet, or is another version's
 */
export async function withStore<T>(
  config: Config,
  env: NodeJS.ProcessEnv,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const log = createAppLogger({ WIREWATCH_LOG_LEVEL: "error", ...env });
  const { url, sync } = config.store;
  const store = await openStore({ url, sync, migrate: false, now: Date.now, log });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
