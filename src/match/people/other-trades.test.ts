import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

const CONSUL = { name: "Anton Belov", names: ["Антон Белов", "안톤 벨로프"], role: "consul of Russia, Bilbao" };

it.each([
  ["pl", "Hodowca królików Anton Belov zdobył puchar."],
  ["en", "Beekeeper Anton Belov opened his hives."],
  ["pt", "Surfista Anton Belov vence a etapa."],
  ["sr", "Пчелар Антон Белов донео је мед."],
  ["de", "Der 16-jährige Anton Belov lief am schnellsten."],
  ["en", "Anton Belov, an 84-year-old from the hills, swam across the bay."],
  ["ru", "17-летний Антон Белов нашёл клад."],
  ["no", "Skihopper Anton Belov vant gull."],
  ["fi", "Mäkihyppääjä Anton Belov voitti."],
  ["sw", "Mwanamuziki Anton Belov atoa albamu mpya."],
  ["en", "Anton Belov sings on Saturday."],
  ["pl", "86-latek Anton Belov przebiegł dystans."],
])("%s: a full name beside another trade, or the age of no official: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBeNull();
});

it.each([
  ["en", "Anton Belov, 84, left. He was Russia's consul.", "Anton Belov"],
  ["en", "The consul and beekeeper Anton Belov retired.", "Anton Belov"],
  ["en", "After 16 years Anton Belov went home.", "Anton Belov"],
  ["en", "A friend told a newspaper Anton Belov had left.", "Anton Belov"],
])(
  "%s: where the item tells the role, trade and age say nothing; years of service never do: %s",
  (lang, body, expected) => {
    expect(spellingIn({ body, lang }, CONSUL)).toBe(expected);
  },
);

it.each([
  ["en", "An evening with the composer Belov. The consul of Russia in Bilbao came.", null],
  ["ru", "Вечер памяти композитора Белова. Консул России в Бильбао выступил.", null],
  ["ko", "벨로프 9단이 바둑을 두었다. 빌바오 주재 러시아 영사도 왔다.", null],
  ["en", "The consul told journalists Belov would leave Bilbao. Russia is silent.", "Belov"],
  ["en", "The composer Anton Belov, consul of Russia, left. Friends of the composer Belov wept.", "Anton Belov"],
])("%s: a trade right beside a surname: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, CONSUL)).toBe(expected);
});

it.each([
  ["an office elsewhere is not enough", "tr", "Belov ormanları yanıyor. Vali geldi.", null],
  [
    "nor its post where the item tells of plants",
    "de",
    "Belov: Welche Kiefern trotzen dem Klima? Der Konsul Russlands lud nach Bilbao ein.",
    null,
  ],
  ["its post, elsewhere", "de", "Belov geht. Der Konsul Russlands in Bilbao war beliebt.", "Belov"],
])("a surname that is the word for a tree as well: %s", (_fact, lang, body, expected) => {
  expect(spellingIn({ body, lang }, { ...CONSUL, not: ["Belov (pine)"] })).toBe(expected);
});

it("a head of state with the name of a fish is not what a recipe is of", () => {
  const head = { name: "Ines Lenguado", role: "President of Spain", not: ["lenguado (sole fish)"] };
  expect(spellingIn({ body: "Lenguado con cebolla y farci", lang: "es" }, head)).toBeNull();
  expect(spellingIn({ body: "Lenguado viaja a Oslo", lang: "es" }, head)).toBe("Lenguado");
});

it.each([
  ["Maite Uribe Salazar pinta. La cónsul de España en Bilbao acudió.", null],
  ["Uribe Salazar pinta. La cónsul de España en Bilbao acudió.", "Uribe Salazar"],
  ["La cónsul Uribe Salazar de España acudió.", "Uribe Salazar"],
])("es: both surnames behind another given name are somebody else's: %s", (body, expected) => {
  const consul = { name: "Ana Uribe Salazar", role: "consul of Spain, Bilbao" };
  expect(spellingIn({ body, lang: "es" }, consul)).toBe(expected);
});

it.each([
  ["ar", "المطرب أنطون بيلوف يغني في موسكو.", null, "though the item names the person's country"],
  ["en", "Russia's champion, swimmer Anton Belov, lives in Bilbao.", null, "though it names country and place"],
  ["de", "Bürgermeister Anton Belov begrüßt die russische Flotte in Bilbao.", null, "an office that is no state's"],
  ["es", "El mayor Anton Belov llegó de Rusia.", "Anton Belov", "a major, in Spanish"],
  ["en", "The consul's lawyer said Anton Belov had left Bilbao.", "Anton Belov", "not before the name"],
  ["ar", "قال محامي أنطون بيلوف إن موكله غادر.", "أنطون بيلوف", "his lawyer"],
  ["ru", "Адвокат Антона Белова сообщил об отъезде.", "Антона Белова", "his lawyer, in another case"],
  ["vi", "Cô giáo Anton Belov dạy tiếng Nga.", null, "in two syllables"],
  ["de", "Pianistin Clara von Belov spielt in Bilbao. Der Konsul Russlands kam.", null, "with a given name between"],
  ["de", "Konsul von Belov spielt in Bilbao. Russland schweigt.", "Belov", "an office with a particle"],
])("%s: a trade right before the name: %s", (lang, body, expected, _fact) => {
  expect(spellingIn({ body, lang }, { ...CONSUL, names: [...CONSUL.names, "أنطون بيلوف"] })).toBe(expected);
});

it("th: a trade that the dictionary cuts", () => {
  const consul = { name: "Suda Rattanawong", names: ["สุดา รัตนวงศ์"], role: "consul of Thailand, Penang" };
  expect(spellingIn({ body: "สุดา รัตนวงศ์ นักแสดง คว้ารางวัล", lang: "th" }, consul)).toBeNull();
  expect(spellingIn({ body: "สุดา รัตนวงศ์ กล่าว", lang: "th" }, consul)).toBe("สุดา รัตนวงศ์");
});

it.each([
  ["歌手柳砚青演出", null],
  ["他告诉记者柳砚青已离开", "柳砚青"],
])("zh: a trade right before a name, but not journalists, who were told it: %s", (body, expected) => {
  const consul = { name: "Liu Yanqing", names: ["柳砚青"], role: "consul of China, Oslo" };
  expect(spellingIn({ body, lang: "zh" }, consul)).toBe(expected);
});

it.each([
  ["Singer Anton Belov sang at the residence of Russia's consul.", null],
  ["Former wrestler Anton Belov, Russia's consul, sang.", "Anton Belov"],
  ["Belov Cathedral reopened, said the consul of Russia in Bilbao.", null],
])("a trade before a full name, or a church behind a surname, where the post is told: %s", (body, expected) => {
  expect(spellingIn({ body, lang: "en" }, CONSUL)).toBe(expected);
});

it("a head of state has had a trade", () => {
  const head = { name: "Anton Belov", role: "President of Russia" };
  expect(spellingIn("The former actor Anton Belov spoke.", head)).toBe("Anton Belov");
});

it.each([
  ["en", "Yoandris Castaneda left", "Yoandris Castañeda", "Yoandris Castaneda"],
  ["ar", "غادر غياث الشعراوي", "غياث الشعراوي", "غياث الشعراوي"],
  ["en", "The singer Yoandris Castaneda left", "Yoandris Castañeda", null],
])("%s: a person's own name tells of no trade: %s", (lang, body, name, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name, role: "consul of Cuba, Toronto" })).toBe(expected);
});
