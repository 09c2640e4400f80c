import { createHash } from "node:crypto";

/** SHA-256 of the parts as hex; parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}
