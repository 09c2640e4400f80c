/** Letters of the start of a text are enough to tell its script. */
const SAMPLE = 300;
const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;

interface Language {
  code: string;
  isLatin: boolean;
}

function readTag(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    const isCode = /^[a-z]{2,3}$/.test(locale.language);
    return isCode ? { code: locale.language, isLatin: locale.maximize().script === "Latn" } : null;
  } catch {
    return null; // Not a language tag (BCP 47).
  }
}

/** Share of Latin letters at the start of a text; null when it has too few letters to tell. */
function latinShare(text: string): number | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  return letters < 10 ? null : (sample.match(LATIN_LETTER)?.length ?? 0) / letters;
}

/**
 * ISO 639 code of a language tag (`en-US` is `en`), or null when there is none or the text is plainly written in
 * another script: feeds often keep the `en-us` of the template they were made from. Null is safe: such an item is
 * matched with the terms of every language.
 */
export function itemLanguage(tag: string | null, text: string): string | null {
  const language = tag === null ? null : readTag(tag);
  if (language === null) return null;
  const share = latinShare(text);
  const contradicts = share !== null && (language.isLatin ? share < 0.3 : share > 0.8);
  return contradicts ? null : language.code;
}
