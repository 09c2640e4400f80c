import { hash } from "node:crypto";

/** SHA-256 of the parts as hex; parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ. */
export function hashOf(...parts: readonly string[]): string {
  return hash("sha256", parts.map((part) => `${part.length}:${part}`).join(""), "hex");
}
