import { hangulJamo } from "./hangul-jamo.ts";
import { EITHER_N, koreanOfCyrillic } from "./korean-of-cyrillic.ts";
import type { KoreanSounds } from "./korean-sounds.ts";
import type { Script } from "./script.ts";

/**
 * Korean syllables as romanisations spell them: the Revised one, McCune-Reischauer without its marks, North Korea's and
 * people's own. A vowel is the set of jamo that it may stand for, a cluster of consonants its class of letters.
 */
const VOWELS =
  "yeo=ㅕ yae=ㅒ yoo=ㅠ you=ㅕㅠ yo=ㅛㅕ yu=ㅠㅕ ya=ㅑ ye=ㅖㅕ wae=ㅙ woo=ㅜ weo=ㅝ wo=ㅝㅜ wa=ㅘ we=ㅞ wi=ㅟ wu=ㅜ eui=ㅢ ui=ㅢ eu=ㅡ eo=ㅓ " +
  "ae=ㅐ ai=ㅐ oo=ㅜ oe=ㅚ oi=ㅚ ou=ㅓ ee=ㅣㅢ ŏ=ㅓ ŭ=ㅡ a=ㅏ e=ㅔㅐ i=ㅣㅢ o=ㅗㅓ u=ㅜㅓㅡ";
const vowels = new Map(VOWELS.split(" ").map((pair) => [pair.split("=")[0] ?? "", pair.split("=")[1] ?? ""]));
const VOWEL = new RegExp([...vowels.keys()].toSorted((a, b) => b.length - a.length).join("|"), "g");

/** Consonants by class: voiced, aspirated and tense ones are spelled alike somewhere. */
const CONSONANTS: readonly (readonly [spelling: RegExp, letter: string])[] = [
  [/ng/g, "N"],
  [/wh/g, "hw"],
  [/tch|dzh|ts?j|ch|jj|j|z/g, "C"],
  [/sh|ss/g, "s"],
  [/[kg](?:h|['’])?/g, "k"],
  [/[pb](?:h|['’])?/g, "p"],
  [/[td](?:h|['’])?/g, "t"],
  [/[rl]h?/g, "r"],
  [/(.)\1+/g, "$1"],
];
const JAMO_INITIALS = "k k n t t r m p p s s _ C C C k t p h".split(" ");
const JAMO_FINALS = "_ k k k n n n t r k m r r r p r m p p t t N t C k t p t".split(" ");
const MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

const ANY_N = new RegExp(`[N${EITHER_N}]`, "g");

/** Of three syllables. */
const LONGEST = 16;
/** No f, q, v or x. */
const LETTERS = /^[a-eg-pr-uwyzŏŭ'’-]+$/;

function letters(cluster: string): string {
  let plain = cluster;
  for (const [spelling, letter] of CONSONANTS) plain = plain.replaceAll(spelling, letter);
  return plain;
}

function ofLatin(word: string): KoreanSounds | null {
  if (word.length > LONGEST || !LETTERS.test(word)) return null;
  // A y or w that begins no vowel, or a letter Korean has not, says that it is none.
  const consonants = word.replaceAll("-", "").split(VOWEL).map(letters);
  const own = word.replaceAll("-", "").match(VOWEL) ?? [];
  if (own.length === 0 || consonants.some((cluster) => /[^kptrCsmnNh]/.test(cluster))) return null;
  return { consonants, vowels: own.map((vowel) => vowels.get(vowel) ?? "") };
}

function ofHangul(word: string): KoreanSounds | null {
  const consonants = [""];
  const own: string[] = [];
  for (const syllable of word) {
    const jamo = hangulJamo(syllable);
    if (jamo === null) return null;
    const before = consonants.pop() ?? "";
    consonants.push(before + (JAMO_INITIALS[jamo.initial] ?? "").replace("_", ""));
    own.push(MEDIALS.charAt(jamo.vowel));
    consonants.push((JAMO_FINALS[jamo.final] ?? "").replace("_", ""));
  }
  return own.length === 0 ? null : { consonants: consonants.map(withoutDouble), vowels: own };
}

/** `hyeongyu` may be hyeong-yu or hyeon-gyu. */
function inside(cluster: string | undefined): string | undefined {
  if (cluster === EITHER_N + "k") return EITHER_N;
  return cluster === "nk" ? "N" : cluster;
}

/** Cyrillic has one letter for n and ng. */
function withOneN(cluster: string | undefined): string | undefined {
  return cluster?.replaceAll(ANY_N, "n");
}

function isSameCluster(left: string | undefined, right: string | undefined): boolean {
  const [one, other] = [inside(left), inside(right)];
  const isEither = one?.includes(EITHER_N) === true || other?.includes(EITHER_N) === true;
  return one === other || (isEither && withOneN(one) === withOneN(other));
}

function withoutDouble(cluster: string): string {
  return cluster.replaceAll(/(.)\1+/g, "$1");
}

/** A lower-case word in Latin or Cyrillic letters or Hangul as Korean syllables; null: it is none. */
export function koreanSounds(word: string): KoreanSounds | null {
  if (/^[\uac00-\ud7a3]/.test(word)) return ofHangul(word);
  return /^[\u0400-\u04ff]/.test(word) ? koreanOfCyrillic(word) : ofLatin(word.normalize("NFC"));
}

/** Syllables that a word has; also without its case ending, and as a language spells them: `Чжи Хуном`, the Czech `Jong-nam` for Yong-nam. */
export function koreanReadings(readings: readonly { source: string }[], script: Script): KoreanSounds[] {
  const spelled = script === "hangul" ? readings.slice(0, 1) : readings;
  return spelled.flatMap(({ source }) => koreanSounds(source) ?? []);
}

/** The North writes ㄹ and ㄴ at the beginning where the South leaves them out: Ryong, Yong. */
function beginsAlike(left: string, right: string): boolean {
  return left === right || ((left === "" || right === "") && /^[rn]$/.test(left + right));
}

/** A given name in Latin letters with what the North writes at its beginning and the South does not, or without. */
export function otherBeginnings(word: string): readonly string[] {
  if (/^[rl](?=[yi])/.test(word)) return [word.slice(1)];
  return /^[yi]/.test(word) ? [`r${word}`] : [];
}

/** What all spellings of a Korean name have: its consonants but those at the beginning, and how many syllables it has. */
export function koreanKey({ consonants, vowels: own }: KoreanSounds): string {
  const [first = "", ...rest] = consonants;
  return [own.length, /^[rn]?$/.test(first) ? "" : first, ...rest.map((cluster) => withOneN(inside(cluster)))].join(
    ".",
  );
}

/** Whether two words may be the same Korean name. */
export function isSameKoreanName(left: KoreanSounds, right: KoreanSounds): boolean {
  if (left.vowels.length !== right.vowels.length) return false;
  if (!beginsAlike(left.consonants[0] ?? "", right.consonants[0] ?? "")) return false;
  return (
    left.consonants.every((cluster, at) => at === 0 || isSameCluster(cluster, right.consonants[at])) &&
    left.vowels.every((jamo, at) => Array.from(jamo).some((each) => right.vowels[at]?.includes(each)))
  );
}
