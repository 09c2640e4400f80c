import { tableOf } from "./table-of.ts";

/** Hepburn → Cyrillic by the system of Polivanov, which Russian media write Japanese names in: Кэнъити, not Кеничи. */

const VOWELS = tableOf("a=а i=и u=у e=э o=о");
const SOFT_VOWELS = tableOf("a=я u=ю e=е o=ё");
const CONSONANTS = tableOf("k=к g=г s=с z=дз t=т d=д n=н h=х f=ф b=б p=п m=м r=р w=в sh=с ch=т j=дз ts=ц");
/** Before a, u and o they are soft, as what has a y behind it. */
const SOFT = new Set(["sh", "ch", "j"]);
/** One vowel with what stands before it, and the nasal that ends the syllable; a consonant may be doubled: `kk`, `tch`. */
const SYLLABLE =
  /^(?<twice>([kstp])(?=\2)|t(?=ch))?(?<consonant>sh|ch|ts|[kgszjtdnhfbpmrw])?(?<y>y)?(?<vowel>[aiueo])(?<nasal>n(?![aiueoy])|m(?=[bpm]))?['’]?/;
const LONG_VOWELS = /[\u0302\u0304]|(?<=[ou])[uh](?![aiueoy])|(?<=o)o|(?<=u)u/g;

/** One part of a name in lower case; null: it is not made of Japanese syllables. */
export function japaneseInCyrillic(romaji: string): string | null {
  let rest = romaji.normalize("NFD").replaceAll(LONG_VOWELS, "");
  let cyrillic = "";
  while (rest !== "") {
    const syllable = SYLLABLE.exec(rest);
    if (syllable === null) return null;
    cyrillic += inCyrillic(syllable.groups ?? {});
    rest = rest.slice(syllable[0].length);
  }
  return cyrillic === "" ? null : cyrillic;
}

function inCyrillic({ twice, consonant = "", y, vowel = "", nasal }: Partial<Record<string, string>>): string {
  const letters = CONSONANTS.get(consonant) ?? "";
  const isSoft = y !== undefined || SOFT.has(consonant);
  const written = (isSoft ? SOFT_VOWELS.get(vowel) : undefined) ?? VOWELS.get(vowel) ?? "";
  const end = nasal === undefined ? "" : (CONSONANTS.get(nasal) ?? "");
  return (twice === undefined ? "" : letters.charAt(0)) + letters + written + end;
}
