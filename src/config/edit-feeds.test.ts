import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addFeeds, entriesOf, FeedFileError, printFeeds } from "./edit-feeds.ts";
import { printOpml } from "./print-opml.ts";
import { readOpmlText } from "./read-opml.ts";

const ENTRY = { id: "wire", url: "https://wire.example/rss?a=1&b=2", lang: "fa", tags: ["world", "a: b, c"] };
const LINE = '- {id: wire, url: https://wire.example/rss?a=1&b=2, lang: fa, tags: [world, "a: b, c"]}';

describe("feeds added to a file", () => {
  it("make a file of their own", () => {
    expect(printFeeds([ENTRY])).toBe(`feeds:\n  ${LINE}\n`);
  });

  it.each([
    ["an empty file", "", `feeds:\n  ${LINE}\n`],
    ["a file without feeds", "# ours\ntimezone: UTC # here\n", `# ours\ntimezone: UTC # here\nfeeds:\n  ${LINE}\n`],
    ["an empty list", "feeds:\n", `feeds:\n  ${LINE}\n`],
    [
      "a list with aligned comments, whose other characters stay",
      "feeds:\n  # the first\n  - id: a   # one\n    url:   'https://a.example/'       # two\n\n# the end\nqueue:   local\n",
      `feeds:\n  # the first\n  - id: a   # one\n    url:   'https://a.example/'       # two\n  ${LINE}\n\n# the end\nqueue:   local\n`,
    ],
    [
      "a list that is not indented and ends the file without a line break",
      "feeds:\n- {id: a, url: https://a.example/}",
      `feeds:\n- {id: a, url: https://a.example/}\n${LINE}\n`,
    ],
  ])("stand at the end of the list: %s", (_form, text, expected) => {
    expect(addFeeds(text, [ENTRY])).toBe(expected);
  });

  it("are found there again, also where the file has other entries or none that can be read", () => {
    expect(entriesOf(`feeds:\n  - {opml: world.opml}\n  ${LINE}\n`)).toEqual([{ id: ENTRY.id, url: ENTRY.url }]);
    expect([entriesOf(""), entriesOf("feeds: [a"), entriesOf("feeds: none")]).toEqual([[], [], []]);
  });

  it("join a list in one line", () => {
    const added = addFeeds("feeds: [{id: a, url: https://a.example/}] # all\n", [ENTRY]);
    expect(parse(added)).toEqual({ feeds: [{ id: "a", url: "https://a.example/" }, ENTRY] });
    expect(added).toContain("# all");
  });

  it.each([
    ["that is no YAML", "feeds: [a\n"],
    ["that is a list", "- a\n"],
    ["whose feeds are no list", "feeds: {a: b}\n"],
  ])("are refused by a file %s", (_form, text) => {
    expect(() => addFeeds(text, [ENTRY])).toThrow(FeedFileError);
  });
});

describe("feeds as OPML", () => {
  it("come back with address, id, kind, language and tags", () => {
    const feed = { everyMs: 1000, expectEveryMs: null, timezone: null, onAdd: "summary", fullText: false } as const;
    const text = printOpml([
      { ...feed, id: "a-1", url: "https://a.example/?x=1&y=<2>", kind: "state", lang: "ru", tags: ["world", "seeded"] },
      { ...feed, id: "b", url: "https://b.example/", kind: "wire", lang: null, tags: [] },
    ]);
    const feeds = readOpmlText({ path: "feeds.opml", text, secrets: [] }, {}, []);
    expect(feeds.map(({ value: { id, url, kind, lang, tags } }) => ({ id, url, kind, lang, tags }))).toEqual([
      { id: "a-1", url: "https://a.example/?x=1&y=<2>", kind: "state", lang: "ru", tags: ["world", "seeded"] },
      { id: "b", url: "https://b.example/", kind: "wire", lang: undefined, tags: [] },
    ]);
  });
});
