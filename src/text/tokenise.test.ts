import { describe, expect, it } from "vitest";
import { tokenise } from "./tokenise.ts";

describe("words of a text", () => {
  it.each([
    ["an acronym is one word", "The U.S. told us", "the us told us"],
    ["hyphens separate", "state-run e-mail, E.U.-wide", "state run e mail eu wide"],
    [
      "apostrophes separate, possessives and elisions too",
      "ambassador's l’ambassadeur O'Brien",
      "ambassador s l ambassadeur o brien",
    ],
    ["both Ukrainian apostrophes are cut alike", "об'єкт обʼєкт", "об єкт об єкт"],
    ["Persian words keep together at the zero-width joiner", "می‌خواهم کتاب‌ها", "ميخواهم كتابها"],
    ["Arabic letter variants are one letter", "إيران ايران آمریکا أمريكا مدرسة", "ايران ايران امريكا امريكا مدرسه"],
    ["vowelled Arabic equals bare Arabic", "سَفِير سفيـــر", "سفير سفير"],
    ["Hebrew quotes stand inside words, points are dropped", "ארה\"ב צ'כיה בֵּית־סֵפֶר", "ארהב צכיה בית ספר"],
    ["Turkish i is i in all four forms", "İstanbul IRAK ışık", "istanbul irak isik"],
    ["Latin letters lose marks and ligatures", "Straße ﬁnanz Đà Nẵng Æsir Łódź", "strasse finanz da nang aesir lodz"],
    ["full width is half width", "ＡＢＣ１２３", "abc123"],
    ["half-width kana is kana with its voicing", "ｶﾞｲｺｳ", "ガ イ コ ウ"],
    ["ё is е, й stays й", "Ёлка Йод Київ ґанок", "елка йод київ ганок"],
    ["digits of all scripts are digits", "۱۳۵۷ ١٩٥٤ १९९०", "1357 1954 1990"],
    ["Han and kana are cut by character, traditional as simplified", "國 大使館", "国 大 使 馆"],
    ["Thai is cut by dictionary", "นักการทูตขอลี้ภัย", "นักการ ทูต ขอ ลี้ ภัย"],
    ["Hindi vowel signs belong to the word", "राजदूत ने", "राजदूत ने"],
    ["a flag is two signs", "🇮🇷", "🇮 🇷"],
    ["punctuation alone is no word", " … — « » ()", ""],
  ])("%s", (_fact, text, expected) => {
    expect(
      tokenise(text)
        .map((token) => token.text)
        .join(" "),
    ).toBe(expected);
  });

  it.each([
    ["a decomposed accent", "caf\u0065\u0301 ole", ["cafe\u0301", "ole"]],
    ["half-width kana", "x ｶﾞｲ y", ["x", "ｶﾞ", "ｲ", "y"]],
    ["an emoji before a word", "😀 embassy", ["😀", "embassy"]],
  ])("offsets point into the text as it came: %s", (_fact, text, expected) => {
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("stays linear on a long run of one letter", () => {
    expect(tokenise("a".repeat(100_000)).length).toBe(400);
  });
});
