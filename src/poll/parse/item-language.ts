/** Letters of the start of a text are enough to tell its script. */
const SAMPLE = 600;

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.trim().replaceAll("_", "-"));
  } catch {
    return null; // Not a language tag (BCP 47).
  }
}

function latinShare(text: string): number | null {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return letters.length < 10 ? null : latin.length / letters.length;
}

/**
 * ISO 639 code of a language tag (`en-US` is `en`), or null when there is none or the text is plainly written in
 * another script: feeds often keep the `en-us` of the template they were made from. Null is safe: such an item is
 * matched with the terms of every language.
 */
export function itemLanguage(tag: string | null, text: string): string | null {
  const locale = tag === null ? null : localeOf(tag);
  if (locale === null || !/^[a-z]{2,3}$/.test(locale.language)) return null;
  const share = latinShare(text);
  const isLatin = locale.maximize().script === "Latn";
  const contradicts = share !== null && (isLatin ? share < 0.3 : share > 0.8);
  return contradicts ? null : locale.language;
}
