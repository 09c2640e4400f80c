/** A Korean given name: consonants before each vowel, the vowels, and the consonants behind the last. */
export interface KoreanSounds {
  /** Voiced, aspirated and tense ones by one letter, which are spelled alike somewhere. */
  consonants: readonly string[];
  /** The jamo that each vowel may stand for. */
  vowels: readonly string[];
}
