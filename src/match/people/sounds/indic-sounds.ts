/** The blocks of these scripts follow one order (Unicode 16, chapter 12): a letter's place in its block tells its sound. */
const BLOCK = 0x80;
const FIRST_BLOCK = 0x900;
const END_OF_BLOCKS = 0xd80;
const CONSONANT_FROM = 0x15;
/** From क to ह; the second and fourth of each five are aspirated, and heard as the first and third. */
const CONSONANTS = "kkggNCCJJnttddnttddnnppbbmyrrlllvSSsh";
const WITH_NUKTA: Readonly<Record<string, string>> = { k: "q", g: "G", J: "z", d: "r", p: "f", v: "w" };
/** ख़ is no q. */
const NUKTA_BY_PLACE: ReadonlyMap<number, string> = new Map([
  [0x16, "x"],
  [0x2f, "y"],
]);
const VOWEL_FROM = 0x05;
/** From अ to औ, and from ा to ौ. */
const VOWELS = "a a i i u u ri li e e e e o o o o".split(" ");
const SIGN_FROM = 0x3e;
const SIGNS = "a i i u u ri ri e e e e o o o o".split(" ");
const NUKTA = 0x3c;
const VIRAMA = 0x4d;
/** Letters that end a syllable, or stand outside the order: anusvara, Bengali ৎ, letters with a nukta in them. */
const OTHERS: ReadonlyMap<number, string> = new Map([
  [0x01, "n"],
  [0x02, "n"],
  [0x4e, "t"],
  [0x58, "q"],
  [0x59, "x"],
  [0x5a, "G"],
  [0x5b, "z"],
  [0x5c, "r"],
  [0x5d, "r"],
  [0x5e, "f"],
  [0x5f, "y"],
  [0x70, "n"],
  // Malayalam letters without a vowel: ൺ ൻ ർ ൽ ൾ ൿ.
  [0x7a, "n"],
  [0x7b, "n"],
  [0x7c, "r"],
  [0x7d, "l"],
  [0x7e, "l"],
  [0x7f, "k"],
]);

/** -1 outside the blocks. */
function placeOf(word: string, at: number): number {
  const unit = word.charCodeAt(at);
  return unit >= FIRST_BLOCK && unit < END_OF_BLOCKS ? unit % BLOCK : -1;
}

function consonantAt(word: string, at: number): string {
  const place = placeOf(word, at);
  const plain = CONSONANTS.charAt(place - CONSONANT_FROM);
  if (plain === "" || place < CONSONANT_FROM || placeOf(word, at + 1) !== NUKTA) return plain;
  return NUKTA_BY_PLACE.get(place) ?? WITH_NUKTA[plain] ?? plain;
}

/** Whether a consonant keeps its vowel: another letter follows that is no vowel sign. The last one is silent. */
function hasOwnVowel(word: string, at: number): boolean {
  const next = placeOf(word, at + 1) === NUKTA ? at + 2 : at + 1;
  if (next >= word.length) return false;
  const place = placeOf(word, next);
  return place !== VIRAMA && (place < SIGN_FROM || place > VIRAMA);
}

/** Sounds of a word in Devanagari or a script of its order (Bengali to Malayalam), with the vowels nobody writes. */
export function soundsOfIndic(word: string): string {
  let sounds = "";
  for (let at = 0; at < word.length; at += 1) {
    const place = placeOf(word, at);
    const consonant = place >= CONSONANT_FROM ? consonantAt(word, at) : "";
    if (consonant !== "") sounds += consonant + (hasOwnVowel(word, at) ? "a" : "");
    else if (place >= SIGN_FROM && place < VIRAMA) sounds += SIGNS[place - SIGN_FROM] ?? "";
    else sounds += OTHERS.get(place) ?? (place < CONSONANT_FROM ? (VOWELS[place - VOWEL_FROM] ?? "") : "");
  }
  return sounds;
}
