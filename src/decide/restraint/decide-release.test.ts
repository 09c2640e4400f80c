import { describe, expect, it } from "vitest";
import { decideRelease, type Waiting } from "./decide-release.ts";

function waiting(count: number, changed: Partial<Waiting> = {}, from = 1): Waiting[] {
  return Array.from({ length: count }, (_, at) => {
    return { id: String(from + at), cause: "quiet-hours", severity: "normal", isUseful: true, ...changed };
  });
}

describe("what a channel had to wait for", () => {
  it.each([
    ["goes one by one up to five", waiting(5), { singly: ["1", "2", "3", "4", "5"], together: [] }],
    [
      "goes together from six on",
      waiting(6),
      { singly: [], together: [{ cause: "quiet-hours", isUrgent: false, ids: ["1", "2", "3", "4", "5", "6"] }] },
    ],
    [
      "goes into a summary when its use is over, though it be alone",
      [...waiting(1), ...waiting(1, { isUseful: false }, 2)],
      { singly: ["1"], together: [{ cause: "quiet-hours", isUrgent: false, ids: ["2"] }] },
    ],
    [
      "goes together when it was over a limit, urgent apart",
      [...waiting(1, { cause: "over-cap" }), ...waiting(1, { cause: "over-cap", severity: "urgent" }, 2)],
      {
        singly: [],
        together: [
          { cause: "over-cap", isUrgent: true, ids: ["2"] },
          { cause: "over-cap", isUrgent: false, ids: ["1"] },
        ],
      },
    ],
    ["is nothing", [], { singly: [], together: [] }],
  ] as const)("%s", (_fact, given, expected) => {
    expect(decideRelease(given)).toEqual(expected);
  });
});
