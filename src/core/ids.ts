import { randomBytes } from "node:crypto";

/** What an id names; the prefix makes a log line readable and a mixed-up id visible. */
export type IdPrefix =
  | "itm"
  | "sty"
  | "mat"
  | "dec"
  | "dlv"
  | "act"
  | "att"
  | "edn"
  | "inc"
  | "pol"
  | "sub"
  | "sil"
  | "own";

/**
 * A prefixed UUIDv7 (RFC 9562, section 5.7): text that sorts by time, e.g. `itm_0190a3c4-…`.
 * @param nowMs epoch milliseconds that become the leading 48 bits
 */
export function newId(prefix: IdPrefix, nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
