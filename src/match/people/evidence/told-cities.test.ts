import { expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";

const ATTACHE = {
  name: "Anton Belov",
  names: ["Антон Белов", "آنتون بلوف"],
  role: "military attaché of Russia, Belgrade",
};

it.each<[string, string, string | null, string]>([
  ["fa", "بلوف، وابسته سفارت در بلگراد، بازنشسته شد", "بلوف", "the place by sound"],
  ["hu", "Belov katonai attasét Belgrádban búcsúztatták", "Belov", "with an ending"],
  ["cs", "Přidělenec v Bělehradě odchází. Belov byl oblíbený.", "Belov", "by another name"],
  ["ro", "Plecat din Serbia: atașatul militar. Belov va pleca mâine.", "Belov", "the country that it is in"],
  ["en", "Moscow called its attaché home. Belov left.", "Belov", "the capital of the person's own country"],
  ["en", "Oslo called its attaché home. Belov left.", null, "another capital"],
])("%s: a post and a place make a surname the person's: %s", (lang, body, expected, _fact) => {
  expect(spellingIn({ body, lang }, ATTACHE)).toBe(expected);
});

it.each<[string, string, string | null]>([
  ["zh", "金泰成离开海参崴，平壤没有评论", "金泰成"],
  ["zh", "金泰成离开大阪", null],
  ["ja", "金泰成氏は平壌に戻らず、ウラジオストクにいる", "金泰成"],
])("%s: two cities, in characters, make a Korean's name in them the person's: %s", (lang, body, expected) => {
  const consul = { name: "김태성", role: "consul of North Korea, Vladivostok" };
  expect(spellingIn({ body, lang }, consul)).toBe(expected);
});

it.each<[string, string, string | null]>([
  ["fa", "انتون بلوف در مسکو آواز خواند", "انتون بلوف"],
  ["ru", "Антон Белов спел на концерте в Москве", null],
  ["en", "Anton Belov gave a concert in Moscow", "Anton Belov"],
  ["ar", "أنطون بيلوف في الرياض", "أنطون بيلوف"],
])("%s: the capital tells of no role in the press of its own country: %s", (lang, body, expected) => {
  expect(spellingIn({ title: "", body, lang }, { name: "Anton Belov", role: "consul of Russia, Oslo" })).toBe(expected);
});
