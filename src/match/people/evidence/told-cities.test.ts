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
