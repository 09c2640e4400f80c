import { describe, expect, it } from "vitest";
import { outletKey } from "../stories/attribution.ts";
import type { PersonMention } from "../../core/vocabulary.ts";
import { decideTelling, type Report, type TellingInput, type ToldMessage, type ToldStory } from "./decide-telling.ts";

const NOW = Date.UTC(2026, 0, 20, 12);
const HOUR = 3_600_000;

function person(personId: string, confidence: PersonMention["confidence"] = "high"): PersonMention {
  return { personId, name: personId, role: null, spelling: personId, ...(confidence ? { confidence } : {}) };
}

const REPORT: Report = {
  watch: { id: "asylum", title: "Asylum" },
  severity: "normal",
  outlet: "Example TV",
  feedKind: "wire",
  people: [],
  relation: "separate",
  isDenial: false,
  isRevised: false,
  matchedBefore: false,
};

const MESSAGE: ToldMessage = {
  hasLeft: true,
  watches: new Set(["asylum"]),
  people: new Set(["known"]),
  outlets: new Set([outletKey("Example Wire")]),
};

const STORY: ToldStory = {
  severity: "normal",
  watches: new Set(["asylum"]),
  people: new Set(["known"]),
  hasOfficial: false,
  hasDenial: false,
  lastReportAt: NOW - HOUR,
  target: MESSAGE,
  hasItem: false,
  headlineChanged: false,
  latestHasLeft: true,
};

type Given = Partial<Report> & { story?: Partial<ToldStory> | null; follows?: TellingInput["follows"] };

/** Kind, reason, and what is new or where it joins. */
function decide({ story = {}, follows = "edits", ...report }: Given): readonly unknown[] {
  const telling = decideTelling({
    report: { ...REPORT, ...report },
    story: story === null ? null : { ...STORY, ...story },
    follows,
    now: NOW,
  });
  const { kind, reason } = telling;
  if (telling.kind === "join") return [kind, telling.into];
  return telling.kind === "follow-up" ? [kind, reason, telling.news[0]?.detail] : [kind, reason];
}

describe("a story that nobody on the channel heard of", () => {
  it.each([
    ["is sent", {}, ["send", "first-report"]],
    ["is sent as an update where a changed report matches", { isRevised: true }, ["send", "update"]],
  ] as const)("%s", (_fact, given, expected) => {
    expect(decide({ ...given, story: null })).toEqual(expected);
  });
});

