import { expect, it } from "vitest";
import { answerOf } from "../../../test/support/rules/rule-builders.ts";
import type { Person } from "../rule-set.ts";

function spelling(person: Partial<Person>, body: string, lang: string): string | null {
  return answerOf({ people: [{ id: "p", ...person }] }, { body, lang }).people[0]?.spelling ?? null;
}

const chinese = { name: "Wang Xiuqiu", names: ["王秀秋"], role: "consul, China" };
const taiwanese = { name: "Hsiao Ming-jen", names: ["蕭明仁"], role: "representative, Taiwan" };
const armenian = { name: "Tigran Hovhannisyan" };
const eritrean = { name: "Tesfay Gebremeskel" };
const turk = { name: "Deniz Aslantaş" };
const syrian = { name: "Nizar al-Sabbouni", names: ["نزار الصابوني"], role: "ambassador" };

it.each([
  ["ru", chinese, "Ван Сюцю"],
  ["uk", chinese, "Вана Сюцю"],
  ["ko", chinese, "왕슈추"],
  ["hu", chinese, "Vang Hsziucsiu"],
  ["cs", taiwanese, "Siao Ming-ženem"],
  ["en", taiwanese, "Xiao Mingren"],
  ["ru", taiwanese, "Сяо Минжэнь"],
  ["ru", armenian, "Тиграном Оганесяном"],
  ["en", armenian, "Tigran Ohanesyan"],
  ["ti", eritrean, "ተስፋይ ገብረመስቀል"],
  ["am", eritrean, "ለተስፋይ ገብረመስቀል"],
  ["ar", eritrean, "تسفاي جبرمسقل"],
  ["el", turk, "Ντενίζ Ασλαντάς"],
  ["pl", { name: "Ostap Bilokrynytskyi" }, "Ostapem Biłokrynyckim"],
  ["uk", { name: "Tomasz Gołąb" }, "Томаша Голомба"],
  ["lo", { name: "Kenichi Mori" }, "ເຄນອິຈິ ໂມຣິ"],
  ["fa", { name: "Elçin Şıxəliyev", role: "consul of Azerbaijan" }, "الچین شیخعلی‌اف"],
  ["ar", { name: "Saad al-Qaraghuli", names: ["سعد القره غولي"] }, "سعد القرغولي"],
  ["hi", { name: "Dmitry Novoseltsev", names: ["Дмитрий Новосельцев"] }, "दिमित्री नोवोसेल्त्सेव"],
  ["be", { name: "Dmitry Novoseltsev", names: ["Дмитрий Новосельцев"] }, "Дзмітрый Навасельцаў"],
  ["he", { name: "Yelena Shcherbakova", names: ["Елена Щербакова"] }, "ילנה שצ'רבקובה"],
  ["zh", { name: "Yelena Shcherbakova", names: ["Елена Щербакова"] }, "叶莲娜·谢尔巴科娃"],
  ["bg", { name: "Zhou Jianqiang", names: ["周建强"], role: "consul, China" }, "Джоу Дзиенцян"],
  ["fa", { name: "Gökhan Çağlayan", role: "attaché of Turkey" }, "گوکهان چاغلایان"],
  ["he", { name: "Gökhan Çağlayan", role: "attaché of Turkey" }, "גוקהאן צ'אלאיאן"],
  ["az", { name: "Gökhan Çağlayan", role: "attaché of Turkey" }, "Gökhan Çağlayanın"],
  ["ru", { name: "Yonatan Ben-Zvi", role: "consul of Israel" }, "Йонатан Бен-Цви"],
  ["ru", { name: "Jean-Baptiste Guillaumin", role: "ambassador of France" }, "Жан-Батист Гийомен"],
  ["ja", { name: "Jean-Baptiste Guillaumin", role: "ambassador of France" }, "ジャンバティスト・ギヨマン"],
  ["ar", { name: "Shahzad Bhatti", names: ["شہزاد بھٹی"] }, "شهزاد بهتي"],
  ["fr", { name: "Eltayeb Abdelgadir", names: ["الطيب عبد القادر"] }, "Eltayeb Abdelkader"],
  ["en", { name: "Cabdiraxmaan Yuusuf Nuur", names: ["Abdirahman Yusuf Nur"] }, "Abdurahman Yusuf Noor"],
  ["ku", { name: "Hiwa al-Barzinji", names: ["هيوا البرزنجي"] }, "Hîwa Berzencî"],
  ["el", { name: "Tornike Ghvinjilia", names: ["თორნიკე ღვინჯილია"] }, "Τορνίκε Γκβιντζίλια"],
  ["cs", { name: "Rim Yong Nam", names: ["림영남"], role: "secretary of North Korea" }, "Rim Jong-nam"],
  ["ur", { name: "Recep Tayyip Erdoğan", names: ["رجب طیب اردوغان"], role: "President of Turkey" }, "رجب طیب ایردوان"],
  ["tr", { name: "Mehmet Akif Tunçbilek" }, "M. Akif Tunçbilek"],
  ["bn", { name: "Sunil Raghuvanshi" }, "সুনীল রঘুবংশী"],
  ["ta", { name: "Rajan Venkataraman" }, "ராஜன் வெங்கடராமன்"],
  ["hi", { name: "Zaw Htet Aung", role: "attaché, Myanmar" }, "ज़ॉ तेत आंग"],
] as const)("%s: %o is %s", (lang, person, text) => {
  expect(spelling(person, text, lang)).toBe(text);
});

