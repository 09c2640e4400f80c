import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const MONTCLAR = { name: "Jean-Baptiste de Montclar", role: "ambassador of France, Bamako" };
const DESROCHERS = { name: "Guillaume Desrochers", role: "consul of France, Odesa" };
const HOEVEN = { name: "Willem van der Hoeven", role: "ambassador of the Netherlands, Jakarta" };
const BRUNNER = { name: "Matthias Schönbrunner", role: "ambassador of Germany, Kyiv" };

it.each([
  ["sr", "Жан-Батист де Монклар", MONTCLAR],
  ["ru", "Ж.-Б. де Монклар", MONTCLAR],
  ["ja", "ジャン＝バティスト・ド・モンクラール", MONTCLAR],
  ["fa", "ژان باتیست دو مونکلار", MONTCLAR],
  ["zh", "让-巴蒂斯特·德·蒙克拉尔", MONTCLAR],
  ["ru", "Гийом Дероше", DESROCHERS],
  ["ar", "غيوم ديروشيه", DESROCHERS],
  ["el", "Γκιγιόμ Ντεροσέ", DESROCHERS],
  ["ko", "기욤 데로셰", DESROCHERS],
])("%s: what is silent between and behind the words of a French name: %s", (lang, name, person) => {
  expect(spellingIn({ body: `${name}.`, lang }, person)).toBe(name);
});

it.each([
  ["ru", "Консул Венесуэлы Игнасио Вильялобос", "Игнасио Вильялобос"],
  ["ja", "ベネズエラのイグナシオ・ビジャロボス領事", "イグナシオ・ビジャロボス"],
  ["ko", "베네수엘라의 이그나시오 비야로보스 영사", "이그나시오 비야로보스"],
])("%s: the Spanish ll is said in two ways: %s", (lang, body, expected) => {
  const consul = { name: "Ignacio Villalobos Arteaga", role: "consul of Venezuela, Bogotá" };
  expect(spellingIn({ body, lang }, consul)).toBe(expected);
});

it.each([
  ["ja", "ウィレム・ファン・デル・フーフェン", HOEVEN],
  ["ja", "マティアス・シェーンブルナー", BRUNNER],
  ["ko", "마티아스 쇤브루너", BRUNNER],
])("%s: Dutch v and German r as they are heard: %s", (lang, name, person) => {
  expect(spellingIn({ body: `${name}.`, lang }, person)).toBe(name);
});

it.each([
  ["en", "Khalid bin Nasser Al Dhahiri was recalled to Abu Dhabi", "Khalid bin Nasser Al Dhahiri"],
  ["en", "Khaled Nasser al-Dhaheri, the Emirati ambassador", "Khaled Nasser al-Dhaheri"],
])("%s: a father’s name between given name and surname, with or without bin: %s", (lang, body, expected) => {
  const ambassador = {
    name: "Khaled bin Nasser al-Dhaheri",
    role: "ambassador of the United Arab Emirates, Berlin",
  };
  expect(spellingIn({ body, lang }, ambassador)).toBe(expected);
});

it.each([
  ["ru", "Советник посольства Белоруссии Владислав Гринкевич", "Владислав Гринкевич"],
  ["pl", "Radcy Władysława Hrynkiewicza z ambasady Białorusi nie ma", "Władysława Hrynkiewicza"],
])("%s: given names as each Slavic language has them: %s", (lang, body, expected) => {
  const counsellor = {
    name: "Uladzislau Hrynkevich",
    names: ["Уладзіслаў Грынкевіч"],
    role: "counsellor, Belarusian embassy, Warsaw",
  };
  expect(spellingIn({ body, lang }, counsellor)).toBe(expected);
});

it.each(["Hłuszczenki", "Hłuszczence", "Hłuszczenkę", "Hłuszczenką"])("pl: %s is Hłuszczenko in a case", (surname) => {
  const body = `Konsul Ukrainy: o Bohdanie ${surname} mówiono w Krakowie.`;
  const consul = { name: "Bohdan Hlushchenko", role: "consul general of Ukraine, Kraków" };
  expect(spellingIn({ body, lang: "pl" }, consul)).toContain(surname);
});

it("hu: the last syllable of a Korean’s name is an article elsewhere", () => {
  const counsellor = { name: "Han Song Il", role: "counsellor, North Korean embassy, Budapest" };
  expect(spellingIn({ body: "Han Szong Il eltűnt.", lang: "hu" }, counsellor)).toBe("Han Szong Il");
});

it("en: a surname with Ben by its sound, behind its post", () => {
  const envoy = { name: "Slim Ben Jemaa", role: "chargé d'affaires of Tunisia, Paris" };
  expect(spellingIn({ body: "The Tunisian chargé Ben Jomaa landed in Canada.", lang: "en" }, envoy)).toBe("Ben Jomaa");
});

