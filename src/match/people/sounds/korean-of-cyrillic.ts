import type { KoreanSounds } from "./korean-sounds.ts";
import { tableOf } from "./table-of.ts";

/**
 * Korean syllables as Cyrillic spells them: by Kontsevich (Чи Хун), as most newsrooms do (Чжи Хун), by way of English (Джи Хун),
 * and as Ukrainian, Belarusian, Bulgarian and Serbian write those.
 */
const VOWELS = tableOf(
  "а=ㅏ я=ㅑ э=ㅐㅔ е=ㅔㅐㅖㅕ є=ㅖㅕ ё=ㅕㅛ йо=ㅕㅛ ьо=ㅕㅛ о=ㅓㅗ у=ㅜㅡ ю=ㅠ ы=ㅡㅣㅢ ый=ㅢ и=ㅣㅢㅡ і=ㅣㅢ ї=ㅣ ий=ㅢ ой=ㅚ ва=ㅘ вэ=ㅙㅞㅚ ве=ㅙㅞㅚ во=ㅝ ви=ㅟ ві=ㅟ",
);
/** n or ng, which has no letter of its own. */
export const EITHER_N = "M";
const CONSONANTS = tableOf(
  `кк=k кх=k к=k г=k ґ=k тт=t тх=t т=t д=t пп=p пх=p п=p б=p чч=C чх=C чж=C тч=C дж=C џ=C ђ=C ћ=C ч=C ж=C дз=C ц=C сс=s с=s ш=s х=h н=${EITHER_N} нъ=${EITHER_N} нг=N м=m р=r ль=r л=r`,
);
const LONGEST = 12;

function oneOf(spellings: Iterable<string>): string {
  return [...spellings].toSorted((a, b) => b.length - a.length).join("|");
}

const consonant = oneOf(CONSONANTS.keys());
const vowel = oneOf(VOWELS.keys());
const NAME = new RegExp(`^(?:(?:${consonant})?(?:${vowel})(?:${consonant})?){1,3}$`);
const PIECE = new RegExp(`(?<vowel>${vowel})|(?<consonant>${consonant})`, "g");

/** A lower-case word as Korean syllables, three at most; null: it is none. */
export function koreanOfCyrillic(word: string): KoreanSounds | null {
  const plain = word.replaceAll("-", "");
  if (plain.length > LONGEST || !NAME.test(plain)) return null;
  const consonants = [""];
  const vowels: string[] = [];
  for (const { groups } of plain.matchAll(PIECE)) {
    const jamo = VOWELS.get(groups?.["vowel"] ?? "");
    if (jamo === undefined) {
      const before = consonants.pop() ?? "";
      consonants.push(before + (CONSONANTS.get(groups?.["consonant"] ?? "") ?? ""));
    } else {
      vowels.push(jamo);
      consonants.push("");
    }
  }
  // Between vowels or at the beginning it is n.
  return { consonants: consonants.map((cluster, at) => withPlainN(cluster, at === consonants.length - 1)), vowels };
}

function withPlainN(cluster: string, isLast: boolean): string {
  return isLast ? cluster : cluster.replace(new RegExp(`^${EITHER_N}$`), "n");
}
