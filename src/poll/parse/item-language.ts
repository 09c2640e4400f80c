import { guessLanguage } from "../../text/guess-language.ts";
import { countScripts } from "../../text/scripts.ts";

/** The start of a text tells its language. */
export const LANGUAGE_SAMPLE = 500;

/** Letters of the start of a text are enough to tell its script. */
const SAMPLE = 300;
const FEWEST_LETTERS = 10;
/** Tags that are remembered; feeds use few. */
const KNOWN_TAGS = 500;
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

const languages = new Map<string, Language | null>();

function languageOf(tag: string): Language | null {
  const known = languages.get(tag);
  if (known !== undefined) return known;
  const language = readTag(tag);
  if (languages.size < KNOWN_TAGS) languages.set(tag, language);
  return language;
}

function readTag(tag: string): Language | null {
  try {
    const locale = new Intl.Locale(tag.trim().replaceAll("_", "-"));
    const { script } = locale.maximize();
    return /^[a-z]{2,3}$/.test(locale.language) && script !== undefined ? { code: locale.language, script } : null;
  } catch {
    return null; // Not a language tag (BCP 47).
  }
}

/** Whether a text is plainly written in another script; a few letters tell nothing. */
function contradicts(text: string, { code, script }: Language): boolean {
  if (SEVERAL_SCRIPTS.has(code)) return false;
  const scripts = countScripts(text.slice(0, SAMPLE));
  const own = scripts.of(UNICODE_SCRIPTS[script] ?? [script]);
  return scripts.letters >= FEWEST_LETTERS && own !== null && own < OWN_SHARE * scripts.letters;
}

/**
 * ISO 639 code of an item's language: of the first language tag (`en-US` is `en`) that the script of the text does not
 * contradict, since feeds often keep the `en-us` of the template they were made from; else as the text itself shows.
 * Null: unsure, which is safe: such an item is matched with the terms of every language.
 * @param tags best first; null and words that are no tags are passed over
 */
export function itemLanguage(tags: readonly (string | null)[], text: string): string | null {
  for (const tag of tags) {
    const language = tag === null ? null : languageOf(tag);
    if (language !== null && !contradicts(text, language)) return language.code;
  }
  return guessLanguage(text);
}
