import { describe, expect, it } from "vitest";
import { decideRelease } from "./decide-release.ts";

const USEFUL = { isUseful: true };
const LATE = { isUseful: false };
const FIVE = [USEFUL, USEFUL, USEFUL, USEFUL, USEFUL];
const QUIET = { cause: "quiet-hours", joinOthers: false } as const;

describe("what a channel had to wait for", () => {
  it.each([
    ["goes one by one up to five", { ...QUIET, alerts: FIVE }, { singly: FIVE, together: [] }],
    ["goes together from six on", { ...QUIET, alerts: [...FIVE, USEFUL] }, { singly: [], together: [...FIVE, USEFUL] }],
    [
      "goes into a summary when its use is over, though it be alone",
      { ...QUIET, alerts: [...FIVE, LATE] },
      { singly: FIVE, together: [LATE] },
    ],
    [
      "goes together when it was over a limit, though it be one",
      { cause: "over-cap", joinOthers: false, alerts: [USEFUL] },
      { singly: [], together: [USEFUL] },
    ],
    [
      "joins a summary that is on its way",
      { cause: "backlog", joinOthers: true, alerts: [USEFUL, LATE] },
      { singly: [], together: [USEFUL, LATE] },
    ],
    ["is nothing", { ...QUIET, alerts: [] }, { singly: [], together: [] }],
  ] as const)("%s", (_fact, given, expected) => {
    expect(decideRelease(given)).toEqual(expected);
  });
});
