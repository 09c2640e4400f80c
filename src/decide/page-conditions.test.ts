import { describe, expect, it } from "vitest";
import { pageConditions, type PageFacts } from "./page-conditions.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const MINUTE = 60_000;
const WELL: PageFacts = {
  waiting: [],
  downChannels: new Set(),
  stalls: [],
  freeBytes: null,
  isStoreGone: false,
  feeds: { total: 10, failing: 0 },
  open: new Set(),
};

function waiting(channelId: string, minutes: number, isPutOff = false) {
  return { channelId, since: NOW - minutes * MINUTE, isPutOff };
}

describe("what a person must act on", () => {
  it.each<[string, Partial<PageFacts>, string[]]>([
    ["is nothing while all is well", {}, []],
    [
      "is alerts that wait longer than two minutes, by channel",
      { waiting: [waiting("desk", 3), waiting("desk", 5), waiting("phone", 2.1), waiting("mail", 1)] },
      [
        "alerts-late desk: 2 alerts wait, the oldest for 5 min",
        "alerts-late phone: 1 alert waits, the oldest for 2 min",
      ],
    ],
    ["is not a mail that its server wants later", { waiting: [waiting("mail", 30, true)] }, []],
    [
      "is one that its server still does not take after half an hour",
      { waiting: [waiting("mail", 31, true)] },
      ["alerts-late mail: 1 alert waits, the oldest for 31 min"],
    ],
    ["is not alerts that wait for their hour", { waiting: [waiting("desk", -60)] }, []],
    [
      "is not, once more, the alerts of a channel that is down",
      { waiting: [waiting("desk", 9)], downChannels: new Set(["desk"]) },
      [],
    ],
    [
      "is a stage that stands still",
      { stalls: [{ stage: "poll", since: NOW - 6 * MINUTE }] },
      ["stalled poll: feeds are due and none was polled for 6 min"],
    ],
    [
      "is a store whose file was deleted under it",
      { isStoreGone: true },
      [
        "store-gone store: the file of the store was deleted or replaced while wirewatch runs: all that is stored ends with the process",
      ],
    ],
    ["is a disk with little space", { freeBytes: 99e6 }, ["disk-full store: 99 MB are free beside the store"]],
    ["is no disk with some", { freeBytes: 150e6 }, []],
    [
      "is the same disk until it has twice that",
      { freeBytes: 150e6, open: new Set(["disk-full"]) },
      ["disk-full store: 150 MB are free beside the store"],
    ],
    ["is no disk with twice that", { freeBytes: 200e6, open: new Set(["disk-full"]) }, []],
    ["is 30 % of the feeds", { feeds: { total: 10, failing: 3 } }, ["many-feeds-failing feeds: 3 of 10 feeds fail"]],
    ["is not less of them", { feeds: { total: 100, failing: 29 } }, []],
    ["is not one of three feeds", { feeds: { total: 3, failing: 1 } }, []],
    ["is not no feed at all", { feeds: { total: 0, failing: 0 } }, []],
    [
      "is them until they are fewer than 20 %",
      { feeds: { total: 10, failing: 2 }, open: new Set(["many-feeds-failing"]) },
      ["many-feeds-failing feeds: 2 of 10 feeds fail"],
    ],
    ["is not fewer than that", { feeds: { total: 11, failing: 2 }, open: new Set(["many-feeds-failing"]) }, []],
  ])("%s", (_fact, changed, expected) => {
    const conditions = pageConditions({ ...WELL, ...changed }, NOW);
    expect(conditions.map(({ kind, subject, cause }) => `${kind} ${subject}: ${cause}`)).toEqual(expected);
  });
});
