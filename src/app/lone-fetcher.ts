import type { Config } from "../config/config.ts";
import type { Clock } from "../core/clock.ts";
import { createDocumentFetcher, type DocumentFetcher } from "../poll/fetch/fetch-document.ts";
import { createHostGate } from "../poll/fetch/host-gate.ts";
import type { Hop } from "../poll/fetch/http-client.ts";
import { VERSION } from "./version.ts";

/** How we introduce ourselves, and what we may read. */
export type LoneFetch = Pick<Config["fetch"], "contact" | "allow_private">;

/** A fetcher for one look at an address by a command: it asks as the daemon does, and takes turns with nobody. */
export function createLoneFetcher(
  { contact, allow_private: allowPrivate }: LoneFetch,
  now: Clock,
  onHop?: (hop: Hop) => void,
): DocumentFetcher {
  return createDocumentFetcher({
    version: VERSION,
    contact: contact ?? null,
    allowPrivate,
    now,
    gate: createHostGate({ now, inFlight: 1, gapMs: 0 }),
    ...(onHop === undefined ? {} : { onHop }),
  });
}
