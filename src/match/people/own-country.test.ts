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
])("%s: a country in a case before a surname is no given name: %s", (lang, body, expected) => {
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

it.each([
  ["fi", "Aino Hietaranta (Finnish)", "Norjan valtuuskunta tapasi Hietarannan puolustusministeriössä.", "Hietarannan"],
  ["no", "Liv Bjerkestrand (Norwegian)", "Statssekretær Bjerkestrand drar til Sverige.", "Bjerkestrand"],
  ["hi", "आशा श्रृंगवेरकर (Indian)", "प्रवक्ता श्रृंगवेरकर ने जापान की यात्रा की जानकारी दी।", "श्रृंगवेरकर"],
  ["en", "Aino Hietaranta (Finnish)", "The Norwegian delegation met minister Hietaranta.", null],
])("%s: the press of the own country names the others alone: %s", (lang, given, body, expected) => {
  const [name = "", country = ""] = given.split(/ \(|\)/);
  const person = { name, role: `state secretary and spokesman, ${country} defence ministry` };
  expect(spellingIn({ body, lang }, person)).toBe(expected);
});
