import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const AMBASSADOR = { name: "Tõnis Kalda", role: "ambassador of Estonia, Riga" };

it.each([
  ["et", "Suursaadik lahkub. Kalda jääb koju.", "Kalda", "in the language of the person's country alone"],
  ["et", "Suursaadik lahkub Soomest. Kalda jääb koju.", null, "in it, where another country is told"],
  ["en", "The ambassador leaves. Kalda stays at home.", null, "in another language"],
])("%s: a post without a country makes a surname the person's: %s", (lang, body, expected, _fact) => {
  expect(spellingIn({ body, lang }, AMBASSADOR)).toBe(expected);
});

it.each([
  ["ru", "Мы видели консула Польши Бобринского вчера.", "Бобринского"],
  ["ru", "Мы видели консула Андрея Бобринского вчера.", null],
])("%s: a country in a case before a surname is no first name: %s", (lang, body, expected) => {
  const person = { name: "Ян Бобринский", role: "consul general of Poland, Lviv" };
  expect(spellingIn({ body, lang }, person)).toBe(expected);
});

it.each([
  ["ru", "Консул Италии Бобринский уехал из Милана.", null],
  ["ru", "Консул Польши Бобринский уехал из Милана.", "Бобринский"],
])("%s: a consul of another country is another one: %s", (lang, body, expected) => {
  const person = { name: "Ян Бобринский", role: "consul general of Poland, Lviv" };
  expect(spellingIn({ body, lang }, person)).toBe(expected);
});

it("fi: the press of the own country names the others alone", () => {
  const secretary = { name: "Aino Hietaranta", role: "state secretary, Finnish defence ministry" };
  const body = "Norjan valtuuskunta tapasi Hietarannan puolustusministeriössä.";
  expect(spellingIn({ body, lang: "fi" }, secretary)).toBe("Hietarannan");
  expect(spellingIn({ body: "The Norwegian delegation met minister Hietaranta.", lang: "en" }, secretary)).toBeNull();
});
