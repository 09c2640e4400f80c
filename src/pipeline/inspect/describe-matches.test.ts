import { expect, it } from "vitest";
import { describeMatches } from "./describe-matches.ts";
import type { MatchLife } from "./trace-item.ts";

const NOON = Date.UTC(2026, 0, 20, 12);
const HISTORY = { name: "history", words: "1954", place: "title" } as const;

type Told = [channelId: string, kind: MatchLife["decisions"][number]["kind"], reason: string, detail?: string];

interface Sketch {
  watchId: string;
  itemRevision?: number;
  veto?: MatchLife["match"]["veto"];
  decided?: readonly Told[];
  collectedBy?: readonly string[];
  alerts?: readonly string[];
}

/** What became of one match. */
function life({ watchId, decided = [], collectedBy = [], alerts = [], ...rest }: Sketch): MatchLife {
  const match = { id: `mat_${watchId}`, watchId, watchTitle: "", watchRevision: "", severity: "normal" } as const;
  const found = { itemId: "itm", itemRevision: 1, storyId: "sty", matchedAt: NOON, veto: null, ...rest };
  const evidence = { sentences: [], clause: "", people: [], lead: null, glosses: {} };
  return {
    match: { ...match, ...found, evidence },
    decisions: decided.map(([channelId, kind, reason, detail = null]) => {
      return { matchId: match.id, channelId, kind, reason, detail, decidedAt: NOON };
    }),
    collected: collectedBy.map((channelId) => ({ channelId, reason: "digest", collectedAt: NOON, edition: null })),
    deliveries: alerts.map(sentAlert),
  };
}

function sentAlert(channelId: string): MatchLife["deliveries"][number] {
  const id = `dlv_${channelId}`;
  const about = {
    key: id,
    kind: "alert",
    channelId,
    recipient: null,
    storyId: "sty",
    editionId: null,
    incidentId: null,
  } as const;
  const state = { status: "sent", heldFor: null, heldUntil: null, reason: null, detail: null, attempts: 1 } as const;
  const rest = {
    parentId: null,
    severity: "normal",
    sentAt: NOON,
    dueAt: NOON,
    createdAt: NOON,
    ref: null,
    payload: null,
  } as const;
  return { id, ...about, ...state, ...rest, done: [], refused: [], acts: [], tries: [] };
}

const DIGEST: Told = ["digest", "collect", "digest"];

it.each<[string, readonly Sketch[], string[]]>([
  [
    "what is decided alike of matches that were found together, once, with its channels",
    [
      { watchId: "wide", decided: [DIGEST], collectedBy: ["digest"] },
      {
        watchId: "asylum",
        decided: [["desk", "send", "first-report"], ["hook", "send", "first-report"], DIGEST],
        collectedBy: ["digest"],
        alerts: ["desk", "hook"],
      },
      {
        watchId: "defection",
        decided: [["desk", "join", "same-story"], DIGEST],
        collectedBy: ["digest"],
        alerts: ["desk"],
      },
    ],
    [
      "  match wide, asylum, defection, revision 1, 2026-01-20 12:00:00 GMT",
      "    digest: collect, digest",
      "    desk, hook: send, first-report, for asylum",
      "    desk: join, same-story, for defection",
      "    digest: waits for the next edition",
      "    alert dlv_desk on desk: sent 2026-01-20 12:00:00 GMT",
      "    alert dlv_hook on hook: sent 2026-01-20 12:00:00 GMT",
    ],
  ],
  [
    "a veto once, and what it held back apart",
    [
      { watchId: "wide", decided: [["desk", "hold", "quiet-hours", "until 06:00"]] },
      {
        watchId: "asylum",
        veto: HISTORY,
        decided: [
          ["desk", "suppress", "vetoed", 'vetoed by history ("1954", title)'],
          ["hook", "suppress", "vetoed", 'vetoed by history ("1954", title)'],
        ],
      },
    ],
    [
      "  match wide, revision 1, 2026-01-20 12:00:00 GMT",
      "    desk: hold, quiet-hours (until 06:00)",
      '  match asylum, revision 1, 2026-01-20 12:00:00 GMT, held back by history ("1954", title)',
      "    desk, hook: suppress, vetoed",
    ],
  ],
  [
    "of a later revision that a message is the one above",
    [
      { watchId: "asylum", decided: [["desk", "send", "first-report"]], alerts: ["desk"] },
      { watchId: "asylum", itemRevision: 2, decided: [["desk", "edit", "update"]], alerts: ["desk"] },
    ],
    [
      "  match asylum, revision 1, 2026-01-20 12:00:00 GMT",
      "    desk: send, first-report",
      "    alert dlv_desk on desk: sent 2026-01-20 12:00:00 GMT",
      "  match asylum, revision 2, 2026-01-20 12:00:00 GMT",
      "    desk: edit, update",
      "    alert dlv_desk on desk: as above",
    ],
  ],
  [
    "which of several watches no channel takes",
    [{ watchId: "asylum", decided: [DIGEST] }, { watchId: "nobody" }],
    [
      "  match asylum, nobody, revision 1, 2026-01-20 12:00:00 GMT",
      "    no channel takes it, for nobody",
      "    digest: collect, digest, for asylum",
    ],
  ],
])("the life of an item tells %s", (_fact, matches, lines) => {
  expect(describeMatches(matches.map(life), "Europe/London")).toEqual(lines);
});
