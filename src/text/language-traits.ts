/** What tells a language from others of its script. */
export interface Traits {
  /** Letters that hardly another language of the script has; two points each. */
  own?: string;
  /** Letters that only some have; one point each. */
  some?: string;
  /** Letters the language does not have; two points off each. */
  never?: string;
  /** Words of this shape; one point each. */
  shapes?: RegExp;
  /** Frequent words, one point each, shared among the languages that have the word. */
  words: string;
}

/** Points and their distance from the next language that make a guess; below it is better to know that one does not. */
const ENOUGH = 1.3;
const TIMES_NEXT = 2;
const WORD = /[\p{L}\p{M}\u200C]+/gu;

/** Chooses between languages of one script; null: unsure. */
export type ChooseLanguage = (text: string) => string | null;

interface Language extends Traits {
  code: string;
}

function countLetters(found: ReadonlySet<string>, letters = ""): number {
  return Array.from(letters).filter((letter) => found.has(letter)).length;
}

/** Reads a table of traits, by language code, into a function that tells these languages apart. */
export function chooserOf(table: Readonly<Record<string, Traits>>): ChooseLanguage {
  const languages = Object.entries(table).map(([code, traits]): Language => ({ code, ...traits }));
  const speakers = new Map<string, string[]>();
  for (const { code, words } of languages)
    for (const word of words.split(" ")) speakers.set(word, [...(speakers.get(word) ?? []), code]);

  function wordPoints(code: string, words: ReadonlySet<string>): number {
    let points = 0;
    for (const word of words) {
      const codes = speakers.get(word) ?? [];
      if (codes.includes(code)) points += 1 / codes.length;
    }
    return points;
  }

  return function choose(text) {
    const lower = text.toLowerCase().normalize("NFC");
    const letters = new Set(lower);
    const words = new Set(lower.match(WORD) ?? []);
    const scores = languages.map(({ code, own, some, never, shapes }) => {
      const shaped = shapes === undefined ? 0 : [...words].filter((word) => shapes.test(word)).length;
      const byLetters = 2 * countLetters(letters, own) + countLetters(letters, some) - 2 * countLetters(letters, never);
      return { code, points: byLetters + shaped + wordPoints(code, words) };
    });
    const [first, second] = scores.toSorted((a, b) => b.points - a.points);
    if (first === undefined || first.points < ENOUGH) return null;
    return first.points >= TIMES_NEXT * (second?.points ?? 0) ? first.code : null;
  };
}
