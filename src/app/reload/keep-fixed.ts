import { isDeepStrictEqual } from "node:util";
import type { Config } from "../../config/config.ts";

/**
 * A configuration as a program that runs by another one can take it over, and the settings that wait for a restart.
 * Who may ask is never taken over without the address that it was written for: a server that listens for everybody must
 * not lose its tokens because the new address is a loopback one.
 */
export function keepFixed(loaded: Config, running: Config): { config: Config; needsRestart: string[] } {
  const moves = loaded.http.listen !== running.http.listen;
  const { listen, auth } = running.http;
  const needsRestart = [
    ...(loaded.store.url === running.store.url ? [] : ["store"]),
    ...(loaded.store.sync === running.store.sync ? [] : ["store_sync"]),
    ...(loaded.queue === running.queue ? [] : ["queue"]),
    ...(moves ? ["http.listen"] : []),
    ...(moves && !isDeepStrictEqual(loaded.http.auth, auth) ? ["http.auth"] : []),
  ];
  const http = moves ? { ...loaded.http, listen, auth } : loaded.http;
  const config = Object.freeze({ ...loaded, store: running.store, queue: running.queue, http });
  return { config, needsRestart };
}
