import { expect, it } from "vitest";
import { japaneseInCyrillic } from "./japanese-cyrillic.ts";

it.each([
  ["kenichi", "кэнити"],
  ["shinzo", "синдзо"],
  ["shinzō", "синдзо"],
  ["junichiro", "дзюнитиро"],
  ["yoshimasa", "ёсимаса"],
  ["kishida", "кисида"],
  ["hattori", "хаттори"],
  ["natsume", "нацумэ"],
  ["fujii", "фудзии"],
  ["nambu", "намбу"],
  ["ryutaro", "рютаро"],
  ["sato", "сато"],
  ["satoh", "сато"],
  ["ohno", "оно"],
  ["smith", null],
  ["petrov", null],
])("%s → %s", (romaji, cyrillic) => {
  expect(japaneseInCyrillic(romaji)).toBe(cyrillic);
});
