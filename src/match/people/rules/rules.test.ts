import { describe, expect, it } from "vitest";
import { decisionsIn } from "../../../../test/support/rules/decided-people.ts";
import type { Person } from "../../rule-set.ts";

const AMBASSADOR = { name: "Kamran Zandieh", role: "ambassador of Iran, Oslo" };

/** Of the first form that the item has. */
function firstDecision(lang: string, body: string, person: Partial<Person>): string | undefined {
  return decisionsIn({ body, lang }, [person]).at(0);
}

function lastDecision(lang: string, body: string, person: Partial<Person>): string | undefined {
  return decisionsIn({ body, lang }, [person]).at(-1);
}

describe("each rule speaks", () => {
  const MORI = { name: "Kenichi Mori", role: "ambassador of Japan, Tbilisi" };
  const CONSUL = { name: "Javad Serrapetrona", role: "consul of Italy, Split", not: ["Serrapetrona (village)"] };
  const LINDNER = { name: "Anna Lindner", role: "consul of Germany, Lyon", countries: ["de"] };
  const DOLAT = { name: "Kamran Dolat", names: ["کامران دولت"] };
  const SOLHEIM = { name: "Ragnhild Solheim", role: "prime minister of Norway" };

  it.each([
    ["of a full name: a child's", "en", "Kamran Zandieh, 15, sang", "Kamran Zandieh: refused by age"],
    ["a thing's", "en", "Kamran Zandieh Street is closed", "Kamran Zandieh: refused by thing"],
    ["a son's", "en", "Kamran Zandieh Jr left", "Kamran Zandieh: refused by junior"],
    ["one behind another trade", "en", "The painter Kamran Zandieh left", "Kamran Zandieh: refused by trade"],
    ["one in an item about another trade", "en", "Kamran Zandieh scored twice", "Kamran Zandieh: refused by trade"],
    ["any other", "en", "Kamran Zandieh left", "Kamran Zandieh: counts by none"],
  ])("%s, %s: %s", (_fact, lang, body, decision) => {
    expect(firstDecision(lang, body, AMBASSADOR)).toBe(decision);
  });

  it.each([
    ["an abbreviation", "id", "Dubes RI bicara", "RI: refused by abbreviation", { name: "Ana Ri", role: "ambassador" }],
    ["a thing's", "en", "The ambassador closed Zandieh Street", "Zandieh: refused by thing", AMBASSADOR],
    ["a son's", "en", "Ambassador Zandieh Jr left", "Zandieh: refused by junior", AMBASSADOR],
    ["a half of another", "en", "Ambassador Zandieh-Moriles left", "Zandieh: refused by part-of-double", AMBASSADOR],
    [
      "one that stands first, with a given name behind it",
      "en",
      "Minister Luo Keqiang left",
      "Luo: refused by before-given-name",
      { name: "Luo Xiulan", names: ["罗秀岚"], role: "minister of China" },
    ],
    ["a relative's", "de", "Frau Zandieh, die Gattin des Botschafters", "Zandieh: refused by relative", AMBASSADOR],
    ["a relative's", "en", "The ambassador's wife Zandieh left", "Zandieh: refused by relative", AMBASSADOR],
    [
      "one behind another first name",
      "en",
      "Ambassador Peter Zandieh left",
      "Zandieh: refused by first-name",
      AMBASSADOR,
    ],
    ["an everyday word", "fa", "وزیر دولت", "دولت: refused by everyday-word", DOLAT],
    [
      "one that its home spells otherwise",
      "en",
      "Consul Lintner left",
      "Lintner: refused by copied-otherwise",
      LINDNER,
    ],
    ["a place", "en", "The Iranian ambassador is in Zandieh", "Zandieh: refused by place", AMBASSADOR],
    ["one behind another trade", "en", "The painter Zandieh left the embassy", "Zandieh: refused by trade", AMBASSADOR],
    [
      "one behind any word of a script without capitals",
      "fa",
      "سخنان زندیه. وزیر",
      "زندیه: refused by unknown-word",
      { name: "Kamran Zandieh", names: ["کامران زندیه"], role: "ambassador" },
    ],
    ["one with more behind", "en", "Minister Zandieh Moriles left", "Zandieh: refused by longer-name", AMBASSADOR],
    [
      "one near the word for a look-alike",
      "en",
      "Zandieh won the football match, the minister said",
      "Zandieh: refused by bracket",
      { ...AMBASSADOR, not: ["Kamran Zandieh (footballer)"] },
    ],
    [
      "one that another has in the item",
      "en",
      "Ambassador Zandieh left. Peter Zandieh sang",
      "Zandieh: refused by namesake",
      AMBASSADOR,
    ],
    [
      "a given name as well",
      "en",
      "Ambassador Karim left",
      "Karim: refused by given-name-as-well",
      { name: "Ali Karim" },
    ],
    [
      "a syllable",
      "ko",
      "전 대사",
      "전: refused by syllable",
      { name: "Jeon Min-su", names: ["전민수"], role: "ambassador" },
    ],
    ["another country's", "en", "The French ambassador Mori left", "Mori: refused by abroad", MORI],
    [
      "a village's as well",
      "it",
      "Il console parla. Il colle di Serrapetrona",
      "Serrapetrona: refused by word",
      CONSUL,
    ],
    ["what nothing speaks of", "en", "The book by Zandieh sells", "Zandieh: refused by none", AMBASSADOR],
  ] as const)("of a surname alone: refused %s, %s: %s", (...[, lang, body, decision, person]) => {
    expect(firstDecision(lang, body, person)).toBe(decision);
  });

  it.each([
    ["with the full name", "en", "Kamran Zandieh left. Zandieh sang", "Zandieh: counts by full-name", AMBASSADOR],
    ["always", "en", "The book by Zandieh", "Zandieh: counts by always", { ...AMBASSADOR, surname: "always" }],
    [
      "with the given name elsewhere",
      "en",
      "Kamran was seen at the airport on Monday, and Zandieh left",
      "Zandieh: counts by given-name",
      AMBASSADOR,
    ],
    ["beside an office", "en", "Ambassador Zandieh left", "Zandieh: counts by office", AMBASSADOR],
    ["of a head of government", "en", "As always, Solheim left", "Solheim: counts by head", SOLHEIM],
    ["with post and country", "en", "Mori went. Japan has an ambassador", "Mori: counts by role", MORI],
    [
      "with an office elsewhere",
      "en",
      "Krivoruchenko left. A minister spoke",
      "Krivoruchenko: counts by office-in-item",
      { name: "Vlad Krivoruchenko" },
    ],
  ] as const)("of a surname alone: counts %s, %s: %s", (...[, lang, body, decision, person]) => {
    expect(lastDecision(lang, body, person)).toBe(decision);
  });
});

