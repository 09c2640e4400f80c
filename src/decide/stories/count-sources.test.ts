import { describe, expect, it } from "vitest";
import { countSources, type StorySource } from "./count-sources.ts";

function source(itemId: string, changed: Partial<StorySource> = {}): StorySource {
  return { itemId, outlet: `outlet of ${itemId}`, relation: null, likeItemId: null, cited: null, ...changed };
}

function copy(itemId: string, likeItemId: string | null, changed: Partial<StorySource> = {}): StorySource {
  return source(itemId, { relation: "copy", likeItemId, ...changed });
}

function citing(itemId: string, cited: string): StorySource {
  return source(itemId, { relation: "cites", likeItemId: "a", cited });
}

function separate(itemId: string): StorySource {
  return source(itemId, { relation: "separate", likeItemId: "a" });
}

describe("the outlets of a story", () => {
  it.each([
    ["one alone is written separately", [source("a")], { sameText: [], citing: [], separate: 1 }],
    [
      "a host and the name of its outlet are one",
      [source("a", { outlet: "lakeside-courier.example" }), copy("b", "a", { outlet: "The Lakeside Courier" })],
      { sameText: [], citing: [], separate: 1 },
    ],
    [
      "a copy and what it copies are two of the same text",
      [source("a"), copy("b", "a")],
      { sameText: [2], citing: [], separate: 0 },
    ],
    [
      "a copy of a copy is of the same text",
      [source("a"), copy("b", "a"), copy("c", "b"), citing("d", "TV"), citing("e", "TV"), separate("f")],
      { sameText: [3], citing: [{ outlet: "TV", outlets: 2 }], separate: 1 },
    ],
    [
      "a copy of a report that cites cites, too",
      [source("a"), citing("b", "TV"), copy("c", "b")],
      { sameText: [], citing: [{ outlet: "TV", outlets: 2 }], separate: 1 },
    ],
    [
      "two texts are two counts",
      [source("a"), copy("b", "a"), separate("c"), copy("d", "c")],
      { sameText: [2, 2], citing: [], separate: 0 },
    ],
    [
      "an outlet counts once",
      [source("a"), copy("b", "a", { outlet: "outlet of a" })],
      { sameText: [], citing: [], separate: 1 },
    ],
    [
      "an item of the same link is a copy of the first",
      [source("a"), copy("b", null)],
      { sameText: [2], citing: [], separate: 0 },
    ],
    [
      "a copy of an item that is not told counts with the first",
      [source("a"), copy("b", "gone")],
      { sameText: [2], citing: [], separate: 0 },
    ],
    [
      "copies of each other do not go round for ever",
      [copy("a", "b"), copy("b", "a")],
      { sameText: [], citing: [], separate: 2 },
    ],
  ])("%s", (_fact, sources, counted) => {
    expect(countSources(sources)).toEqual(counted);
  });
});
