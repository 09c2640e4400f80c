/** Chinese surnames of two characters. */
const COMPOUND_SURNAMES = new Set(
  "欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 端木 百里 南宫 第五 歐陽 司馬 諸葛 東方".split(
    " ",
  ),
);

/** A Japanese surname has mostly two characters, and often one or three. */
const JAPANESE_LENGTHS = [2, 1, 3];

/** The surname of a Chinese name: one character, or two. */
export function chineseSurname(characters: string): string {
  return characters.slice(0, characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2)) ? 2 : 1);
}

/** What of a name in Han characters may be its surname. */
export function hanSurnames(characters: string, isJapanese: boolean): readonly string[] {
  if (characters.length < 2) return [];
  if (!isJapanese) return [chineseSurname(characters)];
  return JAPANESE_LENGTHS.filter((length) => length < characters.length).map((length) => characters.slice(0, length));
}

const knownWords = new Map<string, boolean>();
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Whether characters are a word of the dictionary as well: 高原, a plateau. */
export function isHanWord(characters: string): boolean {
  const known = knownWords.get(characters);
  if (known !== undefined) return known;
  const isWord = [...segmenter.segment(characters)].length === 1;
  knownWords.set(characters, isWord);
  return isWord;
}
