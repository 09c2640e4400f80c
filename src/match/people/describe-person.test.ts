import { describe, expect, it } from "vitest";
import type { Person } from "../rule-set.ts";
import { compilePeople } from "./compile-people.ts";
import { confusablePeople } from "./confusable-people.ts";
import { describePerson } from "./describe-person.ts";

function person(sketch: Partial<Person>): Person {
  const { id = "p", name = "Nobody" } = sketch;
  return { id, name, names: [], role: null, groups: [], not: [], status: "serving", background: false, ...sketch };
}

async function advice(sketch: Partial<Person>): Promise<readonly string[]> {
  return (await describePerson(person(sketch))).advice;
}

describe("what is told about a person", () => {
  it("names the forms that are accepted in each script", async () => {
    const { forms } = await describePerson(person({ name: "Kamran Zandieh", names: ["کامران زندیه"] }));
    expect(forms[0]).toEqual({
      script: "latin",
      forms: ["Kamran Zandieh", "Zandieh, Kamran", "K. Zandieh", "Zandieh (beside an office word or the full name)"],
    });
    expect(forms.map(({ script }) => script)).toEqual(["latin", "arabic", "by sound"]);
  });

  it("shows what Wade-Giles and Palladius make of pinyin", async () => {
    const { forms } = await describePerson(person({ name: "Xu Jingyao", names: ["徐静瑶"] }));
    expect(forms.flatMap((each) => each.forms)).toEqual(expect.arrayContaining(["Hsu Chingyao", "Сюй Цзиняо"]));
  });

  it.each([
    [
      { name: "Kamran Zandieh" },
      "no Han spelling listed: Chinese and Japanese reports will be matched by sound at most",
    ],
    [
      { name: "Kamran Zandieh", match: "careful" },
      "no Han spelling listed: Chinese and Japanese reports will not be matched",
    ],
    [{ name: "徐静瑶" }, "徐静瑶 is Xu Jingyao in pinyin, which is not listed: add it if it is right"],
    [{ name: "Ada Canberra" }, "the surname Canberra is a place: say `surname: never`, or list look-alikes under not:"],
    [
      { name: "Ada Ali" },
      "the surname Ali is a given name as well: say `surname: never`, or list look-alikes under not:",
    ],
    [{ name: "Kim Yu", role: "envoy" }, "the surname Yu is too short to be matched by sound: list its other spellings"],
  ] as const)("asks what to list by hand: %o", async (sketch, expected) => {
    expect(await advice(sketch)).toContain(expected);
  });
});

describe("what is not told about a person", () => {
  it("is the pinyin of a name that Han characters only sound like", async () => {
    const told = await Promise.all([
      advice({ name: "Sergey Lavrov", names: ["拉夫罗夫"] }),
      advice({ name: "Emmanuel Macron", names: ["马克龙"] }),
      advice({ name: "Kim Yong-chol", names: ["김영철", "金英哲"] }),
      advice({ name: "Lee Hsien Loong", names: ["李显龙"], countries: ["SG"] }),
    ]);
    expect(told.map((lines) => lines.filter((line) => line.includes("pinyin")))).toEqual([
      [],
      [],
      [],
      ["李显龙 is Li Xianlong in pinyin, which is not listed: add it if it is right"],
    ]);
  });

  it("is a given name as the surname where the same name is listed with the surname first", async () => {
    const { forms, advice: told } = await describePerson(
      person({ name: "Alireza Jeyrani", names: ["Jeyrani Alireza"] }),
    );
    expect(told.filter((line) => line.includes("surname"))).toEqual([]);
    expect(forms[0]?.forms).toEqual([
      "Alireza Jeyrani",
      "Jeyrani, Alireza",
      "A. Jeyrani",
      "Jeyrani (beside an office word or the full name)",
      "Jeyrani Alireza",
    ]);
  });
});

describe("pairs of persons that can be confused", () => {
  function pairs(...people: Partial<Person>[]): string[] {
    const compiled = compilePeople(people.map((sketch, at) => person({ id: `p${at}`, ...sketch })));
    return confusablePeople(compiled, { readers: 100, most: 10 }).map(
      ({ left, right, spelling, isSame }) => `${left.id} ${right.id} ${spelling} ${isSame}`,
    );
  }

  it("are told with the name that means both", () => {
    expect(pairs({ name: "Ivan Example" }, { name: "Ivan Example" })).toEqual(["p0 p1 Ivan Example true"]);
    expect(pairs({ name: "Kamran Zandieh" }, { name: "Kamran Zandi" })).toEqual(["p0 p1 Kamran Zandieh false"]);
  });

  it("are none where a look-alike keeps them apart, or the given names differ", () => {
    expect(pairs({ name: "Ivan Example" }, { name: "Ivana Sample" })).toEqual([]);
    expect(pairs({ name: "Hassan Zandieh" }, { name: "Hossein Zandieh" })).toEqual([]);
  });
});
