import { describe, expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";
import { answerOf } from "../../../test/support/rules/rule-builders.ts";

const OFFICER = "deputy interior minister of Bulgaria";

it.each([
  ["an apostrophe left out", "Jaciara Mont'Alverne Furtado", "Jaciara Montalverne Furtado disse"],
  ["an apostrophe put in", "Mamadou Ndiaye", "Mamadou N'Diaye disse"],
  ["another apostrophe", "Shuhrat Xo'jayev", "Shuhrat Xo‘jayev disse"],
  ["an initial of two letters", "Shuhrat Xo'jayev", "Sh. Xo'jayev disse"],
  ["the Latin of Ю", "Yuri Petrov", "Yu. Petrov disse"],
  ["the Latin of Ю, listed in Cyrillic", "Юрий Петров", "Yu. Petrov disse"],
  ["the Cyrillic of J", "Джон Смит", "Дж. Смит disse"],
  ["the Cyrillic of J, listed in Latin", "John Hallam", "Дж. Халлам disse"],
  ["a Hungarian letter of two", "Zsófia Csányi", "Zs. Csányi disse"],
  ["a sound of two letters", "Philippe Moreau", "Ph. Moreau disse"],
])("%s", (_fact, name, body) => {
  const [mention] = answerOf({ people: [{ id: "p", name }] }, { body, lang: "pt" }).people;
  expect(mention?.spelling).toBe(body.replace(" disse", ""));
});

it.each([
  ["a double surname alone", "bg", "Зам.-министър Караджова-Минева съобщи сроковете.", "Караджова-Минева"],
  [
    "its first half, with the post",
    "en",
    "Bulgaria's interior minister said so. Desislava Karadzhova went.",
    "Desislava Karadzhova",
  ],
  ["its first half, without", "en", "Desislava Karadzhova sang.", null],
  ["as Czechs write it", "cs", "Desislava Karadžova-Mineva uvedla.", "Desislava Karadžova-Mineva"],
  ["with another given name", "en", "Minister Lena Karadzhova-Mineva said so.", null],
])("%s", (_fact, lang, body, expected) => {
  const names = ["Desislava Karadzhova-Mineva", "Десислава Караджова-Минева"];
  const people = [{ id: "p", name: "Desislava Karadzhova-Mineva", names, role: OFFICER }];
  expect(answerOf({ people }, { body, lang }).people[0]?.spelling ?? null).toBe(expected);
});

it.each([
  ["d'Ormesson", "L'ambassadeur d'Ormesson parle.", "Ormesson"],
  ["de Kergourlay", "L'ambassadeur de Kergourlay parle.", "Kergourlay"],
  ["de Kergourlay", "L'ambassadeur invite Enora de Kergourlay.", null],
])("a surname behind a particle: %s", (surname, body, expected) => {
  const people = [{ id: "p", name: `Thibault ${surname}`, role: "ambassador of France, Dakar" }];
  expect(answerOf({ people }, { body, lang: "fr" }).people[0]?.spelling ?? null).toBe(expected);
});

it.each([
  ["Yelena Petrova", "Yu. Petrova went"],
  ["Sergei Petrov", "Sh. Petrov went"],
  ["Stefan Petrov", "Sz. Petrov went"],
])("a long initial begins only what it spells: not %s, %s", (name, body) => {
  expect(spellingIn({ body, lang: "en" }, { name })).toBeNull();
});

it.each([
  ["Thibault de Kergourlay", "Thibault De went"],
  ["Ludwig van der Meer", "Ludwig Van went"],
  ["Juan de la Cruz", "Juan De Palma went"],
  ["Nour Abdel-Rahman", "Nour Abdel went"],
  ["Nour Abdel-Rahman", "Nour Rahman went"],
  ["Karim Abou-Zeid", "Karim Abou went"],
])("a particle, or half of a name that one joins, is no surname: %s, %s", (name, body) => {
  expect(spellingIn({ body, lang: "en" }, { name })).toBeNull();
});

describe("a name of several parts", () => {
  const consul = { name: "Luis Alfredo Montilla Rojas", names: ["Luis Montilla"], role: "consul of Venezuela, Bilbao" };
  const secretary = {
    name: "Yamila Castellanos Prado",
    names: ["Yamila Castellanos"],
    role: "secretary, Cuban embassy",
  };
  const official = { name: "Davi Henrique da Rocha", role: "deputy consul general of Brazil, Lisbon" };
  it.each([
    [consul, "Luis Montilla left", "Luis Montilla"],
    [consul, "Luis Alfredo Montilla left", "Luis Alfredo Montilla"],
    [consul, "Luis Rojas left the Venezuelan consulate", null],
    [secretary, "Castellanos Prado left the Cuban embassy", "Castellanos Prado"],
    [secretary, "Castellanos Prado sells shoes", null],
    [{ ...secretary, role: "harbour master" }, "Castellanos Prado sells shoes", "Castellanos Prado"],
    [secretary, "Prado Castellanos left the Cuban embassy", null],
  ])("%o: %s", (person, body, expected) => {
    expect(spellingIn({ body, lang: "es" }, person)).toBe(expected);
  });

  it.each([
    ["its father's surname", consul, "Luis Montilla, cónsul de Venezuela", "Luis Montilla"],
    ["that alone", consul, "El cónsul Montilla dimitió en Bilbao", "Montilla"],
    ["its mother's before its father's", consul, "El cónsul saludó a Luis Rojas Montilla", null],
    ["its only surname", { ...consul, name: "Luis Alfredo Montilla" }, "El cónsul Montilla dimitió", "Montilla"],
    ["a name in the middle left out", official, "Davi Rocha lança um disco", null],
    ["the same, with the post", official, "O cônsul Davi Rocha lança um disco", "Davi Rocha"],
    ["a name in the middle", official, "Davi Henrique Rocha lança um livro", "Davi Henrique Rocha"],
  ])("listed in full alone, in Spanish and Portuguese: %s", (_fact, person, body, expected) => {
    expect(spellingIn({ body, lang: "es" }, { ...person, names: [] })).toBe(expected);
  });

  it("is not two people across a comma", () => {
    expect(spellingIn("Luis, Montilla and others", consul)).toBeNull();
  });

  it("is not two people with an attached and", () => {
    expect(spellingIn({ body: "עופר וברקן", lang: "he" }, { name: "עופר ברקן" })).toBeNull();
  });
});

it.each([
  ["A embaixadora Castro em Brasília", "Castro"],
  ["A embaixadora Furtado em Brasília", "Furtado"],
  ["A embaixadora Jaciara em Brasília", null],
])("of two Portuguese surnames either may stand alone: %s", (body, expected) => {
  const ambassador = { name: "Jaciara Castro Furtado", role: "ambassador of Brazil, Oslo" };
  expect(spellingIn({ body, lang: "pt" }, ambassador)).toBe(expected);
});

it.each([
  ["de", "Der Sekretär Nguyen D. Thanh ging.", "Nguyen D. Thanh"],
  ["de", "Der Sekretär Nguyen Dinh Thanh ging.", "Nguyen Dinh Thanh"],
  ["de", "Der Sekretär Nguyen K. Thanh ging.", null],
  ["de", "Der Sekretär Nguyen Thanh ging.", null],
])(
  "an initial of the name's own makes it the person's, not a look-alike's without it: %s: %s",
  (lang, body, expected) => {
    const secretary = { name: "Nguyen Dinh Thanh", not: ["Nguyen Thanh"], role: "secretary, Vietnamese embassy, Oslo" };
    expect(spellingIn({ title: "", body, lang }, secretary)).toBe(expected);
  },
);

it.each([
  ["fr", "Le colonel J.-B. Mokanda part", "Jean-Bosco Mokanda", "J.-B. Mokanda"],
  ["fr", "Le colonel P.-B. Mokanda part", "Jean-Bosco Mokanda", null],
  ["en", "Malaysia's ambassador Ahmad Zahrul Osman left", "Ahmad Zahrul bin Osman", "Ahmad Zahrul Osman"],
  ["ms", "Duta Malaysia Datuk Ahmad Zahrul Osman pulang", "Ahmad Zahrul bin Osman", "Ahmad Zahrul Osman"],
  ["en", "Malaysia's ambassador Osman left", "Ahmad Zahrul bin Osman", null],
  [
    "fr",
    "L'ambassadeur malaisien Zahrul ben Nasser al-Rouwaili",
    "Zahrul bin Nasser al-Rouwaili",
    "Zahrul ben Nasser al-Rouwaili",
  ],
])("%s: initials with a hyphen, and the word that says whose child somebody is: %s", (lang, body, name, expected) => {
  const officer = { name, role: "ambassador of Malaysia, colonel" };
  expect(spellingIn({ title: "", body, lang }, officer)).toBe(expected);
});

it.each([
  ["de", "Generalkonsulin Hallstein verließ Istanbul. Das österreichische Konsulat schweigt.", "Hallstein"],
  ["de", "Ursula Hallstein-Prinz ging. Hallstein schweigt.", "Ursula Hallstein-Prinz"],
  ["de", "Der Prinz empfing Österreichs Generalkonsulin in Istanbul.", null],
  ["de", "Generalkonsulin Hallstein ging.", null],
  ["de", "Generalkonsulin Hallstein-Meier verließ Österreichs Konsulat in Istanbul.", null],
  ["de", "Generalkonsulin Anna Hallstein verließ Österreichs Konsulat in Istanbul.", null],
])("%s: half a double surname alone, right behind the post: %s", (lang, body, expected) => {
  const consul = { name: "Ursula Hallstein-Prinz", role: "consul general of Austria, Istanbul" };
  expect(spellingIn({ title: "", body, lang }, consul)).toBe(expected);
});

it.each([
  ["en", "Somalia's ambassador Maryan Abdullahi Nur left", "Maryan Cabdullaahi Nuur", "Maryan Abdullahi Nur"],
  ["fa", "فرزین حسن‌زاده‌مقدم رفت", "فرزین حسن‌زاده مقدم", "فرزین حسن‌زاده‌مقدم"],
])("%s: a middle name as it is said, and two words of a surname as one: %s", (lang, body, name, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name, role: "ambassador of Somalia, Ankara" })).toBe(expected);
});
