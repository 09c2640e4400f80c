import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { answerOf, isMatch, matchItem } from "../../../test/support/rule-builders.ts";
import { readDocument } from "../engine/document.ts";
import type { MatchItem, Person } from "../rule-set.ts";
import { compilePeople } from "./compile-people.ts";
import { findPeople } from "./find-people.ts";

type Given = Partial<MatchItem> | string;

function itemOf(given: Given): Partial<MatchItem> {
  return typeof given === "string" ? { body: given } : given;
}

function spelling(person: Partial<Person>, given: Given): string | null {
  return answerOf({ people: [{ id: "p", ...person }] }, itemOf(given)).people[0]?.spelling ?? null;
}

/** `id: spelling (confidence)` of everybody found. */
function found(people: readonly Partial<Person>[], given: Given): string[] {
  const mentions = answerOf({ people }, itemOf(given)).people;
  return mentions.map(({ personId, spelling: here, confidence }) => `${personId}: ${here} (${confidence})`);
}

describe("a person is found", () => {
  const ivan = { name: "Ivan Petrovich Example", names: ["Ivan Example", "Иван Пример", "ایوان مثال", "伊万·例子"] };

  it.each([
    ["as listed", "So Ivan Example said.", "Ivan Example"],
    ["in other case and marks", "IVÁN EXAMPLE said", "IVÁN EXAMPLE"],
    ["after a title", "Ambassador Ivan Example", "Ivan Example"],
    ["surname first", "Example, Ivan", "Example, Ivan"],
    ["with an initial", "I. Example", "I. Example"],
    ["with two initials written together", "I.P. Example", "I.P. Example"],
    ["with a middle initial", "Ivan P. Example", "Ivan P. Example"],
    ["in the longest of its forms", "Ivan Petrovich Example", "Ivan Petrovich Example"],
    ["with a possessive", "Ivan Example's wife", "Ivan Example"],
    ["in a Russian case", "встреча с Иваном Примером", "Иваном Примером"],
    ["in Persian", "گفت ایوان مثال", "ایوان مثال"],
    ["in Chinese", "伊万例子说", "伊万例子"],
    ["not by a part of the name", "Petrovich said", null],
    ["not inside other words", "Ivans Examples", null],
    ["not across other words", "Ivan and Example", null],
    ["not over the end of a sentence", "They thanked Ivan. Example is a town.", null],
  ])("%s", (_fact, text, expected) => {
    expect(spelling(ivan, text)).toBe(expected);
  });

  it.each([
    ["given names written as one", { name: "Mohammad Reza Rostamiyan" }, "Mohammadreza Rostamiyan"],
    ["given names with a hyphen", { name: "Mohammad Reza Rostamiyan" }, "Mohammad-Reza Rostamiyan"],
    ["a listed title left out", { name: "Dr Ada Example" }, "Ada Example"],
    ["a Russian adjective name in the genitive", { name: "Андрей Верещинский" }, "Андрея Верещинского"],
    ["a Ukrainian name in the dative", { name: "Олена Прикладна" }, "Олені Прикладній"],
    ["a father's name between", { name: "Евгений Щербаковский" }, "Евгению Сергеевичу Щербаковскому"],
  ])("with %s", (_fact, person, text) => {
    expect(spelling(person, text)).toBe(text);
  });

  it("with an Arabic prefix, with a Korean particle", () => {
    expect(spelling({ name: "إيفان مثال" }, { body: "وإيفان مثال", lang: "ar" })).toBe("وإيفان مثال");
    expect(spelling({ name: "김철수" }, { body: "김철수가 떠났다", lang: "ko" })).toBe("김철수가");
  });
});

