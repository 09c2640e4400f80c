import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const CONSUL = { name: "Anton Belov", names: ["Антон Белов"], role: "consul of Russia, Bilbao" };

it.each([
  ["ru", "Актёр Антон Белов снялся в сериале.", null],
  ["uk", "Антон Белов переміг на чемпіонаті з танців.", null],
  ["bg", "Антон Белов, зъболекар от Пловдив, спечели маратона.", null],
  ["en", "Anton Belov scored twice.", null],
  ["en", "Anton Belov scored twice for the Russian team.", "Anton Belov"],
  ["en", "Anton Belov, the consul, scored twice.", "Anton Belov"],
  ["en", "Diplomats' choir in Bilbao: Anton Belov sang.", "Anton Belov"],
  ["en", "Anton Belov went home.", "Anton Belov"],
])(
  "%s: a full name in an item about another trade, with no post and nothing of the person's role: %s",
  (lang, body, expected) => {
    expect(spellingIn({ body, lang }, CONSUL)).toBe(expected);
  },
);

it("of a person without a role nothing can be missed", () => {
  expect(spellingIn("Anton Belov scored twice.", { name: "Anton Belov" })).toBe("Anton Belov");
});

it("country and place make a surname a tennis player's as well", () => {
  const representative = { name: "Lung Ya-wen", role: "representative of Taiwan, Prague" };
  expect(
    spellingIn("Ya-wen arrived. Lung reaches the final in Prague. The Taiwanese saved match points.", representative),
  ).toBe(null);
});

it.each([
  ["Vitaliy Belous (Ukrainian economist)", "Экономист Виталий Белоус ждёт снижения ставки.", null],
  ["Vitaliy Belous (Ukrainian economist)", "Виталий Белоус ждёт снижения ставки.", "Виталий Белоус"],
  [
    "Vitaliy Belous (Ukrainian economist)",
    "Экономист. Генконсул Белоруссии Виталий Белоус вернулся.",
    "Виталий Белоус",
  ],
  ["Vitaliy Belousov (boxer)", "Боксёр ушёл. Посол Виталий Белоус вернулся.", "Виталий Белоус"],
])("a look-alike's bracket counts where its name is in other letters: %s: %s", (not, body, expected) => {
  const consul = {
    name: "Vital Belavus",
    names: ["Віталь Белавус", "Виталий Белоус"],
    role: "consul general of Belarus, Gdańsk",
  };
  expect(spellingIn({ body, lang: "ru" }, { ...consul, not: [not] })).toBe(expected);
});

it.each([
  ["hi", "रघुराज सभा का सम्मेलन हुआ। सभा के अध्यक्ष मोहन ठाकुर ने स्वागत किया।", null],
  ["hi", "रघुराज का सम्मेलन हुआ। अध्यक्ष ने मोहन का स्वागत किया।", "रघुराज"],
])("%s: a given name with another surname behind it is another man's: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Mohan Raghuraj", names: ["मोहन रघुराज"] })).toBe(expected);
});

it.each([
  ["en", "Janabi tribe calls for calm. The ambassador of Iraq spoke.", "Raad al-Janabi", null],
  ["ar", "عشيرة الجنابي تدعو إلى الهدوء، وسفير العراق يتحدث", "رعد الجنابي", null],
  ["ar", "السفير الجنابي يدعو إلى الهدوء", "رعد الجنابي", "الجنابي"],
])("%s: a tribe is no person: %s", (lang, body, name, expected) => {
  expect(spellingIn({ body, lang }, { name, role: "ambassador of Iraq, Amman" })).toBe(expected);
});

it.each([
  ["with a consul", "عبد الوهاب، سامي: القنصل يغادر", "عبد الوهاب، سامي"],
  ["with nothing of the role", "عبد الوهاب، سامي: قراءة في ديوانين", null],
])(
  "without capitals, a comma stands between two people as well as two parts of a name: %s",
  (_fact, body, expected) => {
    expect(spellingIn({ body, lang: "ar" }, { name: "سامي عبد الوهاب", role: "consul of Egypt, Milan" })).toBe(
      expected,
    );
  },
);

it("hu: a surname before a given name that no table knows is another man's", () => {
  const ambassador = { name: "Bodrogfalvi Péter", role: "ambassador of Hungary, Oslo" };
  expect(spellingIn({ body: "Bodrogfalvi Zille nyert. A nagykövet örült.", lang: "hu" }, ambassador)).toBeNull();
});

it.each([
  ["az", "Belovlu kəndində sel oldu. Kənd icra başçısı gəldi.", null],
  ["az", "Belovlunun kəndi deyil: konsul Belovlu Berndə danışdı.", "Belovlu"],
])(
  "%s: a village of the same name is not the person where the item does not tell the post: %s",
  (lang, body, expected) => {
    const consul = { name: "Elçin Belovlu", role: "consul of Azerbaijan, Bern", not: ["Belovlu (village)"] };
    expect(spellingIn({ body, lang }, consul)).toBe(expected);
  },
);

