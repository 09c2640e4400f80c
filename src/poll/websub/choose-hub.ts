import { createAddressPolicy } from "../fetch/address-policy.ts";
import type { HubLinks } from "./hub-links.ts";

/** Where a hub is asked, or why it is not. */
export type HubAddress = { kind: "asked"; url: string } | { kind: "refused"; reason: string };

/** Says where a hub is asked that a feed names. */
export type LocateHub = (hub: string) => HubAddress;

/**
 * Hubs are asked by https, since the request carries a secret (W3C WebSub, section 5.1): one that a feed names by http,
 * as most old feeds do, at the same address by https. A host or address that `allow_private` names may be asked by http:
 * no stranger is on the way.
 * @param allowPrivate as in `fetch.allow_private`
 */
export function createLocateHub(allowPrivate: readonly string[]): LocateHub {
  const policy = createAddressPolicy(allowPrivate);
  return (hub) => {
    const url = new URL(hub);
    if (url.protocol === "https:" || policy.isNamed(url.hostname)) return { kind: "asked", url: hub };
    if (url.port !== "")
      return {
        kind: "refused",
        reason: `${url.host} speaks http, which others can read: only https hubs get a secret`,
      };
    url.protocol = "https:";
    return { kind: "asked", url: url.href };
  };
}

/**
 * Where to ask: the first hub that may be asked, beginning after the one that was asked last; undefined: there is none.
 * @param askedLast address as this function gave it
 */
export function chooseHub({ hubs }: HubLinks, locate: LocateHub, askedLast?: string): string | undefined {
  const addresses = hubs.map(locate).flatMap((address) => (address.kind === "asked" ? [address.url] : []));
  const last = askedLast === undefined ? -1 : addresses.lastIndexOf(askedLast);
  return addresses[last + 1] ?? addresses[0];
}
