import { describe, expect, it } from "vitest";
import { matchedItems } from "./matched-items.ts";

function match(itemId: string, watchTitle: string) {
  return { itemId, watchTitle, item: { title: `Headline ${itemId}`, link: null } };
}

describe("the items of new feeds that would have matched", () => {
  it("stand once each, with the watches that found them", () => {
    const matches = [match("a", "Strict"), match("b", "Wide"), match("a", "Wide"), match("a", "Strict")];
    expect(matchedItems(matches)).toEqual([
      { headline: "Headline a", link: null, watchTitle: "Strict, Wide" },
      { headline: "Headline b", link: null, watchTitle: "Wide" },
    ]);
  });

  it("are all there: the message counts what it has no room for", () => {
    const many = Array.from({ length: 60 }, (_, at) => match(`item ${at}`, "Wide"));
    expect(matchedItems(many)).toHaveLength(60);
  });
});
