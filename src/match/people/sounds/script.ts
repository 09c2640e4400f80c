/** Writing system of a word, as far as names are read differently in it. */
export type Script =
  | "latin"
  | "cyrillic"
  | "greek"
  | "armenian"
  | "hebrew"
  | "arabic"
  | "devanagari"
  | "bengali"
  | "gurmukhi"
  | "gujarati"
  | "oriya"
  | "tamil"
  | "telugu"
  | "kannada"
  | "malayalam"
  | "ethiopic"
  | "georgian"
  | "hangul"
  | "kana"
  | "han"
  | "dictionary"
  | "digits"
  | "other";

/** First and last code unit of each script; the first range that fits decides. */
const RANGES: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x30, 0x39, "digits"],
  [0x41, 0x24f, "latin"],
  [0x1e00, 0x1eff, "latin"],
  [0x370, 0x3ff, "greek"],
  [0x1f00, 0x1fff, "greek"],
  [0x400, 0x52f, "cyrillic"],
  [0x531, 0x58f, "armenian"],
  [0x590, 0x5ff, "hebrew"],
  [0x600, 0x77f, "arabic"],
  [0xfb50, 0xfefc, "arabic"],
  [0x900, 0x97f, "devanagari"],
  [0x980, 0x9ff, "bengali"],
  [0xa00, 0xa7f, "gurmukhi"],
  [0xa80, 0xaff, "gujarati"],
  [0xb00, 0xb7f, "oriya"],
  [0xb80, 0xbff, "tamil"],
  [0xc00, 0xc7f, "telugu"],
  [0xc80, 0xcff, "kannada"],
  [0xd00, 0xd7f, "malayalam"],
  [0xe00, 0xeff, "dictionary"],
  [0x1000, 0x109f, "dictionary"],
  [0x1780, 0x17ff, "dictionary"],
  [0x10a0, 0x10ff, "georgian"],
  [0x1200, 0x135f, "ethiopic"],
  [0xac00, 0xd7a3, "hangul"],
  [0x3041, 0x30ff, "kana"],
  [0x3400, 0x9fff, "han"],
];

const CASED: ReadonlySet<Script> = new Set(["latin", "cyrillic", "greek", "armenian"]);
const WITHOUT_SHORT_VOWELS: ReadonlySet<Script> = new Set(["arabic", "hebrew"]);
const ALPHABETS: ReadonlySet<Script> = new Set(["latin", "cyrillic", "greek"]);
const INDIC: ReadonlySet<Script> = new Set([
  "devanagari",
  "bengali",
  "gurmukhi",
  "gujarati",
  "oriya",
  "tamil",
  "telugu",
  "kannada",
  "malayalam",
]);

const BITS: ReadonlyMap<Script, number> = new Map(
  [...new Set(RANGES.map(([, , script]) => script))]
    .filter((script) => script !== "digits")
    .map((script, at) => [script, 1 << at]),
);

/** A bit of its own for each script that names are written in; 0 for the others. */
export function scriptBit(script: Script): number {
  return BITS.get(script) ?? 0;
}

function scriptOfUnit(unit: number): Script {
  return RANGES.find(([from, to]) => unit >= from && unit <= to)?.[2] ?? "other";
}

/** Script of a word's first letter that has one. */
export function scriptOf(word: string): Script {
  for (let at = 0; at < word.length; at += 1) {
    const script = scriptOfUnit(word.charCodeAt(at));
    if (script !== "other") return script;
  }
  return "other";
}

/** Names begin with a capital letter there. */
export function isCased(script: Script): boolean {
  return CASED.has(script);
}

/** Short vowels are not written. */
export function isAbjad(script: Script): boolean {
  return WITHOUT_SHORT_VOWELS.has(script);
}

/** Scripts of India whose blocks in Unicode follow the order of Devanagari. */
export function isIndic(script: Script): boolean {
  return INDIC.has(script);
}

/** Scripts so alike that names are compared by sound without further care. */
export function isAlphabet(script: Script): boolean {
  return ALPHABETS.has(script);
}
