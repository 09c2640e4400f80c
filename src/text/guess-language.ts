import { guessArabicScript } from "./guess-arabic-script.ts";
import { guessCyrillic } from "./guess-cyrillic.ts";
import { guessLatin } from "./guess-latin.ts";
import type { ChooseLanguage } from "./language-traits.ts";

/** The start of a text tells its language; more would only cost time. */
const SAMPLE = 400;
/** Fewer letters tell nothing, unless the script has one language. */
const FEWEST_LETTERS = 10;
const MAIN_SHARE = 0.6;

function only(code: string): ChooseLanguage {
  return () => code;
}

/** Characters that only simplified Chinese has, and those that Chinese writes where Japanese would have kana. */
const CHINESE =
  /[这们对时说东车长门见问闻语请谈让认论访华讯际总难贸战军员关驻庇议业与个从来为报电龙华的了是在吗呢這們說嗎]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Han text of headlines may be Chinese or Japanese; kana are Japanese, and some characters Chinese. */
function guessHan(text: string): string | null {
  if (KANA.test(text)) return "ja";
  return CHINESE.test(text) ? "zh" : null;
}

interface Script {
  letters: RegExp;
  guess: ChooseLanguage;
  /** Whether a few letters are enough. */
  isPlain: boolean;
}

function script(name: string, guess: ChooseLanguage, isPlain = true): Script {
  const any = name.split("|").map((one) => `\\p{Script=${one}}`);
  return { letters: new RegExp(`[${any.join("")}]`, "gu"), guess, isPlain };
}

const SCRIPTS: readonly Script[] = [
  script("Latin", guessLatin, false),
  script("Cyrillic", guessCyrillic, false),
  script("Arabic", guessArabicScript, false),
  script("Han|Hiragana|Katakana", guessHan),
  script("Hangul", only("ko")),
  script("Greek", only("el")),
  // Yiddish has the Hebrew script, too, with marks and joined letters of its own.
  script("Hebrew", (text) => (/[\u05F0-\u05F2\uFB1D-\uFB4F]|\u05B7|\u05B8/u.test(text) ? null : "he")),
  script("Thai", only("th")),
  script("Georgian", only("ka")),
  script("Armenian", only("hy")),
  script("Bengali", (text) => (/[ৰৱ]/u.test(text) ? null : "bn")),
  script("Tamil", only("ta")),
  script("Telugu", only("te")),
  script("Kannada", only("kn")),
  script("Malayalam", only("ml")),
  script("Gujarati", only("gu")),
  script("Gurmukhi", only("pa")),
  script("Sinhala", only("si")),
  script("Khmer", only("km")),
  script("Lao", only("lo")),
  script("Myanmar", only("my")),
];

/**
 * ISO 639 code of the language a text is written in, by its letters and frequent words; null when unsure, which is
 * better than wrong: an item of unknown language is matched with the terms of every language.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const total = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const { letters, guess, isPlain } of SCRIPTS) {
    const count = sample.match(letters)?.length ?? 0;
    if (count < MAIN_SHARE * total || count === 0) continue;
    return isPlain || count >= FEWEST_LETTERS ? guess(sample) : null;
  }
  return null;
}
