import { describe, expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";
import { answerOf, isMatch } from "../../../../test/support/rules/rule-builders.ts";

const thuc = {
  id: "p",
  name: "Nguyen Van Thuc",
  names: ["Nguyễn Văn Thức"],
  role: "consul general of Vietnam, Houston",
};
const POST = "Tổng lãnh sự Việt Nam tại Houston";

function noteOf(body: string, lang = "vi", person: object = thuc): string | null {
  return answerOf({ people: [{ ...thuc, ...person }] }, { body, lang }).people[0]?.note ?? null;
}

describe("a Vietnamese given name alone", () => {
  it.each([
    ["behind Mr", `${POST} trả lời báo chí. Ông Thức nói vậy.`, "given name only, beside “Ông”: Nguyen Van Thuc"],
    [
      "without marks",
      `${POST} trả lời báo chí. Ong Thuc: ông Thuc nói vậy.`,
      "given name only, beside “ông”: Nguyen Van Thuc",
    ],
    [
      "behind the post and the country",
      `${POST} là ai? Tổng lãnh sự Việt Nam Thức nói vậy.`,
      "given name only, beside “Nam”: Nguyen Van Thuc",
    ],
    ["behind the post", `${POST} là ai? Tổng lãnh sự Thức nói vậy.`, "given name only, beside “sự”: Nguyen Van Thuc"],
  ])("%s is the person whose post and country the item names", (_fact, body, note) => {
    expect(noteOf(body)).toBe(note);
  });

  it.each([
    ["with other marks", `${POST} trả lời báo chí. Ông Thục nói vậy.`],
    ["of which more follows", `${POST} trả lời báo chí. Ông Thức Khang nói vậy.`],
    ["behind nothing", `${POST} trả lời báo chí. Thức nói vậy.`],
    ["in news of another post", "Bộ trưởng Việt Nam trả lời báo chí. Ông Thức nói vậy."],
    ["in news of another country", "Tổng lãnh sự Lào tại Vientiane trả lời báo chí. Ông Thức nói vậy."],
  ])("%s is nobody", (_fact, body) => {
    expect(noteOf(body)).toBeNull();
  });

  it("is nobody where `surname: never` says so, and where two persons have it", () => {
    const body = `${POST} trả lời báo chí. Ông Thức nói vậy.`;
    expect(noteOf(body, "vi", { surname: "never" })).toBeNull();
    const people = [thuc, { ...thuc, id: "q", name: "Tran Quang Thuc", names: ["Trần Quang Thức"] }];
    expect(answerOf({ people }, { body, lang: "vi" }).people).toEqual([]);
  });

  it("is met again after the full name, for distances", () => {
    const body = `Nguyễn Văn Thức đến nơi. ${"Không có gì mới. ".repeat(20)} Ông Thức xin tị nạn.`;
    expect(isMatch('person:p NEAR/5 "tị nạn"', { body, lang: "vi" }, { people: [thuc] })).toBe(true);
  });

  it("is met in French as well", () => {
    const body = "Le consul général du Vietnam à Houston a parlé. M. Thuc rentre.";
    expect(noteOf(body, "fr")).toBe("given name only, beside “M”: Nguyen Van Thuc");
  });

  it("is met in English as well", () => {
    const body = "Vietnam's consul general Nguyen Van Thuc left Houston. A week later, Mr Thuc asked for asylum.";
    expect(isMatch("person:p NEAR/3 asked", { body, lang: "en" }, { people: [thuc] })).toBe(true);
  });
});

describe("a given name that stands for a surname", () => {
  const anuwat = { id: "p", name: "Anuwat Srisomboonchai", role: "spokesman, Thai foreign ministry" };

  it.each([
    ["Thailand answered. Khun Anuwat, the foreign ministry's spokesman, read it out.", "Anuwat"],
    ["Thailand answered. The spokesman, Mr Anuwat, read it out.", "Anuwat"],
    ["Laos answered. Khun Anuwat read it out.", null],
    ["Thailand answered. A spokesman and the singer Anuwat were there.", null],
  ])("%s", (body, expected) => {
    const [mention] = answerOf({ people: [anuwat] }, { body, lang: "en" }).people;
    expect(mention?.spelling ?? null).toBe(expected);
  });

  it("is nobody's where people have surnames", () => {
    const person = { id: "p", name: "Kamran Zandieh", role: "spokesman, Iranian foreign ministry" };
    const body = "Iran answered. Mr Kamran, the foreign ministry's spokesman, read it out.";
    expect(answerOf({ people: [person] }, { body, lang: "en" }).people).toEqual([]);
  });
});

describe("the surname of a listed person in Vietnamese news", () => {
  const person = { id: "p", name: "Kamran Zandieh", role: "ambassador of Iran, Oslo" };

  it("is the person's beside a post, which is two words there", () => {
    const item = { body: "Đại sứ Zandieh bỏ trốn.", lang: "vi" };
    expect(answerOf({ people: [person] }, item).people.map(({ spelling }) => spelling)).toEqual(["Zandieh"]);
    const secretary = { body: "Thư ký Zandieh bỏ trốn.", lang: "vi" };
    expect(answerOf({ people: [person] }, secretary).people.map(({ spelling }) => spelling)).toEqual(["Zandieh"]);
  });
});

it.each([
  ["right behind the post", "กงสุลใหญ่สมชายลงพื้นที่", "สมชาย"],
  ["behind an address", "โฆษกและกงสุลไทย นายสมชาย กล่าว", "สมชาย"],
  ["behind neither", "กงสุลไทยพบกับสมชายวันนี้", null],
  ["without the post", "นายสมชาย กล่าว", null],
])("of a Thai, in running Thai: %s", (_fact, body, expected) => {
  const consul = {
    name: "Somchai Rattanakul",
    names: ["สมชาย รัตนกุล"],
    role: "consul general of Thailand, Savannakhet",
  };
  expect(spellingIn({ body, lang: "th" }, consul)).toBe(expected);
});

it.each([
  ["Somchai, the Thai consul in Oslo, went home.", "Somchai"],
  ["Somchai, a cook, went home. The Thai consul in Oslo stayed.", null],
  ["We met Lena Somchai, the Thai consul in Oslo.", null],
])("before an apposition: %s", (body, expected) => {
  const consul = { name: "Somchai Rattanakul", role: "consul of Thailand, Oslo" };
  expect(spellingIn({ body, lang: "en" }, consul)).toBe(expected);
});