describe("a spelling nobody listed is read by sound", () => {
  const consul = { name: "Yevgeny Shcherbakovsky", names: ["Евгений Щербаковский"] };
  const minister = { name: "Behrouz Rostamiyan", names: ["بهروز رستمیان"] };
  const envoy = { name: "Khalil Abu Ghazaleh", names: ["خليل أبو غزالة"] };
  const officer = { name: "Choe Hyon Gyu", names: ["최현규"] };
  const spokeswoman = { name: "Xu Jingyao", names: ["徐静瑶"], role: "spokeswoman, China" };

  const delegate = { name: "Pak Chol Nam", countries: ["kp"] };

  it.each([
    ["en", consul, "Evgenii Scherbakovskiy"],
    ["de", consul, "Jewgeni Schtscherbakowski"],
    ["fr", consul, "Evgueni Chtcherbakovski"],
    ["it", consul, "Evgenij Ščerbakovskij"],
    ["pl", consul, "Jewgienijem Szczerbakowskim"],
    ["cs", consul, "Jevgenijem Ščerbakovským"],
    ["uk", consul, "Євгеном Щербаковським"],
    ["fa", consul, "یوگنی شچرباکوفسکی"],
    ["he", consul, "יבגני שצ'רבקובסקי"],
    ["ru", minister, "Бехрузом Ростамияном"],
    ["ar", minister, "بهروز رستميان"],
    ["tr", minister, "Behruz Rüstemiyan"],
    ["de", minister, "Behrus Rostamijan"],
    ["en", envoy, "Khaleel Abou Ghazala"],
    ["ru", envoy, "Халиль Абу-Газале"],
    ["fa", envoy, "خلیل ابوغزاله"],
    ["en", officer, "Choi Hyun-kyu"],
    ["en", officer, "Hyon Gyu Choe"],
    ["ru", officer, "Чхве Хён Гю"],
    ["en", spokeswoman, "Hsu Ching-yao"],
    ["ru", spokeswoman, "Сюй Цзинъяо"],
    ["zh", spokeswoman, "徐靜瑤"],
    ["ko", delegate, "박철남은"],
    ["ko", delegate, "박철남께서"],
    ["ko", delegate, "박철남으로"],
    ["en", { name: "Gülşen Karabulutoğlu" }, "Gulsen Karabulutoglu"],
    ["es", { name: "Joaquín Etxebarría Montalvo" }, "Joaquín Echevarría"],
    ["el", { name: "Stavros Papanikolopoulos", names: ["Σταύρος Παπανικολόπουλος"] }, "Σταύρου Παπανικολόπουλου"],
    ["ka", { name: "Davit Kvaratskheliani" }, "დავით კვარაცხელიანმა"],
    ["hi", { name: "Rajendra Chaturvedi" }, "राजेंद्र चतुर्वेदी"],
  ])("%s: %o", (lang, person, text) => {
    expect(spelling(person, { body: text, lang })).toBe(text);
  });

  it.each([
    ["another given name of the table", minister, "Bahram Rostamiyan"],
    ["a person with a spelling of their own in the script", consul, "Евгений Щербаков"],
    ["two people across a comma", consul, "Yevgeny, Shcherbakovskaya"],
  ])("but not %s", (_fact, person, text) => {
    expect(spelling(person, text)).toBeNull();
  });
});

it.each([
  ["fa", "سپهرداد و مهناز"],
  ["fr", "Sepehrdad et Mahnaz"],
  ["es", "Mahnaz y Sepehrdad"],
  ["pl", "Mahnaz i Sepehrdad"],
])("%s: words with an `and` between them are two names: %s", (lang, body) => {
  expect(spelling({ name: "Mahnaz Sepehrdad", names: ["مهناز سپهرداد"] }, { body, lang })).toBeNull();
});

it.each([
  ["en", "Kenichi Mori Street was closed"],
  ["en", "The trawler Kenichi Mori docked"],
  ["ru", "Судно «Кэнъити Мори» вышло в море"],
  ["fr", "rue Kenichi Mori"],
])("%s: what is named after a person is not the person: %s", (lang, body) => {
  expect(spelling({ name: "Kenichi Mori", role: "ambassador of Japan" }, { body, lang })).toBeNull();
});

it("a name that is an everyday word in Han characters counts where the role is told", () => {
  const spokeswoman = { name: "Gao Yuan", names: ["高原"], role: "spokeswoman, Chinese mission, Brussels" };
  expect(spelling(spokeswoman, { body: "青藏高原发现新种花卉", lang: "zh" })).toBeNull();
  expect(spelling(spokeswoman, { body: "发言人高原表示", lang: "zh" })).toBe("高原");
});

