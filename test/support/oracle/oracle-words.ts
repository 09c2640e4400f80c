/**
 * The oracle's own tokeniser: one regular expression and the folding of Unicode, with nothing of `src/text`. Slow and
 * short, so that the engine's fast pass has something to be compared with.
 */

export interface OracleWord {
  folded: string;
  raw: string;
  start: number;
  isCharacter: boolean;
}

/** Letters of unused scripts that stand for `?` and `*` while a term is cut. */
export const ANY_ONE = "\ua840";
export const ANY_END = "\ua841";

const CHARACTER = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u30fc]`;
const THAI = String.raw`[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}\u00ad\u0640\u200b-\u200d\u2060\ufeff]--${CHARACTER}--${THAI}--[\u02bc]]`;
const HEBREW = String.raw`[\u05d0-\u05ea]`;
const TOKEN = new RegExp(
  [
    String.raw`(?<!${LETTER})\p{L}(?:\.\p{L})+(?!${LETTER})`,
    String.raw`${HEBREW}(?:\p{M}|${HEBREW}|["'\u05f3\u05f4](?=${HEBREW})|${ANY_ONE})*${ANY_END}?`,
    String.raw`[\uff66-\uff9d][\uff9e\uff9f]?${ANY_END}?`,
    String.raw`${CHARACTER}\p{M}*${ANY_END}?`,
    String.raw`(?:${THAI}|[\u200b\u200c])*${THAI}${ANY_END}?`,
    String.raw`[\p{Extended_Pictographic}--\p{N}]|\p{Regional_Indicator}`,
    `${LETTER}+`,
  ].join("|"),
  "gv",
);
const IS_CHARACTER = new RegExp(
  `^(?:${CHARACTER}|[\uff66-\uff9d])|^[\\p{Extended_Pictographic}--\\p{N}]|^\\p{Regional_Indicator}`,
  "v",
);
const IS_THAI = new RegExp(THAI, "v");
const thaiWords = new Intl.Segmenter("th", { granularity: "word" });

const SPECIAL: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "a",
  ς: "σ",
  ё: "е",
  ґ: "г",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ى: "ي",
  ی: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ۀ: "ه",
  ک: "ك",
  國: "国",
  館: "馆",
  庫: "库",
  記: "记",
  訴: "诉",
};
const KEPT_LETTERS = "йїў";
const DROPPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff\u00ad\u0640]/gu;
const DIGITS: readonly (readonly [RegExp, number])[] = [
  [/[\u0660-\u0669]/gu, 0x660],
  [/[\u06f0-\u06f9]/gu, 0x6f0],
  [/[\u0966-\u096f]/gu, 0x966],
];

function foldLetter(letter: string): string {
  const special = SPECIAL[letter];
  if (special !== undefined) return special;
  if (KEPT_LETTERS.includes(letter)) return letter;
  const bare = letter.normalize("NFD").replace(DROPPED, "").normalize("NFC");
  return SPECIAL[bare] ?? bare;
}

/** The words of the random texts are few. */
const foldedWords = new Map<string, string>();

function fold(raw: string): string {
  const known = foldedWords.get(raw) ?? foldAnew(raw);
  foldedWords.set(raw, known);
  return known;
}

function foldAnew(raw: string): string {
  let text = raw.normalize("NFKC").toLowerCase().normalize("NFC");
  for (const [digit, zero] of DIGITS) text = text.replace(digit, (one) => String(one.charCodeAt(0) - zero));
  return Array.from(text, foldLetter)
    .join("")
    .replace(DROPPED, "")
    .replaceAll(/["'.\u05f3\u05f4]/gu, "");
}

/** Cuts a text into words. */
export function cutWords(text: string): readonly OracleWord[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: raw, index }) => {
    if (!IS_THAI.test(raw)) return [{ raw, folded: fold(raw), start: index, isCharacter: IS_CHARACTER.test(raw) }];
    return Array.from(thaiWords.segment(raw), (word) => {
      return { raw: word.segment, folded: fold(word.segment), start: index + word.index, isCharacter: false };
    });
  });
}

/** A spelling without what does not belong to it: for `case:` and for the marks of Vietnamese. */
export function spell(raw: string): string {
  return raw.normalize("NFC").replaceAll(/[^\p{L}\p{N}\p{M}]/gu, "");
}

const ARABIC_PREFIX = /^(?:و|ف|ب|ل|ك|ال|وال|بال|كال|فال|لل|ولل|وب|ول|وك|فب|فل)$/u;
const KOREAN_PARTICLE =
  "은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|로|으로|와|과|도|만|부터|까지|처럼|보다|마저|조차|이나|나|이라도|라도|이며|며|이자|이고|이란|란|측|씨|뿐|밖에";
const KOREAN_VERB =
  "하|해|했|한|할|함|합|되|돼|됐|된|될|됨|됩|당하|당했|당한|시키|시켰|시킨|이라|라고|이었|였|인|일|입";
const KOREAN_TAIL = new RegExp(`^(?:들|님)?(?:(?:${KOREAN_PARTICLE}){0,3}|(?:${KOREAN_VERB})[^]*)$`, "u");

/** A word without what its language attaches, in all ways. */
export function readings(word: string, isArabic: boolean): readonly string[] {
  const splits = Array.from({ length: word.length }, (_, at) => [word.slice(0, at), word.slice(at)] as const);
  if (/^[\u05d0-\u05ea]+$/u.test(word)) {
    return splits
      .filter(([before, rest]) => /^[והבלמשכ]{0,3}$/u.test(before) && (before === "" || rest.length >= 3))
      .map(([, rest]) => rest);
  }
  if (/^[\uac00-\ud7a3]+$/u.test(word)) {
    return [
      word,
      ...splits.filter(([before, rest]) => before.length >= 2 && KOREAN_TAIL.test(rest)).map(([before]) => before),
    ];
  }
  if (!isArabic || !/^[\u0600-\u06ff]+$/u.test(word)) return [word];
  const bare = splits
    .filter(([before, rest]) => before === "" || (ARABIC_PREFIX.test(before) && rest.length >= 3))
    .map(([, rest]) => rest);
  return [...bare, ...bare.filter((one) => !one.startsWith("ال")).map((one) => `ال${one}`)];
}
