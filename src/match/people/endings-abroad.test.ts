import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

it.each([
  ["sk", "S konzulom Bodnárim hovoril minister.", "Bodnárim"],
  ["cs", "Pozvání konzula Bodnáriho přijal ministr.", "Bodnáriho"],
  ["pl", "Rozmowa z konsulem Bodnárim w Bilbao.", "Bodnárim"],
  ["hr", "Razgovor s konzulom Bodnárijem u Bilbau.", "Bodnárijem"],
])("%s: foreign surnames in a vowel have endings of their own: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Géza Bodnári", role: "consul of Hungary, Bilbao" })).toBe(expected);
});

it.each([
  ["ml", "രാജൻ തോട്ടത്തിലിന്റെ വീട്", "രാജൻ തോട്ടത്തിൽ", "രാജൻ തോട്ടത്തിലിന്റെ"],
  ["te", "మోహన్ రావుకు లేఖ", "మోహన్ రావు", "మోహన్ రావుకు"],
  ["gu", "મોહન પટેલને પત્ર", "મોહન પટેલ", "મોહન પટેલને"],
])("%s: endings of cases in scripts of India: %s", (lang, body, name, expected) => {
  expect(spellingIn({ body, lang }, { name })).toBe(expected);
});

it("mk: ć of a Serbian surname is ќ", () => {
  const secretary = { name: "Радован Липетић", role: "state secretary, Serbian defence ministry" };
  expect(spellingIn({ body: "Радован Липетиќ потпиша.", lang: "mk" }, secretary)).toBe("Радован Липетиќ");
});

it("ja: the first of two m is written as n", () => {
  const spokesman = { name: "Hazem el-Gammali", role: "spokesman, Egyptian foreign ministry" };
  expect(spellingIn({ body: "ハーゼム・ガンマーリー報道官", lang: "ja" }, spokesman)).toBe("ハーゼム・ガンマーリー");
});

it.each([
  ["ja", "ミャンマーのウィン・テイン・ナンダー書記官", "ウィン・テイン・ナンダー"],
  ["en", "Daw Win Thein Nanda of Myanmar said", "Win Thein Nanda"],
])("%s: the r at the end of a Burmese syllable is silent: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Win Thein Nandar", role: "secretary, embassy of Myanmar, Tokyo" })).toBe(
    expected,
  );
});

it("de: W begins a name with v", () => {
  const ambassador = { name: "Valery Zadontsev", role: "ambassador of Russia, Oslo" };
  expect(spellingIn({ body: "Botschafter W. Sadonzew kam.", lang: "de" }, ambassador)).toBe("W. Sadonzew");
});

it("zh: characters that only names have are one in both forms", () => {
  expect(spellingIn({ body: "發言人柳硯青說", lang: "zh" }, { name: "Liu Yanqing", names: ["柳砚青"] })).toBe("柳硯青");
});

it("el: an article in Greek letters is none of the name's parts", () => {
  const spokesman = { name: "Hazem el-Gammali", role: "spokesman, Egyptian foreign ministry" };
  expect(spellingIn({ body: "Ο εκπρόσωπος Χαζέμ ελ Γκαμάλι της Αιγύπτου", lang: "el" }, spokesman)).toBe(
    "Χαζέμ ελ Γκαμάλι",
  );
});

it("da: both halves of a double surname with an ending, though one is a look-alike's", () => {
  const secretary = {
    name: "Asger Trolle-Krag",
    role: "secretary, Danish foreign ministry",
    not: ["Herluf Trolle (admiral)"],
  };
  expect(spellingIn({ body: "Trolle-Krags brev. Danmarks Udenrigsministerium tier.", lang: "da" }, secretary)).toBe(
    "Trolle-Krags",
  );
});

