import { expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";

/** A surname in the headline, the post in the text: or the other way round. */
it.each([
  [
    "sk",
    "Hovorkyňa Hallová mlčí. Slovensko",
    "Hallová",
    { name: "Eva Hallová", role: "spokeswoman, Slovak foreign ministry" },
  ],
  [
    "ro",
    "SIS: Hallescu nu mai este angajată. Moldova caută fosta directoare.",
    "Hallescu",
    { name: "Eva Hallescu", role: "deputy director, intelligence service of Moldova" },
  ],
  [
    "ro",
    "Hallescu a câștigat. Moldova sărbătorește.",
    null,
    { name: "Eva Hallescu", role: "deputy director, intelligence service of Moldova" },
  ],
  [
    "en",
    "Hall says no. Malaysia recalled its envoy.",
    "Hall",
    { name: "Eva Hall", role: "ambassador of Malaysia, Oslo" },
  ],
  [
    "uk",
    "Грегорчак мовчить. Посол Словаччини не їде.",
    "Грегорчак",
    { name: "Ľubomír Hrehorčák", role: "ambassador of Slovakia, Kyiv" },
  ],
  [
    "ur",
    "کرنل الرویلی لاپتہ۔ سعودی عرب",
    "الرویلی",
    { name: "Bader al-Ruwaili", names: ["بدر الرويلي"], role: "colonel of Saudi Arabia" },
  ],
  [
    "ar",
    "وقالت الرويلي إن سفارة السعودية تعمل",
    "الرويلي",
    { name: "Badria al-Ruwaili", names: ["بدرية الرويلي"], role: "ambassador of Saudi Arabia" },
  ],
  [
    "fr",
    "Le colonel Mokanda part. L'attaché congolais de Kinshasa",
    "Mokanda",
    { name: "Jean Mokanda Lukusa", role: "colonel of the Democratic Republic of the Congo" },
  ],
  [
    "fr",
    "Mokanda part. Le colonel congolais",
    null,
    { name: "Jean Mokanda Lukusa", role: "colonel of the Democratic Republic of the Congo" },
  ],
])("%s: %s", (lang, body, expected, person) => {
  expect(spellingIn({ title: "", body, lang }, person)).toBe(expected);
});

it("half a surname with another given name says nothing of the whole", () => {
  const consul = { name: "Tariq Sahilzai Bangalor", role: "consul of Pakistan, Oslo" };
  const body = "Ali Sahilzai met Consul Bangalor of Pakistan.";
  expect(spellingIn({ title: "", body, lang: "en" }, consul)).toBe("Bangalor");
});
