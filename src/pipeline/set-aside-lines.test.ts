import { describe, expect, it } from "vitest";
import { setAsideLines, type SetAsideMatch } from "./set-aside-lines.ts";

function setAside(itemId: string, watchTitle: string, reason = "vetoed", channelId = "digest"): SetAsideMatch {
  const detail = reason === "vetoed" ? `vetoed by rule of ${watchTitle}` : null;
  return { itemId, channelId, reason, detail, headline: `Title of ${itemId}`, link: null, watchTitle };
}

describe("what an edition lists as set aside", () => {
  it.each<[string, SetAsideMatch[], string[], string[]]>([
    [
      "is one line an item and reason, with every watch",
      [setAside("a", "Strict"), setAside("a", "Wide")],
      [],
      ["vetoed: Title of a (Strict, Wide)"],
    ],
    [
      "keeps different reasons apart",
      [setAside("a", "Strict"), setAside("a", "Strict", "late")],
      [],
      ["vetoed: Title of a (Strict)", "late: Title of a (Strict)"],
    ],
    [
      "leaves out what the edition tells by another watch",
      [setAside("a", "Strict"), setAside("b", "Strict")],
      ["a"],
      ["vetoed: Title of b (Strict)"],
    ],
    [
      "has the alerts of other channels that were not sent after all, though it tells their items",
      [setAside("a", "Strict", "no-longer-useful", "desk")],
      ["a"],
      ["no-longer-useful on desk: Title of a (Strict)"],
    ],
    [
      "names a watch once, however many revisions of the item it held back",
      [setAside("a", "Strict"), setAside("a", "Strict")],
      [],
      ["vetoed: Title of a (Strict)"],
    ],
  ])("%s", (_fact, matches, told, lines) => {
    const listed = setAsideLines(matches, new Set(told), "digest");
    expect(listed.map(({ reason, headline, watchTitle }) => `${reason}: ${headline} (${watchTitle})`)).toEqual(lines);
  });

  it("says beside the reason what the ledger has, each once", () => {
    const matches = [
      setAside("a", "Strict"),
      setAside("a", "Wide"),
      setAside("a", "Wide"),
      setAside("b", "Wide", "late"),
    ];
    expect(setAsideLines(matches, new Set(), "digest").map(({ detail }) => detail)).toEqual([
      "vetoed by rule of Strict; vetoed by rule of Wide",
      null,
    ]);
  });
});
