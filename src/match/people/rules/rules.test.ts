import { describe, expect, it } from "vitest";
import { decisionsIn } from "../../../../test/support/rules/decided-people.ts";
import type { Person } from "../../rule-set.ts";
import type { Decision, RuleName } from "./rules.ts";

const AMBASSADOR = { name: "Kamran Zandieh", role: "ambassador of Iran, Oslo" };
const ALWAYS = { ...AMBASSADOR, surname: "always" } as const;
const MORI = { name: "Kenichi Mori", role: "ambassador of Japan, Tbilisi" };
const CONSUL = { name: "Javad Serrapetrona", role: "consul of Italy, Split", not: ["Serrapetrona (village)"] };
const DOLAT = { name: "Kamran Dolat", names: ["کامران دولت"] };
const SOLHEIM = { name: "Ragnhild Solheim", role: "prime minister of Norway" };
const THUC = { name: "Nguyen Van Thuc", not: ["Nguyen Van Thuan"], role: "consul of Vietnam, Oslo" };
const WANG = { name: "王志远", names: ["Wang Zhiyuan"], role: "consul general of China, Osaka" };
const GAO = { name: "Gao Yuan", names: ["高原"], role: "spokeswoman, Chinese mission, Brussels" };

/** A form of the name, what is decided of it, and the text; of the ambassador and in English unless it says otherwise. */
type Case = [form: string, kind: Decision["kind"], body: string, person?: Partial<Person>, lang?: string];

/** What was decided of the form, where it stands last. @param story ids of persons whom the story names in full */
function decisionOf([form, , body, person = AMBASSADOR, lang = "en"]: Case, story: readonly string[] = []) {
  return decisionsIn({ body, lang }, [person], new Set(story)).findLast((decision) => decision.startsWith(`${form}: `));
}

describe("each rule speaks", () => {
  const CASES: Readonly<Record<Exclude<RuleName, "full-name-in-story">, readonly Case[]>> = {
    "other-life": [["Kamran Zandieh", "refused", "Kamran Zandieh, 15, sang"]],
    abbreviation: [["RI", "refused", "Dubes RI bicara", { name: "Ana Ri", role: "ambassador" }, "id"]],
    "name-of-thing": [
      ["Kamran Zandieh", "refused", "Kamran Zandieh Street is closed"],
      ["Zandieh", "refused", "The ambassador closed Zandieh Street"],
    ],
    junior: [
      ["Kamran Zandieh", "refused", "Kamran Zandieh Jr left"],
      ["Zandieh", "refused", "Ambassador Zandieh Jr left"],
    ],
    "part-of-double": [["Zandieh", "refused", "Ambassador Zandieh-Moriles left"]],
    "before-given-name": [
      [
        "Luo",
        "refused",
        "Minister Luo Keqiang left",
        { name: "Luo Xiulan", names: ["罗秀岚"], role: "minister of China" },
      ],
    ],
    relative: [
      ["Zandieh", "refused", "Frau Zandieh, die Gattin des Botschafters", AMBASSADOR, "de"],
      ["Zandieh", "refused", "The ambassador's wife Zandieh left"],
    ],
    "other-given-name": [["Zandieh", "refused", "Ambassador Peter Zandieh left"]],
    "everyday-word": [["دولت", "refused", "وزیر دولت", DOLAT, "fa"]],
    "copied-otherwise": [
      [
        "Lintner",
        "refused",
        "Consul Lintner left",
        { name: "Anna Lindner", role: "consul of Germany", countries: ["de"] },
      ],
    ],
    "full-name-in-item": [
      ["Zandieh", "counts", "Kamran Zandieh left. Zandieh sang"],
      ["Thuc", "counts", "Nguyen Van Thuc đi. Ông Thuc nói.", THUC, "vi"],
      ["王", "counts", "王志远が到着。王氏は語った", WANG, "ja"],
    ],
    "other-trade": [
      ["Kamran Zandieh", "refused", "The painter Kamran Zandieh left"],
      ["Kamran Zandieh", "refused", "Kamran Zandieh scored twice"],
      ["Zandieh", "refused", "The painter Zandieh left the embassy"],
    ],
    "behind-unknown-word": [
      ["زندیه", "refused", "سخنان زندیه. وزیر", { ...AMBASSADOR, names: ["کامران زندیه"] }, "fa"],
    ],
    "longer-name": [["Zandieh", "refused", "Minister Zandieh Moriles left"]],
    "near-bracket-word": [
      [
        "Zandieh",
        "refused",
        "Zandieh won the football match, the minister said",
        { ...AMBASSADOR, not: ["Kamran Zandieh (footballer)"] },
      ],
    ],
    "look-alike-in-item": [["Thuc", "refused", "Lãnh sự Việt Nam Nguyen Van Thuan. Ông Thuc nói.", THUC, "vi"]],
    "surname-always": [["Zandieh", "counts", "The book by Zandieh", ALWAYS]],
    "namesake-in-item": [["Zandieh", "refused", "Peter Zandieh sang. Ambassador Zandieh left"]],
    "name-of-place": [["Zandieh", "refused", "The Iranian ambassador is in Zandieh"]],
    "half-alone": [
      [
        "Sahilzai",
        "refused",
        "The consul met Sahilzai",
        { name: "Tariq Sahilzai Bangalor", role: "consul of Pakistan" },
      ],
    ],
    "given-name-as-well": [["Karim", "refused", "Ambassador Karim left", { name: "Ali Karim" }]],
    "mere-syllable": [
      ["전", "refused", "전 대사", { name: "Jeon Min-su", names: ["전민수"], role: "ambassador" }, "ko"],
    ],
    "given-name-in-item": [["Zandieh", "counts", "Kamran was seen at the airport on Monday, and Zandieh left"]],
    "head-of-state": [["Solheim", "counts", "As always, Solheim left", SOLHEIM]],
    "office-abroad": [["Mori", "refused", "The French ambassador Mori left", MORI]],
    "office-beside": [["Zandieh", "counts", "Ambassador Zandieh left"]],
    "mere-word": [["Serrapetrona", "refused", "Il console parla. Il colle di Serrapetrona", CONSUL, "it"]],
    "role-in-item": [
      ["高 原", "refused", "青藏高原发现新种花卉", GAO, "zh"],
      ["Mori", "counts", "Mori went. Japan has an ambassador", MORI],
    ],
    "office-in-item": [
      ["Krivoruchenko", "counts", "Krivoruchenko left. A minister spoke", { name: "Vlad Krivoruchenko" }],
    ],
  };

  const rows = Object.entries(CASES).flatMap(([rule, cases]) => cases.map((each) => [rule, each[2], each] as const));
  it.each(rows)("%s: %s", (rule, _body, each) => {
    expect(decisionOf(each)).toBe(`${each[0]}: ${each[1]} by ${rule}`);
  });

  it.each<Case>([
    ["Zandieh", "counts", "The painter Zandieh sang"],
    ["Thuc", "counts", "Ông Thuc nói.", THUC, "vi"],
    ["王", "counts", "王氏は語った", WANG, "ja"],
  ])("full-name-in-story: %s %s: %s", (...each) => {
    expect(decisionOf(each, ["p0"])).toBe(`${each[0]}: counts by full-name-in-story`);
  });

  it.each<Case>([
    ["Kamran Zandieh", "counts", "Kamran Zandieh left"],
    ["Zandieh", "refused", "The book by Zandieh sells"],
  ])("none: %s %s: %s", (...each) => {
    expect(decisionOf(each)).toBe(`${each[0]}: ${each[1]} by none`);
  });
});

