import { describe, expect, it } from "vitest";
import { decideMatch, type DecisionInput } from "./decision.ts";

import type { Silence } from "./restraint/silence.ts";

const NOW = Date.parse("2026-03-29T12:00:00Z");
const HOUR = 3_600_000;
const digest = { every: 20_000, empty: "send" } as const;

const FIRST = { kind: "send", reason: "first-report" } as const;
const NOTHING_NEW = { kind: "join", reason: "same-story", into: null } as const;
const NEW_PERSON = {
  kind: "follow-up",
  reason: "new-person",
  news: [{ reason: "new-person", detail: "Ivan Example" }],
} as const;
const HEADLINE = { kind: "correct", reason: "headline-changed" } as const;

function given(
  match: Partial<DecisionInput["match"]>,
  rest: { digest?: boolean; telling?: DecisionInput["telling"]; silence?: Silence } = {},
): DecisionInput {
  const base = { severity: "normal", veto: null, maxAgeMs: 24 * HOUR, publishedAt: NOW - HOUR } as const;
  return {
    match: { ...base, baseline: false, toldBefore: false, isTrial: false, ...match },
    channel: { digest: rest.digest === true ? digest : null },
    silence: rest.silence ?? null,
    telling: rest.telling ?? FIRST,
    now: NOW,
  };
}

const silence: Silence = {
  id: "sil_1",
  watchId: "asylum",
  storyId: null,
  feedId: null,
  words: null,
  author: "Ada",
  comment: "a drill",
  startsAt: NOW - HOUR,
  endsAt: NOW + HOUR,
};
const veto = { name: "history", words: "1954", place: "title" } as const;

describe("a match on a channel", () => {
  it.each([
    ["is sent when nothing stands in its way", given({}), { kind: "send", reason: "first-report" }],
    ["joins a story that is told already", given({}, { telling: NOTHING_NEW }), NOTHING_NEW],
    [
      "of a revision that brings nothing new is told already",
      given({ toldBefore: true }, { telling: NOTHING_NEW }),
      { kind: "suppress", reason: "already-told", detail: null },
    ],
    ["of a revision that names somebody new is told", given({ toldBefore: true }, { telling: NEW_PERSON }), NEW_PERSON],
    [
      "of a revision that names somebody new is late like any other",
      given({ toldBefore: true, publishedAt: NOW - 25 * HOUR }, { telling: NEW_PERSON }),
      { kind: "suppress", reason: "late", detail: null },
    ],
    [
      "corrects what was told however old it is",
      given({ toldBefore: true, publishedAt: NOW - 25 * HOUR }, { telling: HEADLINE }),
      HEADLINE,
    ],
    ["waits for the edition of a digest channel", given({}, { digest: true }), { kind: "collect", reason: "digest" }],
    [
      "goes to the digest as late when the item is older than the watch's max_age",
      given({ publishedAt: NOW - 25 * HOUR }, { digest: true }),
      { kind: "collect", reason: "late" },
    ],
    [
      "is not alerted when the item is older than max_age",
      given({ publishedAt: NOW - 25 * HOUR }),
      { kind: "suppress", reason: "late", detail: null },
    ],
    [
      "is still fresh at exactly max_age",
      given({ publishedAt: NOW - 24 * HOUR }),
      { kind: "send", reason: "first-report" },
    ],
    [
      "names the veto, its words and its place",
      given({ veto }),
      { kind: "suppress", reason: "vetoed", detail: 'vetoed by history ("1954", title)' },
    ],
    [
      "is never alerted from the baseline of a new feed",
      given({ baseline: true, severity: "urgent" }),
      { kind: "suppress", reason: "baseline", detail: null },
    ],
    [
      "is told once however often the item is revised",
      given({ toldBefore: true }, { digest: true }),
      { kind: "suppress", reason: "already-told", detail: null },
    ],
    [
      "of a revision that goes on with its story is told already where the channel is a digest, which holds it",
      given({ toldBefore: true }, { digest: true, telling: NEW_PERSON }),
      { kind: "suppress", reason: "already-told", detail: null },
    ],
    [
      "of what an operator silenced names who, until when and why, also for a digest",
      given({ severity: "urgent" }, { silence, digest: true }),
      { kind: "suppress", reason: "silenced", detail: "by Ada until 2026-03-29T13:00:00Z: a drill (sil_1)" },
    ],
    [
      "of a watch on trial is told to nobody, but says what it would have been",
      given({ isTrial: true }, { silence }),
      { kind: "suppress", reason: "trial", detail: "would have been first-report" },
    ],
    [
      "of a watch on trial that would have been set aside anyway is set aside for that",
      given({ isTrial: true, veto }),
      { kind: "suppress", reason: "vetoed", detail: 'vetoed by history ("1954", title)' },
    ],
    [
      "of low severity never posts alone",
      given({ severity: "low" }),
      { kind: "suppress", reason: "low-severity", detail: null },
    ],
    [
      "of low severity is collected",
      given({ severity: "low" }, { digest: true }),
      { kind: "collect", reason: "digest" },
    ],
  ] as const)("%s", (_fact, input, expected) => {
    expect(decideMatch(input)).toEqual(expected);
  });
});
