import { describe, expect, it } from "vitest";
import { foundIn, spellingIn } from "../../../test/support/rules/found-people.ts";
import { answerOf } from "../../../test/support/rules/rule-builders.ts";

describe("a person is found", () => {
  const ivan = { name: "Ivan Petrovich Example", names: ["Ivan Example", "Иван Пример", "ایوان مثال", "伊万·例子"] };

  it.each([
    ["as listed", "So Ivan Example said.", "Ivan Example"],
    ["in other case and marks", "IVÁN EXAMPLE said", "IVÁN EXAMPLE"],
    ["after a title", "Ambassador Ivan Example", "Ivan Example"],
    ["surname first", "Example, Ivan", "Example, Ivan"],
    ["with an initial", "I. Example", "I. Example"],
    ["with two initials written together", "I.P. Example", "I.P. Example"],
    ["with a middle initial", "Ivan P. Example", "Ivan P. Example"],
    ["in the longest of its forms", "Ivan Petrovich Example", "Ivan Petrovich Example"],
    ["with a possessive", "Ivan Example's wife", "Ivan Example"],
    ["in a Russian case", "встреча с Иваном Примером", "Иваном Примером"],
    ["in Persian", "گفت ایوان مثال", "ایوان مثال"],
    ["in Chinese", "伊万例子说", "伊万例子"],
    ["not by a part of the name", "Petrovich said", null],
    ["not inside other words", "Ivans Examples", null],
    ["not across other words", "Ivan and Example", null],
    ["not over the end of a sentence", "They thanked Ivan. Example is a town.", null],
  ])("%s", (_fact, text, expected) => {
    expect(spellingIn(text, ivan)).toBe(expected);
  });

  it.each([
    ["given names written as one", { name: "Mohammad Reza Rostamiyan" }, "Mohammadreza Rostamiyan"],
    ["given names with a hyphen", { name: "Mohammad Reza Rostamiyan" }, "Mohammad-Reza Rostamiyan"],
    ["a listed title left out", { name: "Dr Ada Example" }, "Ada Example"],
    ["a Russian adjective name in the genitive", { name: "Андрей Верещинский" }, "Андрея Верещинского"],
    ["a Ukrainian name in the dative", { name: "Олена Прикладна" }, "Олені Прикладній"],
    ["a Persian surname of two words written as one", { name: "شهرام نمونه خانی" }, "شهرام نمونهخانی"],
    ["an Arabic one", { name: "معاوية مثال النهر" }, "معاوية مثالالنهر"],
    ["a father's name between", { name: "Евгений Щербаковский" }, "Евгению Сергеевичу Щербаковскому"],
  ])("with %s", (_fact, person, text) => {
    expect(spellingIn(text, person)).toBe(text);
  });

  it("with an Arabic prefix, with a Korean particle", () => {
    expect(spellingIn({ body: "وإيفان مثال", lang: "ar" }, { name: "إيفان مثال" })).toBe("وإيفان مثال");
    expect(spellingIn({ body: "김철수가 떠났다", lang: "ko" }, { name: "김철수" })).toBe("김철수가");
  });
});

describe("how freely a person is recognised", () => {
  it.each([
    ["full", "B. Rostamiyan", true],
    ["careful", "B. Rostamiyan", false],
    ["careful", "Rostamiyan, the minister", false],
    ["careful", "Бехруз Ростамиян", true],
    ["careful", "בהרוז רוסטמיאן", false],
    ["listed", "Бехруз Ростамиян", false],
    ["listed", "Behrouz Rostamiyan", true],
  ] as const)("%s: %s", (match, text, isFound) => {
    expect(spellingIn(text, { name: "Behrouz Rostamiyan", match }) !== null).toBe(isFound);
  });

  it("careful in the background, unless the person says otherwise", () => {
    const person = { name: "Behrouz Rostamiyan", background: true };
    expect(spellingIn("B. Rostamiyan", person)).toBeNull();
    expect(spellingIn("B. Rostamiyan", { ...person, match: "full" })).toBe("B. Rostamiyan");
  });
});

it("everyday words, countries and nationalities are names only as listed", () => {
  const people = [
    { id: "young", name: "Will Young" },
    { id: "crow", name: "Bob Canbera" },
  ];
  expect(foundIn({ body: "will young people vote?", lang: "en" }, people)).toEqual([]);
  expect(foundIn({ body: "Will Young sang", lang: "en" }, people)).toEqual(["young: Will Young (high)"]);
  expect(foundIn({ body: "Bob, Canberra officials said", lang: "en" }, people)).toEqual([]);
});

it("persons are told in the order of the text, those in the background too", () => {
  const people = [
    { id: "b", name: "Bert Example" },
    { id: "a", name: "Ada Example", background: true },
  ];
  expect(answerOf({ people }, { body: "Ada Example and Bert Example" }).people.map(({ personId }) => personId)).toEqual(
    ["a", "b"],
  );
});
