import { hashOf } from "../core/hash.ts";

/** A number in [0, 1) that belongs to the feed or subscription for ever: restarts move nothing. */
export function phaseOf(id: string): number {
  return Number.parseInt(hashOf("phase", id).slice(0, 8), 16) / 2 ** 32;
}
