import * as z from "zod";
import { Duration } from "../core/schema.ts";
import { DAY_MS } from "../core/time.ts";

/** `sqlite:PATH` (relative to the YAML file) or `postgres://…`. */
export const StoreUrl = z
  .string()
  .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, "write sqlite:PATH or postgres://user:password@host/database")
  .refine(
    (url) => url.startsWith("sqlite:") || URL.canParse(url),
    "no address: write postgres://user:password@host:5432/database, special characters percent-encoded",
  );

export const StoreSync = z.enum(["normal", "full"]);
export type StoreSync = z.infer<typeof StoreSync>;

const SIZE = /^(\d+)(MB|GB|TB)$/;
const UNIT_BYTES: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, TB: 1e12 };

/** A size such as `500MB` or `5GB`; becomes bytes. */
const Size = z
  .string()
  .regex(SIZE, "write a size as a number with a unit: 500MB, 5GB, 1TB")
  .transform((text) => {
    const [, count, unit = ""] = SIZE.exec(text) ?? [];
    return Number(count) * (UNIT_BYTES[unit] ?? 0);
  });

/** How long something is kept; `forever` becomes null. */
const Keeping = z
  .string()
  .regex(/^(forever|\d+(ms|s|m|h|d))$/, "write forever, or a duration such as 90d")
  .transform((text) => (text === "forever" ? null : Duration.parse(text)));

/**
 * How long the store keeps what. Identities of items are kept always, so that none comes back as new.
 * Durations in milliseconds, sizes in bytes; null: for ever.
 */
export const RetentionOptions = z.strictObject({
  /** Items that no watch matched, since they were first seen. */
  items: Keeping.default(90 * DAY_MS),
  /** Items that a watch matched, with their matches. */
  matched: Keeping.default(null),
  /** Decisions, deliveries and their attempts, editions, closed incidents, silences, claims, former configurations. */
  ledger: Keeping.default(400 * DAY_MS),
  /** Records of polls, and documents of feeds that are no longer configured. */
  polls: Keeping.default(35 * DAY_MS),
  /** What a SQLite file may hold: beyond it the oldest unmatched items go, but never the last day's. Not used on PostgreSQL. */
  size: Size.default(5e9),
});
export type RetentionOptions = z.infer<typeof RetentionOptions>;
