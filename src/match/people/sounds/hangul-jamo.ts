const BASE = 0xac00;
const COUNT = 11_172;
const PER_INITIAL = 588;
const PER_VOWEL = 28;

/** Places of a syllable's letters in the order of Unicode; null: it is no Hangul. */
export function hangulJamo(syllable: string): { initial: number; vowel: number; final: number } | null {
  const place = syllable.charCodeAt(0) - BASE;
  if (!(place >= 0 && place < COUNT)) return null;
  return {
    initial: Math.floor(place / PER_INITIAL),
    vowel: Math.floor((place % PER_INITIAL) / PER_VOWEL),
    final: place % PER_VOWEL,
  };
}

/** The syllable of such letters. */
export function hangulSyllable({ initial, vowel, final }: { initial: number; vowel: number; final: number }): string {
  return String.fromCharCode(BASE + initial * PER_INITIAL + vowel * PER_VOWEL + final);
}