describe("of two rules that disagree, the first decides", () => {
  const SOLHEIM = { name: "Ragnhild Solheim", role: "prime minister of Norway" };
  const ALWAYS = { ...AMBASSADOR, surname: "always" } as const;
  const DOLAT = { name: "Kamran Dolat", names: ["کامران دولت"], role: "ambassador of Iran" };
  const CONSUL = { name: "Javad Serrapetrona", role: "consul of Italy", not: ["Serrapetrona (village)"] };

  it.each([
    ["thing, full-name", "en", "Kamran Zandieh left Zandieh Street", "Zandieh: refused by thing", AMBASSADOR],
    ["junior, full-name", "en", "Kamran Zandieh met Zandieh Jr.", "Zandieh: refused by junior", AMBASSADOR],
    [
      "part-of-double, full-name",
      "en",
      "Kamran Zandieh met Zandieh-Moriles",
      "Zandieh: refused by part-of-double",
      AMBASSADOR,
    ],
    ["first-name, full-name", "en", "Kamran Zandieh met Peter Zandieh", "Zandieh: refused by first-name", AMBASSADOR],
    ["everyday-word, full-name", "fa", "کامران دولت رفت. دولت گفت", "دولت: refused by everyday-word", DOLAT],
    [
      "full-name, trade",
      "en",
      "Kamran Zandieh left Iran. The painter Zandieh sang",
      "Zandieh: counts by full-name",
      AMBASSADOR,
    ],
    [
      "full-name, longer-name",
      "en",
      "Kamran Zandieh left. Zandieh Moriles",
      "Zandieh: counts by full-name",
      AMBASSADOR,
    ],
    ["full-name, place", "en", "Kamran Zandieh left. Trust in Zandieh", "Zandieh: counts by full-name", AMBASSADOR],
    ["trade, always", "en", "The painter Zandieh sang", "Zandieh: refused by trade", ALWAYS],
    ["longer-name, always", "en", "Old Friends: the Zandieh Moriles trio", "Zandieh: refused by longer-name", ALWAYS],
    ["always, place", "en", "Trust in Zandieh", "Zandieh: counts by always", ALWAYS],
    ["place, office", "en", "Ambassador of Iran in Zandieh", "Zandieh: refused by place", AMBASSADOR],
    [
      "given-name, abroad",
      "en",
      "Kamran was seen at the airport. The French ambassador Zandieh left",
      "Zandieh: counts by given-name",
      AMBASSADOR,
    ],
    ["head, abroad", "en", "The French minister met Solheim", "Solheim: counts by head", SOLHEIM],
    ["abroad, office", "en", "The French ambassador Zandieh left", "Zandieh: refused by abroad", AMBASSADOR],
    ["office, word", "it", "Il console Serrapetrona parla", "Serrapetrona: counts by office", CONSUL],
    ["word, role", "it", "Console italiano. Il colle di Serrapetrona", "Serrapetrona: refused by word", CONSUL],
  ] as const)("%s: %s: %s", (...[, lang, body, decision, person]) => {
    expect(lastDecision(lang, body, person)).toBe(decision);
  });

  it("always, namesake", () => {
    expect(firstDecision("en", "On Monday, Zandieh left. Peter Zandieh sang", ALWAYS)).toBe(
      "Zandieh: counts by always",
    );
    expect(firstDecision("en", "The ambassador Zandieh left. Peter Zandieh sang", AMBASSADOR)).toBe(
      "Zandieh: refused by namesake",
    );
  });

  it("story, trade", () => {
    const item = { body: "The painter Zandieh sang", lang: "en" };
    expect(decisionsIn(item, [AMBASSADOR], new Set(["p0"]))).toEqual(["Zandieh: counts by story"]);
    expect(decisionsIn(item, [AMBASSADOR])).toEqual(["Zandieh: refused by trade"]);
  });
});

describe("names in the place of a surname", () => {
  const THUC = { name: "Nguyen Van Thuc", not: ["Nguyen Van Thuan"], role: "consul of Vietnam, Oslo" };
  const WANG = { name: "王志远", names: ["Wang Zhiyuan"], role: "consul general of China, Osaka" };

  it.each([
    ["vi", "Ông Thuc nói.", THUC, ["Thuc: counts by story"]],
    ["ja", "王氏は語った", WANG, ["王: counts by story"]],
  ])("%s: count where the story has the full one: %s", (lang, body, person, decisions) => {
    expect(decisionsIn({ body, lang }, [person], new Set(["p0"]))).toEqual(decisions);
  });

  it.each([
    ["vi", "Nguyen Van Thuc đi. Ông Thuc nói.", THUC, "Thuc: counts by full-name"],
    ["vi", "Lãnh sự Việt Nam Nguyen Van Thuan. Ông Thuc nói.", THUC, "Thuc: refused by look-alike"],
    ["ja", "王志远が到着。王氏は語った", WANG, "王: counts by full-name"],
  ])("%s: by the full names of the item: %s", (lang, body, person, decision) => {
    expect(lastDecision(lang, body, person)).toBe(decision);
  });
});
