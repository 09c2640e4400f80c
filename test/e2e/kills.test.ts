import { describe, expect, it } from "vitest";
import { runKillTrial, type KillTrial } from "../support/deaths/kill-trial.ts";

const SEED = Number(process.env["KILL_SEED"] ?? 20_260_120);
/** Longer than a trial, so that one which does not recover says what is missing. */
const LIMIT_MS = 180_000;
const ONE_PROCESS = { how: "kill", seed: SEED, ground: "sqlite", recoverWithinMs: 60_000 } as const;
const SEVERAL = { how: "kill", seed: SEED, ground: "redis", recoverWithinMs: 90_000 } as const;

describe("kill -9 at any instant", () => {
  // Side by side: most of a trial is waiting for what the dead had claimed.
  it.concurrent.each<[fact: string, trial: KillTrial]>([
    ["loses nothing and tells nothing twice in one process", { ...ONE_PROCESS, kills: 8, items: 300, slack: "well" }],
    ["loses nothing and tells nothing twice in several processes", { ...SEVERAL, kills: 8, items: 300, slack: "well" }],
    [
      "and reloads lose nothing and tell nothing twice in one process",
      // A reload waits for answers that do not come: it takes longer than a kill.
      { ...ONE_PROCESS, how: "reload", kills: 6, items: 150, slack: "well", recoverWithinMs: 120_000 },
    ],
    [
      "while several processes reload loses nothing and tells nothing twice",
      { ...SEVERAL, how: "kill-while-reloading", kills: 5, items: 150, slack: "well", recoverWithinMs: 120_000 },
    ],
    ["loses nothing while Slack asks to wait", { ...ONE_PROCESS, kills: 3, items: 60, slack: "busy" }],
    ["loses nothing while Slack is down", { ...ONE_PROCESS, kills: 3, items: 60, slack: "down" }],
    [
      "marks what it tells twice where Slack's history cannot be read",
      { ...ONE_PROCESS, kills: 4, items: 80, slack: "without-history" },
    ],
  ])(
    "%s",
    async (_fact, trial) => {
      const told = await runKillTrial(trial);
      expect(told).toMatchObject({ lost: [], retold: [], unmarkedCopies: [], unsent: [] });
      expect(told.historyAsked).toBeGreaterThan(0);
      const slackCopies = told.markedCopies.filter((channel) => channel === "desk" || channel === "world");
      expect(slackCopies.length > 0).toBe(trial.slack === "without-history");
    },
    LIMIT_MS,
  );
});