it.each([
  ["ko", { name: "Kim Tae-seong", not: ["Kim Tae-sang"], role: "consul, South Korea" }, "en", "Kim Tae Sung"],
  ["ko", { name: "Choe Ryong Ho", role: "attaché, North Korea" }, "en", "Choi Yong-ho"],
  ["ko", { name: "Namgung Hye-rin", names: ["남궁혜린"] }, "en", "Namgoong Hyerin"],
  ["pt", { name: "Marcos Vinícius da Silva" }, "pt", "M. V. da Silva"],
  ["ar", { name: "رعد الجنابي" }, "ar", "رعد حسين الجنابي"],
  ["es", { name: "Luis Montilla" }, "es", "Luis Alfredo Montilla"],
] as const)("%s: %o in %s is %s", (_language, person, lang, text) => {
  expect(spelling(person, text, lang)).toBe(text);
});

it.each([
  [{ name: "Yevgeny Petrov" }, "塞尔维亚外交部没有说明", "叶夫根尼·彼得罗夫", "上校离境的原因。"],
  [{ name: "Vladimir Shcherbakov" }, "俄罗斯外交官", "弗拉基米尔·谢尔巴科夫", "说"],
  [{ name: "Abbas Araghchi" }, "伊朗外长", "阿巴斯·阿拉格齐", "抵达北京"],
  [{ name: "Masoud Zarifian" }, "总统", "马苏德·扎里菲安", "表示"],
  [{ name: "Sergei Lavrov" }, "外长", "谢尔盖·维克托罗维奇·拉夫罗夫", "说"],
  [{ name: "Pedro Castellanos" }, "大使", "佩德罗·卡斯特利亚诺斯", "说"],
] as const)("%o in a Chinese text", (person, before, name, behind) => {
  expect(spelling(person, before + name + behind, "zh")).toBe(name);
});

it.each([
  ["another surname", { name: "Yevgeny Petrov" }, "叶夫根尼·彼得罗相"],
  ["another name", { name: "Yevgeny Petrov" }, "叶夫根尼·伊万诺夫"],
  ["no middle dot", { name: "Yevgeny Petrov" }, "叶夫根尼彼得罗夫"],
  ["a person with a Han spelling", { name: "Yevgeny Petrov", names: ["葉夫根尼·彼特羅"] }, "叶夫根尼·彼得罗夫"],
  ["a long list", { name: "Yevgeny Petrov", match: "careful" }, "叶夫根尼·彼得罗夫"],
] as const)("%s is nobody in Han characters", (_fact, person, text) => {
  expect(spelling(person, text, "zh")).toBeNull();
});

it.each(["Nguyen V. Thuc", "Thuc Nguyen"])("%s is Nguyen Van Thuc where the text speaks of a consul", (text) => {
  const consul = { name: "Nguyen Van Thuc", role: "consul of Vietnam" };
  expect(spelling(consul, `The consul, ${text}, spoke.`, "en")).toBe(text);
  expect(spelling(consul, `The baker, ${text}, spoke.`, "en")).toBeNull();
});

it.each([
  ["another initial", { name: "Nguyen Van Thuc", role: "consul of Vietnam" }, "en", "consul Nguyen T. Thuc"],
  ["another vowel", { name: "Kim Tae-seong", role: "consul, South Korea" }, "en", "Kim Tae-sang"],
  ["two people", { name: "رعد الجنابي" }, "ar", "رعد وحسين الجنابي"],
  ["a compound name", { name: "محمد الجنابي" }, "ar", "محمد حسين الجنابي"],
  ["a second name in a long list", { name: "Luis Montilla", match: "careful" }, "es", "Luis Alfredo Montilla"],
  ["a second name in English", { name: "Luis Montilla" }, "en", "Luis Alfredo Montilla"],
] as const)("%s is somebody else", (_fact, person, lang, text) => {
  expect(spelling(person, text, lang)).toBeNull();
});

it("the article of an Arabic name is not heard in the letters of a word", () => {
  expect(spelling(syrian, "vice-consul in Lissabon", "nl")).toBeNull();
  expect(spelling(syrian, "consul Alsabbouni", "nl")).toBe("Alsabbouni");
});
