import type { LookupAddress } from "node:dns";
import { lookup as resolveName } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import type { AddressPolicy } from "./address-policy.ts";
import { FetchError } from "./fetch-error.ts";

/** Every address of a host name, in the order to try. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The system's resolver: the hosts file and search domains count. */
export function resolveBySystem(host: string): Promise<readonly LookupAddress[]> {
  return resolveName(host, { all: true, order: "verbatim" });
}

/**
 * The socket's own lookup. Addresses are checked each time, remembered ones too, and the checked ones are dialled, so a
 * name that resolves differently the next time (DNS rebinding) gains nothing.
 */
export function createGuardedLookup(policy: AddressPolicy, resolve: Resolve, timeoutMs: number): LookupFunction {
  async function resolveInTime(host: string): Promise<readonly LookupAddress[]> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new FetchError("timeout", `asked for the address of ${host}: no answer in ${timeoutMs} ms`));
    }, timeoutMs);
    try {
      return await Promise.race([resolve(host), promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function lookupChecked(host: string): Promise<LookupAddress[]> {
    const found = await resolveInTime(host);
    if (found.length === 0) throw new FetchError("dns", `asked for the address of ${host}: the name has no address`);
    policy.checkAddresses(
      host,
      found.map(({ address }) => address),
    );
    return [...found];
  }

  return function lookup(host, options, callback): void {
    lookupChecked(host).then(
      (found) => {
        const [first] = found;
        if (options.all === true || first === undefined) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };
}
