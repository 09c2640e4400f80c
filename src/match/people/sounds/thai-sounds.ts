import { tableOf } from "./table-of.ts";

/** Thai letters as they sound at the beginning of a syllable; signs of tone and length say nothing of a name. */
const SOUNDS = tableOf(
  "ก=k ข=k ฃ=k ค=k ฅ=k ฆ=k ง=N จ=J ฉ=C ช=C ซ=s ฌ=C ญ=y ฎ=d ฏ=t ฐ=t ฑ=t ฒ=t ณ=n ด=d ต=t ถ=t ท=t ธ=t น=n บ=b ป=p ผ=p ฝ=f พ=p ฟ=f ภ=p " +
    "ม=m ย=y ร=r ล=l ว=w ศ=s ษ=s ส=s ห=h ฬ=l ฮ=h อ= ะ=a ั=a า=a ำ=am ิ=i ี=i ึ=u ื=u ุ=u ู=u เ=e แ=e โ=o ใ=ai ไ=ai ฤ=ri",
);
const THAI = /^[\u0e01-\u0e4e]+$/;
/** A letter with the sign above it is silent: ศักดิ์ is sak. */
const SILENT = /[ก-ฮ][ิุ]?์/g;
/** Vowels that are written before the consonant that they follow. */
const BEFORE_CONSONANT = /([เแโใไ])([ก-ฮ])/g;
/** Signs of tone stand between a consonant and the vowel behind it. */
const TONE = /[\u0e48-\u0e4b]/g;
/** It tells the tone of the consonant behind it. */
const LEADING = /ห(?=[งญนมยรลว])/g;
/** Written around it: เ-ีย, เ-า, เ-ือ; and รร inside a word. */
const AROUND: readonly (readonly [RegExp, string])[] = [
  [/เ([ก-ฮ]{1,2})ียว?/g, "$1ิย"],
  [/เ([ก-ฮ]{1,2})า/g, "$1าว"],
  [/เ([ก-ฮ]{1,2})ิ/g, "$1ิ"],
  [/รร(?=[ก-ฮ])/g, "ั"],
  [/รร/g, "ัน"],
];

const LAO = /^[\u0e81-\u0edd]+$/;
/** Lao letters stand in Unicode where the Thai ones do, so far behind them; but for these. */
const BEHIND_THAI = 0x80;
const ONLY_LAO: ReadonlyMap<string, string> = new Map([
  ["\u0ebc", "ล"],
  ["\u0ebb", "ุ"],
  ["\u0ebd", "ย"],
  ["\u0edc", "น"],
  ["\u0edd", "ม"],
]);

function inThaiLetters(lao: string): string {
  return Array.from(
    lao,
    (letter) => ONLY_LAO.get(letter) ?? String.fromCharCode(letter.charCodeAt(0) - BEHIND_THAI),
  ).join("");
}

/** Sounds of a Thai or a Lao word, "" where it holds anything else. */
export function soundsOfThai(word: string): string {
  const thai = LAO.test(word) ? inThaiLetters(word) : word;
  if (!THAI.test(thai)) return "";
  let letters = thai.replaceAll(TONE, "").replaceAll(SILENT, "").replaceAll(LEADING, "");
  for (const [from, to] of AROUND) letters = letters.replaceAll(from, to);
  letters = letters.replaceAll(BEFORE_CONSONANT, "$2$1");
  return Array.from(letters, (letter) => SOUNDS.get(letter) ?? "").join("");
}
