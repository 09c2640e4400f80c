import type { Script } from "./script.ts";

/** Consonants in classes that survive transliteration; vowels, glides, h and kh leave no trace. */
const CLASSES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from("bpfv", (sound) => [sound, "B"])),
  ...Object.fromEntries(Array.from("lr", (sound) => [sound, "L"])),
  ...Object.fromEntries(Array.from("td", (sound) => [sound, "T"])),
  ...Object.fromEntries(Array.from("szSZCcJ", (sound) => [sound, "S"])),
  ...Object.fromEntries(Array.from("kgqG", (sound) => [sound, "K"])),
  m: "M",
  n: "N",
  N: "N",
};

/** @param keepsAll also the second of two sounds of one class */
function coarse(sounds: string, keepsAll: boolean): string {
  let key = "";
  let last = "";
  for (const sound of sounds) {
    if (sound === "h" || sound === "x") continue;
    const group = CLASSES[sound] ?? "";
    if (group !== last || keepsAll) key += group;
    last = group;
  }
  return key;
}

/** Two sounds of a class side by side may be one, and may be two: the r and l of Kergourlay. */
function coarseKeys(sounds: string): readonly string[] {
  return [coarse(sounds, false), coarse(sounds, true)];
}

interface Rewriting {
  /** Tried where the spelling has it. */
  where: RegExp;
  sound: RegExp;
  instead: readonly string[];
  /** The first of `instead` takes the place of the sound, it is no alternative. */
  replaces?: true;
}

/** Letters that stand for several sounds. */
const AMBIGUOUS: Readonly<Partial<Record<Script, readonly Rewriting[]>>> = {
  latin: [
    { where: /j/, sound: /j/g, instead: ["J", "y"], replaces: true },
    { where: /c(?!h)/, sound: /k(?=[eiyaou]|$)/, instead: ["c"] },
    { where: /q/, sound: /q/g, instead: ["C"] },
    { where: /[^k]x/, sound: /ks/g, instead: ["S"] },
    { where: /ch/, sound: /C/, instead: ["x", "k"] },
    { where: /m[bp]/, sound: /m(?=[bp])/, instead: ["n"] },
    { where: /v$/, sound: /v$/, instead: ["f"] },
  ],
  cyrillic: [{ where: /г/, sound: /g/g, instead: ["h"] }],
  arabic: [
    { where: /[ذضثظ]/, sound: /[zs](?=[^zs]*$)/, instead: ["t"] },
    { where: /ج/, sound: /J/g, instead: ["g"] },
    { where: /غ/, sound: /G/g, instead: ["h"] },
  ],
  kana: [{ where: /フ./, sound: /fu(?=[^aeiouy])/, instead: ["h"] }],
  hebrew: [{ where: /כ/, sound: /k/, instead: ["x"] }],
};

const W: Rewriting = { where: /./, sound: /w/g, instead: ["v"] };
/** Of two or three in a word of an abjad, each is a consonant or a vowel. */
const EACH_W: readonly Rewriting[] = [/w/, /w(?=[^w]*$)/, /(?<=w[^w]*)w(?=[^w]*w)/].map((sound) => {
  return { where: /[وו].*[وו]/, sound, instead: ["v"] };
});

function alternativesOf(readings: readonly string[], { sound, instead, replaces }: Rewriting): string[] {
  const [first = "", ...others] = instead;
  const base = replaces === true ? readings.map((reading) => reading.replace(sound, first)) : [...readings];
  const rest = replaces === true ? others : instead;
  const found = new Set(base);
  for (const reading of readings) for (const other of rest) found.add(reading.replace(sound, other));
  return [...found];
}

/**
 * Keys under which words that sound alike meet. Never empty strings; at most `most`: a listed name may have more of
 * them than a word of a text.
 */
export function soundKeys(word: string, sounds: string, { script, most }: { script: Script; most: number }): string[] {
  let readings = [sounds];
  for (const rewriting of [W, ...EACH_W, ...(AMBIGUOUS[script] ?? [])]) {
    if (readings.length < most && rewriting.where.test(word)) readings = alternativesOf(readings, rewriting);
  }
  const keys = new Set(readings.slice(0, most).flatMap((reading) => coarseKeys(reading)));
  keys.delete("");
  return [...keys];
}

/** How many consonants carry a word: what a comparison by sound can rely on. */
export function consonantsIn(sounds: string): number {
  let count = 0;
  for (const sound of sounds) if (CLASSES[sound] !== undefined) count += 1;
  return count;
}
