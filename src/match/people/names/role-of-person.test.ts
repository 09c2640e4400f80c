import { expect, it } from "vitest";
import type { Person } from "../../rule-set.ts";
import { homeCountriesOf, roleOf } from "./role-of-person.ts";

function personOf(role: string, countries: readonly string[] = []): Person {
  return { id: "p", name: "P", names: [], role, countries, groups: [], not: [], status: "serving", background: false };
}

it.each([
  ["consul general of Iran, Frankfurt", ["IR"]],
  ["ambassador of Norway to South Korea", ["NO"]],
  ["Norway's ambassador in Hanoi, Vietnam", ["NO"]],
  ["ambassador to Japan", []],
  ["ambassador-at-large of Estonia", ["EE"]],
  ["US ambassador to China", ["US"]],
  ["U.S. consul, Oslo", ["US"]],
  ["U.K. consul, Oslo", ["GB"]],
  ["one of us", []],
])("%s is of %o", (role, codes) => {
  expect(homeCountriesOf(personOf(role))).toEqual(codes);
});

it("a person is of the countries that are listed, whatever the role says", () => {
  expect(homeCountriesOf(personOf("consul of Iran", ["no", "se"]))).toEqual(["NO", "SE"]);
});

it("a role tells posts, all countries, and the place behind its last comma", () => {
  const { posts, countries, places } = roleOf(
    personOf("second secretary and consul of Iran in Germany, Frankfurt", ["ir"]),
  );
  expect([...posts].toSorted()).toEqual(["consul", "secretary"]);
  expect(countries).toEqual(["IR", "DE"]);
  expect(places).toEqual(["frankfurt"]);
});
