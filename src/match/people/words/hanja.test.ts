import { expect, it } from "vitest";
import { hangulOfHan, isKoreanSurname } from "./hanja.ts";

it.each([
  ["金泰成", "김태성"],
  ["金英灿", "김영찬"],
  ["李在明", "이재명"],
  ["李在明", "리재명"],
  ["郑铉龙", "정현용"],
  ["沈載勳", "심재훈"],
  ["盧惠珍", "노혜진"],
])("%s is %s", (han, hangul) => {
  expect(hangulOfHan(han)).toContain(hangul);
});

it("characters that Korean has not are no name", () => {
  expect(hangulOfHan("金妳")).toEqual([]);
  expect([isKoreanSurname("朴"), isKoreanSurname("的")]).toEqual([true, false]);
});
