import { expect, it } from "vitest";
import { foundIn, spellingIn } from "../../../test/support/rules/found-people.ts";

/** How the press of each language writes names of East Asia down. */
it.each([
  ["ru", "Посол Кэнсиро Фудзитани гулял", "Кэнсиро Фудзитани"],
  ["uk", "Посол Японії Кеншіро Фуджітані гуляв", "Кеншіро Фуджітані"],
  ["hu", "Fudzsitani Kensiró nagykövet", "Fudzsitani Kensiró"],
  ["tr", "Büyükelçi Kenşiro Fucitani konuştu", "Kenşiro Fucitani"],
  ["ar", "السفير كينشيرو فوجيتاني", "كينشيرو فوجيتاني"],
])("%s: of a Japanese listed in Latin letters: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Kenshiro Fujitani", role: "ambassador of Japan, Oslo" })).toBe(expected);
});

it.each([
  ["ar", "قالت المتحدثة لو شيو لان", "لو شيو لان"],
  ["fa", "سخنگو لو شیولان گفت", "لو شیولان"],
  ["he", "הדוברת לוו שיולאן אמרה", "לוו שיולאן"],
  ["tr", "Sözcü Luo Şiulan konuştu", "Luo Şiulan"],
  ["uk", "Речниця Ло Сюлань сказала", "Ло Сюлань"],
  ["sr", "Портпаролка Луо Сјулан", "Луо Сјулан"],
  ["el", "Η εκπρόσωπος Λουό Σιουλάν", "Λουό Σιουλάν"],
])("%s: of a Chinese: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Luo Xiulan", names: ["罗秀岚"], role: "spokeswoman of China" })).toBe(
    expected,
  );
});

it.each([
  ["zh", "韩国驻符拉迪沃斯托克总领事金泰成会见州长", "金泰成"],
  ["zh", "韓國總領事金泰成", "金泰成"],
  ["ja", "韓国の金泰成総領事は", "金泰成"],
  ["zh", "江苏省居民金泰成获奖", null],
  ["zh", "韩国总领事金泰相", null],
])(
  "%s: of a Korean, in Han characters that Korean reads, where the item tells post and country: %s",
  (lang, body, expected) => {
    const consul = { role: "consul general of South Korea, Vladivostok" };
    for (const name of ["Kim Tae-seong", "김태성"])
      expect(spellingIn({ body, lang }, { ...consul, name })).toBe(expected);
  },
);

it.each([
  ["ru", "Пак Чжи Хун вышел", "Пак Чжи Хун"],
  ["ru", "Пак Чжихун вышел", "Пак Чжихун"],
  ["ru", "Пак Чи Хун вышел", "Пак Чи Хун"],
  ["ru", "с Пак Джи Хуном говорили", "Пак Джи Хуном"],
  ["uk", "Пак Чжі Хун вийшов", "Пак Чжі Хун"],
  ["bg", "Парк Джи-хун излезе", "Парк Джи-хун"],
  ["sr", "Парк Џи Хун је изашао", "Парк Џи Хун"],
  ["ru", "Пак Чжи Хван вышел", null],
  ["ru", "Пак Чже Хун вышел", null],
  ["ru", "Пан Чжи Хун вышел", null],
])("%s: of a Korean, syllable by syllable: %s", (lang, body, expected) => {
  for (const names of [[], ["박지훈"]])
    expect(spellingIn({ body, lang }, { name: "Park Ji-hoon", names, role: "consul of South Korea" })).toBe(expected);
});

it.each([
  ["ko", "리용호 외무상", "리용호"],
  ["en", "Lee Yong-ho spoke", "Lee Yong-ho"],
  ["ja", "北朝鮮のリ・ヨンホ外相", "リ・ヨンホ"],
  ["ja", "俳優のリ・ヨンホ", null],
  ["en", "Lee Young-soo spoke", null],
])("%s: of few consonants: the same syllables, or by sound beside post and country: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Ri Yong Ho", role: "foreign minister of North Korea" })).toBe(expected);
});

it.each([
  ["ja", "ミャンマー大使館のキン・ニン・ウェイ二等書記官", "キン・ニン・ウェイ"],
  ["en", "Khin Ninn spoke", null],
])("%s: of a Burmese, all words: %s", (lang, body, expected) => {
  expect(spellingIn({ body, lang }, { name: "Khin Hnin Wai", role: "second secretary, Myanmar embassy, Tokyo" })).toBe(
    expected,
  );
});

