import { describe, expect, it } from "vitest";
import { bodyOf, pageNews } from "./item-body.ts";

const LONG = "The envoy, who had served for six years, asked for asylum on Tuesday.";
const OTHER = "The envoy, who had served for six years, asked for asylum on Tuesday night.";

describe("the body of an item", () => {
  it.each([
    ["is the feed's own where no page was read", { summary: "Teaser", body: "Own", pageBody: null }, "Own"],
    ["is the page's where that says more", { summary: "Teaser", body: "Own", pageBody: LONG }, LONG],
    ["is the page's where the feed has only a headline", { summary: "", body: "", pageBody: "Page" }, "Page"],
    ["stays the feed's where the page is a consent form", { summary: "", body: LONG, pageBody: "Accept?" }, LONG],
    ["stays the feed's where the page says less than the teaser", { summary: LONG, body: "", pageBody: "Log in" }, ""],
  ])("%s", (_fact, texts, expected) => {
    expect(bodyOf(texts)).toBe(expected);
  });
});

describe("the text of a page", () => {
  it.each([
    ["is news where it says more than the feed", { summary: "Teaser", body: "", pageBody: null }, LONG, "read"],
    ["is no news where it is the body already", { summary: "", body: LONG, pageBody: null }, LONG, "unchanged"],
    [
      "is no news where an earlier reading brought it",
      { summary: "Teaser", body: "", pageBody: LONG },
      LONG,
      "unchanged",
    ],
    ["is news where it differs from the earlier reading", { summary: "", body: "", pageBody: LONG }, OTHER, "read"],
    [
      "is left aside where it says less than the feed",
      { summary: LONG, body: "", pageBody: null },
      "Log in",
      "shorter",
    ],
    [
      "is left aside where it shrank below the feed's",
      { summary: "Teaser", body: "", pageBody: LONG },
      "No",
      "shorter",
    ],
  ] as const)("%s", (_fact, known, pageBody, expected) => {
    expect(pageNews(known, pageBody)).toBe(expected);
  });
});
