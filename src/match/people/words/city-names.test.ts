import { expect, it } from "vitest";
import { countryOfCity, isCity, namesOfCity } from "./cities.ts";
import { CITY_NAMES } from "./city-names.ts";

it("names cities of the table only, each once for a language", () => {
  for (const [language, list] of Object.entries(CITY_NAMES)) {
    const names = list.split(/\s+/).map((entry) => entry.split("=")[0] ?? "");
    expect([language, names.filter((name) => countryOfCity(name) === null)]).toEqual([language, []]);
    expect([language, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([language, []]);
  }
});

it("a city is known by what any language calls it", () => {
  expect(namesOfCity("Tehran")).toEqual(expect.arrayContaining(["tehran", "طهران", "德黑兰", "テヘラン"]));
  expect(isCity("طهران")).toBe(true);
  expect(isCity("belov")).toBe(false);
});
