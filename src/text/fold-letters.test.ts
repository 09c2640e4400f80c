import { assert, constantFrom, property, string, tuple } from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { foldLetters } from "./fold-letters.ts";
import { tokenise } from "./tokenise.ts";

describe("a word that is folded by itself", () => {
  it.each([
    ["Посольство", "посольство"],
    ["Ğüvenlik", "guvenlik"],
    ["سفارة", "سفاره"],
    ["외교관", "외교관"],
  ])("%s is %s", (word, folded) => {
    expect(foldLetters(word)).toBe(folded);
  });

  it.each(["", "state-run", "使馆", "ลี้ภัย", "Straße", "राजदूत", "attache\u0301", "case:x", "𝐚", "a".repeat(300)])(
    "%j is left to who cuts texts",
    (word) => {
      expect(foldLetters(word)).toBeNull();
    },
  );

  it("is the one word that a text of it is cut into", () => {
    const letters = constantFrom("a", "É", "ß", "я", "Ё", "י", "ة", "ک", "한", "क", "ि", "đ", "ı", "7", "٣", "ά");
    assert(
      property(
        tuple(letters, letters, string({ unit: letters, maxLength: 8 }), string({ unit: "binary", maxLength: 1 })),
        (parts) => {
          const word = parts.join("");
          const text = foldLetters(word);
          const alone = [{ text, start: 0, end: word.length, isCharacter: false }];
          expect(text === null || isDeepStrictEqual(tokenise(word), alone)).toBe(true);
        },
      ),
    );
  });
});
