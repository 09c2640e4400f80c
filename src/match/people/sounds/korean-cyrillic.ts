import { hangulJamo } from "./hangul-jamo.ts";

/** Hangul → Cyrillic by the system of Kontsevich, which Russian media write Korean names in. */

const INITIALS = "к кк н т тт р м п пп с сс _ ч чч чх кх тх пх х".split(" ");
const VOICED: Readonly<Record<string, string>> = { к: "г", т: "д", п: "б", ч: "дж" };
const VOWELS = "а э я йя о е ё йе о ва вэ ве ё у во ве ви ю ы ый и".split(" ");
const FINALS = "_ к к к н н н т ль к м ль ль ль п ль м п п т т н т т к т п т".split(" ");
const IS_VOICED_END = /[аэяоеёуюыийньм]$/;

/** One name part, lower case; "" where it holds anything but Hangul syllables. */
export function koreanInCyrillic(hangul: string): string {
  let word = "";
  for (let at = 0; at < hangul.length; at += 1) {
    const jamo = hangulJamo(hangul.charAt(at));
    if (jamo === null) return "";
    const initial = INITIALS[jamo.initial] ?? "";
    const isBetweenVoiced = at > 0 && IS_VOICED_END.test(word);
    word += (isBetweenVoiced ? VOICED[initial] : undefined) ?? initial;
    word += VOWELS[jamo.vowel] ?? "";
    word += FINALS[jamo.final] ?? "";
    word = word.replaceAll("_", "");
  }
  // At the beginning the surnames of ㄹ are written with л: Ли, not Ри.
  return word.replace(/^р/, "л");
}
