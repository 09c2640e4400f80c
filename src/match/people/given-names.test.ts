import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const DEPUTY = { name: "Khaled Mahmoud Durrani", role: "deputy high commissioner of Pakistan, Oslo" };

it.each([
  ["the first of two given names", "Deputy commissioner Khaled Durrani of Pakistan spoke.", "Khaled Durrani"],
  ["with nothing of the role", "Khaled Durrani spoke.", null],
  ["a high commissioner is an ambassador", "Pakistan's ambassador Durrani spoke.", "Durrani"],
])("of a person with two given names: %s", (_fact, body, expected) => {
  expect(spellingIn({ body, lang: "en" }, DEPUTY)).toBe(expected);
});

it("Mohammad without the name behind it is another man", () => {
  const envoy = { name: "Mohammad Reza Zandieh", role: "ambassador of Iran, Oslo" };
  expect(spellingIn("Ambassador Mohammad Zandieh of Iran spoke.", envoy)).toBeNull();
});

it.each([
  [
    "ar",
    "السفير العراقي في أوسلو فهد محسن الزبيدي",
    "فهد محسن الزبيدي",
    "in an item that tells the post and the country",
  ],
  ["ar", "فهد محسن الزبيدي يغني في العراق", null, "not where it tells the country alone"],
])("%s: a name that no table knows between given name and surname: %s", (lang, body, expected, _fact) => {
  expect(spellingIn({ body, lang }, { name: "فهد الزبيدي", role: "ambassador of Iraq, Oslo" })).toBe(expected);
});

it.each([
  ["Ambassador Funmilola Adegbola of Nigeria spoke.", "Adegbola"],
  ["Ambassador Titilayo Adegbola of Nigeria spoke.", null],
  ["The singer Funmilola Adegbola spoke.", null],
])("a half of a given name is no other given name where the item tells the post: %s", (body, expected) => {
  const envoy = { name: "Oluwafunmilola Adegbola", role: "ambassador of Nigeria, Oslo" };
  expect(spellingIn({ body, lang: "en" }, envoy)).toBe(expected);
});

it("is: a given name in a case, before the office", () => {
  const envoy = { name: "Hallgerður Steinarsdóttir", role: "ambassador of Iceland, Oslo" };
  expect(spellingIn({ body: "Bréf Hallgerðar sendiherra í Osló vekur athygli.", lang: "is" }, envoy)).toBe(
    "Hallgerðar",
  );
  expect(spellingIn({ body: "Bréf Hallgerðar í Osló. Sendiherra svarar.", lang: "is" }, envoy)).toBeNull();
});

it("th: the own post right behind a given name, beside another country", () => {
  const spokesman = { name: "Kittisak Boonyarat", names: ["กิตติศักดิ์ บุญยรัตน์"], role: "spokesman, Thai foreign ministry" };
  expect(spellingIn({ body: "ไทยหารือกัมพูชา นายกิตติศักดิ์ โฆษกกระทรวงการต่างประเทศ กล่าว", lang: "th" }, spokesman)).toBe(
    "กิตติศักดิ์",
  );
  expect(spellingIn({ body: "กัมพูชาหารือ นายกิตติศักดิ์ ร้องเพลง โฆษกกล่าว", lang: "th" }, spokesman)).toBeNull();
});

it.each([
  ["Bradley Hallam", "Brad Hallam went"],
  ["Deborah Hallam", "Debbie Hallam went"],
])("as the press shortens it: %s: %s", (name, body) => {
  expect(spellingIn({ body, lang: "en" }, { name })).toBe(body.replace(" went", ""));
});
