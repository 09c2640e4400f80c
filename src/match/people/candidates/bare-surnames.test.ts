import { describe, expect, it } from "vitest";
import { foundIn, spellingIn } from "../../../../test/support/rules/found-people.ts";
import { isMatch, matchItem } from "../../../../test/support/rules/rule-builders.ts";
import { readDocument } from "../../engine/document.ts";
import { compilePeople } from "../compile-people.ts";
import { findPeople } from "../find-people.ts";

describe("a surname alone", () => {
  const person = { name: "Kamran Zandieh", role: "ambassador" };
  it.each([
    ["beside an office word", "Ambassador Zandieh left", "Zandieh"],
    ["with the given name elsewhere", "Kamran was seen at the airport on Monday, and Zandieh left", "Zandieh"],
    ["without either is nobody", "The book by Zandieh sells well", null],
    ["after another given name is somebody else", "The minister met Peter Zandieh", null],
    ["of somebody's son is somebody else", "Ambassador Zandieh Jr left", null],
  ])("%s", (_fact, text, expected) => {
    expect(spellingIn(text, person)).toBe(expected);
  });

  it.each([
    ["ja", "de", "Mori überreicht sein Schreiben. Er ist der neue japanische Botschafter.", "Mori"],
    ["ja", "en", "Mori opens a tower. The firm is Japanese.", null],
    ["de", "en", "Mori presents his letters. The German ambassador looks on.", null],
    ["tbilisi", "en", "Mori presents his letters in Tbilisi. Japan is glad.", "Mori"],
  ])("in an item that names two of post, country and place (%s, %s): %s", (_fact, lang, body, expected) => {
    expect(spellingIn({ title: "", body, lang }, { name: "Kenichi Mori", role: "ambassador of Japan, Tbilisi" })).toBe(
      expected,
    );
  });

  it.each([
    ["ru", "Подполковника Занзибарцева искали на Дунае", "Занзибарцева"],
    ["bg", "Подполковник Занзибарцев е изчезнал", "Занзибарцев"],
    ["hr", "Potpukovnika Zanzibarceva traže", "Zanzibarceva"],
    ["uk", "Речниця Занзібарцева відповіла", "Занзібарцева"],
    ["de", "Oberstleutnant Zanzibartsev wird gesucht", "Zanzibartsev"],
  ])("behind a rank or another post, the first word of its sentence (%s): %s", (lang, body, expected) => {
    const officer = { name: "Anton Zanzibartsev", names: ["Антон Занзибарцев"], role: "officer, spokesman" };
    expect(spellingIn({ body, lang }, officer)).toBe(expected);
  });

  it.each([
    ["Norway's ambassador to South Korea", "Ambassador Solheim left Seoul", "Solheim"],
    ["consul of Norway in Hanoi, Vietnam", "Consul Solheim left", "Solheim"],
    ["US ambassador to China", "Ambassador Solheim left", "Solheim"],
  ])("is the last name of somebody posted where it is the first: %s", (role, body, expected) => {
    expect(spellingIn({ body, lang: "en" }, { name: "Ragnhild Solheim", role })).toBe(expected);
  });

  it.each([
    ["fr", "L'ambassadeur de France Enora de la Kergourlay parle", null],
    ["en", "The French ambassador Enora van der Kergourlay left", null],
    ["en", "The French ambassador D. Kergourlay left", null],
    ["en", "The French ambassador D. de Kergourlay left", null],
    ["en", "The French ambassador D. R. Kergourlay left", null],
    ["ru", "Посол Франции Дж. Кергурле уехал", null],
    ["en", "The French ambassador Dr. Kergourlay left", "Kergourlay"],
    ["fr", "L'ambassadeur de France est là. M. Kergourlay parle", "Kergourlay"],
    ["fr", "De Kergourlay est ambassadeur", "Kergourlay"],
    ["fr", "Enora de Kergourlay expose, dit l'ambassadeur de France", null],
    ["en", "Thibaut de Kergourlay, ambassador in Dakar, left", "Kergourlay"],
    ["en", "Thierry de Kergourlay, ambassador in Dakar, left", null],
    ["en", "Thibaut de Kergourlay, a potter, left the ambassador", null],
  ])("%s: behind particles or initials of another name is another's: %s", (lang, body, expected) => {
    const person = { name: "Thibault de Kergourlay", role: "ambassador of France, Dakar" };
    expect(spellingIn({ body, lang }, person)).toBe(expected);
  });

  it("is somebody else's where it stands with another given name in the item", () => {
    const consul = { name: "Sunil Raghuvanshi", role: "consul of India, Colombo" };
    const item = { title: "Raghuvanshi in Colombo", body: "The Indian bowler Angkrish Raghuvanshi met the consul." };
    expect(spellingIn(item, consul)).toBeNull();
  });

  it.each([
    ["of another sentence", "The minister left. Zandieh sells books", null],
    ["with a hyphen in a longer surname", "Minister Zandieh-Moriles left", null],
    ["behind another surname and a hyphen", "Minister Moriles-Zandieh left", null],
  ])("beside an office %s is nobody", (_fact, body, expected) => {
    expect(spellingIn({ body, lang: "en" }, { name: "Kamran Zandieh" })).toBe(expected);
  });

  it("that two bear is theirs whose post and country the item tells", () => {
    const people = [
      { id: "consul", name: "Najib Ahmadi", role: "consul of Afghanistan, Mashhad" },
      { id: "attache", name: "Reza Ahmadi", role: "attaché of Iran, Baku" },
    ];
    const item = { title: "Ahmadi: trade has doubled", body: "The attaché spoke at the Iranian embassy." };
    expect(foundIn(item, people)).toEqual(["attache: Ahmadi (fair)"]);
    expect(foundIn({ title: "Ahmadi: trade has doubled" }, people)).toEqual([]);
  });

  it.each([
    ["ja", "王総領事「訳が不正確」。中国総領事館で語った。", "王"],
    ["zh", "王总领事表示欢迎。中国驻大阪总领事馆。", "王"],
    ["zh", "国王总领事表示欢迎。中国驻大阪总领事馆。", null],
    ["ja", "王総領事「訳が不正確」", null],
    ["zh", "王先生在中国", null],
  ])("%s: in Han characters, before an office, where the country is told: %s", (lang, body, expected) => {
    expect(
      spellingIn({ body, lang }, { name: "Wang Zhiqiu", names: ["王志秋"], role: "consul general of China, Osaka" }),
    ).toBe(expected);
  });

  it.each([
    ["en", "The Iranian ambassador was seen in Zandieh", null],
    ["es", "El embajador de Irán en Zandieh", null],
    ["en", "In Zandieh the Iranian ambassador was seen", null],
    ["en", "In Zandieh's view the Iranian ambassador was right", "Zandieh"],
    ["en", "The Iranian ambassador spoke with Zandieh", "Zandieh"],
    ["ru", "Посол Ирана в Зандие", null],
  ])("%s: behind a word of place is a place: %s", (lang, body, expected) => {
    const ambassador = { name: "Kamran Zandieh", role: "ambassador of Iran, Oslo" };
    expect(spellingIn({ body, lang }, ambassador)).toBe(expected);
  });

  it("is one although a given name with an ending is spelled like it", () => {
    const attache = { name: "Reza Ahmadi", names: ["رضا احمدی"], role: "attaché of Iran, Baku" };
    const body = "احمدی گفت. وابسته سفارت ایران در باکو.";
    expect(spellingIn({ body, lang: "fa" }, attache)).toBe("احمدی");
    expect(spellingIn({ body: body.replace("احمدی", "احمد"), lang: "fa" }, attache)).toBeNull();
  });

  it.each([
    ["Vēstnieks Vahemegi aicina uz kino. Igaunijas vēstniecība rādīs filmas.", "Vahemegi"],
    ["Vēstnieks Vahemegi aicina uz kino.", null],
    ["Vēstnieks Vagi aicina uz kino. Igaunijas vēstniecība rādīs filmas.", null],
  ])("by sound, of three consonants, where the item tells the post and the country: %s", (body, expected) => {
    const ambassador = { name: "Tõnis Vahemägi", role: "ambassador of Estonia, Riga" };
    expect(spellingIn({ body, lang: "lv" }, ambassador)).toBe(expected);
  });

  it("before another given name is another's in Hungarian news", () => {
    const ambassador = { name: "Szilárd Bodrogközi", role: "ambassador of Hungary, Bratislava" };
    const body = "a versenyt. A magyar nagykövet Pozsonyban gratulált.";
    expect(spellingIn({ body: `Bodrogközi Péter nyerte ${body}`, lang: "hu" }, ambassador)).toBeNull();
    expect(spellingIn({ body: `Bodrogközi nyerte ${body}`, lang: "hu" }, ambassador)).toBe("Bodrogközi");
  });

  it("behind a city with its preposition is no other person's", () => {
    const consul = { name: "Ostap Bilokrynytskyi", names: ["Остап Білокриницький"], role: "consul of Ukraine, Kraków" };
    const body = "Консула в Кракові Білокриницького нагородили";
    expect(spellingIn({ body, lang: "uk" }, consul)).toBe("Білокриницького");
  });

  it.each([
    ["Nizar al-Hourani", "Ambassador Al-Hourani left", "Al-Hourani"],
    ["Jean d'Estaing", "Consul D'Estaing left", "Estaing"],
  ])("with an article or a preposition (%s) is whole: %s", (name, body, expected) => {
    expect(spellingIn({ body, lang: "en" }, { name })).toBe(expected);
  });

  it("beside an office of another country is somebody else", () => {
    const attache = { name: "Yevgeny Petrov", role: "military attaché of Russia, Belgrade" };
    expect(spellingIn("The Bulgarian minister Petrov left", attache)).toBeNull();
    expect(spellingIn("The minister Petrov left", attache)).toBe("Petrov");
    expect(spellingIn("The Russian officer Petrov left", attache)).toBe("Petrov");
  });

  it.each([
    ["en", "In a statement the minister Petrov named the central bank", "Petrov"],
    ["de", "Der Minister Petrov und sein Staatssekretär kamen", "Petrov"],
    ["de", "Der bosnische Minister Petrov kam", null],
  ])("%s: no word like a part of a country's name is a country: %s", (lang, body, expected) => {
    const attache = { name: "Yevgeny Petrov", role: "military attaché of Russia, Belgrade" };
    expect(spellingIn({ body, lang }, attache)).toBe(expected);
  });

  it.each([
    ["en", "Kamran Ahmadi was seen at the airport on Monday, and a book by Zandieh sells well", null],
    ["hu", "Balogh Kamran a reptéren járt hétfőn, és egy könyv, Zandieh műve, jól fogy", null],
    ["en", "Kamran was seen at the airport on Monday, and a book by Zandieh sells well", "Zandieh"],
  ])("%s: a given name that has another surname says nothing: %s", (lang, body, expected) => {
    expect(spellingIn({ body, lang }, person)).toBe(expected);
  });

  it.each([
    ["Dubes RI dipanggil Kemlu", null],
    ["Ambassador Ri was called in", "Ri"],
    ["AMBASSADOR RI CALLED IN", "RI"],
  ])("of two letters is no abbreviation: %s", (body, expected) => {
    const ambassador = { name: "Ri Chol Min", role: "ambassador of North Korea, Jakarta" };
    expect(spellingIn({ body, lang: expected === null ? "id" : "en" }, ambassador)).toBe(expected);
  });

  it("with an office word only elsewhere in the item is shown, and supports other words, but proves nothing alone", () => {
    const surname = "Krivoruchenko";
    const people = [{ id: "p", name: `Vladislav ${surname}`, role: "attaché" }];
    const body = `${surname} asked for asylum, as neighbours told a newspaper that is read in the whole town. The ministry was silent.`;
    expect(foundIn({ body }, people)).toEqual([`p: ${surname} (weak)`]);
    expect(isMatch("person:p", { body }, { people })).toBe(false);
    expect(isMatch("person:* AND NOT @past", { body }, { people })).toBe(false);
    expect(isMatch("person:p AND asylum", { body }, { people })).toBe(true);
  });

  it("counts as `surname` says", () => {
    expect(spellingIn("Ambassador Zandieh left", { ...person, surname: "never" })).toBeNull();
    expect(spellingIn("The book by Zandieh sells well", { ...person, surname: "always" })).toBe("Zandieh");
  });

  it("counts where the full name stood elsewhere in the story", () => {
    const compiled = compilePeople([
      { id: "p", names: [], groups: [], not: [], status: "serving", background: false, ...person },
    ]);
    const document = readDocument(matchItem({ body: "The book by Zandieh sells well" }));
    expect(findPeople(compiled, document).mentions).toEqual([]);
    const [mention] = findPeople(compiled, document, new Set(["p"])).mentions;
    expect(mention?.note).toBe("surname only, full name in the story: Kamran Zandieh");
  });

  it("is met again after the full name, for distances", () => {
    const item = { body: `Kamran Zandieh arrived. ${"Nothing of note. ".repeat(20)} Zandieh asked for asylum.` };
    expect(isMatch("person:p NEAR/5 asylum", item, { people: [{ id: "p", ...person }] })).toBe(true);
  });
});