it.each<[by: RuleName, over: RuleName, ...Case]>([
  ["name-of-thing", "full-name-in-item", "Zandieh", "refused", "Kamran Zandieh left Zandieh Street"],
  ["junior", "full-name-in-item", "Zandieh", "refused", "Kamran Zandieh met Zandieh Jr."],
  ["part-of-double", "full-name-in-item", "Zandieh", "refused", "Kamran Zandieh met Zandieh-Moriles"],
  ["other-given-name", "full-name-in-item", "Zandieh", "refused", "Kamran Zandieh met Peter Zandieh"],
  ["everyday-word", "full-name-in-item", "دولت", "refused", "کامران دولت رفت. دولت گفت", DOLAT, "fa"],
  ["full-name-in-item", "other-trade", "Zandieh", "counts", "Kamran Zandieh left Iran. The painter Zandieh sang"],
  ["full-name-in-item", "longer-name", "Zandieh", "counts", "Kamran Zandieh left. Zandieh Moriles"],
  ["full-name-in-item", "name-of-place", "Zandieh", "counts", "Kamran Zandieh left. Trust in Zandieh"],
  ["other-trade", "surname-always", "Zandieh", "refused", "The painter Zandieh sang", ALWAYS],
  ["longer-name", "surname-always", "Zandieh", "refused", "Old Friends: the Zandieh Moriles trio", ALWAYS],
  ["surname-always", "namesake-in-item", "Zandieh", "counts", "Peter Zandieh sang. On Monday, Zandieh left", ALWAYS],
  ["surname-always", "name-of-place", "Zandieh", "counts", "Trust in Zandieh", ALWAYS],
  ["name-of-place", "office-beside", "Zandieh", "refused", "Ambassador of Iran in Zandieh"],
  [
    "given-name-in-item",
    "office-abroad",
    "Zandieh",
    "counts",
    "Kamran was seen at the airport. The French ambassador Zandieh left",
  ],
  ["head-of-state", "office-abroad", "Solheim", "counts", "The French minister met Solheim", SOLHEIM],
  ["office-abroad", "office-beside", "Zandieh", "refused", "The French ambassador Zandieh left"],
  ["office-beside", "mere-word", "Serrapetrona", "counts", "Il console Serrapetrona parla", CONSUL, "it"],
  ["mere-word", "role-in-item", "Serrapetrona", "refused", "Console italiano. Il colle di Serrapetrona", CONSUL, "it"],
])("of two rules that disagree, the first decides: %s, not %s: %s %s: %s", (by, _over, ...each) => {
  expect(decisionOf(each)).toBe(`${each[0]}: ${each[1]} by ${by}`);
});
