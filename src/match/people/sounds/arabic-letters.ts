/** Letters of Persian and Urdu that Arabic has not, and what Arabic has in their place; three for g. */
const NOT_ARABIC: Readonly<Record<string, string>> = {
  پ: "ب",
  چ: "تش",
  ژ: "ج",
  ٹ: "ت",
  ڈ: "د",
  ڑ: "ر",
  ں: "ن",
  ے: "ي",
  ھ: "ه",
  ہ: "ه",
};
const G_IN_ARABIC = ["ك", "غ", "ج"];
const ANY_NOT_ARABIC = /[پچژگٹڈڑںےھہ]/g;

/** How Arabic may write a name of Persian or Urdu: `برزكران` for برزگران; none where all letters are Arabic. */
export function inArabicLetters(source: string): readonly string[] {
  if (source.search(ANY_NOT_ARABIC) === -1) return [];
  const others = source.includes("گ") ? G_IN_ARABIC : [""];
  return others.map((g) => source.replaceAll(ANY_NOT_ARABIC, (letter) => NOT_ARABIC[letter] ?? g));
}
