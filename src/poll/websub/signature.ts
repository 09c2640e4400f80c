import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secret } from "../../core/secret.ts";

const METHODS = new Set(["sha1", "sha256", "sha384", "sha512"]);

/** Follows a body as it comes in, so that none of it has to be kept. */
export interface SignatureCheck {
  update(chunk: Uint8Array): void;
  /** Whether all that came is signed with the secret. Call it once. */
  matches(): boolean;
}

/**
 * Checks `X-Hub-Signature: method=hex` (W3C WebSub, section 8.1) over the raw body.
 * Null: the header is missing, or is no signature of a method that is known.
 */
export function startSignatureCheck(header: string | undefined, secret: Secret): SignatureCheck | null {
  const [, method = "", signature = ""] = /^([a-z0-9]+)=((?:[0-9a-f]{2})+)$/i.exec(header?.trim() ?? "") ?? [];
  if (!METHODS.has(method.toLowerCase())) return null;
  const hmac = createHmac(method.toLowerCase(), secret.reveal());
  const given = Buffer.from(signature, "hex");
  return {
    update: (chunk) => {
      hmac.update(chunk);
    },
    matches: () => {
      const expected = hmac.digest();
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
