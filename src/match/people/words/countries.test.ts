import { expect, it } from "vitest";
import { countriesIn, namesAnyCountry, namesCountry } from "./countries.ts";

it.each([
  ["consul general of Iran, Frankfurt", ["IR"]],
  ["spokeswoman, Chinese mission to the EU", ["CN"]],
  ["ambassador of Austria to Australia", ["AT", "AU"]],
  ["third secretary, North Korean embassy", ["KP", "KR"]],
  ["French and Uzbek officer", ["FR", "UZ"]],
  ["deputy minister", []],
])("%s is of %o", (role, codes) => {
  expect(countriesIn(role).toSorted()).toEqual(codes);
});

it.each([
  ["en", " the iranian consul", "IR"],
  ["fa", " سفارت ايران در برن", "IR"],
  ["ar", " القنصل الايراني", "IR"],
  ["he", " השגריר האיראני", "IR"],
  ["ru", " иранского посла", "IR"],
  ["uk", " польського консула", "PL"],
  ["zh", "中国总领事", "CN"],
  ["ko", " 중국 총영사", "CN"],
  ["hi", " ईरान के राजदूत", "IR"],
  ["de", " a french consul", "FR"],
])("%s:%s names %s", (language, text, code) => {
  expect(namesCountry(text, code, language)).toBe(true);
  expect(namesAnyCountry(text, language)).toBe(true);
});

it.each([
  ["fa", " ديدار دانشجويان با ايت الله در حسينيه"],
  ["en", " the minister spoke of the north and the republic"],
])("%s:%s names none", (language, text) => {
  expect(namesAnyCountry(text, language)).toBe(false);
});
