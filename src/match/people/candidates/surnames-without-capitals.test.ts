import { describe, expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";
import { answerOf } from "../../../../test/support/rules/rule-builders.ts";

describe("a surname alone in a script without capitals", () => {
  const ambassador = { name: "Masoud Golestanipour", names: ["مسعود گلستانی‌پور"], role: "ambassador of Iran, Oslo" };
  it.each([
    ["fa", "سفیر ایران احضار شد. نروژ به سخنان گلستانی‌پور اعتراض کرد.", "گلستانی‌پور"],
    ["fa", "نروژ به سخنان گلستانی‌پور اعتراض کرد. وزیر پاسخ داد.", null],
    ["fa", "سفیر ایران احضار شد. نروژ به سخنان حسین گلستانی‌پور اعتراض کرد.", null],
  ])(
    "%s: a long surname may stand behind any word where the item tells post and country: %s",
    (lang, body, expected) => {
      expect(spellingIn({ title: "", body, lang }, ambassador)).toBe(expected);
    },
  );
});

it("with an office only elsewhere counts where the item tells anything of the role", () => {
  const counsellor = {
    name: "Behnam Dehqanpour",
    names: ["بهنام دهقان‌پور"],
    role: "counsellor, Iranian embassy, Rome",
  };
  expect(spellingIn({ title: "دهقان‌پور در انتظار آب", body: "نماینده استان گفت", lang: "fa" }, counsellor)).toBeNull();
  expect(
    spellingIn({ title: "دهقان‌پور در انتظار", body: "نماینده گفت سفارت ایران در رم", lang: "fa" }, counsellor),
  ).toBe("دهقان‌پور");
});

it.each([
  ["hi", "पीएम शर्मिष्ठा टोक्यो रवाना। भारत", "शर्मिष्ठा", { name: "नीना शर्मिष्ठा", role: "Prime Minister of India" }],
  [
    "ko",
    "북한 외교관 사건. 량 참사가 말했다",
    "량",
    { name: "Ryang Se Ok", names: ["량세옥"], role: "counsellor, North Korean embassy, Havana" },
  ],
  [
    "ko",
    "브라질 대사관. 량 참사가 말했다",
    null,
    { name: "Ryang Se Ok", names: ["량세옥"], role: "counsellor, North Korean embassy, Havana" },
  ],
])("%s: beside a post as the press shortens it: %s", (lang, body, expected, person) => {
  expect(spellingIn({ title: "", body, lang }, person)).toBe(expected);
});

it("is told by the whole word for the office: of Han two characters", () => {
  const people = [{ id: "p", name: "Ragnhild Solheim", role: "ambassador of Norway, Tokyo" }];
  const [mention] = answerOf({ people }, { body: "ノルウェーのソルヘイム大使が会見した", lang: "ja" }).people;
  expect(mention?.note).toBe("surname only, beside “大使”: Ragnhild Solheim");
});
