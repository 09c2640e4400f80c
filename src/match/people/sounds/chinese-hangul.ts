import type { Syllable } from "./chinese-syllables.ts";
import { hangulJamo, hangulSyllable } from "./hangul-jamo.ts";
import { tableOf } from "./table-of.ts";

/** Chinese syllables in Hangul, by the rules of the National Institute of Korean Language. */

const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const CONSONANTS = tableOf(
  "b=ㅂ p=ㅍ m=ㅁ f=ㅍ d=ㄷ t=ㅌ n=ㄴ l=ㄹ g=ㄱ k=ㅋ h=ㅎ j=ㅈ q=ㅊ x=ㅅ zh=ㅈ ch=ㅊ sh=ㅅ r=ㄹ z=ㅉ c=ㅊ s=ㅆ",
);
const FINALS = tableOf(
  "a=아 ai=아이 an=안 ang=앙 ao=아오 e=어 ei=에이 en=언 eng=엉 er=얼 i=이 ia=야 ian=옌 iang=양 iao=야오 ie=예 in=인 ing=잉 " +
    "iong=융 iu=유 o=오 ong=웅 ou=어우 u=우 ua=와 uai=와이 uan=완 uang=왕 ui=우이 un=운 uo=워 v=위 ve=웨 van=위안 vn=윈 " +
    "ya=야 yan=옌 yang=양 yao=야오 ye=예 yi=이 yin=인 ying=잉 yo=요 yong=융 you=유 yu=위 yuan=위안 yue=웨 yun=윈 " +
    "wa=와 wai=와이 wan=완 wang=왕 wei=웨이 wen=원 weng=웡 wo=워 wu=우" +
    "=",
);

/** ㅈ, ㅉ and ㅊ take no y: ㅑ, ㅒ, ㅕ, ㅖ, ㅛ, ㅠ lose theirs. */
const WITHOUT_Y: Readonly<Record<number, number>> = { 2: 0, 3: 1, 6: 4, 7: 5, 12: 8, 17: 13 };
/** The vowel of zhi, chi, shi, ri, zi, ci, si: ㅡ. */
const HUSHED = "으";

function finalOf({ initial, final }: Syllable): string {
  if (final === "i" && /^(?:[zcs]h?|r)$/.test(initial)) return HUSHED;
  // After j, q and x, u is ü.
  const isUmlaut = /^[jqx]$/.test(initial) && final.startsWith("u");
  return FINALS.get(isUmlaut ? final.replace("u", "v") : final) ?? "";
}

/** One syllable of pinyin, in one to two of Hangul. */
export function syllableInHangul(syllable: Syllable): string {
  const { initial, final } = syllable;
  const consonant = CONSONANTS.get(initial);
  if (consonant === undefined) return FINALS.get(initial + final) ?? "";
  const [first = "", ...rest] = finalOf(syllable);
  const jamo = hangulJamo(first);
  if (jamo === null) return "";
  const { vowel } = jamo;
  const own = /[ㅈㅉㅊ]/.test(consonant) ? (WITHOUT_Y[vowel] ?? vowel) : vowel;
  return hangulSyllable({ ...jamo, initial: INITIALS.indexOf(consonant), vowel: own }) + rest.join("");
}
