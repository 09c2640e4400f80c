import { expect, it } from "vitest";
import { unknownId } from "./unknown-id.ts";

const MANY = Array.from({ length: 22 }, (_, index) => `feed-${index}`);

it.each([
  ["names the one that was probably meant", "dsek", ["desk", "ops"], "no channel has the id dsek: did you mean desk?"],
  ["names all where none is near", "bogus", ["desk", "ops"], "no channel has the id bogus; there are: desk, ops"],
  ["says that there is none", "bogus", [], "no channel has the id bogus: none is configured"],
  [
    "names twenty at most",
    "bogus",
    MANY,
    `no channel has the id bogus; there are: ${MANY.slice(0, 20).join(", ")} and 2 more`,
  ],
])("an unknown id %s", (_fact, id, known, told) => {
  const entries = known.map((each) => ({ id: each }));
  expect(unknownId("channel", id, entries)).toBe(told);
});
