import { describe, expect, it } from "vitest";
import { readLinkHeader } from "./link-header.ts";

describe("a Link header", () => {
  it.each<[string, string | string[] | undefined, string[], string | null]>([
    ["that is absent names nothing", undefined, [], null],
    ["names a hub", '<https://hub.example/>; rel="hub"', ["https://hub.example/"], null],
    ["needs no quotes", "<https://hub.example/>;rel=hub", ["https://hub.example/"], null],
    ["cares for no case", '<https://hub.example/>; REL="Hub"', ["https://hub.example/"], null],
    [
      "names hubs and the topic in one line",
      '<https://a.example/>; rel="hub", <https://b.example/?x=1,2>; rel=hub, </feed>; rel="self"',
      ["https://a.example/", "https://b.example/?x=1,2"],
      "/feed",
    ],
    ["comes in several lines", ["<https://a.example/>; rel=hub", "</feed>; rel=self"], ["https://a.example/"], "/feed"],
    [
      "gives one link two relations",
      '<https://a.example/>; rel="self hub"',
      ["https://a.example/"],
      "https://a.example/",
    ],
    ["names more than hubs", '<https://a.example/>; rel="next"; title="a, b; rel=hub", </f>; rel=self', [], "/f"],
    ["counts the first self", "</one>; rel=self, </two>; rel=self", [], "/one"],
    ["speaks of another document with an anchor", '<https://a.example/>; rel=hub; anchor="/other"', [], null],
    ["counts the first rel of a link", "<https://a.example/>; rel=next; rel=hub", [], null],
    ["may be junk", 'rel=hub; <<>; ";,', [], null],
  ])("%s", (_fact, header, hubs, self) => {
    expect(readLinkHeader(header)).toEqual({ hubs, self });
  });

  it("of 16 kB that was made to be slow is read at once", () => {
    const hostile = [
      `<a>${" ;".repeat(8000)}`,
      `<a>; rel="${"\\".repeat(16_000)}`,
      "<a>; a = ".repeat(1800),
      "<".repeat(16_000),
    ];
    expect(hostile.map((header) => readLinkHeader(header).hubs)).toEqual([[], [], [], []]);
  });
});