describe("a later report", () => {
  const copy = { relation: "copy" } as const;
  const cites = { relation: "cites" } as const;
  const sameItem = { relation: "copy", matchedBefore: true, outlet: "Example Wire", story: { hasItem: true } } as const;
  const newWatch = { watch: { id: "defection", title: "Defection" } } as const;
  const rows: [string, Given, readonly unknown[]][] = [
    ["that is more severe follows up", { severity: "urgent" }, ["follow-up", "raised-severity", "urgent"]],
    [
      "that is more severe follows up, a copy too",
      { ...copy, severity: "urgent" },
      ["follow-up", "raised-severity", "urgent"],
    ],
    ["that is less severe edits", { severity: "normal", story: { severity: "urgent" } }, ["edit", "new-outlet"]],
    ["that names somebody new follows up", { people: [person("new")] }, ["follow-up", "new-person", "new"]],
    [
      "that names whom a citing one names follows up",
      { ...cites, people: [person("new")] },
      ["follow-up", "new-person", "new"],
    ],
    ["that copies and names somebody new edits", { ...copy, people: [person("new")] }, ["edit", "new-person"]],
    ["that names one of several namesakes edits", { people: [person("new", "ambiguous")] }, ["edit", "new-person"]],
    ["that knows a surname only edits", { people: [person("new", "weak")] }, ["edit", "new-person"]],
    ["that names who was named edits", { people: [person("known")] }, ["edit", "new-outlet"]],
    ["of another watch in its own words follows up", newWatch, ["follow-up", "new-watch", "Defection"]],
    ["of another watch that copies edits", { ...newWatch, ...copy }, ["edit", "new-watch"]],
    ["of another watch that cites edits", { ...newWatch, ...cites }, ["edit", "new-watch"]],
    ["of another watch on the same item edits", { ...newWatch, story: { hasItem: true } }, ["edit", "new-watch"]],
    ["that denies follows up", { isDenial: true }, ["follow-up", "denial", "Example TV"]],
    ["that cites a denial follows up", { ...cites, isDenial: true }, ["follow-up", "denial", "Example TV"]],
    ["that copies a denial edits", { ...copy, isDenial: true }, ["edit", "new-outlet"]],
    ["that denies once more edits", { isDenial: true, story: { hasDenial: true } }, ["edit", "new-outlet"]],
    [
      "of the first official source follows up",
      { feedKind: "official" },
      ["follow-up", "first-official", "Example TV"],
    ],
    [
      "of the next official source edits",
      { feedKind: "official", story: { hasOfficial: true } },
      ["edit", "new-outlet"],
    ],
    ["of an official source that copies edits", { ...copy, feedKind: "official" }, ["edit", "new-outlet"]],
    [
      "36 hours after the last one follows up",
      { ...copy, story: { lastReportAt: NOW - 36 * HOUR } },
      ["follow-up", "long-silence", "36"],
    ],
    ["a moment earlier edits", { ...copy, story: { lastReportAt: NOW - 36 * HOUR + 1 } }, ["edit", "new-outlet"]],
    [
      "of the same item 36 hours later is no news",
      { ...sameItem, story: { hasItem: true, lastReportAt: NOW - 48 * HOUR } },
      ["join", null],
    ],
    ["of an outlet that stands there joins", { outlet: "Example Wire" }, ["join", null]],
    ["that adds an outlet joins where nothing can be edited", { follows: "nothing" }, ["join", null]],
    [
      "that names somebody new follows up there, too",
      { follows: "nothing", people: [person("new")] },
      ["follow-up", "new-person", "new"],
    ],
    [
      "goes into the message that waits",
      { story: { latestHasLeft: false, target: { ...MESSAGE, hasLeft: false } } },
      ["join", "target"],
    ],
    [
      "with news goes into the follow-up that waits",
      { severity: "urgent", story: { latestHasLeft: false } },
      ["join", "latest"],
    ],
  ];
  it.each(rows)("%s", (_fact, given, expected) => {
    expect(decide(given)).toEqual(expected);
  });

  const revised: [string, Given, readonly unknown[]][] = [
    ["brings nothing new", sameItem, ["join", null]],
    [
      "corrects a headline",
      { ...sameItem, story: { hasItem: true, headlineChanged: true } },
      ["correct", "headline-changed"],
    ],
    [
      "corrects a headline where nothing can be edited",
      { ...sameItem, follows: "nothing", story: { hasItem: true, headlineChanged: true } },
      ["correct", "headline-changed"],
    ],
    [
      "changes the headline of a message that waits",
      { ...sameItem, story: { hasItem: true, headlineChanged: true, target: { ...MESSAGE, hasLeft: false } } },
      ["join", "target"],
    ],
    ["names somebody new", { ...sameItem, people: [person("new")] }, ["follow-up", "new-person", "new"]],
  ];
  it.each(revised)("that is a new revision %s", (_fact, given, expected) => {
    expect(decide(given)).toEqual(expected);
  });

  it("with several news has the weightiest as its reason and names all", () => {
    const telling = decideTelling({
      report: {
        ...REPORT,
        severity: "urgent",
        isDenial: true,
        people: [person("new")],
        watch: { id: "w", title: "W" },
      },
      story: STORY,
      follows: "edits",
      now: NOW,
    });
    expect(telling).toMatchObject({
      reason: "raised-severity",
      news: [
        { reason: "raised-severity" },
        { reason: "denial" },
        { reason: "new-person" },
        { reason: "new-watch", detail: "W" },
      ],
    });
  });
});
