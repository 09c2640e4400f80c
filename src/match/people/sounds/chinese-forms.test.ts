import { describe, expect, it } from "vitest";
import { chineseForms, isPinyinName } from "./chinese-forms.ts";

describe("a Chinese name elsewhere", () => {
  it.each([
    ["Luo Xiulan", "Russian", "ло сюлань"],
    ["Luo Xiulan", "Wade-Giles", "lo hsiulan"],
    ["Luo Xiulan", "Czech", "luo sioulan"],
    ["Luo Xiulan", "Hungarian", "luo hsziulan"],
    ["Zhang Huiqing", "Russian", "чжан хуэйцин"],
    ["Zhang Huiqing", "Czech", "čang chuejčching"],
    ["Gao Chang'an", "Russian", "гао чанъань"],
    ["Hsiao Ming-jen", "pinyin", "xiao mingren"],
    ["Hsiao Ming-jen", "Russian", "сяо минжэнь"],
    ["Hsiao Ming-jen", "Czech", "siao mingžen"],
    ["Ch'iu Kuo-wei", "pinyin", "qiu guowei"],
  ])("%s in %s is %s", (name, _system, form) => {
    expect(chineseForms(name).spellings).toContain(form);
  });

  it.each([
    ["Wang Zhiqiu", "왕즈추"],
    ["Zhao Lijian", "자오리젠"],
    ["Lü Xuejun", "뤼쉐쥔"],
    ["Si Quan", "쓰취안"],
    ["Weng You'e", "웡유어"],
  ])("%s in Hangul is %s", (name, hangul) => {
    expect(chineseForms(name).hangul).toEqual([hangul]);
  });

  it("in Wade-Giles without apostrophes may be several, and none where it may be too many", () => {
    expect(chineseForms("Chiang Li").hangul).toEqual(["장리", "창리"]);
    expect(chineseForms("Chang Chih-chun").spellings).toEqual([]);
  });

  it.each(["Ivan Example", "Luo", "Kim Chol", ""])("%s is none", (name) => {
    expect(isPinyinName(name)).toBe(false);
    expect(chineseForms(name).spellings).toEqual([]);
  });
});
