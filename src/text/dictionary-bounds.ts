import { once } from "../core/once.ts";

/** Takes long to make, and few texts are of these scripts. */
const dictionary = once(() => new Intl.Segmenter("th", { granularity: "word" }));

/**
 * Thai names of countries that the dictionary (ICU's) does not hold: it joins their letters with those of the words beside
 * them, and "ambassador" before Latvia is then no word of the text. Each is a word here.
 */
const COUNTRIES =
  /กินีบิสเซา|คาซัคสถาน|คีร์กีซสถาน|เช็ก|เซียร์ราลีโอน|ทาจิกิสถาน|บอตสวานา|บูร์กินาฟาโซ|เบนิน|เบลารุส|มอนเตเนโกร|มอลโดวา|มัลดีฟส์|เมียนมาร์|เมียนมา|ลัตเวีย|ลิทัวเนีย|เลโซโท|สโลวะเกีย|สโลวาเกีย|สโลวีเนีย|สวิตเซอร์แลนด์|อาร์เมเนีย|อิเควทอเรียลกินี|อุซเบกิสถาน|เอริเทรีย|เอสโตเนีย|แองโกลา|ไอซ์แลนด์/g;

function* beginnings(text: string, from: number): Generator<number> {
  for (const { index } of dictionary().segment(text)) yield from + index;
}

/** Where words begin in a text of Thai, Lao, Khmer or Burmese, UTF-16 units, ascending; other text between them, too. */
export function dictionaryBounds(text: string): readonly number[] {
  const bounds: number[] = [];
  let at = 0;
  for (const { index, 0: country } of text.matchAll(COUNTRIES)) {
    bounds.push(...beginnings(text.slice(at, index), at), index);
    at = index + country.length;
  }
  bounds.push(...beginnings(text.slice(at), at));
  return bounds;
}

/** The first of ascending numbers that is larger than `position`. */
export function firstAfter(bounds: readonly number[], position: number): number | undefined {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return bounds[low];
}
