import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import ipaddr from "ipaddr.js";
import { FetchError } from "./fetch-error.ts";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Block = [Address, number];

/** Which addresses a feed may be read from (promise 7: no request reaches a private address unless allowed). */
export interface AddressPolicy {
  /** Refuses what can be seen in the URL: scheme, credentials, port, literal address. Throws a FetchError. */
  checkUrl(url: URL): void;
  /** Refuses a host when any of its addresses is not public, since the next answer may bring that one first. */
  checkAddresses(host: string, addresses: readonly string[]): void;
  /** Whether `allowPrivate` names this host, or its literal address. */
  isNamed(host: string): boolean;
}

/** Global unicast is the only part of IPv6 that is handed out (IANA registry); ::7f00:1 is not in it. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

function isPublic(address: Address): boolean {
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

function isInside(address: Address, [network, bits]: Block): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
}

/** Ports below 1024 belong to other services, unless they are the web's own. */
function isWebPort(url: URL): boolean {
  return url.port === "" || url.port === "80" || url.port === "443" || Number(url.port) >= 1024;
}

/**
 * Only http and https to public addresses; private ones where `allowPrivate` names them.
 * @param allowPrivate host names, addresses, or blocks such as `10.0.0.0/8`
 */
export function createAddressPolicy(allowPrivate: readonly string[]): AddressPolicy {
  const hosts = new Set<string>();
  const blocks: Block[] = [];
  for (const entry of allowPrivate) {
    const text = bare(entry.trim());
    if (isIP(text)) {
      const address = ipaddr.process(text);
      blocks.push([address, address.kind() === "ipv4" ? 32 : 128]);
    } else if (ipaddr.isValidCIDR(text)) blocks.push(ipaddr.parseCIDR(text));
    else hosts.add(domainToASCII(text));
  }

  function isInBlock(text: string): boolean {
    return ipaddr.isValid(text) && blocks.some((block) => isInside(ipaddr.process(text), block));
  }

  function isAllowed(text: string): boolean {
    return isInBlock(text) || (ipaddr.isValid(text) && isPublic(ipaddr.process(text)));
  }

  function checkAddresses(host: string, addresses: readonly string[]): void {
    if (hosts.has(bare(host))) return;
    const refused = addresses.find((address) => !isAllowed(address));
    if (refused === undefined) return;
    const at = refused === bare(host) ? host : `${host} at ${refused}`;
    throw new FetchError("blocked-address", `did not ask ${at}: not a public address, and not in fetch.allow_private`);
  }

  return {
    checkUrl(url) {
      const host = bare(url.hostname);
      if (url.protocol !== "http:" && url.protocol !== "https:")
        throw new FetchError(
          "blocked-address",
          `did not follow a ${url.protocol} address: only http and https are read`,
        );
      if (url.username !== "" || url.password !== "")
        throw new FetchError("blocked-address", `did not ask ${host}: the address holds a user name or password`);
      if (!isWebPort(url) && !hosts.has(host))
        throw new FetchError(
          "blocked-address",
          `did not ask ${host}: port ${url.port} belongs to another service; 80, 443 and those from 1024 on are asked`,
        );
      // A literal never reaches the lookup; WHATWG URLs have already made 0x7f.1 and 2130706433 into 127.0.0.1.
      if (isIP(host)) checkAddresses(host, [host]);
    },
    checkAddresses,
    isNamed: (host) => hosts.has(bare(host)) || isInBlock(bare(host)),
  };
}