describe("a name of several parts", () => {
  const consul = { name: "Luis Alfredo Montilla Rojas", names: ["Luis Montilla"], role: "consul of Venezuela, Bilbao" };
  const secretary = {
    name: "Yamila Castellanos Prado",
    names: ["Yamila Castellanos"],
    role: "secretary, Cuban embassy",
  };
  it.each([
    [consul, "Luis Montilla left", "Luis Montilla"],
    [consul, "Luis Alfredo Montilla left", "Luis Alfredo Montilla"],
    [consul, "Luis Rojas left the Venezuelan consulate", null],
    [secretary, "Castellanos Prado left the Cuban embassy", "Castellanos Prado"],
    [secretary, "Castellanos Prado sells shoes", null],
    [{ ...secretary, role: "harbour master" }, "Castellanos Prado sells shoes", "Castellanos Prado"],
    [secretary, "Prado Castellanos left the Cuban embassy", null],
  ])("%o: %s", (person, body, expected) => {
    expect(spelling(person, { body, lang: "es" })).toBe(expected);
  });

  it("is not two people across a comma", () => {
    expect(spelling(consul, "Luis, Montilla and others")).toBeNull();
  });

  it("is not two people with an attached and", () => {
    expect(spelling({ name: "עופר ברקן" }, { body: "עופר וברקן", lang: "he" })).toBeNull();
  });
});

describe("a look-alike", () => {
  it.each([
    ["that covers the name is not the person", ["Ivan Example Jr."], "Ivan Example Jr. said", null],
    ["elsewhere leaves the person", ["Ivan Example Jr."], "Ivan Example Jr. met Ivan Example.", "Ivan Example"],
    ["with another name leaves the person", ["Ian Example"], "Ian Example met Ivan Example.", "Ivan Example"],
    ["by a word in the sentence", ["Ivan Example (footballer)"], "Footballer Ivan Example scored.", null],
    ["by a word of another language", ["Ivan Example (footballer)"], "Der Stürmer Ivan Example traf.", null],
    ["by one of several words", ["Ivan Example (wrestling coach)"], "The coach Ivan Example left.", null],
    ["by a word in the lead", ["Ivan Example (footballer)"], "A footballer. A word. Ivan Example left.", null],
    ["by what another sport is told with", ["Ivan Example (skater)"], "Ivan Example took five wickets.", null],
    ["by a bracket in another language", ["Ivan Example (хоккеист)"], "Ivan Example signed for a new club.", null],
    ["not by where the other comes from", ["Ivan Example (Dutch poet)"], "Ivan Example met the Dutch.", "Ivan Example"],
    ["without the word is the person", ["Ivan Example (footballer)"], "The consul Ivan Example left.", "Ivan Example"],
  ])("%s", (_fact, not, text, expected) => {
    expect(spelling({ name: "Ivan Example", not }, text)).toBe(expected);
  });

  it("is not seen by its word where the item tells the person's post and country", () => {
    const consul = { name: "Imtiaz Ahmed Khan", role: "consul general of Pakistan, Barcelona" };
    const not = ["Imtiaz Khan (cricketer)"];
    const item = { title: "Pakistan consul hails cricket league", body: "Imtiaz Ahmed Khan presented the cup." };
    expect(spelling({ ...consul, not }, item)).toBe("Imtiaz Ahmed Khan");
    expect(spelling({ ...consul, not }, { title: "Imtiaz Khan takes five wickets", body: "" })).toBeNull();
  });

  it("that only accents tell apart is told by them", () => {
    const consul = { name: "Nguyễn Văn Thức", names: ["Nguyen Van Thuc"], not: ["Nguyễn Văn Thúc"] };
    expect(spelling(consul, { body: "Ông Nguyễn Văn Thức phát biểu", lang: "vi" })).toBe("Nguyễn Văn Thức");
    expect(spelling(consul, { body: "Ông Nguyễn Văn Thúc phát biểu", lang: "vi" })).toBeNull();
    expect(spelling(consul, { body: "Nguyen Van Thuc přijal krajany", lang: "cs" })).toBe("Nguyen Van Thuc");
  });

  it("by a word far away is the person", () => {
    const body = `${"Some words here. ".repeat(30)} Ivan Example left. A footballer scored.`;
    expect(spelling({ name: "Ivan Example", not: ["Ivan Example (footballer)"] }, body)).toBe("Ivan Example");
  });

  it("that is nearer to the text wins, the person wins where it is not", () => {
    const kamran = { name: "Kamran Zandieh", not: ["Kamran Zandi"] };
    expect(spelling(kamran, "Kamran Zandi spoke")).toBeNull();
    expect(spelling(kamran, "Kamran Sandieh spoke")).toBe("Kamran Sandieh");
  });
});

