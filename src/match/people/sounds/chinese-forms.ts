import { pinyinSyllables, wadeSyllable, wadeSyllables, type Syllable } from "./chinese-syllables.ts";
import { ARABIC, GREEK, HEBREW, PERSIAN, TURKISH } from "./chinese-far-systems.ts";
import { syllableInHangul } from "./chinese-hangul.ts";
import { BULGARIAN, CZECH, HUNGARIAN, PALLADIUS, SERBIAN, spelled, UKRAINIAN, type System } from "./chinese-systems.ts";

/** Chinese names as other languages write them. Rules, not a list: each system is regular. */

/** `Чанъань`: ъ keeps a syllable that begins with a vowel apart. */
function inPalladius(syllables: readonly Syllable[]): string {
  return syllables
    .map((syllable, at) => {
      const isTied = syllable.initial === "" && /ng?$/.test(syllables[at - 1]?.final ?? "");
      return (isTied ? "ъ" : "") + spelled(syllable, PALLADIUS);
    })
    .join("");
}

/** A Hebrew nun has its last form at the end of a word alone. */
function withFinalLetters(word: string): string {
  return word.replaceAll(/ן(?=.)/g, "נ");
}

type Writer = (syllables: readonly Syllable[]) => string;

function writerOf(system: System): Writer {
  return (syllables) => withFinalLetters(syllables.map((syllable) => spelled(syllable, system)).join(""));
}

const WRITERS: readonly Writer[] = [
  (syllables) => syllables.map(({ initial, final }) => initial + final).join(""),
  (syllables) => syllables.map(wadeSyllable).join(""),
  inPalladius,
  ...[CZECH, HUNGARIAN].map(writerOf),
];

/** Of the long lists of `careful` mode these would double the index. */
const FAR_WRITERS: readonly Writer[] = [BULGARIAN, TURKISH, UKRAINIAN, SERBIAN, GREEK, ARABIC, PERSIAN, HEBREW].map(
  writerOf,
);

/** Wade-Giles without apostrophes says little of aspiration: a name with more readings than this is taken as it stands. */
const MOST_READINGS = 8;

/** A name's words as syllables of pinyin; of a name in Wade-Giles, all that it may be. */
function readingsOf(words: readonly string[]): readonly (readonly (readonly Syllable[])[])[] {
  const inPinyin = words.map(pinyinSyllables);
  if (!inPinyin.includes(null)) return [inPinyin.map((word) => word ?? [])];
  let readings: (readonly (readonly Syllable[])[])[] = [[]];
  for (const word of words) {
    const syllables = wadeSyllables(word);
    if (syllables === null) return [];
    let own: (readonly Syllable[])[] = [[]];
    for (const options of syllables) own = own.flatMap((before) => options.map((option) => [...before, option]));
    readings = readings.flatMap((before) => own.map((each) => [...before, each]));
    if (readings.length > MOST_READINGS) return [];
  }
  return readings;
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().normalize("NFC").split(" ");
}

/** Whether both words of a name are pinyin: `Luo Xiulan`. */
export function isPinyinName(name: string): boolean {
  const words = wordsOf(name);
  return words.length === 2 && words.every((word) => pinyinSyllables(word) !== null);
}

/**
 * How a name of two words in pinyin or Wade-Giles is written elsewhere, lower case, surname first as listed.
 * @param isFull also in letters and languages that would make an index of many persons large
 */
export function chineseForms(name: string, isFull = true): { spellings: string[]; hangul: string[] } {
  const words = wordsOf(name);
  const readings = words.length === 2 ? readingsOf(words) : [];
  const writers = isFull ? [...WRITERS, ...FAR_WRITERS] : WRITERS;
  const own = words.join(" ").replaceAll(/['’ʼ‘-]/g, "");
  const spellings = new Set(readings.flatMap((reading) => writers.map((write) => reading.map(write).join(" "))));
  spellings.delete(own);
  const hangul = new Set(readings.map((reading) => reading.flat().map(syllableInHangul).join("")));
  return { spellings: [...spellings], hangul: [...hangul] };
}