it.each([
  ["zh", "葡萄牙大使路易莎·科蒂尼奥离任", "路易莎·科蒂尼奥"],
  ["ru", "Посол Португалии Луиза Магальяйнш Коутинью ушла", "Луиза Магальяйнш Коутинью"],
])("%s: names between are heard as they are spelled: %s", (lang, body, expected) => {
  const envoy = { name: "Luísa Magalhães Coutinho", names: ["Luísa Coutinho"], role: "ambassador of Portugal, Oslo" };
  expect(spellingIn({ body, lang }, envoy)).toBe(expected);
});

it.each([
  ["ja", "アントン・ペトロフスキー領事", "Anton Petrovsky", "アントン・ペトロフスキー"],
  ["ja", "アントン・クレショフ領事", "Anton Kuleshov", "アントン・クレショフ"],
  ["so", "Qunsulka Ismaaciil Cabdiraxmaan Warfa", "Ismail Abdirahman Warfa", "Ismaaciil Cabdiraxmaan"],
  ["lt", "Konsulas Petras Malinowskis išvyko", "Petras Malinowski", "Petras Malinowskis"],
])("%s: as the language spells other names: %s", (lang, body, name, expected) => {
  expect(spellingIn({ body, lang }, { name, role: "consul of Poland, Oslo" })).toBe(expected);
});

it.each([
  ["lv", "Konsulam Kalnozolam uzdots jautājums.", "Edvīns Kalnozols, consul of Latvia, Oslo", "Kalnozolam"],
  ["lv", "Konsulam Apsiņam uzdots jautājums.", "Edvīns Apsiņš, consul of Latvia, Oslo", "Apsiņam"],
  ["ja", "ベトナムのグエン・フウ・ロック領事", "Nguyen Huu Loc, consul of Vietnam, Oslo", "グエン・フウ・ロック"],
  [
    "is",
    "Ingibjörg utanríkisráðherra fór til Noregs.",
    "Ingibjörg Hrafnsdóttir, foreign minister of Iceland",
    "Ingibjörg",
  ],
  [
    "tr",
    "Amiral Dumlupınaroğlu gözaltına alındı.",
    "Ömer Dumlupınaroğlu, admiral of the Turkish navy",
    "Dumlupınaroğlu",
  ],
])("%s: %s", (lang, body, person, expected) => {
  const [name = "", ...role] = person.split(", ");
  expect(spellingIn({ body, lang }, { name, role: role.join(", ") })).toBe(expected);
});

it.each([
  ["cs", "Lois Barkerová", "Lois Barker"],
  ["sk", "Lois Barkerovej", "Lois Barker"],
  ["cs", "Lois Rimonová", "Lois Rimona"],
  ["cs", "Lois Cabrerové", "Lois Cabrero"],
  ["cs", "Lois Bar-Amiaová", "Lois Bar-Amia"],
])("%s: women of all countries have an ending: %s", (lang, written, name) => {
  expect(spellingIn({ body: `Promluvila ${written}.`, lang }, { name })).toBe(written);
});

it("de: where no umlaut is at hand, an e stands behind the letter", () => {
  const consul = { name: "Tuğrul Börekçioğlu", role: "consul of Turkey, Linz" };
  expect(spellingIn({ body: "Konsul Boerekcioglu kam.", lang: "de" }, consul)).toBe("Boerekcioglu");
  expect(spellingIn({ body: "Konsul Boerekcioglu kam.", lang: "nl" }, consul)).toBeNull();
});

const KOREAN = { name: "Pak Jong Su", role: "counsellor, North Korean embassy, Warsaw" };

it("hu: dzs is a Korean j, and syllables stand apart", () => {
  expect(spellingIn({ body: "Pak Dzsong Szu titkár", lang: "hu" }, KOREAN)).toBe("Pak Dzsong Szu");
});

it("fa: behind a rank the halves of a surname that is listed as one may stand apart", () => {
  const general = { name: "Behnam Pourazar", names: ["بهنام پورآذر"], role: "brigadier general, Iran" };
  expect(spellingIn({ body: "سرتیپ پور آذر رفت", lang: "fa" }, general)).toBe("پور آذر");
  expect(spellingIn({ body: "دیروز پور آذر رفت", lang: "fa" }, general)).toBeNull();
});
