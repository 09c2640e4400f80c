import type { LookupAddress } from "node:dns";
import type { Clock } from "../../core/clock.ts";
import type { Resolve } from "./guarded-lookup.ts";

/**
 * The system's resolver, which alone knows hosts file, search domains and the order to try, tells no TTL: answers are
 * kept for the shortest time that a TTL may be taken for.
 */
const KEPT_MS = 5_000;
const MOST_HOSTS = 1_000;

interface Kept {
  until: number;
  addresses: Promise<readonly LookupAddress[]>;
}

/** Asks once for those who need an address at the same time or shortly after; failures are not kept. */
export function rememberResolved(resolve: Resolve, now: Clock): Resolve {
  const kept = new Map<string, Kept>();

  function forgetOld(): void {
    for (const [host, { until }] of kept) if (until <= now() || kept.size >= MOST_HOSTS) kept.delete(host);
  }

  return function resolveRemembered(host) {
    const known = kept.get(host);
    if (known !== undefined && known.until > now()) return known.addresses;
    forgetOld();
    const asked = { until: now() + KEPT_MS, addresses: resolve(host) };
    kept.set(host, asked);
    asked.addresses.catch(() => {
      if (kept.get(host) === asked) kept.delete(host);
    });
    return asked.addresses;
  };
}