it.each([
  ["no", "Ambassaderåd Golshani-Rads familie er i sikkerhet", "Golshani-Rads"],
  ["no", "Ambassaderåd Golshani-Rad familie", null],
])("%s: his family, and one of the name: %s", (lang, body, expected) => {
  const counsellor = { name: "Farhad Golshani-Rad", role: "counsellor, Iranian embassy, Vienna" };
  expect(spellingIn({ body, lang }, counsellor)).toBe(expected);
});

it.each([
  ["Botschafter Hans Kolossowski sprach in Wien.", null],
  ["Konsul Friedrich Kolossowski sprach.", null],
  ["Botschafter Kolossowski sprach in Wien.", "Kolossowski"],
  ["Der Botschafter Russlands Kolossowski sprach in Wien.", "Kolossowski"],
])("de: between an office and a surname stands another given name, or a country: %s", (body, expected) => {
  const ambassador = { name: "Gennady Kolosovsky", role: "ambassador of Russia, Belgrade" };
  expect(spellingIn({ body, lang: "de" }, ambassador)).toBe(expected);
});

it.each([
  ["ru", "Апостолос Каратзоглу", { name: "Apostolos Karatzoglou", names: ["Απόστολος Καρατζόγλου"] }],
  ["ar", "أبوستولوس كاراتزوغلو", { name: "Apostolos Karatzoglou", names: ["Απόστολος Καρατζόγλου"] }],
  ["ja", "ネボイシャ・ヴチェティッチ", { name: "Nebojša Vučetić", names: ["Небојша Вучетић"] }],
  ["ko", "이라클리 체르츠바제", { name: "Irakli Tsertsvadze", role: "ambassador of Georgia, Vilnius" }],
  ["el", "Ταρέκ Αμπντέλ Μονέιμ", { name: "Tarek Abdel-Moneim" }],
  ["bn", "তারেক আবদেল মোনেম", { name: "Tarek Abdel-Moneim" }],
  ["ko", "요아브 벤 시트리트", { name: "Yoav Ben-Shitrit" }],
])("%s: tz, dz and what joins the word behind it, in other scripts: %s", (lang, name, person) => {
  expect(spellingIn({ body: `${name}.`, lang }, person)).toBe(name);
});

it("ja: a surname that is a word as well, with its office right behind it", () => {
  const ambassador = {
    name: "Jukka-Pekka Hietaniemi",
    role: "ambassador of Finland, Tallinn",
    not: ["Hietaniemi (cemetery)"],
  };
  const body = "フィンランドのヒエタニエミ大使はタリンで会見した。";
  expect(spellingIn({ body, lang: "ja" }, ambassador)).toBe("ヒエタニエミ");
  expect(spellingIn({ body: "ヒエタニエミで大使が会見した。", lang: "ja" }, ambassador)).toBeNull();
});

it.each([
  ["Ông Hữu Khang, Đại sứ Việt Nam tại Séc", "Hữu Khang"],
  ["Ông Khang, Đại sứ Việt Nam tại Séc", "Khang"],
  ["Ông Minh Khang, Đại sứ Việt Nam tại Séc", null],
])("vi: addressed by the given name, with the middle name before it or without: %s", (body, expected) => {
  const ambassador = { name: "Trần Hữu Khang", role: "ambassador of Vietnam, Prague" };
  expect(spellingIn({ body, lang: "vi" }, ambassador)).toBe(expected);
});

it.each([
  ["ru", "Представитель Абдул Рахман заявил.", { name: "Youssef Abdel-Rahman", role: "spokesman, Sudan" }],
  ["ja", "マリア・アントニアが出演した。", { name: "Anthony Miller", role: "consul of the United States" }],
])("%s: too little tells a name: %s", (lang, body, person) => {
  expect(spellingIn({ body, lang }, person)).toBeNull();
});

it.each([
  ["zh", "大使根纳季·科洛索夫斯基离任", "根纳季·科洛索夫斯基"],
  ["zh", "大使根纳季·科洛索夫离任", null],
  ["th", "เกนนาดี โคโลซอฟสกี", "เกนนาดี โคโลซอฟสกี"],
  ["th", "เกนนาดี โคโลซอฟ", null],
])(
  "%s: a look-alike is the beginning of the person’s name, where nothing shows its end: %s",
  (lang, body, expected) => {
    const ambassador = {
      name: "Gennady Kolosovsky",
      names: ["Геннадий Колосовский"],
      role: "ambassador of Russia, Belgrade",
      not: ["Gennady Kolosov"],
    };
    expect(spellingIn({ body, lang }, ambassador)).toBe(expected);
  },
);
