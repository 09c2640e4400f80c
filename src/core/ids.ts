import { randomBytes } from "node:crypto";

/** What an id names; the prefix makes a log line readable and a mixed-up id visible. */
export type IdPrefix = "itm" | "sty" | "mat" | "dlv" | "act" | "att" | "edn" | "inc" | "pol" | "sub" | "sil" | "own";

let last = { nowMs: -1, count: 0 };

/**
 * A prefixed UUIDv7 (RFC 9562, section 5.7): text that sorts by time, e.g. `itm_0190a3c4-…`; those that a process makes
 * in one millisecond sort in their order (section 6.2, method 1).
 * @param nowMs epoch milliseconds that become the leading 48 bits
 */
export function newId(prefix: IdPrefix, nowMs: number): string {
  last = { nowMs, count: last.nowMs === nowMs ? last.count + 1 : 0 };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | ((last.count >>> 14) & 0x0fff), 6);
  bytes.writeUInt16BE(0x8000 | (last.count & 0x3fff), 8);
  const hex = bytes.toString("hex");
  return `${prefix}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