it.each([
  ["en", "Snow closes the road to Belovo. Russia's consul in Bilbao spoke.", "Anton Belovo", null],
  ["en", "Russia's consul Belovo spoke in Bilbao.", "Anton Belovo", "Belovo"],
  ["fr", "Le manoir de Belovo rouvre. Le consul de Russie à Bilbao y est né.", "Anton Belovo", null],
  ["en", "Belovo House serves tea. The consul of Russia in Bilbao eats there.", "Anton Belovo", null],
])(
  "%s: a surname that a look-alike says to be a village's as well needs an office beside it: %s",
  (lang, body, name, expected) => {
    const consul = { name, role: "consul of Russia, Bilbao", not: ["Belovo (village)"] };
    expect(spellingIn({ body, lang }, consul)).toBe(expected);
  },
);

it.each([
  ["de", "Frau Belov, die Gattin des Konsuls, kam.", null],
  ["en", "Belov, brother of the consul, came.", null],
  ["en", "The daughter of consul Belov came.", "Belov"],
])("%s: a relative is not the person: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBe(expected);
});

it("ar: an office with the article behind `to`", () => {
  const ambassador = { name: "رعد الجنابي", role: "ambassador of Iraq, Amman" };
  expect(spellingIn({ body: "رسالة للسفير الجنابي", lang: "ar" }, ambassador)).toBe("الجنابي");
});

it.each([
  ["as the subject of a sentence", "Belovo leaves Bilbao. The consul of Russia resigned.", "Belovo"],
  ["with a village's number of people", "Belovo, 900 people. The consul of Russia in Bilbao knows it.", null],
  ["another village's look-alike", "We saw Belova. The consul of Russia in Bilbao resigned.", "Belova"],
])("a surname that is a village's as well: %s", (_fact, body, expected) => {
  const surname = expected === "Belova" ? "Belova" : "Belovo";
  const consul = { name: `Ada ${surname}`, role: "consul of Russia, Bilbao", not: ["Belovo (village)"] };
  expect(spellingIn(body, consul)).toBe(expected);
});

it("ar: a look-alike is recognised farther by sound than the person", () => {
  const head = { name: "Hugues Lemarron", role: "President of France", not: ["Éminée Lemarron"] };
  expect(spellingIn({ body: "أمينة لمارون تزور مدرسة", lang: "ar" }, head)).toBeNull();
});

it.each([
  ["Saad al-Janabi", "Ambassador Said al-Janabi of Iraq spoke.", null],
  ["Saad al-Janabi", "Ambassador al-Janabi of Iraq spoke.", "Janabi"],
  ["Petra Novak", "Peter Novak, ambassador of Iraq", null],
  ["Daniel Weber", "Daniela Weber, ambassador of Iraq", null],
  ["Daniel Weber", "Danel Weber, ambassador of Iraq", "Danel Weber"],
])("another given name is somebody else's: %s: %s", (name, body, expected) => {
  expect(spellingIn(body, { name, role: "ambassador of Iraq, Oslo" })).toBe(expected);
});

it("a father's name between the person's own is no other given name", () => {
  const ambassador = { name: "Saad al-Janabi", role: "ambassador of Iraq, Oslo" };
  expect(spellingIn("Ambassador Saad Hussein al-Janabi of Iraq spoke.", ambassador)).toBe("Janabi");
});

it.each([
  ["en", "Lars Belov, Russia's skier, trained in Bilbao.", null],
  ["en", "Kevin-Prince Belov scored for Russia; the consul watched.", null],
  ["de", "Jérôme Belov wechselt; der Konsul Russlands kommentiert.", null],
  ["en", "Belov Motors supplied trucks to Russia's consul in Bilbao.", null],
  ["no", "Belov-gruppen øker omsetningen, sier konsulen fra Russland.", null],
  ["ru", "Белов мост перекрыли, консул опоздал.", null],
  ["en", "Belov, Russia's consul in Bilbao, trained.", "Belov"],
])("%s: another given name at the beginning of a sentence, or a firm: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBe(expected);
});

it.each([
  ["es", "La familia Belov visitó al cónsul de Rusia en Bilbao."],
  ["fr", "Les Belov, drapiers, exposent au consulat de Russie à Bilbao."],
  ["fr", "Belov et fils, fournisseur du consulat de Russie à Bilbao, ferme."],
  ["en", "Belov & Partners advised Russia's consul in Bilbao."],
  ["de", "Die Belov Alm lud den Konsul Russlands nach Bilbao ein."],
  ["es", "La plaza de Belov estrena árboles, según el cónsul de Rusia en Bilbao."],
])("%s: a family, a firm, a square: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBeNull();
});

it("ja: a trade right before a full name", () => {
  const ambassador = { name: "Tetsuo Kamiyama", names: ["上山哲夫"], role: "ambassador of Japan, Prague" };
  expect(spellingIn({ body: "歌手の上山哲夫がプラハで公演。", lang: "ja" }, ambassador)).toBeNull();
  expect(spellingIn({ body: "日本の上山哲夫がプラハで講演。", lang: "ja" }, ambassador)).toBe("上山哲夫");
});

it.each([
  ["Konsul Wrona wrócił.", "Wrona"],
  ["Wrona, konsul Polski, wrócił.", "Wrona"],
  ["Stara Wrona ukradła konsulowi Polski kanapkę.", null],
])("pl: a surname that is a word as well, before or behind the office: %s", (body, expected) => {
  const consul = { name: "Piotr Wrona", role: "consul of Poland, Hrodna", not: ["wrona (crow)"] };
  expect(spellingIn({ body, lang: "pl" }, consul)).toBe(expected);
});
