/** ISO 15924 codes of the scripts that are told apart, frequent ones first; other letters belong to none of them. */
const SCRIPTS =
  "Latn Cyrl Arab Hani Hira Kana Hang Deva Grek Hebr Thai Geor Armn Beng Taml Telu Knda Mlym Gujr Guru Orya Sinh Khmr Laoo Mymr Tibt Ethi Mong Thaa Syrc Nkoo Tfng Cher Cans Yiii Adlm".split(
    " ",
  );
const PATTERNS = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, "u"));
const LETTER = /\p{L}/u;
const OF_WORD = /[\p{L}\p{M}\u200C]/u;

interface Character {
  /** Number of its script in the table; -1: none of them. */
  script: number;
  isLetter: boolean;
  isOfWord: boolean;
}

/** By code unit, found when first met: texts have few different characters, and patterns of Unicode are slow. */
const characters: (Character | undefined)[] = Array.from({ length: 0x10000 });

function examine(text: string): Character {
  const script = PATTERNS.findIndex((pattern) => pattern.test(text));
  return { script, isLetter: LETTER.test(text), isOfWord: OF_WORD.test(text) };
}

function characterOf(text: string): Character {
  return text.length === 1 ? (characters[text.charCodeAt(0)] ??= examine(text)) : examine(text);
}

/** What a text is written with. */
export interface ScriptCount {
  letters: number;
  /** Characters of one script or of several together (ISO 15924 codes); null: a script is not told apart. */
  of: (scripts: readonly string[]) => number | null;
}

/** Counts letters and the characters of each script. */
export function countScripts(text: string): ScriptCount {
  const counts = new Uint32Array(SCRIPTS.length);
  let letters = 0;
  for (const one of text) {
    const { script, isLetter } = characterOf(one);
    if (isLetter) letters += 1;
    if (script >= 0) counts[script] = (counts[script] ?? 0) + 1;
  }
  return {
    letters,
    of: (scripts) => {
      const found = scripts.map((script) => counts[SCRIPTS.indexOf(script)]);
      return found.reduce<number | null>((sum, one) => (sum === null || one === undefined ? null : sum + one), 0);
    },
  };
}

/** The different words of a text: runs of letters, marks and zero-width non-joiners. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  let at = 0;
  let wordAt = 0;
  for (const one of text) {
    if (!characterOf(one).isOfWord) {
      if (at > wordAt) words.add(text.slice(wordAt, at));
      wordAt = at + one.length;
    }
    at += one.length;
  }
  if (at > wordAt) words.add(text.slice(wordAt));
  return words;
}
