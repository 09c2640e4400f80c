const FIRST = 0x1200;
const ORDERS = 8;
/** Consonants of the syllabary in the order of Unicode, a row of eight each; _ has none of its own. */
const CONSONANTS = "h l h m s r s S q q q q b v t C h h n n _ k k x x w _ z Z y d d J g g g t C p c c f p".split(" ");
/** The first vowel is a after a throat sound; the sixth is hardly heard. */
const VOWELS = "e u i a e _ o wa".split(" ");
const THROAT: ReadonlySet<string> = new Set(["h", "_"]);

/** Sounds of a word in the Ethiopic script: Amharic, Tigrinya. */
export function soundsOfEthiopic(word: string): string {
  let sounds = "";
  for (let at = 0; at < word.length; at += 1) {
    const place = word.charCodeAt(at) - FIRST;
    const consonant = CONSONANTS[Math.floor(place / ORDERS)];
    if (place < 0 || consonant === undefined) continue;
    const order = place % ORDERS;
    sounds += consonant + (order === 0 && THROAT.has(consonant) ? "a" : (VOWELS[order] ?? ""));
  }
  return sounds.replaceAll("_", "");
}
