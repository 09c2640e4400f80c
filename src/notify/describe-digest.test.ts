import { describe, expect, it } from "vitest";
import { continuedStory, digest, story } from "../../test/support/channels/messages.ts";
import {
  describeContinuation,
  describeCoverage,
  describeEdition,
  describeNewOutlets,
  describeSummary,
  listPeople,
} from "./describe-digest.ts";

describe("the subject of an edition", () => {
  it.each([
    ["counts stories and failing feeds", {}, "5 stories, 2 feeds failing · Tue 20 Jan 07:00–15:00 London · no. 118"],
    [
      "counts what is continued apart",
      { continued: [continuedStory()], failingFeeds: [] },
      "5 stories, 1 continued · Tue 20 Jan 07:00–15:00 London · no. 118",
    ],
    [
      "speaks of one story",
      { stories: [story()], failingFeeds: [] },
      "1 story · Tue 20 Jan 07:00–15:00 London · no. 118",
    ],
    [
      "says that there is none",
      { stories: [], failingFeeds: [] },
      "No stories · Tue 20 Jan 07:00–15:00 London · no. 118",
    ],
  ])("%s", (_fact, change, subject) => {
    expect(describeEdition(digest(change))).toBe(subject);
  });
});

describe("the opening of an edition", () => {
  it("says what was read", () => {
    expect(describeCoverage(digest())).toBe("Read 212 feeds in 7340 polls: 1904 new items.");
  });

  it("says of how many of the feeds that were asked", () => {
    const coverage = { feeds: 212, read: 209, polls: 7340, items: 1904 };
    expect(describeCoverage(digest({ coverage }))).toBe("Read 209 of 212 feeds in 7340 polls: 1904 new items.");
  });

  it("says that nothing matched, and that it is late", () => {
    expect(describeCoverage(digest({ stories: [], late: true }))).toBe(
      "Read 212 feeds in 7340 polls: 1904 new items. Nothing matched. This edition is late: wirewatch was not running when it was due.",
    );
  });

  it("says that changed rules are not in force", () => {
    expect(describeCoverage(digest({ refusedSince: Date.UTC(2026, 0, 20, 9, 12) }))).toBe(
      "Read 212 feeds in 7340 polls: 1904 new items. By rules from before Tue 20 Jan 09:12 London: the changed configuration is refused.",
    );
  });

  it("names persons by the number of stories", () => {
    expect(listPeople(digest())).toEqual(["Ivan Example (3 stories)"]);
  });
});

describe("a continued story", () => {
  it("names new outlets and those that report again", () => {
    expect(describeNewOutlets(continuedStory())).toBe(
      "New outlets: Example Daily (independent). Again: Example TV (state)",
    );
    expect(describeNewOutlets(continuedStory({ knownOutlets: ["Example TV", "Example Daily"] }))).toBe(
      "Again: Example Daily (independent), Example TV (state)",
    );
  });

  it("names the edition that told it, and its headline there when it was another one", () => {
    const line = continuedStory();
    expect(describeContinuation(line)).toBe(`Continues no. 117: ${line.toldHeadline}`);
    expect(describeContinuation({ ...line, headline: line.toldHeadline })).toBe("Continues no. 117");
  });
});

it("a summary of new feeds says what would have matched", () => {
  const summary = { kind: "summary", feeds: ["a", "b"], stored: 80, wouldHaveMatched: [] } as const;
  expect(describeSummary(summary)).toBe(
    "Now reading 2 feeds; already there: 80 items, of which none from the last 24 h would have matched.",
  );
});