describe("a surname alone", () => {
  const person = { name: "Kamran Zandieh", role: "ambassador" };
  it.each([
    ["beside an office word", "Ambassador Zandieh left", "Zandieh"],
    ["with the given name elsewhere", "Kamran was seen at the airport on Monday, and Zandieh left", "Zandieh"],
    ["without either is nobody", "The book by Zandieh sells well", null],
    ["after another first name is somebody else", "The minister met Peter Zandieh", null],
    ["of somebody's son is somebody else", "Ambassador Zandieh Jr left", null],
  ])("%s", (_fact, text, expected) => {
    expect(spelling(person, text)).toBe(expected);
  });

  it.each([
    ["ja", "de", "Mori überreicht sein Schreiben. Er ist der neue japanische Botschafter.", "Mori"],
    ["ja", "en", "Mori opens a tower. The firm is Japanese.", null],
    ["de", "en", "Mori presents his letters. The German ambassador looks on.", null],
    ["tbilisi", "en", "Mori presents his letters in Tbilisi. Japan is glad.", "Mori"],
  ])("in an item that names two of post, country and place (%s, %s): %s", (_fact, lang, body, expected) => {
    expect(spelling({ name: "Kenichi Mori", role: "ambassador of Japan, Tbilisi" }, { title: "", body, lang })).toBe(
      expected,
    );
  });

  it("is somebody else's where it stands with another first name in the item", () => {
    const consul = { name: "Sunil Raghuvanshi", role: "consul of India, Colombo" };
    const item = { title: "Raghuvanshi in Colombo", body: "The Indian bowler Angkrish Raghuvanshi met the consul." };
    expect(spelling(consul, item)).toBeNull();
  });

  it.each([
    ["of another sentence", "The minister left. Zandieh sells books", null],
    ["with a hyphen in a longer surname", "Minister Zandieh-Moriles left", null],
    ["behind another surname and a hyphen", "Minister Moriles-Zandieh left", null],
  ])("beside an office %s is nobody", (_fact, body, expected) => {
    expect(spelling({ name: "Kamran Zandieh" }, { body, lang: "en" })).toBe(expected);
  });

  it("that two bear is theirs whose post and country the item tells", () => {
    const people = [
      { id: "consul", name: "Najib Ahmadi", role: "consul of Afghanistan, Mashhad" },
      { id: "attache", name: "Reza Ahmadi", role: "attaché of Iran, Baku" },
    ];
    const item = { title: "Ahmadi: trade has doubled", body: "The attaché spoke at the Iranian embassy." };
    expect(found(people, item)).toEqual(["attache: Ahmadi (fair)"]);
    expect(found(people, { title: "Ahmadi: trade has doubled" })).toEqual([]);
  });

  it.each([
    ["ja", "王総領事「訳が不正確」。中国総領事館で語った。", "王"],
    ["zh", "王总领事表示欢迎。中国驻大阪总领事馆。", "王"],
    ["zh", "国王总领事表示欢迎。中国驻大阪总领事馆。", null],
    ["ja", "王総領事「訳が不正確」", null],
    ["zh", "王先生在中国", null],
  ])("%s: in Han characters, before an office, where the country is told: %s", (lang, body, expected) => {
    expect(
      spelling({ name: "Wang Zhiqiu", names: ["王志秋"], role: "consul general of China, Osaka" }, { body, lang }),
    ).toBe(expected);
  });

  it("behind a city with its preposition is no other person's", () => {
    const consul = { name: "Ostap Bilokrynytskyi", names: ["Остап Білокриницький"], role: "consul of Ukraine, Kraków" };
    const body = "Консула в Кракові Білокриницького нагородили";
    expect(spelling(consul, { body, lang: "uk" })).toBe("Білокриницького");
  });

  it.each([
    ["Nizar al-Hourani", "Ambassador Al-Hourani left", "Al-Hourani"],
    ["Jean d'Estaing", "Consul D'Estaing left", "Estaing"],
  ])("with an article or a preposition (%s) is whole: %s", (name, body, expected) => {
    expect(spelling({ name }, { body, lang: "en" })).toBe(expected);
  });

  it("beside an office of another country is somebody else", () => {
    const attache = { name: "Yevgeny Petrov", role: "military attaché of Russia, Belgrade" };
    expect(spelling(attache, "The Bulgarian minister Petrov left")).toBeNull();
    expect(spelling(attache, "The minister Petrov left")).toBe("Petrov");
    expect(spelling(attache, "The Russian officer Petrov left")).toBe("Petrov");
  });

  it.each([
    ["en", "Kamran Ahmadi was seen at the airport on Monday, and a book by Zandieh sells well", null],
    ["hu", "Balogh Kamran a reptéren járt hétfőn, és egy könyv, Zandieh műve, jól fogy", null],
    ["en", "Kamran was seen at the airport on Monday, and a book by Zandieh sells well", "Zandieh"],
  ])("%s: a given name that has another surname says nothing: %s", (lang, body, expected) => {
    expect(spelling(person, { body, lang })).toBe(expected);
  });

  it("with an office word only elsewhere in the item is shown, and supports other words, but proves nothing alone", () => {
    const surname = "Krivoruchenko";
    const people = [{ id: "p", name: `Vladislav ${surname}`, role: "attaché" }];
    const body = `${surname} asked for asylum, as neighbours told a newspaper that is read in the whole town. The ministry was silent.`;
    expect(found(people, { body })).toEqual([`p: ${surname} (weak)`]);
    expect(isMatch("person:p", { body }, { people })).toBe(false);
    expect(isMatch("person:* AND NOT @past", { body }, { people })).toBe(false);
    expect(isMatch("person:p AND asylum", { body }, { people })).toBe(true);
  });

  it("counts as `surname` says", () => {
    expect(spelling({ ...person, surname: "never" }, "Ambassador Zandieh left")).toBeNull();
    expect(spelling({ ...person, surname: "always" }, "The book by Zandieh sells well")).toBe("Zandieh");
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

describe("a name that two share", () => {
  const first = { id: "oslo", name: "Ivan Example", role: "ambassador, Oslo", groups: ["mfa"], countries: ["no"] };
  const second = { id: "port", name: "Ivan Example", role: "harbour master", groups: ["port"], countries: ["be"] };
  const people = [first, second, { id: "colleague", name: "Ada Sample", groups: ["port"] }];

  it.each([
    [
      "is ambiguous where nothing decides",
      "Ivan Example spoke.",
      ["oslo: Ivan Example (ambiguous)", "port: Ivan Example (ambiguous)"],
    ],
    ["is decided by the role", "Ivan Example, the harbour master, spoke.", ["port: Ivan Example (high)"]],
    ["is decided by the country", "Ivan Example spoke in Norway.", ["oslo: Ivan Example (high)"]],
    [
      "is decided by a colleague",
      "Ivan Example and Ada Sample spoke.",
      ["port: Ivan Example (high)", "colleague: Ada Sample (high)"],
    ],
  ])("%s", (_fact, text, expected) => {
    expect(found(people, text)).toEqual(expected);
  });

  it.each([
    ["is the desk's own person where a list has the name once more", {}, ["oslo: Ivan Example (high)"]],
    ["or the id that it had there", { formerIds: ["oslo"], countries: ["be"] }, ["oslo: Ivan Example (high)"]],
    [
      "but not where the list says another country",
      { countries: ["be"] },
      ["oslo: Ivan Example (ambiguous)", "Q1: Ivan Example (ambiguous)"],
    ],
  ])("%s", (_fact, listed, expected) => {
    const imported = { id: "Q1", name: "Ivan Example", match: "careful", ...listed } as const;
    expect(found([first, imported], "Ivan Example spoke.")).toEqual(expected);
  });

  it("matches a group only where all of them are in it", () => {
    const item = { body: "Ivan Example spoke." };
    expect(isMatch("person:@mfa", item, { people })).toBe(false);
    expect(isMatch("person:*", item, { people })).toBe(true);
    expect(isMatch("person:oslo", item, { people })).toBe(false);
  });
});

describe("how freely a person is recognised", () => {
  it.each([
    ["full", "B. Rostamiyan", true],
    ["careful", "B. Rostamiyan", false],
    ["careful", "Rostamiyan, the minister", false],
    ["careful", "Бехруз Ростамиян", true],
    ["careful", "בהרוז רוסטמיאן", false],
    ["listed", "Бехруз Ростамиян", false],
    ["listed", "Behrouz Rostamiyan", true],
  ] as const)("%s: %s", (match, text, isFound) => {
    expect(spelling({ name: "Behrouz Rostamiyan", match }, text) !== null).toBe(isFound);
  });

  it("careful in the background, unless the person says otherwise", () => {
    const person = { name: "Behrouz Rostamiyan", background: true };
    expect(spelling(person, "B. Rostamiyan")).toBeNull();
    expect(spelling({ ...person, match: "full" }, "B. Rostamiyan")).toBe("B. Rostamiyan");
  });
});

it("everyday words, countries and nationalities are names only as listed", () => {
  const people = [
    { id: "young", name: "Will Young" },
    { id: "crow", name: "Bob Canbera" },
  ];
  expect(found(people, { body: "will young people vote?", lang: "en" })).toEqual([]);
  expect(found(people, { body: "Will Young sang", lang: "en" })).toEqual(["young: Will Young (high)"]);
  expect(found(people, { body: "Bob, Canberra officials said", lang: "en" })).toEqual([]);
});

it("persons are told in the order of the text, those in the background too", () => {
  const people = [
    { id: "b", name: "Bert Example" },
    { id: "a", name: "Ada Example", background: true },
  ];
  expect(answerOf({ people }, { body: "Ada Example and Bert Example" }).people.map(({ personId }) => personId)).toEqual(
    ["a", "b"],
  );
});

describe("no text does harm", () => {
  const compiled = compilePeople(
    [
      "Ivan Petrovich Example",
      "علیرضا جیرانی",
      "최현규",
      "徐静瑶",
      "ドナルド・トランプ",
      "သက်နိုင်လွင်",
      "",
      "-",
      "\ud800",
    ].map((name, at) => ({
      id: `p${at}`,
      name,
      names: [`${name} (x`, name.repeat(3)],
      role: null,
      groups: [],
      not: [`${name} (footballer)`, "("],
      status: "serving",
      background: false,
    })),
  );

  it("of any characters, in any language", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          "I",
          ".",
          " ",
          "-",
          "Ivan",
          "Example",
          "ر",
          "عبد",
          "최",
          "현규",
          "徐",
          "静",
          "ト",
          "သ",
          "\ud800",
          "\n",
        ),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(null, "en", "fa", "tr", "xx"), (body, lang) => {
        const document = readDocument(matchItem({ title: body.slice(0, 20), body, lang }));
        for (const { spelling: here } of findPeople(compiled, document).mentions) expect(here).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["en", "Example "],
    ["en", "Dutch minister Example. "],
    ["en", "footballer Ivan Example "],
    ["en", "Peter Example "],
    ["ja", "徐総領事 "],
  ])("%s: as nothing but names: %s", (lang, name) => {
    const role = "consul of Iran, Oslo";
    const persons = [
      { id: "p", name: "Ivan Example", names: [], not: ["Ivan Example (footballer)"] },
      { id: "q", name: "Xu Jingyao", names: ["徐静瑶"], not: [] },
    ].map((person) => ({ ...person, role, groups: [], status: "serving" as const, background: false }));
    const document = readDocument(matchItem({ body: name.repeat(Math.floor(250_000 / name.length)), lang }));
    expect(findPeople(compilePeople(persons), document).mentions).toEqual([]);
  });

  it("as one word of a million characters", () => {
    for (const letter of ["a", "ا", "김", "愛", "\u0301"]) {
      const document = readDocument(matchItem({ body: letter.repeat(1_000_000) }));
      expect(findPeople(compiled, document).mentions).toEqual([]);
    }
  });
});
