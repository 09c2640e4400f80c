import robotsParser from "robots-parser";

/** Our name in robots.txt, as it stands in the User-Agent (RFC 9309, section 2.2.1). */
const PRODUCT_TOKEN = "wirewatch";

/**
 * Whether a robots.txt lets us ask for an address of its own origin (RFC 9309, section 2.2). Its parser's time grows
 * with the product of names and rules in a file, so the daemon calls it in a worker thread.
 */
export function isAllowedByRobots(robots: Uint8Array, url: string): boolean {
  const text = new TextDecoder().decode(robots);
  return robotsParser(new URL("/robots.txt", url).href, text).isAllowed(url, PRODUCT_TOKEN) ?? true;
}
