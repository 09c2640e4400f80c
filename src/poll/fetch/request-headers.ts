import type { Validators } from "../poll-outcome.ts";

/** Header values are visible Latin-1, spaces and tabs (RFC 9110, section 5.5); undici throws on anything else. */
function isSendable(value: string): boolean {
  return !/[^\t\x20-\x7e\x80-\xff]/.test(value);
}

function userAgent(version: string, contact: string | null): string {
  const readable = contact?.replaceAll(/[^\x20-\x7e]/g, "") ?? "";
  return readable === "" ? `wirewatch/${version}` : `wirewatch/${version} (+${readable})`;
}

/** How we introduce ourselves. */
interface Introduction {
  version: string;
  contact: string | null;
}

/** Headers of a form that is posted. */
export function formHeaders({ version, contact }: Introduction): Record<string, string> {
  return {
    "user-agent": userAgent(version, contact),
    accept: "*/*",
    "content-type": "application/x-www-form-urlencoded",
  };
}

/**
 * Headers of every request for a document: no cookie, no referrer, nothing invented. Validators go back byte for byte, both when
 * both were given (RFC 9110, section 13.1: the server lets the ETag win).
 */
export function requestHeaders(
  { version, contact }: Introduction,
  { etag, lastModified }: Validators,
  accept: string,
): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": userAgent(version, contact),
    accept,
    "accept-encoding": "gzip, br, zstd, deflate",
  };
  if (etag !== null && isSendable(etag)) headers["if-none-match"] = etag;
  if (lastModified !== null && isSendable(lastModified)) headers["if-modified-since"] = lastModified;
  return headers;
}
