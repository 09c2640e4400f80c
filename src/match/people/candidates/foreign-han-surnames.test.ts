import { expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";

it.each([
  ["behind the office", "俄罗斯总领事馆通报：总领事马林科夫不回国", "马林科夫"],
  ["at the beginning of a sentence", "马林科夫抵达哈尔滨。俄罗斯总领事讲话", "马林科夫"],
  ["in traditional characters", "俄羅斯總領事館。總領事馬林科夫不回國", "馬林科夫"],
  ["before another word that names are written with", "俄罗斯总领事馆。总领事马林科夫明日回国", "马林科夫"],
  ["behind another given name", "俄罗斯总领事馆。总领事伊万·马林科夫不回国", null],
  ["where the item does not tell the country", "总领事马林科夫不回国", null],
  ["where it does not tell the post", "俄罗斯选手马林科夫夺冠", null],
  ["inside a sentence", "俄罗斯总领事馆。记者会见马林科夫", null],
  ["of somebody who only sounds alike", "俄罗斯总领事馆。总领事马雷什金不回国", null],
])("a foreign surname alone in Han characters, %s: %s", (_fact, body, expected) => {
  expect(
    spellingIn({ title: "", body, lang: "zh" }, { name: "Pavel Malinkov", role: "consul general of Russia, Harbin" }),
  ).toBe(expected);
});

it("is compared only with a Han spelling that is listed", () => {
  const body = "俄罗斯总领事馆。总领事马林科夫不回国";
  const consul = { name: "Pavel Malinkov", names: ["帕维尔·马连科夫"], role: "consul general of Russia, Harbin" };
  expect(spellingIn({ title: "", body, lang: "zh" }, consul)).toBeNull();
});
