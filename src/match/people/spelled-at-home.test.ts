import { expect, it } from "vitest";
import { answerOf } from "../../../test/support/rules/rule-builders.ts";

/** How other scripts write the names of countries with Latin letters: as they are said there. */
const OFFICIALS: readonly (readonly [name: string, role: string, written: Readonly<Record<string, string>>])[] = [
  ["Øyvind Haugsgård", "ambassador of Norway", { ru: "Эйвинн Хаугсгор" }],
  ["Inese Kārkliņa-Dzērve", "ambassador of Latvia", { ru: "Инесе Карклиня-Дзерве" }],
  ["Pieter van Bokhoven", "attaché of the Netherlands", { ru: "Питер ван Бокховен" }],
  ["Gotthard Wiesenhöfer", "consul of Germany", { ru: "Готхард Визенхёфер", ja: "ゴットハルト・ヴィーゼンヘーファー" }],
  ["Renata Quattrini", "consul of Italy", { ru: "Рената Кваттрини", ar: "ريناتا كواتريني" }],
  ["João Miguel Ferreira de Sousa", "consul of Portugal", { ru: "Жуан Мигел Феррейра де Соуза" }],
  ["Nihat Yüceldağ", "ambassador of Turkey", { ru: "Нихат Юджельдаг", tg: "Ниҳат Юҷелдоғ" }],
  ["Jean-Étienne Leroux-Chauveau", "consul of France", { ru: "Жан-Этьен Леру-Шово" }],
  ["Wojciech Gołąb", "consul of Poland", { uk: "Войцех Голомб", ru: "Войцех Голомб" }],
  [
    "Andrzej Wojciechowski",
    "consul of Poland",
    { ru: "Анджей Войцеховский", uk: "Анджей Войцеховський", ka: "ანჯეი ვოიცეხოვსკი" },
  ],
  ["Thibault de Kergourlay", "ambassador of France", { ru: "Тибо де Кергурле" }],
  [
    "Benoît Chauveau",
    "ambassador of France",
    { ru: "Бенуа Шово", ko: "브누아 쇼보", ja: "ブノワ・ショヴォー", fa: "بنوا شوو" },
  ],
  [
    "Ludovica Serrapetrona",
    "ambassador of Italy",
    { ru: "Людовика Серрапетрона", ar: "لودوفيكا سيرابيترونا", el: "Λουντοβίκα Σεραπετρόνα" },
  ],
  [
    "Giorgia Ceccarelli",
    "ambassador of Italy",
    {
      ru: "Джорджа Чеккарелли",
      uk: "Джорджа Чеккареллі",
      el: "Τζόρτζια Τσεκαρέλι",
      ko: "조르자 체카렐리",
      ja: "ジョルジャ・チェッカレッリ",
    },
  ],
  [
    "Szilárd Bodrogközi",
    "ambassador of Hungary",
    { ru: "Силард Бодрогкёзи", uk: "Сілард Бодрогкезі", sr: "Силард Бодрогкези" },
  ],
  ["Zsófia Csányi", "ambassador of Hungary", { ru: "Жофия Чаньи", uk: "Жофія Чані", ar: "جوفيا تشاني" }],
  ["João Magalhães", "ambassador of Portugal", { ru: "Жуан Магальяйнш" }],
  [
    "Jorge Echeverría",
    "ambassador of Mexico",
    {
      ru: "Хорхе Эчеверрия",
      uk: "Хорхе Ечеверрія",
      ko: "호르헤 에체베리아",
      ja: "ホルヘ・エチェベリア",
      el: "Χόρχε Ετσεβερία",
    },
  ],
  [
    "Annegret Wolkenstein",
    "ambassador of Germany",
    {
      ru: "Аннегрет Волькенштейн",
      ar: "أنيغريت فولكنشتاين",
      ja: "アンネグレート・ヴォルケンシュタイン",
      ko: "아네그레트 볼켄슈타인",
      el: "Ανεγκρέτ Βόλκενσταϊν",
    },
  ],
  ["Jiří Dvořáček", "ambassador of Czechia", { ru: "Иржи Дворжачек", uk: "Їржі Дворжачек" }],
  ["Cem Yılmazer", "ambassador of Türkiye", { ru: "Джем Йылмазер", ar: "جم يلمازر", fa: "جم ییلمازر" }],
  ["Octavian Zărnescu", "ambassador of Romania", { ru: "Октавиан Зэрнеску", ar: "أوكتافيان زارنيسكو" }],
  ["Ștefan Ciobanu", "ambassador of Romania", { ru: "Штефан Чобану", ar: "ستيفان تشوبانو" }],
  ["Xhevahir Gjoka", "ambassador of Albania", { sr: "Џевахир Ђока", el: "Τζεβαχίρ Γκιόκα", mk: "Џевахир Ѓока" }],
  ["Sven Sjöberg", "ambassador of Sweden", { ru: "Свен Шёберг", ar: "سفين شوبرغ" }],
  [
    "Vjekoslav Đurđević",
    "ambassador of Croatia",
    { ru: "Вьекослав Джурджевич", ar: "فييكوسلاف دجورجيفيتش", sr: "Вјекослав Ђурђевић" },
  ],
  [
    "Michael Thompson",
    "consul of the United States",
    { ru: "Майкл Томпсон", fa: "مایکل تامپسون", he: "מייקל תומפסון", uk: "Майкл Томпсон" },
  ],
  [
    "Julian Whitmore",
    "consul of the United Kingdom",
    { ru: "Джулиан Уитмор", ar: "جوليان ويتمور", fa: "جولین ویتمور", he: "ג'וליאן ויטמור" },
  ],
];

const rows = OFFICIALS.flatMap(([name, role, written]) =>
  Object.entries(written).map(([lang, body]) => ({ name, role, lang, body })),
);

it.each(rows)("$name, $role, as $lang writes it: $body", ({ name, role, lang, body }) => {
  expect(answerOf({ people: [{ id: "p", name, role }] }, { body, lang }).people[0]?.spelling).toBe(body);
});

it.each([
  ["he", "דה קרגורלאי מצרפת", "דה קרגורלאי"],
  ["ka", "საფრანგეთის დე კერგურლე", "დე კერგურლე"],
  ["ka", "დე კერგურლე", null],
])("%s: a surname behind its own particle is the person where the role is spoken of: %s", (lang, body, expected) => {
  const people = [{ id: "p", name: "Thibault de Kergourlay", role: "ambassador of France, Dakar" }];
  expect(answerOf({ people }, { body, lang }).people[0]?.spelling ?? null).toBe(expected);
});

it.each([
  ["ru", "Тибо де Керсен"],
  ["ru", "Войцех Голованов"],
  ["uk", "Жофія Сабо"],
  ["ru", "Джорджа Чичерина"],
  ["ar", "خورخي إيتورالدي"],
  ["ko", "호르헤 에스코바르"],
])("%s: %s is another one", (lang, body) => {
  const people = OFFICIALS.map(([name, role], at) => ({ id: `p${at}`, name, role }));
  expect(answerOf({ people }, { body, lang }).people).toEqual([]);
});
