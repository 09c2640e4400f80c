import { describe, expect, it } from "vitest";
import type { FeedLine } from "../pipeline/inspect/list-feeds.ts";
import { describeFeeds } from "./describe-feeds.ts";

const NOON = Date.UTC(2026, 0, 20, 12);

function line(changed: Partial<FeedLine>): FeedLine {
  return {
    id: "wire",
    url: "https://old.example/feed",
    movedTo: null,
    state: "good",
    lastGoodAt: NOON,
    nextPollAt: NOON + 600_000,
    failures: 0,
    failingSince: null,
    cause: null,
    remedy: null,
    pause: null,
    subscription: null,
    isCut: false,
    ...changed,
  };
}

describe("the list of feeds", () => {
  it("is a table with what is wrong under each feed, and counts the states at its end", () => {
    const lines = [
      line({ id: "example-wire" }),
      line({ id: "new", state: "new", lastGoodAt: null, nextPollAt: 0 }),
      line({
        id: "far",
        state: "failing",
        failures: 4,
        failingSince: NOON,
        cause: "asked far.example: the name does not resolve (ENOTFOUND)",
        remedy: "Check the host name.",
      }),
    ];
    expect(describeFeeds(lines, [...lines, line({})], "Europe/London").split("\n")).toEqual([
      "feed          state    last good                next poll",
      "example-wire  good     2026-01-20 12:00:00 GMT  2026-01-20 12:10:00 GMT",
      "new           new      never                    at the first run",
      "far           failing  2026-01-20 12:00:00 GMT  2026-01-20 12:10:00 GMT",
      "    4 failures in a row since 2026-01-20 12:00:00 GMT: asked far.example: the name does not resolve (ENOTFOUND)",
      "    what to do: Check the host name.",
      "",
      "4 feeds, 2 good, 1 new, 1 failing",
    ]);
  });

  it.each<[string, Partial<FeedLine>, string]>([
    [
      "where a feed has moved",
      { state: "moved", movedTo: "https://new.example/feed" },
      "    moved for good: asked at https://new.example/feed",
    ],
    [
      "why a feed is called silent",
      { state: "silent", cause: "nothing new since Monday" },
      "    nothing new since Mon",
    ],
    ["that items are left out", { isCut: true }, "    its document holds more than 10,000 items"],
    [
      "who paused a feed, until when and why",
      { state: "paused", pause: { until: NOON, at: NOON, author: "Ana", comment: "relaunch" } },
      "    paused by Ana until 2026-01-20 12:00:00 GMT: relaunch",
    ],
  ])("says %s", (_what, changed, expected) => {
    expect(describeFeeds([line(changed)], [], "Europe/London")).toContain(`\n${expected}`);
  });

  it("is one line where nothing is to be shown", () => {
    expect(describeFeeds([], [line({})], "Europe/London")).toBe("1 feed, 1 good");
  });
});
