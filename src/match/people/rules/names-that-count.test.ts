import { expect, it } from "vitest";
import { spellingIn } from "../../../../test/support/rules/found-people.ts";

it.each([
  ["fa", "سپهرداد و مهناز"],
  ["fr", "Sepehrdad et Mahnaz"],
  ["es", "Mahnaz y Sepehrdad"],
  ["pl", "Mahnaz i Sepehrdad"],
])("%s: words with an `and` between them are two names: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, { name: "Mahnaz Sepehrdad", names: ["مهناز سپهرداد"] })).toBeNull();
});

it.each([
  ["en", "Kenichi Mori Street was closed"],
  ["en", "The trawler Kenichi Mori docked"],
  ["ru", "Судно «Кэнъити Мори» вышло в море"],
  ["fr", "rue Kenichi Mori"],
])("%s: what is named after a person is not the person: %s", (lang, body) => {
  expect(spellingIn({ body, lang }, { name: "Kenichi Mori", role: "ambassador of Japan" })).toBeNull();
});

it("a name that is an everyday word in Han characters counts where the role is told", () => {
  const spokeswoman = { name: "Gao Yuan", names: ["高原"], role: "spokeswoman, Chinese mission, Brussels" };
  expect(spellingIn({ body: "青藏高原发现新种花卉", lang: "zh" }, spokeswoman)).toBeNull();
  expect(spellingIn({ body: "发言人高原表示", lang: "zh" }, spokeswoman)).toBe("高原");
});

it.each([
  ["a child", "Kenichi Mori, 15, won the race. Japan's ambassador gave Mori the cup.", null],
  ["a child, in brackets", "Kenichi Mori (9) won the race. Kenichi Mori trains in Japan.", null],
  ["of another century", "The Japanese merchant Kenichi Mori (1741–1809) sold raisins.", null],
  ["of age", "Kenichi Mori, 51, left Japan.", "Kenichi Mori"],
  ["in office for years", "Kenichi Mori (2019-2023) left Japan.", "Kenichi Mori"],
  ["with a number of other things behind", "Kenichi Mori, 12 guards and a cook left.", "Kenichi Mori"],
  ["beside a child", "Kenichi Mori left with Aya Mori, 15, for Japan.", "Kenichi Mori"],
])("a name that is given to somebody is everywhere in the item theirs: %s", (_fact, body, expected) => {
  expect(spellingIn({ body, lang: "en" }, { name: "Kenichi Mori", role: "ambassador of Japan" })).toBe(expected);
});

it.each([
  [
    "of the headline",
    { title: "Envoy has jumped ship", body: "Kenichi Mori is well, the embassy of Japan says." },
    "Kenichi Mori",
  ],
  ["of a sentence with an exclamation mark", { body: "Jump ship! Kenichi Mori says so." }, "Kenichi Mori"],
  ["in front of quotation marks", { body: "The ship “Kenichi Mori” docked." }, null],
])("a ship %s", (_fact, item, expected) => {
  expect(spellingIn({ title: "", lang: "en", ...item }, { name: "Kenichi Mori", role: "ambassador of Japan" })).toBe(
    expected,
  );
});
