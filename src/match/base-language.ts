/** Written forms of one language (ISO 639-3 calls it their macrolanguage) and second codes, whose lists they share. */
const MACROLANGUAGES: ReadonlyMap<string, string> = new Map([
  ["nb", "no"],
  ["nn", "no"],
  ["bs", "hr"],
  ["prs", "fa"],
  ["fil", "tl"],
]);

/** ISO 639; whatever else an item says of its language says nothing. */
const CODE = /^[a-z]{2,3}$/;

/** `zh-Hant`, `EN_us`, `nb` → `zh`, `en`, `no`; null for unknown, empty and what is no code. */
export function baseLanguage(lang: string | null): string | null {
  const base = lang?.toLowerCase().split(/[-_]/)[0] ?? "";
  return !CODE.test(base) || base === "und" ? null : (MACROLANGUAGES.get(base) ?? base);
}
