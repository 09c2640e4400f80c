import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rules/rule-builders.ts";
import { explainWatch } from "./explain-watch.ts";

const NOT = ["Igor Petrosyan", "Ivan Petrosyan (ferry)", "Ivan Petrosyan (painter)", "Iwan Petrosian (tunnel)"];

it.each([
  ["the one with that very name", "Igor Petrosyan left", ["Igor Petrosyan"]],
  ["that name with a bracket", "Iwan Petrosian in the tunnel", ["Iwan Petrosian (tunnel)"]],
  [
    "all with that name, whose brackets tell them apart",
    "A ferry brings Ivan Petrosyan home",
    ["Ivan Petrosyan (ferry)", "Ivan Petrosyan (painter)"],
  ],
  ["all, of a name that is written otherwise", "Игорь Петросян left", NOT],
  ["all with a bracket, near a word of one", "Petrosyan sails on the ferry", NOT.slice(1)],
  ["none, where no look-alike decides", "Counsellor Peter Petrosyan left", []],
])("the entries of `not:` by which a name does not count are %s", (_which, title, entries) => {
  const people = [{ id: "petrosyan", name: "Ivan Petrosyan", role: "counsellor, Armenian embassy", not: NOT }];
  const rules = ruleSet({ people, watches: [{ id: "w", match: "person:*" }] });
  const explained = explainWatch(rules, "w", matchItem({ title, lang: "en" }));
  expect(explained?.namesakes.map(({ lookAlikes }) => lookAlikes)).toEqual([entries]);
});
