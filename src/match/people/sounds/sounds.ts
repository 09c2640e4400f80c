import { soundsOfEthiopic } from "./ethiopic-sounds.ts";
import { soundsOfHan } from "./han-sounds.ts";
import { hangulJamo } from "./hangul-jamo.ts";
import { soundsOfIndic } from "./indic-sounds.ts";
import { isAbjad, isIndic, type Script } from "./script.ts";
import { soundsOfThai } from "./thai-sounds.ts";
import { MARKED_LETTERS, SOUND_TABLES } from "./sound-tables.ts";

const LONGEST_SPELLING = 7;
/** Beyond it nothing is a name; a word of 10 MB costs nothing. */
const MAX_LETTERS = 60;
const MARK = /\p{M}/gu;
const DOUBLED = /(.)\1+/g;
const GERESH = /[׳’]/g;
const NG = /n[gG](?![aeiouy])/g;
/** Scripts of India have no letter of its own for it. */
const TS = /ts/g;
const NOT_A_SOUND = /[^a-zA-Z]/g;

const INITIALS = "k k n t t r m p p s s _ J J C k t p h".split(" ");
const VOWELS = "a e ya ye o e yo ye o wa we we yo u wo we wi yu u i i".split(" ");
const FINALS = "_ k k k n n n t l k m l l l p l m p p t t N t t k t p t".split(" ");

function soundsOfHangul(word: string): string {
  let sounds = "";
  for (const syllable of word) {
    const jamo = hangulJamo(syllable);
    if (jamo === null) continue;
    sounds += (INITIALS[jamo.initial] ?? "") + (VOWELS[jamo.vowel] ?? "") + (FINALS[jamo.final] ?? "");
  }
  return sounds.replaceAll("_", "");
}

function withoutMarks(word: string): string {
  let bare = "";
  for (const letter of word) bare += MARKED_LETTERS.has(letter) ? letter : letter.normalize("NFD").replaceAll(MARK, "");
  return bare;
}

function rewrite(word: string, table: ReadonlyMap<string, string>): string {
  let sounds = "";
  for (let at = 0; at < word.length;) {
    let length = Math.min(LONGEST_SPELLING, word.length - at);
    while (length > 1 && !table.has(word.slice(at, at + length))) length -= 1;
    const spelling = word.slice(at, at + length);
    sounds += table.get(spelling) ?? spelling;
    at += length;
  }
  return sounds;
}

/**
 * Sounds of a lower-case word as its source spells it, "" where its script does not tell them (Han, Thai, Burmese).
 * From the source, not from the fold: folding drops what makes ş, č, ñ and the Hebrew geresh other sounds.
 */
export function soundsOf(word: string, script: Script): string {
  if (word.length > MAX_LETTERS) return "";
  if (script === "hangul") return tidy(soundsOfHangul(word));
  if (script === "han") return tidy(soundsOfHan(word));
  if (script === "dictionary") return tidy(soundsOfThai(word));
  if (script === "ethiopic") return tidy(soundsOfEthiopic(word));
  if (isIndic(script)) return tidy(soundsOfIndic(word.normalize("NFC"))).replaceAll(TS, "c");
  const table = SOUND_TABLES.get(script);
  if (table === undefined) return "";
  // At the beginning of a name x is sh (Xu), elsewhere ks (Maxim); the h of a Burmese Htet is no sound of its own.
  const latin = script === "latin" ? word.replace(/^x/, "sh").replace(/^h(?=[tmspk])/, "") : word;
  const letters = latin.normalize("NFC").replaceAll(GERESH, "'");
  const sounds = rewrite(script === "kana" ? letters : withoutMarks(letters), table);
  // Where no short vowels are written, two letters in a row are two sounds: ممد is Mamad.
  return isAbjad(script) ? sounds.replaceAll(NOT_A_SOUND, "").replaceAll(NG, "N") : tidy(sounds);
}

/** What Hangul writes with one letter. */
const HANGUL_SOUNDS: Readonly<Record<string, string>> = {
  l: "r",
  f: "p",
  v: "p",
  b: "p",
  d: "t",
  g: "k",
  z: "J",
  S: "s",
};
const IN_HANGUL = /[lfvbdgzS]/g;

/** What Thai writes as another sound. */
const THAI_SOUNDS: Readonly<Record<string, string>> = {
  z: "s",
  c: "s",
  Z: "C",
  S: "C",
  g: "k",
  G: "k",
  q: "k",
  x: "k",
};
const IN_THAI = /[zcZSgGqx]/g;

/** What Han characters write as another sound. */
const HAN_SOUNDS: Readonly<Record<string, string>> = { r: "l", x: "h", G: "g", q: "k", N: "n", w: "v" };
const IN_HAN = /[rxGqNw]/g;

const WITH_FEWER: ReadonlySet<Script> = new Set(["hangul", "kana", "greek", "han", "arabic", "dictionary"]);

/** Scripts that have no letters for some sounds of foreign names. */
export function hearsFewer(script: Script): boolean {
  return WITH_FEWER.has(script);
}

/** Sounds of a foreign name as such a script can write them: no l or r of their own, no f, v or z, no sh, no p. */
export function asHeardIn(script: Script, sounds: string): string {
  if (script === "kana")
    return sounds
      .replaceAll(/v(?=[sSkptfcCx]|$)/g, "f")
      .replaceAll(/[hx](?=[^aeioyhx])/g, "f")
      .replaceAll("l", "r")
      .replaceAll("v", "b")
      .replaceAll("N", "n");
  if (script === "han")
    return tidy(sounds.replaceAll(/m(?=[bp])/g, "n").replaceAll(IN_HAN, (sound) => HAN_SOUNDS[sound] ?? sound));
  if (script === "dictionary") return tidy(sounds.replaceAll(IN_THAI, (sound) => THAI_SOUNDS[sound] ?? sound));
  if (script === "arabic") return sounds.replaceAll("p", "b");
  if (script === "greek") return sounds.replaceAll("S", "s").replaceAll("Z", "z").replaceAll("C", "c");
  return tidy(sounds.replaceAll(IN_HANGUL, (sound) => HANGUL_SOUNDS[sound] ?? sound));
}

function tidy(sounds: string): string {
  return sounds.replaceAll(NOT_A_SOUND, "").replaceAll(DOUBLED, "$1").replaceAll(NG, "N");
}
