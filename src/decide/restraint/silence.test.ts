import { describe, expect, it } from "vitest";
import { silenceOf, type Silence } from "./silence.ts";

const match = {
  watchId: "asylum",
  storyId: "sty_1",
  feedId: "wire",
  title: "Café owner asks for asylum",
  summary: "",
  body: "The envoy, who left his post. 驻挪威大使馆二等秘书申请政治庇护",
};

function silence(changed: Partial<Silence>): Silence {
  const any = { watchId: null, storyId: null, feedId: null, words: null };
  return { id: "sil_1", ...any, author: "Ada", comment: "drill", startsAt: 100, endsAt: 200, ...changed };
}

function holds(changed: Partial<Silence>, now = 150): boolean {
  return silenceOf(match, [silence(changed)], now) !== null;
}

describe("a silence", () => {
  it.each([
    ["holds its watch", { watchId: "asylum" }, true],
    ["holds no other watch", { watchId: "defection" }, false],
    ["holds its story", { storyId: "sty_1" }, true],
    ["holds no other story", { storyId: "sty_2" }, false],
    ["holds its feed", { feedId: "wire" }, true],
    ["holds no other feed", { feedId: "tv" }, false],
    ["holds words in the headline, case and accents aside", { words: "CAFE owner" }, true],
    ["holds words of the text across punctuation", { words: "envoy who left" }, true],
    ["holds words in Chinese", { words: "申请政治庇护" }, true],
    ["holds no words that stand apart", { words: "owner asylum" }, false],
    ["holds no part of a word", { words: "asyl" }, false],
    ["needs all that is given", { watchId: "asylum", feedId: "tv" }, false],
  ] as const)("%s", (_fact, changed, expected) => {
    expect(holds(changed)).toBe(expected);
  });

  it.each([
    [99, false],
    [100, true],
    [199, true],
    [200, false],
  ])("is in force from its beginning up to its end (%d)", (now, expected) => {
    expect(holds({ watchId: "asylum" }, now)).toBe(expected);
  });

  it("that lasts longest is the one that is named", () => {
    const two = [silence({ id: "sil_short" }), silence({ id: "sil_long", endsAt: 300 })];
    expect(silenceOf(match, two, 150)?.id).toBe("sil_long");
  });
});
