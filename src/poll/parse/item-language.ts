import { guessLanguage } from "../../text/guess-language.ts";

/** Letters of the start of a text are enough to tell its script. */
const SAMPLE = 300;
const FEWEST_LETTERS = 10;
const LETTER = /\p{L}/gu;
/** Of the letters of a text in its own script at least these are its script's, however many foreign names it has. */
const OWN_SHARE = 0.25;
/** Languages written in more than one script: their texts contradict no tag. */
const SEVERAL_SCRIPTS = new Set("az bs ha kk ks ku ky mn ms pa sd sr tg tk tt uz".split(" "));
/** Scripts of ISO 15924 that are several scripts of Unicode. */
const UNICODE_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Hans: ["Hani"],
  Hant: ["Hani"],
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang", "Hani"],
};

interface Language {
  code: string;
  /** ISO 15924. */
  script: string;
}

const lettersOfScript = new Map<string, RegExp>();

function readTag(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    const { script } = locale.maximize();
    return /^[a-z]{2,3}$/.test(locale.language) && script !== undefined ? { code: locale.language, script } : null;
  } catch {
    return null; // Not a language tag (BCP 47).
  }
}

function lettersOf(script: string): RegExp {
  const known = lettersOfScript.get(script);
  if (known !== undefined) return known;
  const names = UNICODE_SCRIPTS[script] ?? [script];
  const letters = new RegExp(`[${names.map((name) => `\\p{Script=${name}}`).join("")}]`, "gu");
  lettersOfScript.set(script, letters);
  return letters;
}

/** Whether a text is plainly written in another script; a few letters tell nothing. */
function contradicts(text: string, { code, script }: Language): boolean {
  if (SEVERAL_SCRIPTS.has(code)) return false;
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return false;
  return (sample.match(lettersOf(script))?.length ?? 0) < OWN_SHARE * letters;
}

/**
 * ISO 639 code of an item's language: of the first language tag (`en-US` is `en`) that the script of the text does not
 * contradict, since feeds often keep the `en-us` of the template they were made from; else as the text itself shows.
 * Null: unsure, which is safe: such an item is matched with the terms of every language.
 * @param tags best first; null and words that are no tags are passed over
 */
export function itemLanguage(tags: readonly (string | null)[], text: string): string | null {
  for (const tag of tags) {
    const language = tag === null ? null : readTag(tag);
    if (language !== null && !contradicts(text, language)) return language.code;
  }
  return guessLanguage(text);
}
