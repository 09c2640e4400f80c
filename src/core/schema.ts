import { Cron } from "croner";
import * as z from "zod";

/** Shared pieces of the configuration schemas. */

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DURATION = /^(\d+)(ms|s|m|h|d)$/;

function isUnit(text: string | undefined): text is keyof typeof UNITS {
  return text !== undefined && text in UNITS;
}

function millisecondsOf(text: string): number {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return isUnit(unit) ? Number(count) * UNITS[unit] : 0;
}

/** Beyond it instants would lie outside of what dates can be. */
const LONGEST_DURATION = 36_500 * UNITS.d;

/** A duration such as `90s`, `15m`, `2h`, `1d`; becomes milliseconds. */
export const Duration = z
  .string()
  .regex(DURATION, "write a duration as a number with a unit: 90s, 15m, 2h, 1d")
  .refine((text) => millisecondsOf(text) <= LONGEST_DURATION, "write a duration of at most 36500d, a hundred years")
  .transform(millisecondsOf);

/**
 * The IANA names of three letters. Others are abbreviations, for which ICU has an answer that nobody expects: BST is
 * Asia/Dhaka.
 */
const SHORT_ZONES = new Set("CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET".split(" "));

function isZone(zone: string): boolean {
  // Croner takes none for the zone of this machine.
  if (zone === "") return false;
  if (zone.length === 3 && !SHORT_ZONES.has(zone.toUpperCase())) return false;
  try {
    new Cron("0 0 * * *", { timezone: zone, paused: true }).nextRun();
    return true;
  } catch {
    return false;
  }
}

/** An IANA time zone, e.g. `Europe/London`. */
export const Zone = z.string().refine(isZone, "unknown time zone: write an IANA name such as Europe/London or UTC");

/** A 24-hour local time such as `07:00`; `7:00` becomes that, so that times can be compared. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, "write a 24-hour time such as 07:00")
  .overwrite((time) => time.padStart(5, "0"));

/** What stands in keys, headers, file names and lines of messages has to fit there. */
export const LONGEST_ID = 64;

/** An id: letters, digits, `-` and `_`; it appears in logs, links and delivery keys. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "use letters, digits, - and _ only, starting with a letter or digit")
  .max(LONGEST_ID, `write at most ${LONGEST_ID} characters`);

const LONGEST_LABEL = 256;

/** What stands in messages and tables for something: a title, an owner. */
export const Label = z.string().min(1).max(LONGEST_LABEL, `write at most ${LONGEST_LABEL} characters`);

/** A language tag, ISO 639-1 or 639-2. */
export const Language = z.string().regex(/^[a-z]{2,3}$/, "write a two-letter language code such as en or fa");

/** A secret: by environment variable, by file, or (with a lint) written out. Unresolved; resolved in `app/`. */
export const SecretRef = z.union([
  z.strictObject({ env: z.string().regex(/^[A-Za-z_]\w*$/, "write the name of an environment variable") }),
  z.strictObject({ file: z.string().min(1) }),
  z.string().min(1),
]);
export type SecretRef = z.infer<typeof SecretRef>;