it.each([
  ["เอกอัครราชทูตเคนชิโร ฟูจิทานิ เยือนโรงบ่มไวน์", "Kenshiro Fujitani"],
  ["ผู้ช่วยทูตทหารเยฟเกนี เปตรอฟ ลาออก", "Yevgeny Petrov"],
  ["กงสุลอิหร่านโกลัมเรซา อาห์มาดี กล่าว", "Gholamreza Ahmadi"],
  ["ทูตสวีเดน อันเดอร์ส ลินด์ควิสต์ กล่าว", "Anders Lindqvist"],
])("th: names of others in running Thai: %s", (body, name) => {
  expect(spellingIn({ body, lang: "th" }, { name })).not.toBeNull();
  expect(spellingIn({ body, lang: "th" }, { name: "Ruben Castellanos" })).toBeNull();
});

it.each([
  ["ru", "советник Лыонг Кхак Нян", "Luong Khac Nhan", "counsellor of Vietnam"],
  ["ja", "ベトナムのグエン・バン・トゥック総領事", "Nguyen Van Thuc", "consul general of Vietnam, Houston"],
  ["ja", "英国のサンドラ・ウィットコム大使", "Sandra Whitcombe", "ambassador of the United Kingdom"],
  ["zh", "阿尔及利亚领事阿卜杜勒卡德尔·本穆萨", "Abdelkader Benmoussa", "consul of Algeria"],
  ["he", "השגריר סרגיי הנאטיוק", "Serhiy Hnatiuk", "ambassador of Ukraine"],
  ["he", "הקונסול חוסיין מירפתאחי", "Hossein Mirfattahi", "consul of Iran"],
])("%s: names of others by sound: %s", (lang, body, name, role) => {
  expect(spellingIn({ body, lang }, { name, role })).not.toBeNull();
});

it("of few consonants that many persons share, the sound tells nobody", () => {
  const ambassadors = "Hu Lei, Hu Li, Hu Lai, Hu Lo, Hu Lou, He Lei, Ha Lei, Hou Lei, Ho Lei, Hao Lei, He Lu"
    .split(", ")
    .map((name) => ({ id: name, name, role: "ambassador of China, Oslo" }));
  const item = { body: "在オスロ中国大使フー・レイ", lang: "ja" };
  expect(foundIn(item, ambassadors.slice(0, 1))).toEqual(["Hu Lei: フー・レイ (fair)"]);
  expect(foundIn(item, ambassadors)).toEqual([]);
});

it.each([
  ["Luo Wei, China's consul in Oslo, left.", null],
  ["China's consul in Oslo, Luo, left.", "Luo"],
  ["Luo left Oslo. China's consul was silent.", "Luo"],
])("a surname that comes first is somebody else's before another given name: %s", (body, expected) => {
  expect(spellingIn({ body, lang: "en" }, { name: "Luo Baoshan", role: "consul of China, Oslo" })).toBe(expected);
});

it.each([
  ["en", "Vietnam's consul Pham Ngoc Lan left Oslo.", "Pham Ngoc Lan"],
  ["en", "Pham Ngoc Lan sang.", null],
  ["ja", "ベトナムのファム・ティ・ゴック・ビック領事", null],
  ["ja", "ベトナムのファム・ティ・ゴック・ラン領事", "ファム・ティ・ゴック・ラン"],
])(
  "%s: of a Vietnamese name of four words one may be left out, and other scripts write them apart: %s",
  (lang, body, expected) => {
    const consul = { name: "Pham Thi Ngoc Lan", role: "consul of Vietnam, Oslo" };
    expect(spellingIn({ body, lang }, consul)).toBe(expected);
  },
);

it.each([
  ["zh", "越南驻奥斯陆领事阮友禄离任", "Nguyen Huu Loc", "consul of Vietnam, Oslo", "阮友禄"],
  ["zh", "越南歌手阮友禄演出", "Nguyen Huu Loc", "consul of Vietnam, Oslo", null],
  ["vi", "Lãnh sự Trung Quốc Lý Bảo Sam rời Oslo", "李宝杉", "consul of China, Oslo", "Lý Bảo Sam"],
  ["vi", "Lý Bảo Sam rời nhà", "李宝杉", "consul of China, Oslo", null],
])("%s: as Vietnamese reads Han characters: %s", (...[lang, body, name, role, expected]) => {
  expect(spellingIn({ body, lang }, { name, role })).toBe(expected);
});

it("vi: a Chinese name as Vietnamese reads it, behind an address", () => {
  const chief = { name: "Xue Guodong", names: ["薛国栋"], role: "section chief of China" };
  const body = "Ông Tiết Quốc Đống rời Trung Quốc.";
  expect(spellingIn({ body, lang: "vi" }, chief)).toBe("Tiết Quốc Đống");
});
