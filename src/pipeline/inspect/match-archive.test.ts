import { expect, it } from "vitest";
import { matchItem, ruleSet } from "../../../test/support/rule-builders.ts";
import { createEngine } from "../../match/engine/create-engine.ts";
import { rulesOfWatch } from "../../match/rules-of-watch.ts";
import { createArchiveMatcher } from "./match-archive.ts";

const RULES = ruleSet({
  people: [{ id: "ivan", name: "Ivan Example" }],
  watches: [
    { id: "asylum", match: "asylum", unless: "shelter" },
    { id: "named", match: "asylum AND person:ivan" },
    { id: "anybody", match: "person:*" },
  ],
});

it.each(["asylum", "named", "anybody"])(
  "the watch %s says of stored items what it says of new ones, with their persons",
  (id) => {
    const titles = ["Ivan Example asks for asylum", "Asylum", "Ivan Example", "Asylum, a shelter for Ivan Example"];
    const items = titles.map((title) => matchItem({ title }));
    const match = createArchiveMatcher(rulesOfWatch(RULES, id));
    const engine = createEngine(RULES);
    const expected = items.map((item) => engine.match(item).answers.filter(({ watchId }) => watchId === id));
    expect(items.map((item) => match(item).answers)).toEqual(expected);
    expect(expected.flat().length).toBeGreaterThan(1);
  },
);
