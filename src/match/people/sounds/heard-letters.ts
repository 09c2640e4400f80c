import { otherHanReading } from "./han-sounds.ts";
import type { Script } from "./script.ts";

const ABD = /^abd(?:el|ul|ül|al|ol|oul|our|ur|er|ar|ess|es|us|as|[aiou](?=r[ae]h))?(?=[bcdfghjklmnpqrstvwxyz].{2})/;
const CYRILLIC_ABD = /^абд(?:[еэауо]ль?|[уо]р)(?=[бвгджзклмнпрстфхцчшщ].{2})/;

/** Letters that stand for another sound as well: c before a front vowel, two in a row that may be one or two (дз in Мамедзаде, rz in Bērza), and the Armenian `Hovh-`, which others write `Oh-` or `Og-`. */
const HEARD: Readonly<Partial<Record<Script, (source: string) => string>>> = {
  latin: (source) =>
    source
      .replace(/^hovh?(?=[aei])/, "oh")
      .replaceAll(/c(?=[eéiíy])/g, "s")
      .replaceAll(/ng(?=h)/g, "ng-")
      .replaceAll(/t(?=zh)/g, "t-")
      .replaceAll(/r(?=z)/g, "r-")
      .replaceAll(/t[iy](?=u)/g, "tch"),
  armenian: (source) => source.replace(/^հովհ?(?=[աեի])/, "օհ"),
  arabic: (source) =>
    source
      .replaceAll(/[تد](?=[سشجز])/g, "$&-")
      .replaceAll("وو", "أوو")
      .replaceAll("ث", "ت")
      .replaceAll("ذ", "د")
      .replaceAll(/نگ(?=[^وایه])/g, "ناگ")
      // Aliyev and Rahmonov are علی‌اف and رحمان‌اف.
      .replace(/(?<=..)اف$/, "ڤ"),
  // Macedonian writes ć and đ of other names so.
  cyrillic: (source) =>
    source
      .replaceAll(/[дт](?=з)/g, "$&-")
      .replaceAll("ќ", "ч")
      .replaceAll("ѓ", "џ"),
  // ガンマ: of two m the first is written as n.
  kana: (source) => source.replaceAll(/ン(?=[マミムメモ])/g, ""),
  hebrew: (source) => source.replaceAll(/(?<=.)פ/g, "ף").replaceAll(/(?<=.)ב/g, "וו"),
  // What is marked as silent is often heard all the same in a foreign name.
  dictionary: (source) => source.replaceAll("์", ""),
  han: otherHanReading,
  greek: (source) =>
    withoutAccents(source)
      .replaceAll(/γι(?=[αεοω])/g, "-ι")
      .replaceAll(/γου(?=[αεηιο])/g, "ου")
      .replaceAll(/(?<=.)(?:ντ|μπ|γκ)/g, (letters) => GREEK_NASALS[letters] ?? ""),
};
const GREEK_NASALS: Readonly<Record<string, string>> = { ντ: "νντ", μπ: "μμπ", γκ: "νγκ" };

/** A word without the marks over and under its letters. */
export function withoutAccents(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").normalize("NFC");
}

const SERVANTS: Readonly<Partial<Record<Script, readonly [servant: RegExp, plain: string]>>> = {
  latin: [ABD, "abd"],
  cyrillic: [CYRILLIC_ABD, "абд"],
  arabic: [/^عبد\s?ال/, "عبد"],
  hebrew: [/^עבד(?:אל|ול|ל)(?=..)/, "עבד"],
  kana: [/^アブ(?:デル|ドゥル|ドル|ダル)(?=..)/, "アブド"],
  hangul: [/^압(?:둘|델|들|달)(?=.)/, "압드"],
  han: [/^阿[卜布][杜德][勒尔拉]?(?=..)/, "阿卜德"],
  greek: [/^αμπντ(?:[εέ]|ο[υύ])λ(?=..)/, "αμπντ"],
  bengali: [/^আবদ[েু]ল(?=..)/, "আবদ"],
  devanagari: [/^अब्द[ेु]ल(?=..)/, "अब्द"],
  georgian: [/^აბდ[ეუ]ლ(?=..)/, "აბდ"],
};

/** `Abdel-`, `Abdul-` and `Abd al-` before a name are one. */
export function withPlainServant(source: string, script: Script): string {
  const [servant, plain] = SERVANTS[script] ?? [];
  return servant === undefined || plain === undefined ? source : source.replace(servant, plain);
}

/** A word with letters for the other sounds that some of its own stand for; itself, where there are none. */
export function asHeardOtherwise(source: string, script: Script): string {
  return HEARD[script]?.(source) ?? source;
}
