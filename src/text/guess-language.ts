import { guessArabicScript } from "./guess-arabic-script.ts";
import { guessCyrillic } from "./guess-cyrillic.ts";
import { guessLatin } from "./guess-latin.ts";
import type { ChooseLanguage } from "./language-traits.ts";
import { countScripts } from "./scripts.ts";

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
  /** ISO 15924 codes. */
  codes: readonly string[];
  guess: ChooseLanguage;
  /** Whether a few letters are enough. */
  isPlain: boolean;
}

function script(codes: string, guess: ChooseLanguage, isPlain = true): Script {
  return { codes: codes.split(" "), guess, isPlain };
}

const SCRIPTS: readonly Script[] = [
  script("Latn", guessLatin, false),
  script("Cyrl", guessCyrillic, false),
  script("Arab", guessArabicScript, false),
  script("Hani Hira Kana", guessHan),
  script("Hang", only("ko")),
  script("Grek", only("el")),
  // Yiddish has the Hebrew script, too, with marks and joined letters of its own.
  script("Hebr", (text) => (/[\u05F0-\u05F2\uFB1D-\uFB4F]|\u05B7|\u05B8/u.test(text) ? null : "he")),
  script("Thai", only("th")),
  script("Geor", only("ka")),
  script("Armn", only("hy")),
  script("Beng", (text) => (/[ৰৱ]/u.test(text) ? null : "bn")),
  script("Taml", only("ta")),
  script("Telu", only("te")),
  script("Knda", only("kn")),
  script("Mlym", only("ml")),
  script("Gujr", only("gu")),
  script("Guru", only("pa")),
  script("Sinh", only("si")),
  script("Khmr", only("km")),
  script("Laoo", only("lo")),
  script("Mymr", only("my")),
];

/**
 * ISO 639 code of the language a text is written in, by its letters and frequent words; null when unsure, which is
 * better than wrong: an item of unknown language is matched with the terms of every language.
 */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).toLowerCase().normalize("NFC");
  const scripts = countScripts(sample);
  for (const { codes, guess, isPlain } of SCRIPTS) {
    const count = scripts.of(codes) ?? 0;
    if (count < MAIN_SHARE * scripts.letters || count === 0) continue;
    return isPlain || count >= FEWEST_LETTERS ? guess(sample) : null;
  }
  return null;
}
