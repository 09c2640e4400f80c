/** Languages made of real letters and made-up words: what a tokeniser sees of a language, without its texts. */
export interface MadeLanguage {
  code: string;
  /** Share of the corpus. */
  share: number;
  /** Frequent first. */
  words: readonly string[];
  /** Words between which nothing stands: Han and kana. */
  isUnspaced: boolean;
  topics: readonly (readonly string[])[];
  names: readonly string[];
}

interface Sketch {
  code: string;
  share: number;
  syllables: readonly string[];
  isUnspaced?: true;
}

const WORDS = 20_000;
const TOPICS = 250;
const TOPIC_WORDS = 40;
const NAMES = 14_000;
const GIVEN_NAMES = 600;
const SURNAMES = 4000;

function product(starts: string, ends: string): string[] {
  return Array.from(starts).flatMap((start) => Array.from(ends, (end) => start + end));
}

function between(first: string, last: string): string[] {
  const from = first.codePointAt(0) ?? 0;
  return Array.from({ length: (last.codePointAt(0) ?? 0) - from + 1 }, (_, at) => String.fromCodePoint(from + at));
}

const LATIN = product("bcdfghklmnprstvz", "aeiou");
const CYRILLIC = product("бвгджзклмнпрстфхчш", "аеиоуяы");
const ARABIC = product("بتجحدرسشعفقكلمنه", "ايوة");

const SKETCHES: readonly Sketch[] = [
  { code: "en", share: 40, syllables: LATIN },
  { code: "de", share: 18, syllables: [...LATIN, ...product("bdfgklmnrstw", "äöü"), "sch", "ß"] },
  { code: "zh", share: 7, syllables: between("一", "嗿"), isUnspaced: true },
  { code: "cs", share: 6, syllables: [...LATIN, ...product("čřšžbdmn", "áéíůě")] },
  { code: "ru", share: 5, syllables: CYRILLIC },
  { code: "ja", share: 4, syllables: [...between("あ", "ん"), ...between("丁", "凿")], isUnspaced: true },
  { code: "fr", share: 4, syllables: [...LATIN, ...product("bcdlmnprst", "éèêàç")] },
  { code: "fa", share: 3, syllables: [...ARABIC, "گا", "چی", "پر", "ها"] },
  { code: "ar", share: 3, syllables: ARABIC },
  { code: "vi", share: 2, syllables: product("bcdđghklmnt", "ăâêôơưáàạ") },
  { code: "tr", share: 2, syllables: product("bcdğklmnrsşt", "aeıioöuü") },
  { code: "ko", share: 2, syllables: between("가", "갷") },
  { code: "he", share: 2, syllables: product("אבגדזחטיכלמנספרשת", "אויה") },
  { code: "el", share: 2, syllables: product("βγδζκλμνπρστ", "άαεηιο") },
];

function makeWord(random: () => number, syllables: readonly string[], length: number): string {
  return Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? "").join("");
}

function makeWords(random: () => number, { syllables, isUnspaced }: Sketch): string[] {
  const words = new Set<string>();
  while (words.size < WORDS) {
    // Frequent words are short ones, as in real languages.
    const length = isUnspaced === true ? 2 : words.size < 300 ? 2 : 3 + Math.floor(random() * 2);
    words.add(makeWord(random, syllables, words.size % 7 === 0 ? length + 1 : length));
  }
  return [...words];
}

/** Words that stand in names only. */
function makeNames(random: () => number, { syllables, isUnspaced }: Sketch, count: number): readonly string[] {
  return Array.from({ length: count }, () =>
    makeWord(random, syllables, isUnspaced === true ? 2 : 4 + Math.floor(random() * 2)),
  );
}

/** Makes the languages; the same numbers make the same ones. */
export function makeLanguages(random: () => number): readonly MadeLanguage[] {
  return SKETCHES.map((sketch): MadeLanguage => {
    const words = makeWords(random, sketch);
    const rare = words.slice(2000);
    function pick(): string {
      return rare[Math.floor(random() * rare.length)] ?? "";
    }
    const { code, share } = sketch;
    const isUnspaced = sketch.isUnspaced === true;
    const topics = Array.from({ length: TOPICS }, () => Array.from({ length: TOPIC_WORDS }, pick));
    const given = makeNames(random, sketch, GIVEN_NAMES);
    const surnames = makeNames(random, sketch, SURNAMES);
    const names = Array.from({ length: NAMES }, () => {
      const parts = [given, surnames].map((from) => from[Math.floor(random() * from.length)] ?? "");
      return parts.join(isUnspaced ? "" : " ");
    });
    return { code, share, words, isUnspaced, topics, names };
  });
}
