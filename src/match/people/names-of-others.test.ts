import { expect, it } from "vitest";
import { spellingIn } from "../../../test/support/rules/found-people.ts";

it.each([
  ["ar", "غنى عبد الله الرويعي في حفل بحضور ملحق الكويت", "بدر الرويعي", null],
  ["es", "El museo Ruvajlí recibe al agregado de Kuwait", "Bader Ruvajlí", null],
  ["ar", "مدرسة الرويعي في الكويت تكرم الملحق", "بدر الرويعي", null],
  ["ar", "الملحق الرويعي عاد إلى الكويت", "بدر الرويعي", "الرويعي"],
  ["zh", "林国强，15岁，获得科威特数学竞赛冠军", "林国强", null],
  ["ja", "林国強さん（15）が優勝した", "林国强", null],
  ["sk", "Bader Ruvajlí sa vrátil.", "Bader Ruvajlí", "Bader Ruvajlí"],
  ["en", "Bader Ruvajli SA opened a mine", "Bader Ruvajli", null],
  ["en", "Nadia Ruvajli, a nurse, was hired in Kuwait", "Nadia Haddad-Ruvajli", null],
  ["en", "Nadia Ruvajli, a nurse, is Kuwait's attaché", "Nadia Haddad-Ruvajli", "Nadia Ruvajli"],
])(
  "%s: another's given name, a school, a child, a firm, half a name in another trade: %s",
  (lang, body, name, expected) => {
    expect(spellingIn({ title: "", body, lang }, { name, role: "attaché of Kuwait, Karachi" })).toBe(expected);
  },
);

it.each([
  ["sk", "Podľa Ruvajlího, atašé Kuvajtu, je dobre.", "Ruvajlího"],
  ["ro", "Lui Ruvajli, atașatul Kuweitului, i s-a cerut.", "Ruvajli"],
  ["lv", "Pēc Ruvajli, Kuveitas atašeja, domām ir labi.", "Ruvajli"],
  ["ru", "Сам Рувайли называет это местью. Атташе Кувейта ушёл.", "Рувайли"],
  ["en", "Kuwait's attaché is back. Yesterday Ruvajlí spoke.", "Ruvajlí"],
  ["az", "Küveyt attaşesi qayıdıb. Dünən Ruvajlí danışdı.", "Ruvajlí"],
  ["id", "Atase Kuwait kembali. Kemudian Ruvajlí bicara.", "Ruvajlí"],
  ["nl", "De attaché van Koeweit is terug. Volgens Ruvajlí is dat goed.", "Ruvajlí"],
  ["ku", "Ataşeyê Kuweytê hat. Piştî Ruvajlí axivî.", "Ruvajlí"],
  ["sk", "Peter Ruvajlí, atašé Kuvajtu, odišiel.", null],
])("%s: a small word with a capital that begins a sentence is no given name: %s", (lang, body, expected) => {
  expect(
    spellingIn(
      { title: "", body, lang },
      { name: "Bader Ruvajlí", names: ["Бадер Рувайли"], role: "attaché of Kuwait, Karachi" },
    ),
  ).toBe(expected);
});

it.each([
  ["ar", "حيدر القره بدري لاعب في الكويت", "سعد القره بدري", null],
  ["ar", "عاد القره بدري ملحق الكويت", "سعد القره بدري", "القره بدري"],
  ["fa", "لاله‌های بدری شکفتند", "لاله بدری", null],
  ["fa", "لاله های بدری شکفتند", "لاله بدری", null],
  ["fa", "لاله بدری وابسته کویت", "لاله بدری", "لاله بدری"],
])("%s: another's given name before two of three words, a plural: %s", (lang, body, name, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name, role: "attaché of Kuwait, Karachi" })).toBe(expected);
});

it.each([
  ["zh", "林国强教练率科威特队夺冠", "林国强", null],
  ["ko", "쿠웨이트 출신 림국강 선수가 골을 넣었다", "림국강", null],
  ["zh", "科威特武官林国强教练率队夺冠", "林国强", "林国强"],
  ["bn", "কুয়েত নিয়ে সরকার জানায়, অ্যাটাশে নেই", "বদর সরকার", null],
  ["fa", "ولایت رویعی در کویت با وابسته", "بدر رویعی", null],
])("%s: a trade behind the name, the word for the government, a province: %s", (lang, body, name, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name, role: "attaché of Kuwait, Karachi" })).toBe(expected);
});

it.each([
  ["az", "Elxan Ruvajlí Tbilisidə konsert verib. Küveytin attaşesi gəlib.", null],
  ["tr", "Elxan Ruvajlí Tiflis'te konser verdi. Kuveyt ataşesi geldi.", null],
  ["az", "Dünən Ruvajlí Tbilisidə olub. Küveytin attaşesi gəlib.", "Ruvajlí"],
])("%s: a given name that begins a headline, and a place behind the surname: %s", (lang, body, expected) => {
  const attache = { name: "Bader Ruvajlí", role: "attaché of Kuwait, Tbilisi" };
  expect(spellingIn({ title: "", body, lang }, attache)).toBe(expected);
});
