/** Initials of two letters and more that are one sound, or the letter of another script: `Sh. Yodgorov`, `Yu. Petrov`. A full stop follows. */
const LONG_INITIALS = new Set(
  `sh ch zh kh ts gh sz cz ph th dz dzh dj zs cs gy ny ly lj nj yu ya ye yo ju ja je iu ia дж дз τζ τσ μπ ντ γκ`.split(
    " ",
  ),
);

export function isLongInitial(fold: string): boolean {
  return LONG_INITIALS.has(fold);
}
