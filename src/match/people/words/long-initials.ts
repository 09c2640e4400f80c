/** Initials of two letters that are one sound: `Sh. Yodgorov`. A full stop follows. */
const LONG_INITIALS = new Set(["sh", "ch", "zh", "kh", "ts", "gh", "sz", "cz"]);

export function isLongInitial(fold: string): boolean {
  return LONG_INITIALS.has(fold);
}
