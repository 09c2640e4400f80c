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
    ["a sign that is no word is none beside half-width kana", "㎏ ｶﾞ", "ガ"],
    ["a Greek word in capitals is the word", "ΠΡΕΣΒΗΣ πρέσβης", "πρεσβησ πρεσβησ"],
    ["ё is е, й stays й", "Ёлка Йод Київ ґанок", "елка йод київ ганок"],
    ["digits of all scripts are digits", "۱۳۵۷ ١٩٥٤ १९९०", "1357 1954 1990"],
    ["Han and kana are cut by character, traditional as simplified", "國 大使館", "国 大 使 馆"],
    ["old and Japanese forms, too", "蹤跡 懸賞 潛逃 転覆 駅", "踪 迹 悬 赏 潜 逃 转 覆 驿"],
    ["Thai is cut by dictionary", "นักการทูตขอลี้ภัย", "นักการ ทูต ขอ ลี้ ภัย"],
    ["a country that the Thai dictionary lacks is a word", "ทูตลัตเวียขอลี้ภัย", "ทูต ลัตเวีย ขอ ลี้ ภัย"],
    ["two such countries side by side", "เบนินเบลารุสและมาลี", "เบนิน เบลารุส และ มาลี"],
    ["Hindi vowel signs belong to the word", "राजदूत ने", "राजदूत ने"],
    [
      "Hindi words are the same with and without nukta, joined or apart",
      "इस्तीफ़ा इस्तीफा \u095b\u0930\u093e ज़रा जरा छोड़ छोड",
      "इस्तीफा इस्तीफा जरा जरा जरा छोड छोड",
    ],
    ["Bengali letters with a dot are other letters", "পাড়ি পাডি \u09df য়", "পাড়ি পাডি য় য়"],
    ["a flag is two signs", "🇮🇷", "🇮 🇷"],
    ["a flag and a word", "🇮🇷embassy", "🇮 🇷 embassy"],
    [
      "signs separate, digits and letters do not",
      "AT&T C++ #tag @user COVID-19 3.5 1,000 R2D2",
      "at t c tag user covid 19 3 5 1 000 r2d2",
    ],
    ["an acronym of digits is none", "1.2.3 5.a", "1 2 3 5 a"],
    ["look-alike letters of another script stay", "Ольгa", "ольгa"],
    ["ä is a, never ae", "Müller Ärzte škoda", "muller arzte skoda"],
    ["hamza alone and heh with two eyes stay", "ماء ھندی", "ماء ھندي"],
    ["Hebrew final letters stay", "שלום", "שלום"],
    ["ligatures of Arabic are their letters", "\ufefb \ufdf2", "لا الله"],
    [
      "invisible signs inside a word leave it whole",
      "em\u00adbas\u200dsy \u202aembassy\u202c \ufeffembassy",
      "embassy embassy embassy",
    ],
    ["Thai am is written in two ways", "ทำ ทํา", "ทํา ทํา"],
    ["Lao, Khmer and Burmese are cut by dictionary", "ສະຖານທູດລາວ", "ສະຖານທູດ ລາວ"],
    ["mathematical letters are letters", "𝐄mbassy", "embassy"],
    ["half of a pair and NUL separate", "a\ud800b\udc00c\u0000d", "a b c d"],
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
    ["Thai between other words", "at สถานทูต now", ["at", "สถาน", "ทูต", "now"]],
    ["a letter that folds to two", "Straße Æsir", ["Straße", "Æsir"]],
  ])("offsets point into the text as it came: %s", (_fact, text, expected) => {
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it("every letter of the basic plane is the same composed and decomposed", () => {
    const letters = Array.from({ length: 0xd800 }, (_, unit) => `a${String.fromCharCode(unit)}b`);
    const differing = letters.filter((text) => {
      const [composed, decomposed] = [text.normalize("NFC"), text.normalize("NFD")].map(tokenise);
      const asWritten = tokenise(text).map(({ text: word }) => word);
      return [composed, decomposed].some((words) => words?.map(({ text: word }) => word).join() !== asWritten.join());
    });
    expect(differing).toEqual([]);
  });

  it("long words that differ at their end are two, however many words a text has", () => {
    const words = Array.from({ length: 3000 }, (_, at) => `${"defection".repeat(at % 7)}${at % 600}`);
    expect(tokenise(words.join(" ")).map(({ text }) => text)).toEqual(words);
  });

  it.each([
    [
      "letters that are known are joined as those that are met first",
      "\u0995\u09c7\u09be \u0995",
      ["\u0995\u09cb", "\u0995"],
    ],
    ["so are parts of Korean syllables", "\u1112\u1161\u11ab \u1112\u1161\u11ab", ["한", "한"]],
  ])("%s", (_fact, text, expected) => {
    tokenise(text);
    expect(tokenise(text).map((token) => token.text)).toEqual(expected);
  });

  it.each([
    [249, [249]],
    [250, [250]],
    [251, [250, 1]],
    [600, [250, 250, 100]],
  ])("a word of %d letters, before a space, is cut at 250", (length, expected) => {
    expect(tokenise(`${"b".repeat(length)} `).map(({ text }) => text.length)).toEqual(expected);
  });

  it.each([
    ["one letter 100,000 times", "a".repeat(100_000), 400],
    ["a letter with 100,000 marks of two kinds", `a${"\u0323\u0301".repeat(50_000)} b`, 2],
    ["a word of 1 MB", "a".repeat(1_000_000), 4000],
    ["100,000 different words", Array.from({ length: 100_000 }, (_, at) => `w${at}`).join(" "), 100_000],
    ["100,000 halves of surrogate pairs", "\ud83d".repeat(100_000), 0],
    ["100,000 Thai letters", "กา".repeat(50_000), 50_000],
  ])("stays linear on %s", (_fact, text, words) => {
    expect(tokenise(text).length).toBe(words);
  });
});
