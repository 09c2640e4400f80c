/** One spelling for all addresses that ask the same: host in lower case, no port that goes without saying. */
export function sameAddress(url: string): string {
  return URL.parse(url)?.href ?? url;
}

/** Browsers hand feeds to readers as `feed://host/…` or `feed:https://host/…`: the address that is meant. */
export function withoutFeedScheme(address: string): string {
  return address
    .trim()
    .replace(/^feed:(?=https?:)/i, "")
    .replace(/^feed:(?=\/\/)/i, "http:");
}

/** Whether an address carries a user or a password, which no request would send. */
export function hasCredentials(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.username !== "" || parsed.password !== "");
}

/** The host of an address, as outlets are named by it: without `www.`; null where there is none. */
export function bareHostOf(address: string): string | null {
  return URL.parse(address)?.hostname.replace(/^www\./, "") || null;
}
